import { type Day, IsDay, IsPeriod, IsText, type Period } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import {
  type LiaisonLevel,
  liaisonLevels,
  type LiaisonMode,
  type LiaisonTrainingTopic,
  type NominationScore,
} from './liaison-officer.contract';
import type { DefiningDocument, DefinitionItem, LiaisonRole } from './liaison-role-definition.contract';
import type { LiaisonActivity } from './liaison-work-log.contract';
import { registerReaders } from './register-readers';

export const liaisonStages = ['nominated', 'appointed', 'onDuty', 'relieved'] as const;
export type LiaisonStage = (typeof liaisonStages)[number];

/** Liaison officers of a unit and those below it, in the order of their ids; paged. Names are on the notice board alone. */
@Query({
  name: 'organization.liaison-officers',
  summary: { zh: '查询协理员名册', en: 'Liaison officers at or below a unit' },
  roles: registerReaders,
  provisions: ['JX-10a', 'JX-11'],
  towards: ['JX-01', 'JX-05', 'JX-09', 'JX-35'],
})
export class LiaisonOfficers {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(liaisonLevels) level?: LiaisonLevel;
  @IsOptional() @IsIn(liaisonStages) stage?: LiaisonStage;
  /** On duty on this day in the post that they have or had last; its last day counts. */
  @IsOptional() @IsDay() onDutyOn?: Day;
  /** `false` for those who are not disclosed (JX-11). */
  @IsOptional() @IsIn(['true', 'false']) published?: 'true' | 'false';
  /** `false` for those whose training before duty is not complete (JX-10a). */
  @IsOptional() @IsIn(['true', 'false']) trained?: 'true' | 'false';
  /** Only those whom this unit manages, as one of the two of dual management (JX-35). */
  @IsOptional() @IsIdentifier() managedBy?: string;
  /** The last officer id of the page before. */
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/** A liaison officer as things stand. */
export interface LiaisonOfficerRow {
  officerId: string;
  level: LiaisonLevel;
  mode: LiaisonMode;
  unitId: string;
  unitName: string;
  stage: LiaisonStage;
  nominatedOn: string;
  /** The scores of the nomination, and the day on which the Party committee approved it (JX-05). */
  scores: NominationScore[];
  approvedOn: string | null;
  dispatchingUnitId: string | null;
  managingUnitIds: string[];
  definitionVersion: number | null;
  treatment: string | null;
  effectiveOn: string | null;
  termEndsOn: string | null;
  obligationsAcceptedOn: string | null;
  /** Topics of the training before duty that are still missing. */
  topicsMissing: LiaisonTrainingTopic[];
  courseHours: number;
  onDutyFrom: string | null;
  relievedOn: string | null;
  published: boolean;
  armbandNumber: string | null;
}

export interface LiaisonOfficersAnswer {
  officers: LiaisonOfficerRow[];
  nextCursor: string | null;
  position: number;
}

/**
 * Open districts, projects under construction and standing crews with an officer on duty, and without one: of a district a full-time
 * one (JX-07a, JX-07b, JX-08, JX-15). The same shares on both clocks are standing indicators.
 */
@Query({
  name: 'organization.liaison-coverage',
  summary: { zh: '查询协理员覆盖情况', en: 'Coverage by liaison officers at or below a unit' },
  roles: registerReaders,
  provisions: ['JX-07a', 'JX-07b'],
  towards: ['JX-08', 'JX-09', 'JX-15'],
})
export class LiaisonCoverage {
  @IsIdentifier() organization!: string;
  /** The last unit id of the page of uncovered units before. */
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface LevelCoverage {
  level: LiaisonLevel;
  /** Open districts, projects under construction, standing crews. */
  units: number;
  /** Those with an officer on duty; districts with a full-time one. */
  covered: number;
  officersOnDuty: number;
  officersFullTime: number;
  officersDisclosed: number;
}

export interface LiaisonCoverageAnswer {
  levels: LevelCoverage[];
  uncovered: { unitId: string; unitName: string; level: LiaisonLevel }[];
  nextCursor: string | null;
  position: number;
}

export const liaisonAlertKinds = [
  'districtWithoutFullTimeOfficer',
  'projectWithoutOfficer',
  'crewWithoutLiaisonPerson',
  'quarterlyMeetingMissed',
  'preJobTrainingMissing',
  'notDisclosed',
  'workLogEmpty',
  'assessmentDue',
  'boardNotCurrent',
  'proposalUnanswered',
] as const;
export type LiaisonAlertKind = (typeof liaisonAlertKinds)[number];

/** What the rhythm of liaison work misses on a day, as it is known now; paged. */
@Query({
  name: 'organization.liaison-alerts',
  summary: { zh: '查询协理员工作节奏提醒', en: 'Alerts on the rhythm of liaison work' },
  roles: registerReaders,
  provisions: ['JX-12b'],
  towards: ['JX-04', 'JX-07a', 'JX-07b', 'JX-08', 'JX-10a', 'JX-11', 'JX-19', 'JX-20', 'JX-37', 'JX-42'],
})
export class LiaisonAlerts {
  @IsIdentifier() organization!: string;
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsIn(liaisonAlertKinds) kind?: LiaisonAlertKind;
  /** The cursor that the page before gave. */
  @IsOptional() @IsText(200) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface LiaisonAlert {
  kind: LiaisonAlertKind;
  unitId: string;
  unitName: string;
  /** None where the unit itself is late. */
  officerId: string | null;
  /** The quarter, month or year that was missed. */
  period: string | null;
  /** What is late, where the officer has several of a kind: a proposal. */
  subjectId: string | null;
}

export interface LiaisonAlertsAnswer {
  asOfDay: string;
  alerts: LiaisonAlert[];
  nextCursor: string | null;
  position: number;
}

/** What liaison officers did in a period, by month and activity, for a unit and those below it (JX-19, JX-40). */
@Query({
  name: 'organization.liaison-work',
  summary: { zh: '查询写实手册汇总', en: 'Summary of the liaison work log' },
  roles: registerReaders,
  towards: ['JX-19', 'JX-34', 'JX-40', 'JX-52'],
})
export class LiaisonWork {
  @IsIdentifier() organization!: string;
  @IsPeriod() period!: Period;
  @IsOptional() @IsIdentifier() officer?: string;
}

export interface LiaisonWorkRow {
  month: string;
  activity: LiaisonActivity;
  entries: number;
  personsPresent: number;
  requestsRaised: number;
  mattersOpened: number;
}

export interface LiaisonWorkAnswer {
  work: LiaisonWorkRow[];
  position: number;
}

/** The versions of a role definition of a unit, latest first, and which of them is in force on a day. */
@Query({
  name: 'organization.liaison-role-definitions',
  summary: { zh: '查询协理员岗位规定', en: 'Versions of the definition of a liaison post' },
  roles: registerReaders,
  towards: ['JX-36', 'JX-37', 'JX-38a', 'JX-38b'],
})
export class LiaisonRoleDefinitions {
  @IsIdentifier() organization!: string;
  @IsIn(liaisonLevels) level!: LiaisonLevel;
  @IsDay() asOfDay!: Day;
}

export interface LiaisonRoleDefinitionRow {
  version: number;
  effectiveOn: string;
  basis: DefiningDocument;
  role: LiaisonRole;
  inForce: boolean;
}

export interface LiaisonRoleDefinitionsAnswer {
  definitions: LiaisonRoleDefinitionRow[];
  position: number;
}

/**
 * The public notice board of a unit: officers on duty who consented, at or below the unit and in the districts above it. Answered by
 * the organization service, which alone may read the sealed names and phones.
 */
@Query({
  name: 'organization.liaison-board',
  summary: { zh: '查询党群工作公示牌', en: 'The liaison notice board of a unit' },
  roles: registerReaders,
  provisions: ['JX-11'],
  towards: ['JX-12b'],
})
export class LiaisonBoard {
  @IsIdentifier() organization!: string;
}

/** What is public of an officer: name, phone and duties (三公开). */
export interface PublicLiaisonProfile {
  officerId: string;
  level: LiaisonLevel;
  unitId: string;
  unitName: string;
  name: string;
  phone: string;
  duties: DefinitionItem[];
  /** How many duties the document counts; more than are listed here when it does not spell them out. */
  dutiesStated: number | null;
  /** The labour teams that the officer is there for, by name (对应的劳务队伍工作点, JX-12b); the first of them where there are many. */
  workPoints: string[];
}

export interface LiaisonBoardAnswer {
  unitId: string;
  unitName: string;
  officers: PublicLiaisonProfile[];
  /** More officers are on duty than one board can show. */
  isCut: boolean;
  /** What the board is as of: stands on the print, and is told when its posting is confirmed (JX-12b). */
  position: number;
}

/** The contact card of one officer (党群连心卡). */
@Query({
  name: 'organization.liaison-contact-card',
  summary: { zh: '查询党群连心卡', en: 'The contact card of a liaison officer' },
  roles: registerReaders,
  towards: ['JX-12c'],
})
export class LiaisonContactCard {
  @IsIdentifier() officer!: string;
}

export interface LiaisonContactCardAnswer {
  profile: PublicLiaisonProfile;
  /** What the card of the officer's project shows beside him; null where it was not designed (JX-12c). */
  design: { edition: number; hotline: string; complaintCode: string } | null;
}

/** For the platform itself: officers whose term is over when a day is closed. */
@Query({
  name: 'organization.liaison-terms-over',
  summary: { zh: '任期届满的协理员', en: 'Liaison officers whose term a closed day finds over' },
  roles: ['platform'],
})
export class LiaisonTermsOver {
  @IsDay() closedDay!: Day;
  @IsOptional() @IsIdentifier() cursor?: string;
}

export interface LiaisonTermsOverAnswer {
  terms: { officerId: string; termEndsOn: Day }[];
  nextCursor: string | null;
}
