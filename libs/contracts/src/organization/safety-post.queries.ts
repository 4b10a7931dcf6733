import { type Day, IsDay, IsPeriod, type Period } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import { registerReaders } from './register-readers';
import { type HazardKind, type SafetyPostKind, safetyPostKinds } from './safety-post.contract';

/** Safety monitors and youth safety posts of the crews at or below a unit on a day, with what they found; paged by post (JX-49d). */
@Query({
  name: 'organization.safety-posts',
  summary: { zh: '查询群安员和青安岗', en: 'Safety monitors and youth safety posts at or below a unit' },
  roles: registerReaders,
  towards: ['JX-49d'],
})
export class SafetyPosts {
  @IsIdentifier() organization!: string;
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsIn(safetyPostKinds) kind?: SafetyPostKind;
  /** The last post id of the page before. */
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface SafetyPostRow {
  postId: string;
  unitId: string;
  unitName: string;
  kind: SafetyPostKind;
  workerId: string;
  appointedOn: string;
  endedOn: string | null;
  hazardsFound: number;
  hazardsRewarded: number;
}

export interface SafetyPostsAnswer {
  posts: SafetyPostRow[];
  nextCursor: string | null;
  position: number;
}

/** Hazards that safety posts found, by the month in which they were found: how many, put right, rewarded (JX-49d). */
@Query({
  name: 'organization.hazards-found',
  summary: { zh: '查询群安员青安岗隐患统计', en: 'Hazards found by safety posts, by month' },
  roles: registerReaders,
  provisions: ['JX-49d'],
})
export class HazardsFound {
  @IsIdentifier() organization!: string;
  @IsPeriod() period!: Period;
}

export interface HazardMonthRow {
  month: string;
  foundBy: SafetyPostKind;
  kind: HazardKind;
  found: number;
  remedied: number;
  rewarded: number;
  /** Whole fen paid as rewards for them. */
  paidFen: number;
}

export interface HazardsFoundAnswer {
  hazards: HazardMonthRow[];
  position: number;
}
