import { type Day, IsDay, IsText } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import type { CrewItemKind, RecordedCrewMatter } from './crew.contract';
import type { Shift } from './morning-meeting.contract';
import { tradeCodes } from './trades';
import { registerReaders } from './register-readers';

/** A crew is formed until it has its first leader; a leader who leaves does not make it inactive again. */
export const crewStages = ['formed', 'active', 'dissolved'] as const;
export type CrewStage = (typeof crewStages)[number];

/** The register of crews, from one unit downwards; paged, in the order of unit ids. */
@Query({
  name: 'organization.crews',
  summary: { zh: '班组台账', en: 'The register of crews' },
  roles: registerReaders,
  provisions: ['QD-13'],
  towards: ['QD-03', 'QD-10', 'QD-30', 'QD-51'],
})
export class Crews {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(crewStages) stage?: CrewStage;
  @IsOptional() @IsIn(tradeCodes) trade?: string;
  @IsOptional() @IsIdentifier() labourSubcontractor?: string;
  /** Only crews that this manager answers for. */
  @IsOptional() @IsIdentifier() manager?: string;
  /** `false` lists the crews that stand without a manager who answers for them. */
  @IsOptional() @IsIn(['true', 'false']) supported?: 'true' | 'false';
  /** `false` lists the crews that stand without a Party member. */
  @IsOptional() @IsIn(['true', 'false']) guided?: 'true' | 'false';
  /** Only crews that stand and held no morning meeting on this day or later. */
  @IsOptional() @IsDay() noMorningMeetingSince?: Day;
  /** Only crews that stand and held no crew meeting on this day or later. */
  @IsOptional() @IsDay() noMeetingSince?: Day;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/** The stars of a crew review, 1 to 5 (DS-13). */
export interface CrewStars {
  qualityStars: number;
  progressStars: number;
  safetyStars: number;
  reservedStars: number | null;
}

/** A crew as it stands. Persons are given by their opaque ids. */
export interface CrewRow {
  unitId: string;
  unitName: string;
  trade: string;
  labourSubcontractorId: string | null;
  stage: CrewStage;
  formedOn: string;
  dissolvedOn: string | null;
  leaderId: string | null;
  leaderSince: string | null;
  /** The manager who answers for the crew (包保). */
  managerId: string | null;
  managerSince: string | null;
  partyMemberIds: string[];
  lastMeetingOn: string | null;
  lastMorningMeetingOn: string | null;
  /** The latest review that was not replaced. */
  lastReview: (CrewStars & { reviewedOn: string }) | null;
}

export interface CrewsAnswer {
  crews: CrewRow[];
  nextCursor: string | null;
  position: number;
}

/** One crew, with what was given to it and what it did lately. */
@Query({
  name: 'organization.crew',
  summary: { zh: '班组详情', en: 'One crew' },
  roles: registerReaders,
  provisions: ['QD-29'],
  towards: ['QD-14', 'QD-30'],
})
export class Crew {
  /** Its unit. */
  @IsIdentifier() crew!: string;
}

/** How long a manager or a Party member is or was with a crew. */
export interface CrewStationingRow {
  id: string;
  personId: string;
  /** Of a manager; empty for a Party member. */
  duties: string[];
  fromDay: string;
  plannedUntil: string | null;
  endedOn: string | null;
}

export interface DelegatedPowerRow {
  delegationId: string;
  catalogueVersion: number;
  power: string;
  grantorId: string;
  holderId: string;
  limits: string | null;
  fromDay: string;
  untilDay: string;
  revokedOn: string | null;
}

export interface CrewReviewRow extends CrewStars {
  reviewId: string;
  reviewedOn: string;
  note: string | null;
  replacedByReviewId: string | null;
}

export interface CrewMeetingRow {
  meetingId: string;
  heldOn: string;
  memberCount: number;
  presentCount: number;
  matters: RecordedCrewMatter[];
}

export interface MorningMeetingRow {
  heldOn: string;
  shift: Shift;
  place: string;
  presentCount: number;
  topics: string[];
  risks: string[];
  minutes: number | null;
  evidenceCount: number;
  isCorrected: boolean;
}

export interface PowerUseRow {
  useId: string;
  power: string;
  holderId: string;
  action: string;
  usedOn: string;
}

export interface CrewAnswer {
  crew: CrewRow;
  supports: CrewStationingRow[];
  partyMembers: CrewStationingRow[];
  powers: DelegatedPowerRow[];
  reviews: CrewReviewRow[];
  /** The latest first, at most 50 of each. */
  powerUses: PowerUseRow[];
  meetings: CrewMeetingRow[];
  morningMeetings: MorningMeetingRow[];
  position: number;
}

/** What was issued to crews from one unit downwards; paged, in the order of the last day for acknowledging it. */
@Query({
  name: 'organization.crew-items',
  summary: { zh: '班组下发签收情况', en: 'Items issued to crews' },
  roles: registerReaders,
  provisions: ['QD-12'],
})
export class CrewItems {
  @IsIdentifier() organization!: string;
  /** Only what the leader had not acknowledged in time when this day began. */
  @IsOptional() @IsDay() lateOn?: Day;
  @IsOptional() @IsText(150) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface CrewItemRow {
  unitId: string;
  unitName: string;
  itemId: string;
  kind: CrewItemKind;
  title: string;
  sha256: string | null;
  issuedOn: string;
  acknowledgeBy: string;
  /** The day on which the leader acknowledged it. */
  acknowledgedOn: string | null;
  /** Members who have, the leader among them. */
  acknowledgedByCount: number;
}

export interface CrewItemsAnswer {
  items: CrewItemRow[];
  nextCursor: string | null;
  position: number;
}

/**
 * The morning meetings of a day held against the rosters of the crews (HS-09): who was there and is on no roster of the crew, and
 * who is on it and was at none of its meetings. What the gate has seen of them belongs to attendance. Paged, in the order of unit ids.
 */
@Query({
  name: 'organization.morning-meeting-exceptions',
  summary: { zh: '晨会与花名册比对', en: 'Morning meetings of a day, held against the rosters' },
  roles: registerReaders,
  towards: ['CC-13c', 'CC-13f', 'WZ-17c'],
})
export class MorningMeetingExceptions {
  @IsIdentifier() organization!: string;
  @IsDay() day!: Day;
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/** A crew that met on the day, in one or two shifts. */
export interface MorningMeetingExceptionRow {
  unitId: string;
  unitName: string;
  shifts: Shift[];
  /** Heads that were counted, of both shifts together. */
  presentCount: number;
  /** Of these, how many were named and are on the roster: nobody is without registration. */
  onRosterCount: number;
  /** Named, and not on the roster of the crew on that day. */
  notOnRoster: string[];
  /** On the roster, and named at no meeting of the day; null where heads were counted without naming them. */
  notAtMeeting: string[] | null;
}

export interface MorningMeetingExceptionsAnswer {
  crews: MorningMeetingExceptionRow[];
  nextCursor: string | null;
  position: number;
}
