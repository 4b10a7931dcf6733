import { Refusal } from '@gongyou/domain';
import type { Decider, Moment } from '../decider';

/** The day on which specified commands arrive unless a specification says otherwise. */
const USUAL: Moment = { today: '2026-11-20' as Moment['today'], actor: 'user:test' };

/**
 * Given / when / then for a decider: history in, events out.
 *
 * `specify(task)(planned()).when(report(50)).then(reported(50))`
 */
export function specify<Command, Event, State>(decider: Decider<Command, Event, State>) {
  return (...history: Event[]) => {
    const state = history.reduce((folded, event) => decider.evolve(folded, event), decider.initialState);
    return {
      when: (command: Command, moment: Partial<Moment> = {}) => {
        const decide = (): Event[] => decider.decide(command, state, { ...USUAL, ...moment });
        return {
          then: (...events: Event[]): void => expect(decide()).toEqual(events),
          thenNothing: (): void => expect(decide()).toEqual([]),
          thenRefused: (code: string, detail?: Readonly<Record<string, unknown>>): void => {
            const refusal = refusalOf(decide);
            expect(refusal.code).toBe(code);
            if (detail) expect(refusal.detail).toMatchObject(detail);
          },
        };
      },
    };
  };
}

function refusalOf(decide: () => unknown): Refusal {
  let events: unknown;
  try {
    events = decide();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`expected a refusal, but it was decided: ${JSON.stringify(events)}`);
}
