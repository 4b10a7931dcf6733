import { type Day, IsDay } from '@gongyou/domain';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsCount, IsIdentifier, IsLongText, IsNestedList, IsSha256, IsShortText, IsTextList } from '../fields';
import { tradeCodes } from './trades';

/** What is issued to crews (provision QD-12). */
export const crewItemKinds = ['projectRule', 'plan', 'disclosure', 'notice'] as const;
export type CrewItemKind = (typeof crewItemKinds)[number];

/** What became of a matter that was put to a crew meeting: the crew decided it, voted it down, or put it before the project. */
export const matterOutcomes = ['decided', 'rejected', 'referred'] as const;
export type MatterOutcome = (typeof matterOutcomes)[number];

/** How the service of a manager who answered for a crew is assessed. The notice names no grades (QD-14): these are the platform's. */
export const crewSupportGrades = ['excellent', 'competent', 'notCompetent'] as const;
export type CrewSupportGrade = (typeof crewSupportGrades)[number];

const keepers: Role[] = ['administrator', 'unitOfficer', 'enterpriseSystem'];

/** The name of a power in the catalogue of powers: lower camel. */
const IsPowerName = (): PropertyDecorator => (target, property) => {
  for (const decorate of [IsString(), MaxLength(50), Matches(/^[a-z][A-Za-z]*$/)]) decorate(target, property);
};

/** A crew comes to be, under a unit of the kind crew (provision QD-03; DS-03). It is active from its first leader on. */
@Command({
  name: 'organization.crew.form',
  summary: { zh: '组建班组', en: 'Form a crew' },
  roles: keepers,
  towards: ['QD-03', 'QD-51'],
})
export class FormCrew {
  @IsIdentifier() unitId!: string;
  @IsIn(tradeCodes) trade!: string;
  /** The unit of the labour subcontractor whose crew it is; none for an enterprise's own crew. */
  @IsOptional() @IsIdentifier() labourSubcontractorId?: string;
  @IsDay() formedOn!: Day;
}

/** The crew works in another trade, or for another labour subcontractor. */
@Command({
  name: 'organization.crew.revise',
  summary: { zh: '修订班组信息', en: 'Revise the trade or the subcontractor of a crew' },
  roles: keepers,
})
export class ReviseCrew {
  @IsIdentifier() unitId!: string;
  @IsIn(tradeCodes) trade!: string;
  @IsOptional() @IsIdentifier() labourSubcontractorId?: string;
  @IsDay() revisedOn!: Day;
}

/** The crew ends, and with it whatever was given to it: its leader, its stationed people, its powers. */
@Command({
  name: 'organization.crew.dissolve',
  summary: { zh: '解散班组', en: 'Dissolve a crew' },
  roles: keepers,
  towards: ['QD-03'],
})
export class DissolveCrew {
  @IsIdentifier() unitId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() dissolvedOn!: Day;
}

/** A worker leads the crew, in place of whoever led it before. */
@Command({
  name: 'organization.crew.appoint-leader',
  summary: { zh: '任命班组长', en: 'Appoint the leader of a crew' },
  roles: keepers,
  towards: ['QD-03'],
})
export class AppointCrewLeader {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() workerId!: string;
  @IsDay() appointedOn!: Day;
}

/** The leader steps down without another in his place. */
@Command({
  name: 'organization.crew.relieve-leader',
  summary: { zh: '免去班组长', en: 'Relieve the leader of a crew' },
  roles: keepers,
})
export class RelieveCrewLeader {
  @IsIdentifier() unitId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() relievedOn!: Day;
}

/** A manager is stationed with the crew and answers for it (包保, provision QD-13). One at a time, until he is relieved. */
@Command({
  name: 'organization.crew.assign-support',
  summary: { zh: '指派包保管理人员', en: 'Assign a manager who answers for a crew' },
  roles: keepers,
  provisions: ['QD-13'],
  towards: ['QD-14'],
})
export class AssignCrewSupport {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() assignmentId!: string;
  @IsIdentifier() managerId!: string;
  @IsTextList(20, 1) duties!: string[];
  @IsDay() fromDay!: Day;
  /** Until when it is meant to last. The manager goes on answering until he is relieved. */
  @IsOptional() @IsDay() plannedUntil?: Day;
}

