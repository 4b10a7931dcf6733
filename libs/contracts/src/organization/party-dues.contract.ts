import { type Day, type Fen, IsDay, IsFen, IsMonth, type Month } from '@gongyou/domain';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier } from '../fields';
import { partyReporters } from './party-roles';

/** At most ten years of months in one message. */
const MonthList = (): PropertyDecorator => (target, property) =>
  [IsArray(), ArrayMinSize(1), ArrayMaxSize(120), ArrayUnique(), IsMonth({ each: true })].forEach((decorate) =>
    decorate(target, property),
  );

/**
 * Sets what a member pays a month, from the month in which the branch meeting admitted him (PD-26, 党费收缴、使用和管理规定).
 * The wage is an input of the rule and is not kept.
 */
@Command({
  name: 'organization.party-dues.assess',
  summary: { zh: '核定党费', en: 'Assess the dues of a member' },
  roles: partyReporters,
  towards: ['HM-02f'],
})
export class AssessPartyDues {
  @IsIdentifier() memberId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  /** The month's wage or pension after tax that dues are counted from. */
  @IsFen() afterTaxMonthlyFen!: Fen;
  @IsBoolean() pensioner!: boolean;
  @IsMonth() from!: Month;
}

/** Dues were paid for some months (HM-02f). */
@Command({
  name: 'organization.party-dues.record-payment',
  summary: { zh: '登记交纳党费', en: 'Record the payment of dues' },
  roles: partyReporters,
  towards: ['HM-02f'],
})
export class RecordDuesPayment {
  @IsIdentifier() memberId!: string;
  @MonthList() months!: Month[];
  @IsDay() paidOn!: Day;
}

/** Months not paid with good cause do not count as left out (PD-26). */
@Command({
  name: 'organization.party-dues.excuse',
  summary: { zh: '登记免交或缓交党费', en: 'Excuse months from dues' },
  roles: partyReporters,
  towards: ['HM-02f'],
})
export class ExcuseDues {
  @IsIdentifier() memberId!: string;
  @MonthList() months!: Month[];
  @IsDay() excusedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党费已核定', en: 'Dues were assessed' } })
export class PartyDuesAssessed {
  @IsIdentifier() memberId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  /** The unit of that organization. */
  @IsIdentifier() unitId!: string;
  @IsFen() monthlyDuesFen!: Fen;
  @IsMonth() from!: Month;
}

@DomainEvent({ context: 'organization', summary: { zh: '党费已交纳', en: 'Dues were paid' } })
export class PartyDuesPaid {
  @IsIdentifier() memberId!: string;
  @MonthList() months!: Month[];
  @IsDay() paidOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党费已免交或缓交', en: 'Months were excused from dues' } })
export class PartyDuesExcused {
  @IsIdentifier() memberId!: string;
  @MonthList() months!: Month[];
  @IsDay() excusedOn!: Day;
}

export const partyDuesCommands = { AssessPartyDues, RecordDuesPayment, ExcuseDues };
export type PartyDuesCommand = CommandOf<typeof partyDuesCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const partyDuesEvents = { PartyDuesAssessed, PartyDuesPaid, PartyDuesExcused };
export type PartyDuesEvent = EventOf<typeof partyDuesEvents>;
