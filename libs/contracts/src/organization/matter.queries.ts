import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import {
  type CrewTelling,
  type MatterAnswer,
  type MatterHopReason,
  type MatterKind,
  matterKinds,
  type MatterLevel,
  matterLevels,
  type MatterSource,
  type MatterSubject,
} from './matter.contract';
import { registerReaders } from './register-readers';

export const matterStages = ['unanswered', 'answered', 'closed', 'withdrawn'] as const;
export type MatterStage = (typeof matterStages)[number];

/**
 * Matters of the crews and labour teams at or below a unit, in the order of their ids; paged. `ownerless` lists the exceptions of
 * JX-15: open matters that nobody owns where they lie, or whose owner is a liaison officer who was relieved since he was named. The
 * other half of JX-15, teams without an officer, is listed by `organization.liaison-coverage`.
 */
@Query({
  name: 'organization.matters',
  summary: { zh: '查询事项台账', en: 'Matters of crews at or below a unit' },
  roles: registerReaders,
  provisions: ['JX-14', 'JX-15'],
  towards: ['JX-40', 'JX-56b', 'JX-70', 'QD-41'],
})
export class Matters {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(matterStages) stage?: MatterStage;
  @IsOptional() @IsIn(matterKinds) kind?: MatterKind;
  /** Where it lies now. */
  @IsOptional() @IsIn(matterLevels) level?: MatterLevel;
  @IsOptional() @IsIdentifier() owner?: string;
  /** The record that it was first put down in. */
  @IsOptional() @IsIdentifier() record?: string;
  /** Open, with a time limit that had passed when this day began. */
  @IsOptional() @IsDay() overdueOn?: Day;
  @IsOptional() @IsIn(['true']) ownerless?: 'true';
  /** The last matter id of the page before. */
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/** A hop of a matter, up with the question or down with the answer. */
export interface MatterHop {
  direction: 'up' | 'down';
  fromLevel: MatterLevel;
  level: MatterLevel;
  unitId: string;
  on: string;
  reason: MatterHopReason | null;
}

/** A matter as things stand. */
export interface MatterRow {
  matterId: string;
  /** The crew or labour team that asks. */
  unitId: string;
  unitName: string;
  kind: MatterKind;
  subject: MatterSubject;
  source: MatterSource;
  recordId: string;
  raisedOn: string;
  stage: MatterStage;
  level: MatterLevel;
  levelUnitId: string;
  ownerId: string | null;
  dueOn: string;
  /** The time limit was counted through days whose holidays are not published yet. */
  dueProvisional: boolean;
  answeredOn: string | null;
  answeredLevel: MatterLevel | null;
  answer: MatterAnswer | null;
  measure: string | null;
  plannedFor: string | null;
  inTime: boolean | null;
  told: CrewTelling | null;
  closedOn: string | null;
  hops: MatterHop[];
}

export interface MattersAnswer {
  matters: MatterRow[];
  nextCursor: string | null;
  position: number;
}

/** One matter with its history, each entry citing its event. */
@Query({
  name: 'organization.matter',
  summary: { zh: '事项详情', en: 'One matter and its history' },
  roles: registerReaders,
  towards: ['JX-14'],
})
export class MatterDetails {
  @IsIdentifier() matter!: string;
}

export interface MatterDetailsAnswer {
  matter: MatterRow;
  history: {
    position: number;
    eventId: string;
    type: string;
    occurredAt: string;
    actor: string;
    client: string;
    data: unknown;
  }[];
  position: number;
}

/** For the platform itself: unanswered matters below the highest level whose time limit ended with a closed day. */
@Query({
  name: 'organization.matters-to-escalate',
  summary: { zh: '待上报的超期事项', en: 'Matters that a closed day finds overdue' },
  roles: ['platform'],
})
export class MattersToEscalate {
  @IsDay() closedDay!: Day;
  @IsOptional() @IsIdentifier() cursor?: string;
}

export interface MattersToEscalateAnswer {
  matterIds: string[];
  nextCursor: string | null;
}