/** The manager answers for the crew no longer; the day is the last on which he did. */
@Command({
  name: 'organization.crew.end-support',
  summary: { zh: '结束包保', en: 'End the support of a crew by its manager' },
  roles: keepers,
  provisions: ['QD-13'],
})
export class EndCrewSupport {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() assignmentId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() endedOn!: Day;
}

/** How the manager answered for the crew is assessed, while he does or after it (provision QD-14). */
@Command({
  name: 'organization.crew.assess-support',
  summary: { zh: '考核包保管理人员', en: 'Assess how a manager answered for a crew' },
  roles: [...keepers, 'leadDepartment'],
  provisions: ['QD-14'],
})
export class AssessCrewSupport {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() assignmentId!: string;
  @IsIdentifier() assessmentId!: string;
  @IsIn(crewSupportGrades) grade!: CrewSupportGrade;
  @IsLongText(500) note!: string;
  @IsDay() assessedOn!: Day;
}

/** A Party member is stationed with the crew as its guide (provision QD-10). */
@Command({
  name: 'organization.crew.station-party-member',
  summary: { zh: '党员进驻班组', en: 'Station a Party member with a crew' },
  roles: keepers,
  towards: ['QD-10'],
})
export class StationPartyMember {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() stationingId!: string;
  @IsIdentifier() workerId!: string;
  @IsDay() fromDay!: Day;
  @IsOptional() @IsDay() plannedUntil?: Day;
}

/** The Party member is stationed with the crew no longer; the day is the last on which he was. */
@Command({
  name: 'organization.crew.end-party-member-stationing',
  summary: { zh: '结束党员进驻', en: 'End the stationing of a Party member' },
  roles: keepers,
  towards: ['QD-10'],
})
export class EndPartyMemberStationing {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() stationingId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() endedOn!: Day;
}

/** The contractor lets a member of the crew exercise a power of management, for a time and within limits (provision QD-29). */
@Command({
  name: 'organization.crew.delegate-power',
  summary: { zh: '授予班组管理权限', en: 'Delegate a power to a crew' },
  roles: keepers,
  provisions: ['QD-29'],
})
export class DelegatePower {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() delegationId!: string;
  @IsCount(1, 1000) catalogueVersion!: number;
  @IsPowerName() power!: string;
  /** Who gives the power. */
  @IsIdentifier() grantorId!: string;
  /** The member of the crew who holds it. */
  @IsIdentifier() holderId!: string;
  @IsOptional() @IsLongText(500) limits?: string;
  @IsDay() fromDay!: Day;
  /** The last day on which it holds. */
  @IsDay() untilDay!: Day;
}

/** Takes a power back before its time is over; it holds no more from the day given. */
@Command({
  name: 'organization.crew.revoke-power',
  summary: { zh: '收回班组管理权限', en: 'Revoke a power of a crew' },
  roles: keepers,
  provisions: ['QD-29'],
})
export class RevokePower {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() delegationId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() revokedOn!: Day;
}

/** Logs what was done by virtue of a delegated power; refused where the power did not hold on the day (provision QD-29). */
@Command({
  name: 'organization.crew.use-power',
  summary: { zh: '行使班组管理权限', en: 'Record the use of a delegated power' },
  roles: keepers,
  provisions: ['QD-29'],
})
export class UsePower {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() useId!: string;
  @IsIdentifier() delegationId!: string;
  @IsLongText(500) action!: string;
  @IsDay() usedOn!: Day;
}

/** A matter that was put to a crew meeting, with the vote on it. */
export class CrewMatter {
  @IsShortText(200) title!: string;
  @IsIn(matterOutcomes) outcome!: MatterOutcome;
  @IsOptional() @IsLongText(1000) decision?: string;
  @IsCount(0, 1000) votesFor!: number;
  @IsCount(0, 1000) votesAgainst!: number;
  @IsCount(0, 1000) votesAbstained!: number;
  /** The power by which the crew may decide it itself, where there is one. */
  @IsOptional() @IsPowerName() power?: string;
}

/** A matter as it was recorded. */
export class RecordedCrewMatter extends CrewMatter {
  /** Whether the power that the matter calls for had been delegated to the crew and held on the day of the meeting. */
  @IsBoolean() withinDelegatedPowers!: boolean;
}

