import { findEvent, personalFields } from '@gongyou/contracts';
import type { NatsLedger } from '@gongyou/messaging';
import { LRUCache } from 'lru-cache';
import type { Aggregate, TypedMessage } from './aggregate';

/** A folded aggregate: its state and the revision it stands at; -1 when its stream does not exist. */
export interface Folded<State> {
  state: State;
  revision: number;
}

const KEPT = 10_000;

/** Folded aggregates, kept while they are in use. A conflict tells that one is stale: `refresh` reads only what is new. */
export class StreamStates<Command extends TypedMessage, Event extends TypedMessage, State> {
  private readonly kept = new LRUCache<string, Folded<State>>({ max: KEPT });

  constructor(
    private readonly ledger: NatsLedger,
    private readonly aggregate: Aggregate<Command, Event, State>,
  ) {}

  async load(stream: string): Promise<Folded<State>> {
    return this.kept.get(stream) ?? this.refresh(stream);
  }

  /** An aggregate of which nothing is recorded yet. */
  get none(): Folded<State> {
    return { state: this.aggregate.decider.initialState, revision: -1 };
  }

  /** The aggregate as the ledger has it now. */
  async refresh(stream: string): Promise<Folded<State>> {
    let folded = this.kept.get(stream) ?? this.none;
    for await (const { type, data, revision } of this.ledger.eventsOf(stream, folded.revision + 1))
      folded = { state: this.aggregate.decider.evolve(folded.state, { type, data } as unknown as Event), revision };
    if (folded.revision >= 0) this.kept.set(stream, folded);
    return folded;
  }

  /**
   * Takes in what was just appended, so that the next command need not read it back. Personal fields are read back all the same:
   * the ledger has sealed them, and no state may hold them in the clear.
   */
  advance(stream: string, from: Folded<State>, events: readonly Event[], revision: number): void {
    if (from.revision + events.length !== revision || events.some(holdsPersonalFields)) return this.forget(stream);
    this.kept.set(stream, { state: events.reduce(this.aggregate.decider.evolve, from.state), revision });
  }

  forget(stream: string): void {
    this.kept.delete(stream);
  }
}

const holdsPersonalFields = ({ type }: TypedMessage): boolean =>
  Object.keys(personalFields(findEvent(type)!.class)).length > 0;
