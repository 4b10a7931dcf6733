import { createHash } from 'node:crypto';
import {
  commandContract,
  type RefusedRow,
  type RosterImportRow,
  TakeRosterRows,
  type WorkerEvent,
} from '@gongyou/contracts';
import {
  type CommandStep,
  conflict,
  type Course,
  type Folded,
  keyReused,
  markOf,
  MOST_ATTEMPTS,
} from '@gongyou/event-sourcing';
import { NatsLedger, problemOf, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { WorkerIdentities } from '../worker-identity/worker-identities.lookup';
import { PersonalProfiles } from '../worker/personal-profile.lookup';
import { registered } from '../worker/registered-worker';
import { type PlacesNow, WorkPlaces } from '../worker/work-places.lookup';
import { Workers } from '../worker/worker.aggregate';
import type { WorkerState } from '../worker/worker.state';
import type { WorkerWish } from '../worker/worker.wish';
import { commandsOf, type ImportOfRow, type RowCommand } from './roster-row';

export type RowOutcome = 'registered' | 'known' | RefusedRow;

/** Persons who are looked up at once: their requests share the ledger's commits. */
const AT_ONCE = 25;

/** A row on its way. */
interface Person {
  row: RosterImportRow;
  identityKey: string;
  commands: RowCommand[];
  of: ImportOfRow;
  places: PlacesNow;
  sender: Sender;
}

type WorkerCourse = Course<WorkerEvent, WorkerState>;

/**
 * Carries out the commands that the rows of a part stand for, those of a row in their order; the first that is refused ends the row, and
 * what came before it stays.
 *
 * Whoever was never heard of goes in together with the others of the part: one request takes their identities, one records their rows,
 * and nothing is read, since a claim that succeeds says that there was nothing to read. Everybody else is looked up. Safe to repeat: who dies
 * between two of these requests leaves persons who can be looked up, and the record of a row knows by its mark that it was there.
 */
@Injectable()
export class RosterRows {
  constructor(
    private readonly workers: Workers,
    private readonly identities: WorkerIdentities,
    private readonly profiles: PersonalProfiles,
    private readonly places: WorkPlaces,
    private readonly ledger: NatsLedger,
  ) {}

  /**
   * The outcomes in the order of the rows. Throws only what says nothing about a row: that something cannot be reached at the moment, or
   * a defect.
   */
  async take(rows: readonly RosterImportRow[], of: ImportOfRow, sender: Sender): Promise<RowOutcome[]> {
    if (rows.length === 0) return [];
    const places = await this.places.now();
    const keys = await this.identities.keysOf(rows);
    const persons = rows.map((row, index): Person => {
      const identityKey = keys[index]!;
      const idempotencyKey = `roster-${of.importId}-${row.row}`;
      return { row, identityKey, commands: commandsOf(row, of), of, places, sender: { ...sender, idempotencyKey } };
    });
    const outcomes = await this.takeUnheard(persons);
    const others = persons.filter((person) => !outcomes.has(person));
    const takeOthers = async (): Promise<void> => {
      for (let person = others.shift(); person; person = others.shift())
        outcomes.set(person, await this.takeOne(person));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, takeOthers));
    return persons.map((person) => outcomes.get(person)!);
  }

  /** The outcomes of those who were never heard of before; nothing is told of the others, nor of whom it did not work for at once. */
  private async takeUnheard(persons: readonly Person[]): Promise<Map<Person, RowOutcome>> {
    const decided = await Promise.all(
      persons.map(async (person) => {
        const workerId = workerIdOf(person.identityKey, 0);
        return { person, course: await this.course(person, workerId, this.workers.none, person.commands) };
      }),
    );
    const acceptable = decided.filter(({ course }) => course.events.length > 0);
    if (acceptable.length === 0) return new Map();
    const { of, sender } = persons[0]!;
    const claims = acceptable.map(({ person, course }) => ({ identityKey: person.identityKey, workerId: course.id }));
    const taken = await this.identities.takeUnheard(claims, of.organizationId, sender);
    const claimed = acceptable.filter((_, index) => taken[index]);
    const recorded = await this.recordTogether(claimed);
    return new Map(
      claimed
        .filter((_, index) => recorded[index])
        .map(({ person, course }) => [person, outcomeOf(person, 'registered', course.endedBy)]),
    );
  }

  /** Which of the courses are recorded. A problem with one of them fails the request for all: then none is, and each is tried by itself. */
  private async recordTogether(claimed: readonly { person: Person; course: WorkerCourse }[]): Promise<boolean[]> {
    try {
      const outcomes = await this.workers.record(
        claimed.map(({ person, course }) => ({ course, mark: markOfRow(person) })),
      );
      return outcomes.map((outcome) => outcome === 'stored');
    } catch (error) {
      if (saysNothingOfARow(error)) throw error;
      return claimed.map(() => false);
    }
  }

  private async takeOne(person: Person): Promise<RowOutcome> {
    try {
      return await this.lookUpAndTake(person);
    } catch (error) {
      return refusedRow(person, error);
    }
  }

  /** Whoever is registered already stays as he is registered, under the id that he has. */
  private async lookUpAndTake(person: Person): Promise<RowOutcome> {
    const { identityKey, of, sender } = person;
    for (let attempt = 1; ; attempt += 1) {
      const { holder, revision } = await this.identities.standing(identityKey);
      const ownId = workerIdOf(identityKey, holder === undefined ? revision + 1 : revision);
      const workerId = holder ?? ownId;
      const folded = await this.workers.state(workerId);
      const isNew = workerId === ownId && folded.state.stage === 'notRegistered';
      if (workerId === ownId && !isNew) registered(folded.state);
      const before = isNew ? undefined : await this.recordedBefore(person, folded.state);
      if (before === person.commands.length) return 'registered';

      const steps = isNew ? person.commands : person.commands.slice(1);
      const course = await this.course(person, workerId, folded, steps);
      const registers = isNew && course.events.length > 0;
      const isOurs =
        !registers ||
        holder === workerId ||
        (await this.identities.takeAt(revision, { identityKey, workerId }, of.organizationId, sender));
      if (isOurs && (await this.recordAlone(person, course, registers)))
        return outcomeOf(person, registers || before !== undefined ? 'registered' : 'known', course.endedBy);
      if (attempt === MOST_ATTEMPTS) throw conflict(folded.revision);
    }
  }

  /**
   * How many of its commands the row has carried out when it registered the person; undefined when it did not. Only who was registered by
   * this unit on the day of the import can be of this row.
   */
  private async recordedBefore(person: Person, state: WorkerState): Promise<number | undefined> {
    const { organizationId, begunOn } = person.of;
    const mayBe =
      state.stage === 'registered' && state.organizationId === organizationId && state.registeredOn === begunOn;
    if (!mayBe) return undefined;
    const record = await this.ledger.command(markOfRow(person));
    if (!record.known) return undefined;
    if (!record.hasSameBody) throw keyReused();
    return 'events' in record.result ? record.result.events.length : undefined;
  }

  /** Answers false when another has written to the stream meanwhile. */
  private async recordAlone(person: Person, course: WorkerCourse, registers: boolean): Promise<boolean> {
    if (course.events.length === 0) return true;
    // The mark tells who has registered the person. What is added to a known one needs none: asked for again it is there already.
    const [outcome] = await this.workers.record([registers ? { course, mark: markOfRow(person) } : { course }]);
    if (outcome === 'keyReused') throw keyReused();
    return outcome === 'stored';
  }

  private course(
    person: Person,
    workerId: string,
    from: Folded<WorkerState>,
    commands: readonly RowCommand[],
  ): Promise<WorkerCourse> {
    const steps = commands.map((command): CommandStep<WorkerWish, WorkerEvent> => {
      return (soFar) => this.wish(command, workerId, person, from.state, soFar);
    });
    return this.workers.course(workerId, from, steps, person.sender);
  }

  /** A command together with what its decision must know beyond the worker. */
  private async wish(
    { type, make }: RowCommand,
    workerId: string,
    { identityKey, places }: Person,
    state: WorkerState,
    soFar: readonly WorkerEvent[],
  ): Promise<WorkerWish> {
    switch (type) {
      case 'RegisterWorker': {
        const data = make(workerId);
        return { type, data, identity: { identityKey }, unit: places.unit(data.organizationId) };
      }
      case 'RecordContract': {
        const data = make(workerId);
        return { type, data, employer: places.unit(data.employerUnitId) };
      }
      case 'RecordSafetyTraining':
        return { type, data: make(workerId) };
      case 'EnterSite': {
        const data = make(workerId);
        // Who is on the site already is not judged by his age once more.
        const isThere = state.stage === 'registered' && state.sites[data.projectId] !== undefined;
        const birthDay = isThere ? undefined : await this.birthDay(workerId, soFar);
        return { type, data, site: await places.site(data), birthDay };
      }
    }
  }

  private async birthDay(workerId: string, soFar: readonly WorkerEvent[]) {
    const registration = soFar.find((event) => event.type === 'WorkerRegistered');
    return registration ? registration.data.birthDay : (await this.profiles.of(workerId))?.birthDay;
  }
}