/** The crew met and decided its own matters (crew self-governance, provision QD-30). */
@Command({
  name: 'organization.crew.record-meeting',
  summary: { zh: '记录班组会议', en: 'Record a crew meeting and what it decided' },
  roles: keepers,
  towards: ['QD-30'],
})
export class RecordCrewMeeting {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() meetingId!: string;
  @IsCount(1, 1000) memberCount!: number;
  @IsCount(1, 1000) presentCount!: number;
  @IsNestedList(() => CrewMatter, 50, 1) matters!: CrewMatter[];
  @IsDay() heldOn!: Day;
}

/** A rule, plan, disclosure or notice of the project is given to the crew (provision QD-12). */
@Command({
  name: 'organization.crew.issue-item',
  summary: { zh: '向班组下发', en: 'Issue an item to a crew' },
  roles: [...keepers, 'leadDepartment'],
  provisions: ['QD-12'],
})
export class IssueCrewItem {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() itemId!: string;
  @IsIn(crewItemKinds) kind!: CrewItemKind;
  @IsShortText(200) title!: string;
  /** Of the bytes of the document, where there is one. */
  @IsOptional() @IsSha256() sha256?: string;
  @IsDay() issuedOn!: Day;
  /** The last day on which the leader acknowledges it in time. */
  @IsDay() acknowledgeBy!: Day;
}

/** A member of the crew has taken note of an item. The item is acknowledged when the leader has (provision QD-12). */
@Command({
  name: 'organization.crew.acknowledge-item',
  summary: { zh: '签收下发内容', en: 'Acknowledge an item that was issued to a crew' },
  roles: keepers,
  provisions: ['QD-12'],
})
export class AcknowledgeCrewItem {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() itemId!: string;
  @IsIdentifier() workerId!: string;
  @IsDay() acknowledgedOn!: Day;
}

/**
 * The crew review of the national platform: one to five stars for quality, progress and safety, and one item held in reserve
 * (DS-13). A wrong review is replaced by another that names it; both stay on record (RW-13).
 */
