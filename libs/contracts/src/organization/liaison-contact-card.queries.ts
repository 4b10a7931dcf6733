import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import { registerReaders } from './register-readers';

/** The contact cards of the projects at or below a unit, and how many of the workers on site hold the present edition; paged. */
@Query({
  name: 'organization.liaison-contact-cards',
  summary: { zh: '查询党群连心卡发放情况', en: 'Contact cards by project, and who holds them' },
  roles: registerReaders,
  provisions: ['JX-12c'],
})
export class LiaisonContactCards {
  @IsIdentifier() organization!: string;
  /** The last project id of the page before. */
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface LiaisonContactCardsRow {
  projectId: string;
  projectName: string;
  /** The present edition; null where the project has no card. */
  edition: number | null;
  officerId: string | null;
  hotline: string | null;
  complaintCode: string | null;
  /** Whether the officer on it is on duty and disclosed; a card that shows another is current for nobody. */
  officerServes: boolean;
  workersOnSite: number;
  /** Workers on site whom the present edition was issued to, and those of them who acknowledged it: theirs is current. */
  issued: number;
  current: number;
  /** The share of workers on site with a current card, in hundredths of a percent; null where nobody is on site. */
  currentBasisPoints: number | null;
}

export interface LiaisonContactCardsAnswer {
  cards: LiaisonContactCardsRow[];
  nextCursor: string | null;
  position: number;
}

/** For the platform itself: workers on the site of a project who do not hold the present edition of its card. */
@Query({
  name: 'organization.liaison-contact-cards-to-issue',
  summary: { zh: '待发放连心卡的工人', en: 'Workers to whom a contact card is to be issued' },
  roles: ['platform'],
})
export class LiaisonContactCardsToIssue {
  @IsIdentifier() projectId!: string;
  @IsOptional() @IsIdentifier() cursor?: string;
}

export interface LiaisonContactCardsToIssueAnswer {
  workerIds: string[];
  nextCursor: string | null;
}
