import { type Day, IsDay } from '@gongyou/domain';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsIdentifier, IsLongText, IsNested, IsNestedList } from '../fields';

/** What a matter (事项) is about, by kind (JX-56b). */
export const matterKinds = ['wage', 'board', 'safety', 'work', 'other'] as const;
export type MatterKind = (typeof matterKinds)[number];

/**
 * What is asked for, by kind. A closed list and no text: what a team asks for is kept, and neither what a person thinks nor who
 * said it can be (JX-40, JX-52).
 */
export const matterSubjectsOfKind = {
  wage: ['payLate', 'payShort', 'paySlip', 'wageAccount', 'measuredWork'],
  board: ['food', 'water', 'dormitory', 'heatingOrCooling', 'washing', 'electricity'],
  safety: ['protectiveEquipment', 'dangerOnSite', 'machines', 'safetyTraining', 'firstAid'],
  work: ['workload', 'workingHours', 'tools', 'materials', 'instructions', 'contract', 'skills'],
  other: ['insurance', 'papers', 'family', 'leisure', 'transport', 'anotherSubject'],
} as const satisfies Record<MatterKind, readonly string[]>;
export const matterSubjects = Object.values(matterSubjectsOfKind).flat();
export type MatterSubject = (typeof matterSubjects)[number];

/** The record in which a team's request first stands; it tells when and where, never who (JX-40, JX-56b, QD-41). */
export const matterSources = ['liaisonWork', 'talk', 'round', 'supportVisit', 'crewMeeting'] as const;
export type MatterSource = (typeof matterSources)[number];

/** The levels that a matter climbs, lowest first (JX-14). */
export const matterLevels = ['crew', 'project', 'district', 'company'] as const;
export type MatterLevel = (typeof matterLevels)[number];

/** Why a level hands a matter up. That its time limit passed is found by the platform, and told by nobody. */
export const matterEscalationReasons = ['beyondItsPowers', 'beyondItsMeans', 'concernsOtherUnits'] as const;
export type MatterEscalationReason = (typeof matterEscalationReasons)[number];
export const matterHopReasons = [...matterEscalationReasons, 'timeLimitPassed'] as const;
export type MatterHopReason = (typeof matterHopReasons)[number];

/** The answer: it is done, it will be done by a day, or it cannot be done. */
export const matterAnswers = ['done', 'planned', 'notPossible'] as const;
export type MatterAnswer = (typeof matterAnswers)[number];

/** How a crew is told what became of its matter. */
export const crewTellings = ['meeting', 'notice', 'talk'] as const;
export type CrewTelling = (typeof crewTellings)[number];

export const matterWithdrawalReasons = ['enteredTwice', 'enteredByMistake'] as const;
export type MatterWithdrawalReason = (typeof matterWithdrawalReasons)[number];

const keepers: readonly Role[] = ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'];

/** Where a matter was first put down. */
export class MatterOrigin {
  @IsIn(matterSources) source!: MatterSource;
  @IsIdentifier() recordId!: string;
}

/** The last day on which a matter is moved in time. */
export class MatterTimeLimit {
  @IsDay() dueOn!: Day;
  /** The count of working days went through days whose holidays are not published yet. */
  @IsBoolean() provisional!: boolean;
}

/** Where a matter lies: the unit of a level, who owns it there, and until when. */
export class MatterStation {
  @IsIn(matterLevels) level!: MatterLevel;
  @IsIdentifier() unitId!: string;
  /** Who is to see to it, by opaque id. None until somebody is named after a hop. */
  @IsOptional() @IsIdentifier() ownerId?: string;
  @IsNested(() => MatterTimeLimit) limit!: MatterTimeLimit;
}

/** A request as a log holds it; a matter is raised for each (JX-40, JX-52, JX-56b, JX-70, QD-41). */
export class LoggedRequest {
  @IsIdentifier() matterId!: string;
  @IsIn(matterKinds) kind!: MatterKind;
  @IsIn(matterSubjects) subject!: MatterSubject;
  /** Who owns the matter; where nobody is named the liaison person of the crew (JX-08), and without one whoever keeps the log. */
  @IsOptional() @IsIdentifier() ownerId?: string;
}

