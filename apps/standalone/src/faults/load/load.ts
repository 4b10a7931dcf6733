import { EventEmitter, once } from 'node:events';
import { requestHeaders } from '@gongyou/messaging';
import { ESTABLISHED_ON, EXAMPLE_GROUP } from '../../example/example-group';
import { enterpriseSystemNames, enterpriseSystems, type PlatformUnderFaults } from '../platform-under-faults';
import type { Randomness } from '../../randomness';
import { until } from '../until';
import { CommandBook, standingOf } from './command-book';
import { Lane } from './lane';
import { Sending } from './sending';

const LANES_PER_SYSTEM = 4;
const REPORT = 'supervision.task.report-progress';

/** Several enterprise systems and the office that send commands at the same time, and remember what came of each. */
export class Load {
  readonly book = new CommandBook();
  private readonly acknowledgements = new EventEmitter();
  private readonly ending = new AbortController();
  private running: Promise<unknown> = Promise.resolve();
  private readonly senders = new Map<string, Sending>();

  constructor(
    private readonly platform: PlatformUnderFaults,
    private readonly chance: Randomness,
  ) {}

  async start(): Promise<void> {
    const office = new Sending('gateway', await this.platform.asOffice(), this.acknowledgements, {
      [requestHeaders.actor]: 'user:faults-office',
      [requestHeaders.grants]: JSON.stringify([{ role: 'leadingGroupOffice', organizationId: EXAMPLE_GROUP }]),
    });
    this.senders.set(office.client, office);
    const lanes: Lane[] = [];
    for (const name of enterpriseSystemNames) {
      const system = new Sending(name, await this.platform.asSystem(name), this.acknowledgements);
      this.senders.set(name, system);
      for (let lane = 0; lane < LANES_PER_SYSTEM; lane += 1) {
        lanes.push(new Lane(system, office, enterpriseSystems[name], this.book, this.chance.fork()));
      }
    }
    this.running = Promise.all(lanes.map((lane) => lane.run(this.ending.signal)));
  }

  /** Resolves when every lane has ended what it was doing. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  /** Resolves at the very moment at which a sender is told, for the first time, that its report on a task is stored; or when it is aborted. */
  async reportAcknowledged(signal: AbortSignal): Promise<void> {
    await once(this.acknowledgements, REPORT, { signal }).catch(() => undefined);
  }

  /** Whether a command of each sender is acknowledged within the time, as it must be when everything works. */
  async isTaken(withinMs: number): Promise<boolean> {
    const tries = enterpriseSystemNames.map((name) => {
      const unitId = `faults-last-${this.chance.hex(12)}`;
      const crew = {
        unitId,
        kind: 'crew',
        name: unitId,
        parentId: enterpriseSystems[name],
        establishedOn: ESTABLISHED_ON,
      };
      const operation = 'organization.unit.establish';
      const sending = this.senders.get(name)!;
      const ids = { key: `faults-${this.chance.hex(24)}`, correlationId: this.chance.hex(32) };
      const command = this.book.open({ client: name, operation, body: crew, mustBeRefused: false, ...ids });
      return until(async () => (await sending.once(command)).kind === 'acknowledged', withinMs);
    });
    return (await Promise.all(tries)).every((taken) => taken);
  }

  /** Sends half of what was not answered once more, when everything works again. */
  async askAgain(): Promise<void> {
    const open = this.book.commands.filter((each) => each.key !== undefined && standingOf(each) === 'unanswered');
    for (const command of open) if (this.chance.happens(0.5)) await this.senders.get(command.client)!.once(command);
  }
}
