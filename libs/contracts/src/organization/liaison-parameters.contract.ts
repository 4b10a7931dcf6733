import { type Day, IsDay } from '@gongyou/domain';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsCount, IsIdentifier, IsLongText } from '../fields';

/**
 * The values that a company sets for liaison work. The documents ask for a time limit at each level (JX-14) and for frequent visits
 * (JX-52) and name no figure: these are the company's own and never shown as law (field rules, status P).
 */
export class LiaisonParameters {
  /** Working days that a matter may lie unanswered at each level (JX-14). */
  @IsCount(1, 60) crewAnswerDays!: number;
  @IsCount(1, 60) projectAnswerDays!: number;
  @IsCount(1, 60) districtAnswerDays!: number;
  @IsCount(1, 60) companyAnswerDays!: number;
  /** Working days for each hop of an answer on its way back, the last one being that the crew is told (JX-14). */
  @IsCount(1, 60) passOnDays!: number;
  /** Visits, talks and rounds that a team is owed in a month (JX-52). */
  @IsCount(0, 31) teamVisitsPerMonth!: number;
  /** A district officer guides, and checks, each subordinate once in so many months (JX-13). */
  @IsCount(1, 24) guidanceEveryMonths!: number;
  @IsCount(1, 24) checkEveryMonths!: number;
}

/** Sets what holds for a unit and those below it from a day on, with the document it rests on. A lower unit may set its own. */
@Command({
  name: 'organization.liaison-parameters.set',
  summary: { zh: '设定协理工作参数', en: 'Set the parameters of liaison work' },
  roles: ['administrator', 'leadDepartment', 'enterpriseSystem'],
  towards: ['JX-13', 'JX-14', 'JX-52'],
})
export class SetLiaisonParameters extends LiaisonParameters {
  @IsIdentifier() organizationId!: string;
  @IsDay() effectiveFrom!: Day;
  @IsLongText(500) basis!: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理工作参数已设定', en: 'Parameters of liaison work were set' },
})
export class LiaisonParametersSet extends LiaisonParameters {
  @IsIdentifier() organizationId!: string;
  @IsDay() effectiveFrom!: Day;
  @IsLongText(500) basis!: string;
}

export const liaisonParametersCommands = { SetLiaisonParameters };
export type LiaisonParametersCommand = CommandOf<typeof liaisonParametersCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const liaisonParametersEvents = { LiaisonParametersSet };
export type LiaisonParametersEvent = EventOf<typeof liaisonParametersEvents>;
