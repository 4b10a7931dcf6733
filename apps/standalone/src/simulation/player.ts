import { setTimeout as pause } from 'node:timers/promises';
import { commandContract } from '@gongyou/contracts';
import type { Act, Lane, Scene } from './act';
import { type Told, Untold } from './told';

/** Whoever tells the platform what the acts say. Throws `Untold`. */
export interface Teller {
  tell(act: Act): Promise<Told>;
}

export interface PlayerOptions {
  /** Lanes that are played side by side. */
  atOnce: number;
  /** How long an act is tried before the story stops: the platform may be starting again. */
  patienceMs?: number;
  /** Told after each scene, and from time to time in between. */
  onProgress?: (tally: Tally, scene: Scene, hasEnded: boolean) => void;
}

const PATIENCE_MS = 300_000;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;
const PROGRESS_EVERY = 2_000;

/** What became of the acts that were played. */
export class Tally {
  told = 0;
  accepted = 0;
  /** Of those accepted: answered as an earlier time, so that nothing was recorded. */
  repeated = 0;
  events = 0;
  /** How often the platform could not answer, and was told again. */
  toldAgain = 0;
  /** The ledger's position after the last act. */
  position = -1;
  /** Refused as the story has it, by code. */
  readonly refusedOnPurpose = new Map<string, number>();
  /** Refused, or accepted, against the story: by command and code, with the key of the first such act. */
  readonly unexpected = new Map<string, { count: number; firstKey: string }>();
  /** How often each command was told, and the milliseconds in all until the answers came. */
  readonly commands = new Map<string, { count: number; milliseconds: number }>();

  taken({ key, refusedWith }: Act, command: string, { position, events, isRepeated }: Told): void {
    this.accepted += 1;
    if (isRepeated) this.repeated += 1;
    else this.events += events;
    this.position = Math.max(this.position, position);
    if (refusedWith !== undefined) this.against(`${command} was accepted`, key);
  }

  refused({ key, refusedWith }: Act, command: string, code: string): void {
    if (code !== refusedWith) this.against(`${command}: ${code}`, key);
    else this.refusedOnPurpose.set(code, (this.refusedOnPurpose.get(code) ?? 0) + 1);
  }

  took(command: string, milliseconds: number): void {
    this.told += 1;
    const sum = this.commands.get(command) ?? { count: 0, milliseconds: 0 };
    this.commands.set(command, { count: sum.count + 1, milliseconds: sum.milliseconds + milliseconds });
  }

  private against(what: string, key: string): void {
    const { count, firstKey } = this.unexpected.get(what) ?? { count: 0, firstKey: key };
    this.unexpected.set(what, { count: count + 1, firstKey });
  }
}

/** Plays a story: each scene's lanes side by side, each lane's acts one after another. */
export class Player {
  private readonly tally = new Tally();
  private progressDueAt = PROGRESS_EVERY;

  constructor(
    private readonly teller: Teller,
    private readonly options: PlayerOptions,
  ) {}

  /** Throws `Untold` when the platform does not answer for longer than the player has patience. */
  async play(scenes: Iterable<Scene>): Promise<Tally> {
    for (const scene of scenes) {
      await this.playScene(scene);
      this.options.onProgress?.(this.tally, scene, true);
    }
    return this.tally;
  }

  private async playScene(scene: Scene): Promise<void> {
    // The lanes are made as they are taken, so that none waits in memory.
    const lanes = scene.lanes[Symbol.iterator]();
    let hasStopped = false;
    const playLanes = async (): Promise<void> => {
      for (let next = lanes.next(); !next.done && !hasStopped; next = lanes.next()) {
        await this.playLane(next.value, scene);
      }
    };
    const stop = (error: unknown): never => {
      hasStopped = true;
      throw error;
    };
    await Promise.all(Array.from({ length: this.options.atOnce }, () => playLanes().catch(stop)));
  }

  private async playLane(lane: Lane, scene: Scene): Promise<void> {
    for (const act of lane) {
      await this.playAct(act);
      if (this.tally.told < this.progressDueAt) continue;
      this.progressDueAt = this.tally.told + PROGRESS_EVERY;
      this.options.onProgress?.(this.tally, scene, false);
    }
  }

  private async playAct(act: Act): Promise<void> {
    const { name } = commandContract(act.command);
    const begunAt = performance.now();
    try {
      this.tally.taken(act, name, await this.tellUntilAnswered(act, begunAt));
    } catch (error) {
      if (!(error instanceof Untold) || error.isRetryable) throw error;
      this.tally.refused(act, name, error.code);
    }
    this.tally.took(name, performance.now() - begunAt);
  }

  /** The key makes it safe to tell the same again (docs/message-api.md). */
  private async tellUntilAnswered(act: Act, begunAt: number): Promise<Told> {
    const { patienceMs = PATIENCE_MS } = this.options;
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      try {
        return await this.teller.tell(act);
      } catch (error) {
        const isWorthIt = error instanceof Untold && error.isRetryable;
        if (!isWorthIt || performance.now() - begunAt > patienceMs) throw error;
        this.tally.toldAgain += 1;
        await pause(wait);
      }
    }
  }
}