/**
 * The id under which rosters register a person: the same in every roster, and it tells nothing of him, since the key is a keyed hash.
 * Whoever takes an identity that was given free is not the one who held it, or is registered anew after his erasure: he gets another id.
 *
 * @param revision the one that taking the identity has or will have in its stream
 */
export function workerIdOf(identityKey: string, revision: number): string {
  const text = revision === 0 ? identityKey : `${identityKey}.${revision}`;
  return `w-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
}

/** A row has a key of its own, beside those of the parts: `take-rows` is what its sender asked for. */
const markOfRow = ({ row, sender }: Person) => markOf(`${commandContract(TakeRosterRows).name}.row`, row, sender);

const outcomeOf = (person: Person, outcome: 'registered' | 'known', endedBy: unknown): RowOutcome =>
  endedBy === undefined ? outcome : refusedRow(person, endedBy);

/** Throws the error again when it says nothing about the row. */
function refusedRow({ row: { row } }: Person, error: unknown): RefusedRow {
  if (saysNothingOfARow(error)) throw error;
  const { code, texts, violations } = problemOf(error);
  const missing = violations?.map(({ pointer }) => pointer.slice(1)).join(', ');
  const named = missing ? ` (${missing})` : '';
  return { row, code, zh: `${texts.zh}${named}`, en: `${texts.en}${named}` };
}

/** That something cannot be reached at the moment, or a defect. */
function saysNothingOfARow(error: unknown): boolean {
  const { code, retryable } = problemOf(error);
  return retryable || code === 'platform.defect';
}
