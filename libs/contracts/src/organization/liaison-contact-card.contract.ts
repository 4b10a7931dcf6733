import { type Day, IsDay } from '@gongyou/domain';
import { IsInt, Matches, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier } from '../fields';

/** A service line, not the phone of a person: digits, with a plus sign, blanks and dashes between them. */
const IsHotline = (): PropertyDecorator => Matches(/^\+?[0-9](?:[ -]?[0-9]){2,18}$/);

/**
 * Says what the contact cards (党群连心卡) of a project show: its officer, a hotline and the code of its complaint page (JX-12c). Other
 * content is a new edition, which goes to every worker on site.
 */
@Command({
  name: 'organization.liaison-contact-card.design',
  summary: { zh: '设计党群连心卡', en: 'Design the contact card of a project' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
  towards: ['JX-12c'],
})
export class DesignLiaisonContactCard {
  @IsIdentifier() projectId!: string;
  /** An officer of the project who is on duty and disclosed. */
  @IsIdentifier() officerId!: string;
  @IsHotline() hotline!: string;
  /** What leads to the complaint page of the project. */
  @IsIdentifier() complaintCode!: string;
  @IsDay() designedOn!: Day;
}

/** Said by the platform when an officer of a project comes to be disclosed, or with another phone: whoever holds a card needs a new one. */
@Command({
  name: 'organization.liaison-contact-card.renew',
  summary: { zh: '更换党群连心卡', en: 'Make a new edition of the contact card' },
  roles: ['platform'],
  towards: ['JX-12c'],
})
export class RenewLiaisonContactCard {
  @IsIdentifier() projectId!: string;
  @IsIdentifier() officerId!: string;
  @IsDay() renewedOn!: Day;
}

/** Gives a worker on site the card of the project; the platform does so on entry, and for each new edition (JX-12c). */
@Command({
  name: 'organization.liaison-contact-card.issue',
  summary: { zh: '发放党群连心卡', en: 'Issue the contact card to a worker' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem', 'platform'],
  towards: ['JX-12c'],
})
export class IssueLiaisonContactCard {
  @IsIdentifier() projectId!: string;
  @IsIdentifier() workerId!: string;
  @IsDay() issuedOn!: Day;
}

/** The worker has received the card that was issued last (JX-12c). */
@Command({
  name: 'organization.liaison-contact-card.acknowledge',
  summary: { zh: '签收党群连心卡', en: 'Acknowledge the contact card' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
  towards: ['JX-12c'],
})
export class AcknowledgeLiaisonContactCard {
  @IsIdentifier() projectId!: string;
  @IsIdentifier() workerId!: string;
  @IsDay() acknowledgedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党群连心卡已设计', en: 'An edition of the contact card was designed' },
})
export class LiaisonContactCardDesigned {
  @IsIdentifier() projectId!: string;
  @IsInt() @Min(1) edition!: number;
  @IsIdentifier() officerId!: string;
  /** Which name and phone the card shows: a later publication of the officer makes a new edition. */
  @IsIdentifier() publicationId!: string;
  @IsHotline() hotline!: string;
  @IsIdentifier() complaintCode!: string;
  @IsDay() designedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党群连心卡已发放', en: 'A contact card was issued' } })
export class LiaisonContactCardIssued {
  @IsIdentifier() projectId!: string;
  @IsIdentifier() workerId!: string;
  @IsInt() @Min(1) edition!: number;
  @IsDay() issuedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党群连心卡已签收', en: 'A contact card was acknowledged' } })
export class LiaisonContactCardAcknowledged {
  @IsIdentifier() projectId!: string;
  @IsIdentifier() workerId!: string;
  @IsInt() @Min(1) edition!: number;
  @IsDay() acknowledgedOn!: Day;
}

export const liaisonContactCardCommands = { DesignLiaisonContactCard, RenewLiaisonContactCard };
export type LiaisonContactCardCommand = CommandOf<typeof liaisonContactCardCommands>;

export const liaisonContactCardHolderCommands = { IssueLiaisonContactCard, AcknowledgeLiaisonContactCard };
export type LiaisonContactCardHolderCommand = CommandOf<typeof liaisonContactCardHolderCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const liaisonContactCardEvents = { LiaisonContactCardDesigned };
export type LiaisonContactCardEvent = EventOf<typeof liaisonContactCardEvents>;

export const liaisonContactCardHolderEvents = { LiaisonContactCardIssued, LiaisonContactCardAcknowledged };
export type LiaisonContactCardHolderEvent = EventOf<typeof liaisonContactCardHolderEvents>;
