import { type Day, IsDay } from '@gongyou/domain';
import { IsIn } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText, IsShortText, IsSubsetOf } from '../fields';

/** The decisions in which a liaison officer takes part (JX-23): 队伍筛选, 招投标, 合同谈判, 验工计量, 单价确定. */
export const participationSteps = ['selection', 'tender', 'contract', 'measurement', 'unitPrice'] as const;
export type ParticipationStep = (typeof participationSteps)[number];

/** What an officer said of a matter that he took part in deciding. */
export const participationOpinions = ['agreed', 'agreedWithReservations', 'objected'] as const;
export type ParticipationOpinion = (typeof participationOpinions)[number];

/** A liaison officer took part in a decision: what he said of the matter, in his post, and on which day (JX-23). */
export class LiaisonParticipation {
  @IsIdentifier() officerId!: string;
  @IsIn(participationOpinions) opinion!: ParticipationOpinion;
  @IsLongText(1000) statement!: string;
  @IsDay() tookPartOn!: Day;
}

class ParticipationDutyOfUnit {
  /** Holds for this unit and all below it that set no duty of their own. */
  @IsIdentifier() unitId!: string;
  /** The steps that cannot be closed without an officer; none lifts the duty. */
  @IsSubsetOf(participationSteps) steps!: ParticipationStep[];
  /** The document that says so. */
  @IsShortText(200) basis!: string;
  @IsDay() effectiveOn!: Day;
}

/** Says in which steps a unit requires a liaison officer, from a day on (provision JX-23). */
@Command({
  name: 'organization.liaison-participation-duty.set',
  summary: { zh: '规定协理员必须参与的环节', en: 'Say in which steps a liaison officer is required' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment'],
  provisions: ['JX-23'],
})
export class SetLiaisonParticipationDuty extends ParticipationDutyOfUnit {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员必须参与的环节已规定', en: 'A liaison officer was required in steps' },
  provisions: ['JX-23'],
})
export class LiaisonParticipationDutySet extends ParticipationDutyOfUnit {}

export const liaisonParticipationDutyCommands = { SetLiaisonParticipationDuty };
export type LiaisonParticipationDutyCommand = CommandOf<typeof liaisonParticipationDutyCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const liaisonParticipationDutyEvents = { LiaisonParticipationDutySet };
export type LiaisonParticipationDutyEvent = EventOf<typeof liaisonParticipationDutyEvents>;
