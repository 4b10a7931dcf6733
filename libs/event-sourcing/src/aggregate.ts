import type { ContractClass } from '@gongyou/contracts';
import type { Decider } from './decider';

/** A command as a decider takes it: the type is the name of its contract class. */
export interface TypedMessage {
  type: string;
  data: object;
}

/** All that the command side needs to know of an aggregate. */
export interface Aggregate<Command extends TypedMessage, Event extends TypedMessage, State> {
  /** Lower camel; a stream is `<category>-<id>`. */
  category: string;
  decider: Decider<Command, Event, State>;
  /** The contract classes of its commands, by type: whose role may send them is declared there. */
  commands: Readonly<Record<string, ContractClass>>;
  /** The contract classes of its events, by type. */
  events: Readonly<Record<string, ContractClass>>;
  /**
   * The units that a command reaches: the sender needs a role over one of them.
   * Empty when the aggregate does not exist yet and the command names no unit: then only a grant over everything will do.
   */
  reach(this: void, command: Command, state: State): readonly string[];
  /** The unit that the events are recorded under. */
  organizationOf(this: void, command: Command, state: State): string;
}
