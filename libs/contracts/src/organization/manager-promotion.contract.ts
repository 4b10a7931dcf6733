import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { Query } from '../declare/query';
import type { Role } from '../declare/role';
import { IsIdentifier, IsLongText, IsNestedList, IsShortText } from '../fields';
import { type CrewSupportGrade, crewSupportGrades } from './crew.contract';
import { registerReaders } from './register-readers';

const keepers: Role[] = ['administrator', 'unitOfficer', 'enterpriseSystem'];

/** As many crews as a manager has answered for in his career. */
const MOST_ASSIGNMENTS = 100;

/** An assignment to answer for a crew, as a promotion names it. */
export class CrewSupportServed {
  /** The crew. */
  @IsIdentifier() unitId!: string;
  @IsIdentifier() assignmentId!: string;
}

/** The same, as it stood on the day of the promotion. */
export class CountedCrewSupport extends CrewSupportServed {
  @IsDay() fromDay!: Day;
  /** His last day; none while he still answered for the crew. */
  @IsOptional() @IsDay() endedOn?: Day;
  /** How it was assessed by then; none when nobody had. */
  @IsOptional() @IsIn(crewSupportGrades) grade?: CrewSupportGrade;
}

/** A manager is promoted, and his service with crews counted for it (provision QD-14). */
@Command({
  name: 'organization.manager-promotion.record',
  summary: { zh: '登记包保管理人员晋升', en: 'Record the promotion of a manager who served with crews' },
  roles: keepers,
  provisions: ['QD-14'],
})
export class RecordManagerPromotion {
  @IsIdentifier() promotionId!: string;
  @IsIdentifier() managerId!: string;
  /** The unit that promotes him. */
  @IsIdentifier() organizationId!: string;
  @IsShortText(100) fromPost!: string;
  @IsShortText(100) toPost!: string;
  @IsNestedList(() => CrewSupportServed, MOST_ASSIGNMENTS, 1) served!: CrewSupportServed[];
  @IsDay() promotedOn!: Day;
}

/** The record was wrong, or the promotion did not come about. */
@Command({
  name: 'organization.manager-promotion.withdraw',
  summary: { zh: '撤回晋升登记', en: 'Withdraw the record of a promotion' },
  roles: keepers,
  provisions: ['QD-14'],
})
export class WithdrawManagerPromotion {
  @IsIdentifier() promotionId!: string;
  @IsLongText(500) reason!: string;
  @IsShortText(100) approvedBy!: string;
  @IsDay() withdrawnOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '包保管理人员已晋升', en: 'A manager was promoted' } })
export class ManagerPromoted {
  @IsIdentifier() promotionId!: string;
  @IsIdentifier() managerId!: string;
  @IsIdentifier() organizationId!: string;
  @IsShortText(100) fromPost!: string;
  @IsShortText(100) toPost!: string;
  @IsNestedList(() => CountedCrewSupport, MOST_ASSIGNMENTS, 1) served!: CountedCrewSupport[];
  @IsDay() promotedOn!: Day;
}

/** A correction: the promotion stands no more. */
@DomainEvent({
  context: 'organization',
  summary: { zh: '晋升登记已撤回', en: 'The record of a promotion was withdrawn' },
})
export class ManagerPromotionWithdrawn {
  @IsIdentifier() promotionId!: string;
  @IsLongText(500) reason!: string;
  @IsShortText(100) approvedBy!: string;
  @IsDay() withdrawnOn!: Day;
}

export const managerPromotionCommands = { RecordManagerPromotion, WithdrawManagerPromotion };
export type ManagerPromotionCommand = CommandOf<typeof managerPromotionCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const managerPromotionEvents = { ManagerPromoted, ManagerPromotionWithdrawn };
export type ManagerPromotionEvent = EventOf<typeof managerPromotionEvents>;

/** What a manager did for crews at or below a unit, how it was assessed, and whether it counted when he was promoted (provision QD-14). */
@Query({
  name: 'organization.manager-service',
  summary: { zh: '包保管理人员任职与晋升记录', en: 'A manager’s service with crews, and his promotions' },
  roles: registerReaders,
  provisions: ['QD-14'],
})
export class ManagerService {
  @IsIdentifier() organization!: string;
  @IsIdentifier() manager!: string;
}

export interface CrewSupportRow {
  unitId: string;
  unitName: string;
  assignmentId: string;
  fromDay: string;
  endedOn: string | null;
  /** The latest assessment first. */
  assessments: { assessmentId: string; grade: CrewSupportGrade; note: string; assessedOn: string }[];
}

export interface ManagerPromotionRow {
  promotionId: string;
  organizationId: string;
  fromPost: string;
  toPost: string;
  served: CountedCrewSupport[];
  promotedOn: string;
  withdrawnOn: string | null;
}

export interface ManagerServiceAnswer {
  managerId: string;
  supports: CrewSupportRow[];
  promotions: ManagerPromotionRow[];
  position: number;
}