/** The requests that a log entry holds. */
export const HoldsRequests = (): PropertyDecorator => IsNestedList(() => LoggedRequest, 50);

/** A crew or a labour team asks for something; the matter has an owner from the first day (JX-14, JX-15, JX-56b). */
@Command({
  name: 'organization.matter.raise',
  summary: { zh: '登记事项', en: 'Raise a matter of a crew' },
  roles: [...keepers, 'platform'],
  provisions: ['JX-08'],
  towards: ['JX-14', 'JX-15', 'JX-40', 'JX-52', 'JX-56b', 'JX-70', 'QD-41'],
})
export class RaiseMatter {
  @IsIdentifier() matterId!: string;
  /** The crew, or the labour team, that asks. */
  @IsIdentifier() unitId!: string;
  @IsIn(matterKinds) kind!: MatterKind;
  @IsIn(matterSubjects) subject!: MatterSubject;
  @IsNested(() => MatterOrigin) origin!: MatterOrigin;
  @IsIdentifier() ownerId!: string;
  @IsDay() raisedOn!: Day;
}

/** Names who owns the matter at the level where it lies (JX-15). */
@Command({
  name: 'organization.matter.assign-owner',
  summary: { zh: '指定事项责任人', en: 'Name the owner of a matter' },
  roles: [...keepers, 'platform'],
  towards: ['JX-15'],
})
export class AssignMatterOwner {
  @IsIdentifier() matterId!: string;
  @IsIn(matterLevels) level!: MatterLevel;
  @IsIdentifier() ownerId!: string;
  @IsDay() assignedOn!: Day;
}

/** A level hands a matter that it cannot settle to the level above (JX-14). */
@Command({
  name: 'organization.matter.escalate',
  summary: { zh: '上报事项', en: 'Hand a matter up to the next level' },
  roles: keepers,
  towards: ['JX-14', 'JX-15'],
})
export class EscalateMatter {
  @IsIdentifier() matterId!: string;
  /** The level that hands it up, so that a repetition does not hand it up twice. */
  @IsIn(matterLevels) fromLevel!: MatterLevel;
  @IsIn(matterEscalationReasons) reason!: MatterEscalationReason;
  /** Who owns it above, where that is known already. */
  @IsOptional() @IsIdentifier() ownerId?: string;
  @IsDay() escalatedOn!: Day;
}

/** The platform hands a matter up whose time limit has passed with a closed day (JX-14). */
@Command({
  name: 'organization.matter.escalate-overdue',
  summary: { zh: '上报超期事项', en: 'Hand an overdue matter up to the next level' },
  roles: ['platform'],
  towards: ['JX-14'],
})
export class EscalateOverdueMatter {
  @IsIdentifier() matterId!: string;
  @IsDay() closedDay!: Day;
}

/** The level where a matter lies answers it. */
@Command({
  name: 'organization.matter.answer',
  summary: { zh: '答复事项', en: 'Answer a matter' },
  roles: keepers,
  towards: ['JX-14', 'JX-70'],
})
export class AnswerMatter {
  @IsIdentifier() matterId!: string;
  @IsIn(matterAnswers) answer!: MatterAnswer;
  /** What the unit does about it, or why it cannot. It is told to the whole crew and names nobody. */
  @IsLongText(1000) measure!: string;
  /** By when it will be done, where it is planned. */
  @IsOptional() @IsDay() plannedFor?: Day;
  @IsDay() answeredOn!: Day;
}

/** An answer goes one level down, the way that its matter came (JX-14). */
@Command({
  name: 'organization.matter.pass-answer-on',
  summary: { zh: '逐级反馈答复', en: 'Pass an answer one level down' },
  roles: keepers,
  towards: ['JX-14'],
})
export class PassMatterAnswerOn {
  @IsIdentifier() matterId!: string;
  @IsIn(matterLevels) fromLevel!: MatterLevel;
  @IsDay() passedOn!: Day;
}

