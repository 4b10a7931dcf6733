import { type Day, IsDay } from '@gongyou/domain';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsCount, IsIdentifier, IsLongText, IsNested, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** A contract of one employer, or one of an industry or an area, which there is below the county level in building (劳动合同法 Art. 53, UN-10). */
export const collectiveContractScopes = ['enterprise', 'industry', 'area'] as const;
export type CollectiveContractScope = (typeof collectiveContractScopes)[number];

export const negotiatingSides = ['staff', 'employer'] as const;
export type NegotiatingSide = (typeof negotiatingSides)[number];

/** By whom the draft was passed (劳动合同法 Art. 51): the workers' congress, or all of the staff. */
export const draftPassers = ['workersCongress', 'allStaff'] as const;
export type DraftPasser = (typeof draftPassers)[number];

/** One side asks the other for wage talks (工资集体协商, UN-09). */
@Command({
  name: 'organization.collective-contract.demand-talks',
  summary: { zh: '提出集体协商要约', en: 'Demand collective wage talks' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
})
export class DemandCollectiveTalks {
  @IsIdentifier() collectiveContractId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(collectiveContractScopes) scope!: CollectiveContractScope;
  @IsIn(negotiatingSides) demandedBy!: NegotiatingSide;
  @IsShortText(300) subject!: string;
  /** The agreement that runs now, whose end the talks come before; none for the first. */
  @IsOptional() @IsIdentifier() previousContractId?: string;
  @IsDay() demandedOn!: Day;
}

/** The other side replies: in writing, within 20 days (UN-09). */
@Command({
  name: 'organization.collective-contract.reply',
  summary: { zh: '回应集体协商要约', en: 'Reply to a demand for talks' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
})
export class ReplyToTalksDemand {
  @IsIdentifier() collectiveContractId!: string;
  @IsBoolean() agreed!: boolean;
  @IsNested(() => Evidence) writing!: Evidence;
  @IsDay() repliedOn!: Day;
}

/** The talks were held; both sides had their papers five days before, and at most a third of a side's delegates came from outside (UN-09). */
@Command({
  name: 'organization.collective-contract.hold-talks',
  summary: { zh: '登记集体协商会议', en: 'Record the talks' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
})
export class HoldCollectiveTalks {
  @IsIdentifier() collectiveContractId!: string;
  /** The day on which the sides gave each other what they ask and what it rests on. */
  @IsDay() papersExchangedOn!: Day;
  @IsCount(1, 50) staffDelegates!: number;
  @IsCount(0, 50) staffDelegatesFromOutside!: number;
  @IsCount(1, 50) employerDelegates!: number;
  @IsCount(0, 50) employerDelegatesFromOutside!: number;
  @IsNestedList(() => Evidence, 20) minutes!: Evidence[];
  @IsDay() heldOn!: Day;
}

/** The draft was passed by the congress or all staff, and signed (UN-10). */
@Command({
  name: 'organization.collective-contract.sign',
  summary: { zh: '签订集体合同', en: 'Sign the collective contract' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
})
export class SignCollectiveContract {
  @IsIdentifier() collectiveContractId!: string;
  @IsIn(draftPassers) passedBy!: DraftPasser;
  /** The congress and its resolution; needed where the congress passed it. */
  @IsOptional() @IsIdentifier() congressId?: string;
  @IsOptional() @IsIdentifier() resolutionId?: string;
  @IsNested(() => Evidence) text!: Evidence;
  @IsDay() signedOn!: Day;
  /** The last day of the contract. */
  @IsDay() endsOn!: Day;
}

/** The contract was handed to the human-resources department, within seven days (UN-09). */
@Command({
  name: 'organization.collective-contract.submit',
  summary: { zh: '报送人社部门审查', en: 'Submit the contract to the human-resources department' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
})
export class SubmitCollectiveContract {
  @IsIdentifier() collectiveContractId!: string;
  /** The day on which the department had it: its 15 days begin. */
  @IsDay() receivedOn!: Day;
}

/** The department objects within 15 days (UN-09, UN-10). */
@Command({
  name: 'organization.collective-contract.object',
  summary: { zh: '登记人社部门异议', en: 'Record an objection of the human-resources department' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
})
export class ObjectToCollectiveContract {
  @IsIdentifier() collectiveContractId!: string;
  @IsLongText(1000) grounds!: string;
  @IsDay() objectedOn!: Day;
}

/** The contract is in force: the department has found nothing, or kept silent for 15 days (UN-09, UN-10). */
@Command({
  name: 'organization.collective-contract.enter-into-force',
  summary: { zh: '集体合同生效', en: 'Bring the collective contract into force' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
})
export class EnterCollectiveContractIntoForce {
  @IsIdentifier() collectiveContractId!: string;
  /** Whether the department said that it has no objection; else its time must have run out. */
  @IsBoolean() clearedByDepartment!: boolean;
  @IsDay() inForceFrom!: Day;
}

/** All of the staff were told of the contract, within five days (UN-09). */
@Command({
  name: 'organization.collective-contract.announce',
  summary: { zh: '向全体职工公布', en: 'Announce the contract to the staff' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
})
export class AnnounceCollectiveContract {
  @IsIdentifier() collectiveContractId!: string;
  @IsShortText(200) place!: string;
  @IsDay() announcedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '已提出集体协商要约', en: 'Collective talks were demanded' } })
export class CollectiveTalksDemanded {
  @IsIdentifier() collectiveContractId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(collectiveContractScopes) scope!: CollectiveContractScope;
  @IsIn(negotiatingSides) demandedBy!: NegotiatingSide;
  @IsShortText(300) subject!: string;
  @IsOptional() @IsIdentifier() previousContractId?: string;
  @IsDay() demandedOn!: Day;
  /** The last day for a reply. */
  @IsDay() replyDueOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '协商要约已回应', en: 'A demand for talks was replied to' } })
export class TalksDemandRepliedTo {
  @IsIdentifier() collectiveContractId!: string;
  @IsBoolean() agreed!: boolean;
  /** Whether it came after the last day for it. */
  @IsBoolean() late!: boolean;
  @IsNested(() => Evidence) writing!: Evidence;
  @IsDay() repliedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '集体协商已举行', en: 'Collective talks were held' } })
export class CollectiveTalksHeld {
  @IsIdentifier() collectiveContractId!: string;
  @IsDay() papersExchangedOn!: Day;
  @IsCount(1, 50) staffDelegates!: number;
  @IsCount(0, 50) staffDelegatesFromOutside!: number;
  @IsCount(1, 50) employerDelegates!: number;
  @IsCount(0, 50) employerDelegatesFromOutside!: number;
  @IsNestedList(() => Evidence, 20) minutes!: Evidence[];
  @IsDay() heldOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '集体合同已签订', en: 'A collective contract was signed' } })
