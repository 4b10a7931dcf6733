import type { CongressEvent, CongressKind } from '@gongyou/contracts';
import { addDays, type Day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { JoinedRule } from './joined-rule';
import type { Count } from './standing-rule';

type CountedEvent = Extract<CongressEvent, { type: 'CongressTermOpened' | 'DelegatesSeated' | 'SeatVacated' }>;

interface Seat {
  workerId: string;
  isFrontLine: boolean;
  isIndustrialWorker: boolean;
  from: Day;
  /** The first day on which he holds it no more. */
  until: Day | null;
}

export interface CongressFacts {
  unitId: string;
  kind: CongressKind;
  beginsOn: Day;
  /** The last day of the term: it ends without an event. */
  endsOn: Day;
  seats: Seat[];
}

/** The delegates of a congress count under its kind while the term runs, and once more those of the front line and the industrial workers (HM-04a, CC-03a). */
export const congressesRule: JoinedRule<CountedEvent, never, CountedEvent, CongressFacts> = {
  name: 'congresses',
  types: ['CongressTermOpened', 'DelegatesSeated', 'SeatVacated'],
  remember: () => undefined,
  tell: (event) => [{ subject: event.data.congressId, told: event }],
  evolve,
  daysOf: ({ beginsOn, endsOn, seats }) => [
    beginsOn,
    addDays(endsOn, 1),
    ...seats.flatMap(({ from, until }) => (until === null ? [from] : [from, until])),
  ],
  countsOn({ unitId, kind: dimension, beginsOn, endsOn, seats }, day) {
    if (day < beginsOn || day > endsOn) return [];
    const held = seats.filter(({ from, until }) => from <= day && (until === null || until > day));
    const counts: Count[] = [
      { indicator: 'congressDelegates', unitId, dimension, amount: held.length },
      {
        indicator: 'frontLineDelegates',
        unitId,
        dimension,
        amount: held.filter(({ isFrontLine }) => isFrontLine).length,
      },
      {
        indicator: 'industrialWorkerDelegates',
        unitId,
        dimension,
        amount: held.filter(({ isIndustrialWorker }) => isIndustrialWorker).length,
      },
    ];
    return counts;
  },
};

function evolve(facts: CongressFacts | undefined, { type, data }: CountedEvent): CongressFacts {
  if (type === 'CongressTermOpened') {
    const { unitId, kind, beginsOn, endsOn } = data;
    return { unitId, kind, beginsOn, endsOn, seats: [] };
  }
  if (!facts) throw new BeginningMissing('term of a congress');
  if (type === 'SeatVacated') {
    const vacate = (seat: Seat): Seat =>
      seat.workerId === data.workerId && seat.until === null ? { ...seat, until: data.vacatedOn } : seat;
    return { ...facts, seats: facts.seats.map(vacate) };
  }
  const seated = data.delegates.map(({ workerId, category, industrialWorker: isIndustrialWorker }): Seat => ({
    workerId,
    isFrontLine: category === 'frontLine',
    isIndustrialWorker,
    from: data.seatedOn,
    until: null,
  }));
  return { ...facts, seats: [...facts.seats, ...seated] };
}
