import { createHash } from 'node:crypto';
import {
  type AppendResult,
  commandContract,
  type CommandContract,
  type CommandMark,
  findEvent,
  type NewEvent,
} from '@gongyou/contracts';
import { type Day, dayOfInstant, Refusal } from '@gongyou/domain';
import {
  type Access,
  Answer,
  answerHeaders,
  type CommandAnswer,
  type NatsLedger,
  PlatformProblem,
  type Sender,
} from '@gongyou/messaging';
import canonicalize from 'canonicalize';
import { uuidv7 } from 'uuidv7';
import type { Aggregate, TypedMessage } from './aggregate';
import type { Moment } from './decider';
import { type Folded, StreamStates } from './stream-states';

/** As often as a command is judged again when others write to its stream at the same time. */
export const MOST_ATTEMPTS = 5;

/** Makes a command when its turn comes; it is handed what the commands before it came to. */
export type CommandStep<Command, Event> = (soFar: readonly Event[]) => Command | Promise<Command>;

/** What commands on one aggregate come to that were decided one after the other. */
export interface Course<Event, State> {
  id: string;
  /** The aggregate as it stood before the first of them. */
  from: Folded<State>;
  events: readonly Event[];
  /** The same events, as the ledger takes them. */
  recorded: readonly NewEvent[];
  /** What the first command threw that was not carried out; those behind it were not tried. */
  endedBy?: unknown;
}

/**
 * Carries out the commands of one aggregate: load, judge who may, decide, append with the expected revision, and once more
 * when another was faster. The answer is given only after the events are durable.
 *
 * Idempotency (plan, section 5; ADR-0003): a key belongs to its client, actor and operation. The ledger keeps it as long as the
 * events; the same key with the same body gets the first answer again, with another body it is refused. A refused command
 * changed nothing, so its key stays free.
 */
export class CommandHandling<Command extends TypedMessage, Event extends TypedMessage, State> {
  private readonly states: StreamStates<Command, Event, State>;
  /** The last command of each stream that is being carried out here: commands of one stream wait for each other. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly ledger: NatsLedger,
    private readonly access: Access,
    private readonly aggregate: Aggregate<Command, Event, State>,
  ) {
    this.states = new StreamStates(ledger, aggregate);
  }

  /** The aggregate as it stands, for a decision of another one. Its own commands never need this. */
  async state(id: string): Promise<Folded<State>> {
    return this.states.refresh(this.streamOf(id));
  }

  /** An aggregate of which nothing is recorded yet: for a course whose stream is expected not to exist. */
  get none(): Folded<State> {
    return this.states.none;
  }

  /**
   * Decides commands on one aggregate one after the other, each on what those before it came to, until one of them throws. Who may send
   * each is judged as for a command that comes alone. Nothing is recorded: `record` does that.
   */
  async course(
    id: string,
    from: Folded<State>,
    steps: readonly CommandStep<Command, Event>[],
    sender: Sender,
  ): Promise<Course<Event, State>> {
    let { state } = from;
    const events: Event[] = [];
    const recorded: NewEvent[] = [];
    for (const step of steps) {
      try {
        const command = await step(events);
        const { roles } = commandContract(this.aggregate.commands[command.type]!);
        await this.access.check(sender, { roles, units: this.aggregate.reach(command, state) });
        const decided = this.aggregate.decider.decide(command, state, momentOf(sender));
        const organizationId = this.aggregate.organizationOf(command, state);
        recorded.push(...decided.map((event) => newEvent(event, organizationId, sender)));
        events.push(...decided);
        state = decided.reduce(this.aggregate.decider.evolve, state);
      } catch (error) {
        return { id, from, events, recorded, endedBy: error };
      }
    }
    return { id, from, events, recorded };
  }

  /**
   * Records courses, all in one request: the events of a course together or not at all, each course by itself. Answers how each came out:
   * `conflict` when another has written to its stream since it was decided, which `state` then tells.
   */
  async record(
    courses: readonly { course: Course<Event, State>; mark?: CommandMark }[],
  ): Promise<AppendResult['outcome'][]> {
    if (courses.length === 0) return [];
    const results = await this.ledger.append(
      courses.map(({ course: { id, from, recorded }, mark }) => ({
        ...{ stream: this.streamOf(id), expected: from.revision === -1 ? 'none' : from.revision, events: recorded },
        ...(mark && { command: mark }),
      })),
    );
    return results.map((result, index) => {
      const { from, events } = courses[index]!.course;
      if (result.outcome === 'stored') this.states.advance(result.stream, from, events, result.revision);
      return result.outcome;
    });
  }

  /** Throws `Refusal` and `PlatformProblem`; every other error is a defect. */
  async handle(id: string, command: Command, sender: Sender): Promise<Answer<CommandAnswer>> {
    const stream = this.streamOf(id);
    const contract = commandContract(this.aggregate.commands[command.type]!);
    const mark = markOf(contract.name, command.data, sender);
    return this.inTurn(stream, () => this.carryOut(stream, contract, mark, command, sender));
  }

