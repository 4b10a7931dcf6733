import { type Day, IsDay, IsMonth, IsPeriod, IsText, type Month, type Period } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import type { LiaisonLevel } from './liaison-officer.contract';
import type { LiaisonFinding } from './liaison-work-log.contract';
import { registerReaders } from './register-readers';

/**
 * How often each crew and labour team was visited in a month, by whom, and what was asked (JX-40, JX-52, JX-70), against the visits that
 * it is owed. `short` lists the teams that stood the whole month and were visited less often.
 */
@Query({
  name: 'organization.liaison-team-visits',
  summary: { zh: '查询劳务队伍走访座谈', en: 'Visits and talks with teams at or below a unit, by month' },
  roles: registerReaders,
  provisions: ['JX-40', 'JX-52', 'JX-70'],
})
export class LiaisonTeamVisits {
  @IsIdentifier() organization!: string;
  @IsMonth() month!: Month;
  @IsOptional() @IsIn(['true']) short?: 'true';
  /** The last unit id of the page before. */
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface LiaisonTeamVisitsRow {
  unitId: string;
  unitName: string;
  /** Visits, talks and rounds. */
  visits: number;
  /** The talks among them. */
  talks: number;
  personsPresent: number;
  requestsRaised: number;
  mattersOpened: number;
  /** Of each officer who came, by opaque id. */
  byOfficer: { officerId: string; visits: number; requestsRaised: number }[];
  /** As the company set it for the last day of the month; none where it set nothing. */
  visitsOwed: number | null;
}

export interface LiaisonTeamVisitsAnswer {
  month: string;
  teams: LiaisonTeamVisitsRow[];
  nextCursor: string | null;
  position: number;
}

/**
 * Time and matters of the work logs by kind of work, as the role definitions configure the kinds (JX-71: six of them). Entries of no
 * kind are counted under none.
 */
@Query({
  name: 'organization.liaison-work-kinds',
  summary: { zh: '查询各类协理工作用时和事项', en: 'Time and matters of liaison work by kind' },
  roles: registerReaders,
  provisions: ['JX-71'],
})
export class LiaisonWorkKinds {
  @IsIdentifier() organization!: string;
  @IsPeriod() period!: Period;
  @IsOptional() @IsIdentifier() officer?: string;
}

export interface LiaisonWorkKindRow {
  workKindId: string | null;
  /** The words of the latest definition that lists it. */
  text: string | null;
  entries: number;
  /** Of the entries that told their time. */
  minutes: number;
  entriesWithoutTime: number;
  mattersOpened: number;
}

export interface LiaisonWorkKindsAnswer {
  kinds: LiaisonWorkKindRow[];
  position: number;
}

/**
 * What an officer's work log shows of a period against the duties of the post: what was done for each, months without an entry flagged
 * (JX-19). It is what an assessment of the year rests on.
 */
@Query({
  name: 'organization.liaison-work-record',
  summary: { zh: '查询协理员履职写实', en: 'The work record of a liaison officer against the duties of the post' },
  roles: registerReaders,
  provisions: ['JX-19'],
})
export class LiaisonWorkRecord {
  @IsIdentifier() organization!: string;
  @IsIdentifier() officer!: string;
  @IsPeriod() period!: Period;
}

export interface LiaisonWorkRecordAnswer {
  officerId: string;
  months: {
    month: string;
    entries: number;
    /** The officer was on duty in it, and wrote nothing. */
    isEmpty: boolean;
  }[];
  duties: { itemId: string; text: string; entries: number; minutes: number }[];
  /** How many duties the definition counts; more than are listed where its document does not spell them out. */
  dutiesStated: number | null;
  /** Entries that name no duty. */
  entriesWithoutDuty: number;
  results: { result: string | null; entries: number }[];
  position: number;
}

export const subordinateTasks = ['training', 'guidance', 'check'] as const;
export type SubordinateTask = (typeof subordinateTasks)[number];

/**
 * What district officers owe each subordinate by the superior relation: training before duty, guidance visits, checks (JX-13), with what
 * was found the last time. In the order of the subordinates' ids; paged.
 */
@Query({
  name: 'organization.liaison-subordinate-tasks',
  summary: { zh: '查询片区协理员管理任务', en: 'What district officers owe their subordinates' },
  roles: registerReaders,
  provisions: ['JX-13'],
})
export class LiaisonSubordinateTasks {
  @IsIdentifier() organization!: string;
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsIn(['true']) overdue?: 'true';
  /** The cursor that the page before gave. */
  @IsOptional() @IsText(130) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface SubordinateTaskRow {
  subordinateId: string;
  level: LiaisonLevel;
  unitId: string;
  unitName: string;
  /** Officers of the district who owe it; none while the district has no officer on duty. */
  districtOfficerIds: string[];
  task: SubordinateTask;
  lastOn: string | null;
  lastFindings: LiaisonFinding[];
  /** Its last day; none once the training is complete, or where the company set no rhythm. */
  dueOn: string | null;
  overdue: boolean;
}

export interface LiaisonSubordinateTasksAnswer {
  asOfDay: string;
  tasks: SubordinateTaskRow[];
  nextCursor: string | null;
  position: number;
}
