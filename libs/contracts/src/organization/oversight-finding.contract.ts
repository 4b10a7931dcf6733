import { type Day, IsDay } from '@gongyou/domain';
import { IsIn } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsIdentifier, IsLongText, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** Who oversees an enterprise on behalf of its employees: 职代会, 工会, 职工监事, 劳动保护监督检查委员会. */
export const oversightBodies = [
  'workersCongress',
  'tradeUnion',
  'employeeSupervisor',
  'labourProtection',
  'other',
] as const;
export type OversightBody = (typeof oversightBodies)[number];

const keepers: Role[] = ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem', 'inspector'];

class OversightFindingAsRecorded {
  @IsIdentifier() findingId!: string;
  /** The enterprise. */
  @IsIdentifier() unitId!: string;
  @IsIn(oversightBodies) body!: OversightBody;
  @IsShortText(200) subject!: string;
  @IsLongText() finding!: string;
  @IsNestedList(() => Evidence, 20, 1) evidence!: Evidence[];
  @IsDay() foundOn!: Day;
}

class AnswerToFinding {
  @IsIdentifier() findingId!: string;
  @IsLongText() measure!: string;
  @IsNestedList(() => Evidence, 20) evidence!: Evidence[];
  @IsDay() answeredOn!: Day;
}

/** The employees' oversight found something in an enterprise (监督权, provision HM-04h). */
@Command({
  name: 'organization.oversight-finding.record',
  summary: { zh: '登记民主监督意见', en: 'Record a finding of the employees’ oversight' },
  roles: keepers,
  provisions: ['HM-04h'],
})
export class RecordOversightFinding extends OversightFindingAsRecorded {}

/** The enterprise says what it did about a finding (provision HM-04h). */
@Command({
  name: 'organization.oversight-finding.answer',
  summary: { zh: '答复民主监督意见', en: 'Answer a finding of the employees’ oversight' },
  roles: keepers,
  provisions: ['HM-04h'],
})
export class AnswerOversightFinding extends AnswerToFinding {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '民主监督意见已登记', en: 'The employees’ oversight found something' },
  provisions: ['HM-04h'],
})
export class OversightFindingRecorded extends OversightFindingAsRecorded {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '民主监督意见已答复', en: 'A finding of the employees’ oversight was answered' },
  provisions: ['HM-04h'],
})
export class OversightFindingAnswered extends AnswerToFinding {}

export const oversightFindingCommands = { RecordOversightFinding, AnswerOversightFinding };
export type OversightFindingCommand = CommandOf<typeof oversightFindingCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const oversightFindingEvents = { OversightFindingRecorded, OversightFindingAnswered };
export type OversightFindingEvent = EventOf<typeof oversightFindingEvents>;