/** The crew was told the answer, which closes the matter (JX-14, JX-70). */
@Command({
  name: 'organization.matter.close',
  summary: { zh: '向班组反馈并办结事项', en: 'Tell a crew the answer and close the matter' },
  roles: keepers,
  towards: ['JX-14', 'JX-70'],
})
export class CloseMatter {
  @IsIdentifier() matterId!: string;
  @IsIn(crewTellings) told!: CrewTelling;
  @IsDay() toldOn!: Day;
}

/** Takes back a matter that should not have been entered. */
@Command({
  name: 'organization.matter.withdraw',
  summary: { zh: '撤销事项', en: 'Withdraw a matter entered by mistake' },
  roles: keepers,
})
export class WithdrawMatter {
  @IsIdentifier() matterId!: string;
  @IsIn(matterWithdrawalReasons) reason!: MatterWithdrawalReason;
  @IsIdentifier() approvedBy!: string;
  @IsDay() withdrawnOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '事项已提出', en: 'A matter was raised' } })
export class MatterRaised {
  @IsIdentifier() matterId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(matterKinds) kind!: MatterKind;
  @IsIn(matterSubjects) subject!: MatterSubject;
  @IsNested(() => MatterOrigin) origin!: MatterOrigin;
  @IsNested(() => MatterStation) station!: MatterStation;
  @IsDay() raisedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '事项责任人已指定', en: 'The owner of a matter was named' } })
export class MatterOwnerAssigned {
  @IsIdentifier() matterId!: string;
  @IsIn(matterLevels) level!: MatterLevel;
  @IsIdentifier() ownerId!: string;
  @IsDay() assignedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '事项已上报', en: 'A matter was handed up to the next level' },
})
export class MatterEscalated {
  @IsIdentifier() matterId!: string;
  @IsIn(matterLevels) fromLevel!: MatterLevel;
  @IsIn(matterHopReasons) reason!: MatterHopReason;
  @IsNested(() => MatterStation) station!: MatterStation;
  @IsDay() escalatedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '事项已答复', en: 'A matter was answered' } })
export class MatterAnswered {
  @IsIdentifier() matterId!: string;
  @IsIn(matterLevels) level!: MatterLevel;
  @IsIn(matterAnswers) answer!: MatterAnswer;
  @IsLongText(1000) measure!: string;
  @IsOptional() @IsDay() plannedFor?: Day;
  /** Every level that it lay at kept its time limit. */
  @IsBoolean() inTime!: boolean;
  /** For passing the answer on, or for telling the crew. */
  @IsNested(() => MatterTimeLimit) limit!: MatterTimeLimit;
  @IsDay() answeredOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '事项答复已下达一级', en: 'An answer went one level down' } })
export class MatterAnswerPassedOn {
  @IsIdentifier() matterId!: string;
  @IsIn(matterLevels) fromLevel!: MatterLevel;
  @IsNested(() => MatterStation) station!: MatterStation;
  @IsDay() passedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '事项已反馈并办结', en: 'A crew was told the answer; its matter is closed' },
})
export class MatterClosed {
  @IsIdentifier() matterId!: string;
  @IsIn(crewTellings) told!: CrewTelling;
  @IsDay() toldOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '事项已撤销', en: 'A matter was withdrawn' } })
export class MatterWithdrawn {
  @IsIdentifier() matterId!: string;
  @IsIn(matterWithdrawalReasons) reason!: MatterWithdrawalReason;
  @IsIdentifier() approvedBy!: string;
  @IsDay() withdrawnOn!: Day;
}

export const matterCommands = {
  RaiseMatter,
  AssignMatterOwner,
  EscalateMatter,
  EscalateOverdueMatter,
  AnswerMatter,
  PassMatterAnswerOn,
  CloseMatter,
  WithdrawMatter,
};
export type MatterCommand = CommandOf<typeof matterCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const matterEvents = {
  MatterRaised,
  MatterOwnerAssigned,
  MatterEscalated,
  MatterAnswered,
  MatterAnswerPassedOn,
  MatterClosed,
  MatterWithdrawn,
};
export type MatterEvent = EventOf<typeof matterEvents>;
