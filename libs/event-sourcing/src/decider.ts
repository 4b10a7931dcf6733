import type { Day } from '@gongyou/domain';

/** What the moment of a command adds to it: the domain has no clock and no caller of its own. */
export interface Moment {
  /** The day in Asia/Shanghai on which the command was received. */
  today: Day;
  /** Who sends it: `user:<account>`, `client:<name>` or `platform:<service>`. */
  actor: string;
}

/**
 * The rules of one aggregate, pure: no Nest, no I/O, no clock. A broken rule throws a `Refusal`.
 * Asking the same thing twice yields no second event.
 */
export interface Decider<Command, Event, State> {
  readonly initialState: State;
  /** Never judges: the past already happened. */
  evolve(this: void, state: State, event: Event): State;
  decide(this: void, command: Command, state: State, moment: Moment): Event[];
}

/** The end of every `evolve`: does not compile while an event is missing, and stops rather than decide on half a history. */
export function unknownFact(event: never): never {
  throw new Error(`an event that this decider does not know: ${(event as { type: string }).type}`);
}

/** The end of every `decide`: does not compile while a command is missing. */
export function unknownWish(command: never): never {
  throw new Error(`a command that this decider does not know: ${(command as { type: string }).type}`);
}