@Command({
  name: 'organization.crew.review',
  summary: { zh: '班组评价（三项五星）', en: 'Review a crew: three items by five stars' },
  roles: [...keepers, 'leadDepartment', 'leadingGroupOffice'],
  towards: ['QD-51'],
})
export class ReviewCrew {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() reviewId!: string;
  @IsCount(1, 5) qualityStars!: number;
  @IsCount(1, 5) progressStars!: number;
  @IsCount(1, 5) safetyStars!: number;
  @IsOptional() @IsCount(1, 5) reservedStars?: number;
  @IsOptional() @IsLongText(500) note?: string;
  @IsDay() reviewedOn!: Day;
  @IsOptional() @IsIdentifier() replacesReviewId?: string;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组已组建', en: 'A crew was formed' } })
export class CrewFormed {
  @IsIdentifier() unitId!: string;
  @IsIn(tradeCodes) trade!: string;
  @IsOptional() @IsIdentifier() labourSubcontractorId?: string;
  @IsDay() formedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组信息已修订', en: 'A crew was revised' } })
export class CrewRevised {
  @IsIdentifier() unitId!: string;
  @IsIn(tradeCodes) trade!: string;
  @IsOptional() @IsIdentifier() labourSubcontractorId?: string;
  @IsDay() revisedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组已解散', en: 'A crew was dissolved' } })
export class CrewDissolved {
  @IsIdentifier() unitId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() dissolvedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组长已任命', en: 'The leader of a crew was appointed' } })
export class CrewLeaderAppointed {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() workerId!: string;
  @IsOptional() @IsIdentifier() replacedWorkerId?: string;
  @IsDay() appointedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组长已免去', en: 'The leader of a crew was relieved' } })
export class CrewLeaderRelieved {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() workerId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() relievedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组包保已指派', en: 'A manager was assigned to a crew' } })
export class CrewSupportAssigned {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() assignmentId!: string;
  @IsIdentifier() managerId!: string;
  @IsTextList(20, 1) duties!: string[];
  @IsDay() fromDay!: Day;
  @IsOptional() @IsDay() plannedUntil?: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组包保已结束', en: 'The support of a crew ended' } })
export class CrewSupportEnded {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() assignmentId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() endedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组包保已考核', en: 'The support of a crew was assessed' } })
export class CrewSupportAssessed {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() assignmentId!: string;
  @IsIdentifier() assessmentId!: string;
  @IsIdentifier() managerId!: string;
  @IsIn(crewSupportGrades) grade!: CrewSupportGrade;
  @IsLongText(500) note!: string;
  @IsDay() assessedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党员已进驻班组', en: 'A Party member was stationed with a crew' },
})
export class PartyMemberStationed {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() stationingId!: string;
  @IsIdentifier() workerId!: string;
  @IsDay() fromDay!: Day;
  @IsOptional() @IsDay() plannedUntil?: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党员进驻已结束', en: 'The stationing of a Party member ended' },
})
export class PartyMemberStationingEnded {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() stationingId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() endedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组管理权限已授予', en: 'A power was delegated to a crew' } })
export class PowerDelegated {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() delegationId!: string;
  @IsCount(1, 1000) catalogueVersion!: number;
  @IsPowerName() power!: string;
  @IsIdentifier() grantorId!: string;
  @IsIdentifier() holderId!: string;
  @IsOptional() @IsLongText(500) limits?: string;
  @IsDay() fromDay!: Day;
  @IsDay() untilDay!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组管理权限已收回', en: 'A power of a crew was revoked' } })
export class PowerRevoked {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() delegationId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() revokedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组管理权限已行使', en: 'A delegated power was used' } })
export class PowerUsed {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() useId!: string;
  @IsIdentifier() delegationId!: string;
  @IsPowerName() power!: string;
  @IsIdentifier() holderId!: string;
  @IsLongText(500) action!: string;
  @IsDay() usedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组会议已召开', en: 'A crew meeting was held' } })
export class CrewMeetingHeld {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() meetingId!: string;
  @IsCount(1, 1000) memberCount!: number;
  @IsCount(1, 1000) presentCount!: number;
  @IsNestedList(() => RecordedCrewMatter, 50, 1) matters!: RecordedCrewMatter[];
  @IsDay() heldOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '已向班组下发', en: 'An item was issued to a crew' } })
export class CrewItemIssued {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() itemId!: string;
  @IsIn(crewItemKinds) kind!: CrewItemKind;
  @IsShortText(200) title!: string;
  @IsOptional() @IsSha256() sha256?: string;
  @IsDay() issuedOn!: Day;
  @IsDay() acknowledgeBy!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组已签收', en: 'An item was acknowledged in a crew' } })
export class CrewItemAcknowledged {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() itemId!: string;
  @IsIdentifier() workerId!: string;
  /** Whether he led the crew when he did. */
  @IsBoolean() asLeader!: boolean;
  @IsDay() acknowledgedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组已评价', en: 'A crew was reviewed' } })
export class CrewReviewed {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() reviewId!: string;
  @IsCount(1, 5) qualityStars!: number;
  @IsCount(1, 5) progressStars!: number;
  @IsCount(1, 5) safetyStars!: number;
  @IsOptional() @IsCount(1, 5) reservedStars?: number;
  @IsOptional() @IsLongText(500) note?: string;
  @IsDay() reviewedOn!: Day;
  @IsOptional() @IsIdentifier() replacesReviewId?: string;
}

export const crewCommands = {
  FormCrew,
  ReviseCrew,
  DissolveCrew,
  AppointCrewLeader,
  RelieveCrewLeader,
  AssignCrewSupport,
  EndCrewSupport,
  AssessCrewSupport,
  StationPartyMember,
  EndPartyMemberStationing,
  DelegatePower,
  RevokePower,
  UsePower,
  RecordCrewMeeting,
  IssueCrewItem,
  AcknowledgeCrewItem,
  ReviewCrew,
};
export type CrewCommand = CommandOf<typeof crewCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const crewEvents = {
  CrewFormed,
  CrewRevised,
  CrewDissolved,
  CrewLeaderAppointed,
  CrewLeaderRelieved,
  CrewSupportAssigned,
  CrewSupportEnded,
  CrewSupportAssessed,
  PartyMemberStationed,
  PartyMemberStationingEnded,
  PowerDelegated,
  PowerRevoked,
  PowerUsed,
  CrewMeetingHeld,
  CrewItemIssued,
  CrewItemAcknowledged,
  CrewReviewed,
};
export type CrewEvent = EventOf<typeof crewEvents>;
