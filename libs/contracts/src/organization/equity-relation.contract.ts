import { type Day, IsDay } from '@gongyou/domain';
import { IsIn } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsCount, IsIdentifier, IsLongText, IsNestedList } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** How a contractor has a part in a labour subcontractor (QD-50): 投资新设立, 控股, 参股, 合并. */
export const equityRelationKinds = ['founded', 'controlling', 'minority', 'merged'] as const;
export type EquityRelationKind = (typeof equityRelationKinds)[number];

const keepers: Role[] = ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'];

class EquityShare {
  @IsIdentifier() labourSubcontractorId!: string;
  @IsIdentifier() contractorId!: string;
  @IsIn(equityRelationKinds) kind!: EquityRelationKind;
  /** The share of the capital in hundredths of a percent. */
  @IsCount(1, 10_000) shareBasisPoints!: number;
  @IsNestedList(() => Evidence, 10, 1) evidence!: Evidence[];
  @IsDay() fromDay!: Day;
}

class EndOfEquity {
  @IsIdentifier() labourSubcontractorId!: string;
  @IsIdentifier() contractorId!: string;
  @IsLongText(500) reason!: string;
  /** The first day without it. */
  @IsDay() endedOn!: Day;
}

/** A contractor takes a part in a labour subcontractor, or another part than before, from a day on (provision QD-50). */
@Command({
  name: 'organization.equity-relation.record',
  summary: { zh: '登记对劳务分包单位的股权关系', en: 'Record an equity relation to a labour subcontractor' },
  roles: keepers,
  provisions: ['QD-50'],
})
export class RecordEquityRelation extends EquityShare {}

/** The contractor has no part in the labour subcontractor any more (provision QD-50). */
@Command({
  name: 'organization.equity-relation.end',
  summary: { zh: '解除股权关系', en: 'End an equity relation' },
  roles: keepers,
  provisions: ['QD-50'],
})
export class EndEquityRelation extends EndOfEquity {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '股权关系已登记', en: 'An equity relation was recorded' },
  provisions: ['QD-50'],
})
export class EquityRelationRecorded extends EquityShare {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '股权关系已解除', en: 'An equity relation ended' },
  provisions: ['QD-50'],
})
export class EquityRelationEnded extends EndOfEquity {}

export const equityRelationCommands = { RecordEquityRelation, EndEquityRelation };
export type EquityRelationCommand = CommandOf<typeof equityRelationCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const equityRelationEvents = { EquityRelationRecorded, EquityRelationEnded };
export type EquityRelationEvent = EventOf<typeof equityRelationEvents>;
