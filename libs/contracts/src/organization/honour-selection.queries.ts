import { IsPeriod, IsText, type Period } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import {
  type ArrearsAnswerer,
  type CandidateKind,
  candidateKinds,
  type HonourKind,
  honourKinds,
  type HonourLevel,
  type Spirit,
  type WithdrawalReason,
} from './honour-selection.contract';
import type { EmploymentForm } from './union-membership.contract';
import { registerReaders } from './register-readers';

/** How far a selection has come. */
export const honourStages = ['nominating', 'onNotice', 'decided'] as const;
export type HonourStage = (typeof honourStages)[number];

/** How far a candidate has come. */
export const nominationStandings = ['nominated', 'putForward', 'turnedDown', 'honoured', 'withdrawn'] as const;
export type NominationStanding = (typeof nominationStandings)[number];

/** Rounds of selection of units at or below a unit, in the order of their ids; paged. */
@Query({
  name: 'organization.honour-selections',
  summary: { zh: '评选台账', en: 'Rounds of selection for honours' },
  roles: registerReaders,
  towards: ['QD-62', 'CC-04a', 'CC-04b', 'JX-51a'],
})
export class HonourSelectionList {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(honourKinds) honour?: HonourKind;
  @IsOptional() @IsIn(honourStages) stage?: HonourStage;
  @IsOptional() @IsPeriod() period?: Period;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface HonourSelectionRow {
  selectionId: string;
  honour: HonourKind;
  level: HonourLevel;
  spirit: Spirit;
  title: string;
  unitId: string;
  period: string;
  stage: HonourStage;
  openedOn: string;
  noticeStandsUntil: string | null;
  decidedOn: string | null;
  nominations: number;
  openObjections: number;
  honoured: number;
  honouredPersons: number;
  honouredWorkers: number;
}

export interface HonourSelectionListAnswer {
  selections: HonourSelectionRow[];
  nextCursor: string | null;
  position: number;
}

/** Candidates nominated by units at or below a unit, and how far each has come; in the order of selection and id, paged. */
@Query({
  name: 'organization.honours',
  summary: { zh: '荣誉和推荐台账', en: 'Nominations and honours' },
  roles: registerReaders,
  towards: ['QD-62', 'CC-04a', 'JX-50'],
})
export class Honours {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(honourKinds) honour?: HonourKind;
  @IsOptional() @IsIn(nominationStandings) standing?: NominationStanding;
  @IsOptional() @IsIn(candidateKinds) candidateKind?: CandidateKind;
  /** One worker, crew or labour team: what stands on its record. */
  @IsOptional() @IsIdentifier() candidate?: string;
  /** Of the last nomination of the page before: `<selectionId>.<nominationId>`. */
  @IsOptional() @IsText(129) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface HonourRow {
  selectionId: string;
  nominationId: string;
  honour: HonourKind;
  candidateKind: CandidateKind;
  candidateId: string;
  employerUnitId: string;
  nominatingUnitId: string;
  industrialWorker: boolean;
  employmentForm: EmploymentForm;
  standing: NominationStanding;
  certificateNumber: string | null;
  rewardFen: number | null;
  givenOn: string | null;
  /** Who said that the employer is not on the arrears list; none before the honour was given. */
  arrearsAnsweredBy: ArrearsAnswerer | null;
  withdrawnOn: string | null;
  withdrawalReason: WithdrawalReason | null;
}

export interface HonoursAnswer {
  honours: HonourRow[];
  nextCursor: string | null;
  position: number;
}
