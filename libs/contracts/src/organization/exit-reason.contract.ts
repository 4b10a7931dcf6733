import { IsMonth, type Month } from '@gongyou/domain';
import { IsIn } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { Query } from '../declare/query';
import type { Role } from '../declare/role';
import { IsIdentifier } from '../fields';
import { registerReaders } from './register-readers';

const keepers: Role[] = ['administrator', 'unitOfficer', 'enterpriseSystem'];

/** Why workers leave of their own will. The notice gives no list (QD-48): this one is the platform's. */
export const exitReasons = [
  'pay',
  'latePayment',
  'workload',
  'safety',
  'livingConditions',
  'distanceFromHome',
  'family',
  'health',
  'otherWork',
  'treatment',
  'noAnswer',
] as const;
export type ExitReason = (typeof exitReasons)[number];

/** Of fewer answers than these nothing is told: who knows the crew could guess who gave them. The platform's, not a rule of law. */
export const SMALLEST_GROUP = 5;

/**
 * Why somebody left a crew of his own will, told without saying who: neither the message nor its event names a person (provision
 * QD-48). A system that collects the answers sends them a month at a time, so that no answer can be matched to an exit.
 */
@Command({
  name: 'organization.exit-reason.tell',
  summary: { zh: '登记自愿离开原因（不记名）', en: 'Tell why somebody left of his own will, without his name' },
  roles: keepers,
  provisions: ['QD-48'],
})
export class TellExitReason {
  /** The crew that he left. */
  @IsIdentifier() unitId!: string;
  /** Made for this answer alone, and from nothing that leads to the person. */
  @IsIdentifier() answerId!: string;
  /** In which he left. */
  @IsMonth() month!: Month;
  @IsIn(exitReasons) reason!: ExitReason;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '自愿离开原因已登记（不记名）', en: 'Somebody told why he left of his own will' },
})
export class ExitReasonTold {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() answerId!: string;
  @IsMonth() month!: Month;
  @IsIn(exitReasons) reason!: ExitReason;
}

export const exitReasonCommands = { TellExitReason };
export type ExitReasonCommand = CommandOf<typeof exitReasonCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const exitReasonEvents = { ExitReasonTold };
export type ExitReasonEvent = EventOf<typeof exitReasonEvents>;

/** One stream for each crew and month: its exits of a month are few. */
export const exitReasonsIdOf = ({ unitId, month }: { unitId: string; month: Month }): string => `${unitId}~${month}`;

/** Why workers left a unit and all below it in some months: counts only, and none of a group that is too small (provision QD-48). */
@Query({
  name: 'organization.exit-reasons',
  summary: { zh: '自愿离开原因统计', en: 'Why workers left of their own will, in aggregate' },
  roles: registerReaders,
  provisions: ['QD-48'],
})
export class ExitReasons {
  @IsIdentifier() organization!: string;
  @IsMonth() from!: Month;
  @IsMonth() to!: Month;
}

export interface ExitReasonsAnswer {
  /** Answers there are; null when they are fewer than `smallestGroup`, and nothing is told of them. */
  answers: number | null;
  smallestGroup: number;
  /** Reasons that at least `smallestGroup` gave, the most frequent first. */
  reasons: { reason: ExitReason; answers: number }[];
  /** Answers with reasons that fewer gave, together. */
  rarer: number | null;
  position: number;
}