export class CollectiveContractSigned {
  @IsIdentifier() collectiveContractId!: string;
  @IsIn(draftPassers) passedBy!: DraftPasser;
  @IsOptional() @IsIdentifier() congressId?: string;
  @IsOptional() @IsIdentifier() resolutionId?: string;
  @IsNested(() => Evidence) text!: Evidence;
  @IsDay() signedOn!: Day;
  @IsDay() endsOn!: Day;
  /** The last day on which it is handed in on time. */
  @IsDay() submissionDueOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '集体合同已报送审查', en: 'A collective contract was submitted' },
})
export class CollectiveContractSubmitted {
  @IsIdentifier() collectiveContractId!: string;
  @IsBoolean() late!: boolean;
  @IsDay() receivedOn!: Day;
  /** The last day for an objection: silence until then brings it into force on the next. */
  @IsDay() objectionDueOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '人社部门已提出异议', en: 'A collective contract was objected to' },
})
export class CollectiveContractObjectedTo {
  @IsIdentifier() collectiveContractId!: string;
  @IsLongText(1000) grounds!: string;
  @IsDay() objectedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '集体合同已生效', en: 'A collective contract entered into force' },
})
export class CollectiveContractEnteredIntoForce {
  @IsIdentifier() collectiveContractId!: string;
  @IsBoolean() clearedByDepartment!: boolean;
  @IsDay() inForceFrom!: Day;
  @IsDay() announcementDueOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '集体合同已向职工公布', en: 'A collective contract was announced to the staff' },
})
export class CollectiveContractAnnounced {
  @IsIdentifier() collectiveContractId!: string;
  @IsShortText(200) place!: string;
  @IsBoolean() late!: boolean;
  @IsDay() announcedOn!: Day;
}

export const collectiveContractCommands = {
  DemandCollectiveTalks,
  ReplyToTalksDemand,
  HoldCollectiveTalks,
  SignCollectiveContract,
  SubmitCollectiveContract,
  ObjectToCollectiveContract,
  EnterCollectiveContractIntoForce,
  AnnounceCollectiveContract,
};
export type CollectiveContractCommand = CommandOf<typeof collectiveContractCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const collectiveContractEvents = {
  CollectiveTalksDemanded,
  TalksDemandRepliedTo,
  CollectiveTalksHeld,
  CollectiveContractSigned,
  CollectiveContractSubmitted,
  CollectiveContractObjectedTo,
  CollectiveContractEnteredIntoForce,
  CollectiveContractAnnounced,
};
export type CollectiveContractEvent = EventOf<typeof collectiveContractEvents>;
