import { addDays, type Day, type Period, type PeriodKind, periodOf, periodRange } from '@gongyou/domain';
import type { DutyItem, LiaisonRole } from './liaison-role-definition.contract';

/** A duty of a post that is due once in a period; its last day is the due day (JX-38a). */
export interface DutyTask {
  duty: DutyItem;
  period: Period;
  dueOn: Day;
}

/** A version of a role definition, as far as duties are concerned. */
export interface DutiesFrom {
  effectiveOn: Day;
  role: Pick<LiaisonRole, 'duties'>;
}

/**
 * The tasks that the duties of a post make in the periods that begin within a span of days. Each period belongs to whoever is on duty
 * on the first day of it, by the definition in force that day; a service that ends within a period does not owe it.
 */
export function dutyTasksOf(
  service: { onDutyFrom: Day; endsOn: Day | null },
  definitions: readonly DutiesFrom[],
  { from, to }: { from: Day; to: Day },
): DutyTask[] {
  const begins = (['year', 'half', 'quarter', 'month'] as const).flatMap((kind) => periodsBeginning(kind, from, to));
  return begins
    .filter((each) => {
      const range = periodRange(each.period);
      return service.onDutyFrom <= range.from && (service.endsOn === null || service.endsOn >= range.to);
    })
    .flatMap(({ kind, period }) => {
      const range = periodRange(period);
      const definition = definitions.findLast(({ effectiveOn }) => effectiveOn <= range.from);
      const duties = definition?.role.duties.items.filter(({ frequency }) => frequency === kind) ?? [];
      return duties.map((duty) => ({ duty, period, dueOn: range.to }));
    });
}

/**
 * The versions that hold for a post one after the other, earliest first: of those of its unit and of the units above it, nearest
 * first, the nearer ones go before from the day on which the first of them takes effect.
 */
export function definitionsInTurn<Version extends { effectiveOn: Day }>(
  nearestFirst: readonly (readonly Version[])[],
): Version[] {
  return nearestFirst.reduce<Version[]>((nearer, above) => {
    const first = nearer[0]?.effectiveOn;
    return [...above.filter(({ effectiveOn }) => first === undefined || effectiveOn < first), ...nearer];
  }, []);
}

function periodsBeginning(kind: PeriodKind, from: Day, to: Day): { kind: PeriodKind; period: Period }[] {
  const found: { kind: PeriodKind; period: Period }[] = [];
  for (
    let next = periodOf(from, kind);
    periodRange(next).from <= to;
    next = periodOf(addDays(periodRange(next).to, 1), kind)
  )
    if (periodRange(next).from >= from) found.push({ kind, period: next });
  return found;
}
