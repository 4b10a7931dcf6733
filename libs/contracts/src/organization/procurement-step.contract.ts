import { type Day, IsDay } from '@gongyou/domain';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsIdentifier, IsLongText, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';
import { LiaisonParticipation } from './liaison-participation.contract';

/** What a project does with labour subcontractors step by step (JX-23). Selections have records of their own. */
export const procurementStepKinds = ['tender', 'contract', 'measurement', 'unitPrice'] as const;
export type ProcurementStepKind = (typeof procurementStepKinds)[number];

const keepers: Role[] = ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'];

class ProcurementStepAsOpened {
  @IsIdentifier() stepId!: string;
  /** The project, or the company where it decides for its projects. */
  @IsIdentifier() unitId!: string;
  @IsIn(procurementStepKinds) kind!: ProcurementStepKind;
  @IsShortText(200) title!: string;
  /** The labour subcontractor concerned, where it is known already. */
  @IsOptional() @IsIdentifier() labourSubcontractorId?: string;
  @IsDay() openedOn!: Day;
}

class ProcurementStepAsClosed {
  @IsIdentifier() stepId!: string;
  @IsLongText(1000) outcome!: string;
  @IsNestedList(() => Evidence, 20, 1) evidence!: Evidence[];
  @IsDay() closedOn!: Day;
}

/** A tender, a contract negotiation, a measurement of work or the setting of a unit price begins (provision JX-23). */
@Command({
  name: 'organization.procurement-step.open',
  summary: { zh: '启动招标、合同、计量、单价环节', en: 'Open a tender, contract, measurement or price decision' },
  roles: keepers,
  provisions: ['JX-23'],
})
export class OpenProcurementStep extends ProcurementStepAsOpened {}

/** A liaison officer took part in the step (provision JX-23). Told again, the later opinion stands beside the earlier one. */
@Command({
  name: 'organization.procurement-step.record-participation',
  summary: { zh: '登记协理员参与环节', en: 'Record that a liaison officer took part in a step' },
  roles: keepers,
  provisions: ['JX-23'],
})
export class RecordStepParticipation extends LiaisonParticipation {
  @IsIdentifier() stepId!: string;
}

/** The step ends with its outcome; where an officer is required, not without one (provision JX-23). */
@Command({
  name: 'organization.procurement-step.close',
  summary: { zh: '办结环节', en: 'Close a tender, contract, measurement or price decision' },
  roles: keepers,
  provisions: ['JX-23'],
})
export class CloseProcurementStep extends ProcurementStepAsClosed {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '招标、合同、计量或单价环节已启动', en: 'A procurement step was opened' },
  provisions: ['JX-23'],
})
export class ProcurementStepOpened extends ProcurementStepAsOpened {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员已参与环节', en: 'A liaison officer took part in a procurement step' },
  provisions: ['JX-23'],
})
export class LiaisonOfficerJoinedStep extends LiaisonParticipation {
  @IsIdentifier() stepId!: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '环节已办结', en: 'A procurement step was closed' },
  provisions: ['JX-23'],
})
export class ProcurementStepClosed extends ProcurementStepAsClosed {
  /** Whether an officer was required on the day of closing. */
  @IsBoolean() officerRequired!: boolean;
}

export const procurementStepCommands = { OpenProcurementStep, RecordStepParticipation, CloseProcurementStep };
export type ProcurementStepCommand = CommandOf<typeof procurementStepCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const procurementStepEvents = { ProcurementStepOpened, LiaisonOfficerJoinedStep, ProcurementStepClosed };
export type ProcurementStepEvent = EventOf<typeof procurementStepEvents>;
