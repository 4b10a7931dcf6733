import { type ExitReason, type ExitReasonsAnswer, SMALLEST_GROUP } from '@gongyou/contracts';

/**
 * What may be told of the answers of a group: nothing where they are fewer than the smallest group, and of rarer reasons only how
 * many answers they have together (QD-48). Where a single answer would stand apart from the rest, nobody learns its reason.
 */
export function toldInAggregate(
  counts: readonly { reason: ExitReason; answers: number }[],
): Omit<ExitReasonsAnswer, 'position'> {
  const answers = counts.reduce((sum, each) => sum + each.answers, 0);
  const smallestGroup = SMALLEST_GROUP;
  if (answers < smallestGroup) return { answers: null, smallestGroup, reasons: [], rarer: null };
  const reasons = counts
    .filter((each) => each.answers >= smallestGroup)
    .sort((a, b) => b.answers - a.answers || (a.reason < b.reason ? -1 : 1));
  return { answers, smallestGroup, reasons, rarer: answers - reasons.reduce((sum, each) => sum + each.answers, 0) };
}
