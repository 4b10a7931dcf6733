import { type Day, IsDay } from '@gongyou/domain';
import { IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsCount, IsIdentifier, IsLongText, IsShortText } from '../fields';
import { partyReporters } from './party-roles';

/** A model-worker studio joins the Torch action of Party members (火炬行动; provision HM-02h). */
@Command({
  name: 'organization.torch-studio.join',
  summary: { zh: '劳模工作室加入“火炬”行动', en: 'Let a studio join the Torch action' },
  roles: partyReporters,
  towards: ['HM-02h'],
})
export class JoinTorchAction {
  @IsIdentifier() studioId!: string;
  @IsShortText(100) name!: string;
  @IsIdentifier() unitId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsDay() joinedOn!: Day;
}

/** A Party member of the studio takes on a task (provision HM-02h). */
@Command({
  name: 'organization.torch-studio.assign-task',
  summary: { zh: '分派党员任务', en: 'Assign a task to a Party member of a studio' },
  roles: partyReporters,
  towards: ['HM-02h'],
})
export class AssignTorchTask {
  @IsIdentifier() studioId!: string;
  @IsIdentifier() taskId!: string;
  @IsIdentifier() memberId!: string;
  @IsShortText(200) task!: string;
  @IsDay() assignedOn!: Day;
}

/** Tells of a result, and how many apprentices it helped (provision HM-02h). */
@Command({
  name: 'organization.torch-studio.record-result',
  summary: { zh: '登记“火炬”行动成果', en: 'Record a result of a studio' },
  roles: partyReporters,
  provisions: ['HM-02h'],
})
export class RecordTorchResult {
  @IsIdentifier() studioId!: string;
  @IsIdentifier() resultId!: string;
  /** The task that it came of, where it came of one. */
  @IsOptional() @IsIdentifier() taskId?: string;
  @IsLongText(500) result!: string;
  @IsCount(0, 1_000) apprenticesHelped!: number;
  @IsDay() achievedOn!: Day;
}

/** The studio leaves the action (provision HM-02h). */
@Command({
  name: 'organization.torch-studio.leave',
  summary: { zh: '劳模工作室退出“火炬”行动', en: 'Let a studio leave the Torch action' },
  roles: partyReporters,
  towards: ['HM-02h'],
})
export class LeaveTorchAction {
  @IsIdentifier() studioId!: string;
  @IsDay() leftOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '工作室已加入火炬行动', en: 'A studio joined the action' } })
export class TorchActionJoined {
  @IsIdentifier() studioId!: string;
  @IsShortText(100) name!: string;
  @IsIdentifier() unitId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  @IsDay() joinedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党员任务已分派', en: 'A task was assigned in a studio' } })
export class TorchTaskAssigned {
  @IsIdentifier() studioId!: string;
  @IsIdentifier() taskId!: string;
  @IsIdentifier() memberId!: string;
  @IsShortText(200) task!: string;
  @IsDay() assignedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '火炬行动成果已登记', en: 'A result of a studio was recorded' },
})
export class TorchResultRecorded {
  @IsIdentifier() studioId!: string;
  @IsIdentifier() resultId!: string;
  @IsOptional() @IsIdentifier() taskId?: string;
  @IsLongText(500) result!: string;
  @IsCount(0, 1_000) apprenticesHelped!: number;
  @IsDay() achievedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '工作室已退出火炬行动', en: 'A studio left the action' } })
export class TorchActionLeft {
  @IsIdentifier() studioId!: string;
  @IsDay() leftOn!: Day;
}

export const torchStudioCommands = { JoinTorchAction, AssignTorchTask, RecordTorchResult, LeaveTorchAction };
export type TorchStudioCommand = CommandOf<typeof torchStudioCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const torchStudioEvents = { TorchActionJoined, TorchTaskAssigned, TorchResultRecorded, TorchActionLeft };
export type TorchStudioEvent = EventOf<typeof torchStudioEvents>;