  private async carryOut(
    stream: string,
    contract: CommandContract,
    mark: CommandMark,
    command: Command,
    sender: Sender,
  ): Promise<Answer<CommandAnswer>> {
    let folded = await this.states.load(stream);
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      await this.access.check(sender, { roles: contract.roles, units: this.aggregate.reach(command, folded.state) });
      if (sender.expectedRevision !== undefined && sender.expectedRevision !== folded.revision) {
        folded = await this.states.refresh(stream);
        if (sender.expectedRevision !== folded.revision)
          return this.answeredBefore(mark, () => otherRevision(folded.revision));
      }
      const events = this.decided(command, folded, sender);
      if (events instanceof Refusal) return this.answeredBefore(mark, () => events);

      const [result] = await this.ledger.append([
        {
          stream,
          expected: folded.revision === -1 ? 'none' : folded.revision,
          events: events.map((event) => newEvent(event, this.aggregate.organizationOf(command, folded.state), sender)),
          command: mark,
        },
      ]);
      if (result!.outcome !== 'conflict') return this.answered(stream, folded, events, mark, result!);
      folded = await this.states.refresh(stream);
    }
    throw conflict(folded.revision);
  }

  private decided(command: Command, folded: Folded<State>, sender: Sender): Event[] | Refusal {
    try {
      return this.aggregate.decider.decide(command, folded.state, momentOf(sender));
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  private answered(
    stream: string,
    folded: Folded<State>,
    events: readonly Event[],
    mark: CommandMark,
    result: AppendResult,
  ): Answer<CommandAnswer> {
    if (result.outcome === 'stored') this.states.advance(stream, folded, events, result.revision);
    return answerOf(mark, result);
  }

  /** A command that cannot be carried out now may have been carried out before: then its first answer stands. */
  private async answeredBefore(mark: CommandMark, otherwise: () => Error): Promise<Answer<CommandAnswer>> {
    const record = await this.ledger.command(mark);
    if (!record.known) throw otherwise();
    if (!record.hasSameBody) throw keyReused();
    return answerOf(mark, record.result);
  }

  private streamOf(id: string): string {
    return `${this.aggregate.category}-${id}`;
  }

  private async inTurn<T>(stream: string, run: () => Promise<T>): Promise<T> {
    const before = this.turns.get(stream) ?? Promise.resolve();
    const mine = before.then(run, run);
    this.turns.set(stream, mine);
    try {
      return await mine;
    } finally {
      if (this.turns.get(stream) === mine) this.turns.delete(stream);
    }
  }
}

/** The day and the caller of a command, as deciders see them. */
export const momentOf = (sender: Sender): Moment => ({ today: todayOf(sender), actor: sender.actor });

const todayOf = (sender: Sender): Day => dayOfInstant(new Date(sender.receivedAt));

function answerOf(mark: CommandMark, result: AppendResult): Answer<CommandAnswer> {
  if (result.outcome === 'keyReused') throw keyReused();
  if (result.outcome !== 'stored' && result.outcome !== 'repeated') {
    throw new Error(`an append of new events was answered ${result.outcome}`);
  }
  const { stream, revision, position, events } = result;
  const repeated: Record<string, string> = result.outcome === 'repeated' ? { [answerHeaders.repeated]: 'true' } : {};
  return new Answer({ commandId: mark.commandId, stream, revision, position, events: [...events] }, repeated);
}

/** What the ledger keeps of a command: one for each client, actor, operation and idempotency key, and what its body was. */
export function markOf(operation: string, body: object, sender: Sender): CommandMark {
  const fingerprint = sha256(canonicalize(body)!, 'hex');
  if (sender.idempotencyKey === undefined) return { commandId: uuidv7(), fingerprint };
  const whose = JSON.stringify([sender.client, sender.actor, operation, sender.idempotencyKey]);
  return { commandId: sha256(whose, 'base64url'), fingerprint };
}

/** An event on its way to the ledger, recorded under a unit and in the name of a sender. */
export function newEvent(event: TypedMessage, organizationId: string, sender: Sender): NewEvent {
  return {
    eventId: uuidv7(),
    type: event.type,
    version: findEvent(event.type)!.version,
    data: JSON.stringify(event.data),
    occurredAt: sender.receivedAt,
    actor: sender.actor,
    client: sender.client,
    organizationId,
    correlationId: sender.correlationId,
    causationId: sender.causationId,
  };
}

const sha256 = (text: string, encoding: 'hex' | 'base64url'): string =>
  createHash('sha256').update(text).digest(encoding);

/** Others write to a stream faster than it can be judged. */
export const conflict = (revision: number): PlatformProblem =>
  new PlatformProblem(
    'conflict',
    'command.conflict',
    {
      zh: '同一对象正被多人更改，请用同一幂等键重发',
      en: 'Many are changing this at the same moment. Send the command again with the same idempotency key.',
    },
    { actualRevision: revision },
  );

const otherRevision = (revision: number): PlatformProblem =>
  new PlatformProblem(
    'preconditionFailed',
    'command.otherRevision',
    {
      zh: '数据已被他人更改，请查看最新状态后再提交',
      en: 'Somebody has changed this since you looked. Look at it again, then send the command with the new revision.',
    },
    { actualRevision: revision },
  );

/** An idempotency key that was used for a request with another body. */
export const keyReused = (): PlatformProblem =>
  new PlatformProblem('refused', 'command.idempotencyKeyReused', {
    zh: '该幂等键已用于内容不同的请求，请换用新的幂等键',
    en: 'This idempotency key was used for a request with another body. Use a new key.',
  });
