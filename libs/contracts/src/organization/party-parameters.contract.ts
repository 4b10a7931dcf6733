import { type Day, IsDay } from '@gongyou/domain';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsLongText } from '../fields';
import { IsPlace } from './founding-duty.contract';

export const lecturePeriods = ['month', 'quarter', 'half', 'year'] as const;
export type LecturePeriod = (typeof lecturePeriods)[number];

/** The values that differ from place to place, or are a rule of practice and not of law. */
export class PartyParameters {
  /** A project that lasts this many months has the duty to found (PO-03). */
  @IsInt() @Min(1) @Max(120) siteMonths!: number;
  /** The project must last longer, not just as long (Huangyan: more than a year). */
  @IsBoolean() siteMonthsExceeded!: boolean;
  /** Full members from which on a unit or project has the duty (PO-01, PO-03). */
  @IsInt() @Min(1) @Max(100) foundingMembers!: number;
  /** In which period a Party lecture is to be given. Unverified (PO-04): never shown as law. */
  @IsIn(lecturePeriods) lecturePeriod!: LecturePeriod;
  /** How many days before a time limit an alert begins. */
  @IsInt() @Min(0) @Max(180) warnDays!: number;
  /** After how many months without a joint activity a pairing is shown as idle (WZ-14b). */
  @IsInt() @Min(1) @Max(24) pairingIdleMonths!: number;
  /** In which period a branch is to hold a study session (HM-02f gives none). A quarter when left out. */
  @IsOptional() @IsIn(lecturePeriods) studyPeriod?: LecturePeriod;
  /**
   * For how many months a letter that carries a membership holds. Unverified (PO-09): never shown as law, and nothing is reminded
   * of where a place has not set it.
   */
  @IsOptional() @IsInt() @Min(1) @Max(12) transferLetterMonths?: number;
}

/** Sets what holds in a place from a day on, with the document it rests on (field rules, status P). */
@Command({
  name: 'organization.party-parameters.set',
  summary: { zh: '设定党建参数', en: 'Set the parameters of Party building in a place' },
  roles: ['administrator', 'partyAffairsOffice', 'platform'],
  towards: ['WZ-04a', 'HM-02g'],
})
export class SetPartyParameters extends PartyParameters {
  @IsPlace() place!: string;
  @IsDay() effectiveFrom!: Day;
  @IsLongText(500) basis!: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党建参数已设定', en: 'Parameters of Party building were set' },
  towards: ['WZ-04a', 'HM-02g'],
})
export class PartyParametersSet extends PartyParameters {
  @IsPlace() place!: string;
  @IsDay() effectiveFrom!: Day;
  @IsLongText(500) basis!: string;
}

/** The parameters are kept in one stream for each place, the last set of a day counts. */
export const partyParametersCommands = { SetPartyParameters };
export type PartyParametersCommand = CommandOf<typeof partyParametersCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const partyParametersEvents = { PartyParametersSet };
export type PartyParametersEvent = EventOf<typeof partyParametersEvents>;
