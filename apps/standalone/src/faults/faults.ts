import { setTimeout as pause } from 'node:timers/promises';
import type { Load } from './load/load';
import type { PlatformUnderFaults } from './platform-under-faults';
import type { KillableProcess } from './process/killable-process';
import type { Randomness } from '../randomness';

interface Fault {
  name: string;
  strike(): Promise<void>;
}

/** Longest pause of PostgreSQL: longer than a service waits for an answer (10 s) where the run leaves time for it. */
const LONGEST_PAUSE_MS = 11_500;
/** Connections that die without a word are found out by time-outs: a shorter run leaves no time for it. */
const SECONDS_FOR_SILENCE = 30;
/** How long a blow that is aimed at an acknowledgement waits for one: while the database is paused there is none. */
const AIMED_WITHIN_MS = 1_500;
/** Longer than an enterprise system waits for an answer. */
const SHORTEST_PAUSE_MS = 2_300;

/**
 * Breaks things as long as it is let: two hands at once, one that kills processes, one that cuts and holds up links and pauses
 * PostgreSQL. Each hand goes through all its faults in random order before it repeats one.
 */
export class Faults {
  /** How often each fault struck, by its name. */
  readonly counts = new Map<string, number>();
  private readonly ending = new AbortController();
  private readonly over = new Promise<void>((resolve) => this.ending.signal.addEventListener('abort', () => resolve()));
  private readonly hands: Promise<void>[] = [];

  constructor(
    private readonly platform: PlatformUnderFaults,
    private readonly load: Load,
    private readonly randomness: Randomness,
    private readonly seconds: number,
  ) {}

  start(): void {
    const { processes, ledgers } = this.platform;
    this.hands.push(
      this.hand(this.randomness.fork(), (chance) => [
        ...processes.map((process) => this.killing(process, chance)),
        ...ledgers.map((ledger) => this.killingAtAcknowledgement(ledger, chance)),
      ]),
      this.hand(this.randomness.fork(), (chance) => this.disturbances(chance)),
    );
  }

  /** Strikes no more; resolves when the last fault is over. */
  async stop(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.hands);
  }

  private async hand(chance: Randomness, deck: (chance: Randomness) => Fault[]): Promise<void> {
    while (!this.isOver) {
      for (const fault of chance.shuffled(deck(chance))) {
        await this.forAWhile(chance.between(400, 1_600));
        if (this.isOver) return;
        this.counts.set(fault.name, (this.counts.get(fault.name) ?? 0) + 1);
        await fault.strike();
      }
    }
  }

  private killing(process: KillableProcess, chance: Randomness): Fault {
    return {
      name: `${process.name} killed`,
      strike: () => this.killAndStart(process, chance),
    };
  }

  /** What was acknowledged an instant ago is what a ledger that answers too early loses. */
  private killingAtAcknowledgement(ledger: KillableProcess, chance: Randomness): Fault {
    return {
      name: `${ledger.name} killed`,
      strike: async () => {
        await this.load.reportAcknowledged(AbortSignal.any([this.ending.signal, AbortSignal.timeout(AIMED_WITHIN_MS)]));
        await this.killAndStart(ledger, chance);
      },
    };
  }

  private async killAndStart(process: KillableProcess, chance: Randomness): Promise<void> {
    await process.kill();
    await this.forAWhile(chance.between(0, 1_200));
    process.start();
    // Now and then the next blow falls while it is still starting.
    if (!chance.happens(0.2)) await this.unlessOver(process.ready());
  }

  private disturbances(chance: Randomness): Fault[] {
    const { postgres, links } = this.platform;
    const link = () => chance.oneOf(links);
    const suspended: Fault = {
      name: 'postgres paused',
      strike: async () => {
        await postgres.suspend();
        const longest = Math.max(SHORTEST_PAUSE_MS, Math.min(LONGEST_PAUSE_MS, this.seconds * 200));
        await this.forAWhile(chance.happens(0.4) ? longest : chance.between(SHORTEST_PAUSE_MS, longest));
        await postgres.resume();
      },
    };
    const reset = (): Fault => ({ name: 'sockets reset', strike: async () => link().reset() });
    const held: Fault = {
      name: 'link held up',
      strike: async () => {
        const chosen = link();
        chosen.holdAll();
        await this.forAWhile(chance.between(300, 3_000));
        chosen.release();
      },
    };
    const answersLost: Fault = {
      name: 'answers lost',
      strike: async () => {
        const chosen = link();
        chosen.holdAnswers();
        await this.forAWhile(chance.between(100, 800));
        chosen.reset();
        chosen.release();
      },
    };
    const silenced: Fault = {
      name: 'connections gone silent',
      strike: async () => chance.oneOf(links.filter(({ name }) => canGoSilent(name))).silence(),
    };
    const silence = this.seconds >= SECONDS_FOR_SILENCE ? [silenced] : [];
    return [...silence, suspended, reset(), reset(), reset(), held, held, answersLost, answersLost, answersLost];
  }

  private get isOver(): boolean {
    return this.ending.signal.aborted;
  }

  /** The time between two blows, or until the run is over. */
  private async forAWhile(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.ending.signal }).catch(() => undefined);
  }

  private async unlessOver(done: Promise<void>): Promise<void> {
    // Whether it comes up at all is found out when everything is healed.
    await Promise.race([done.catch(() => undefined), this.over]);
  }
}

/** A connection that only listens is found dead by TCP alone, and these links answer for TCP whatever befalls them. */
const canGoSilent = (link: string): boolean => link !== 'projection-postgres';
