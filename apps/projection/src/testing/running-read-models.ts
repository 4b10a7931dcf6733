import { createTestDatabase, type TestDatabase } from '@gongyou/event-sourcing/testing';
import type { DataSource } from 'typeorm';
import { addressWithSearchPath, LIVE_SCHEMA, openDatabase } from '../database/data-source';
import { FigureEventsQuery } from '../indicator-ledger/figure-events.query';
import { CheckpointWatch } from '../intake/checkpoint-watch';
import { Consumer } from '../intake/consumer';
import { Intake } from '../intake/intake';
import { ParkedReplay } from '../intake/parked-replay';
import type { Projector } from '../intake/projector';
import { LeadingGroupReports } from '../leading-group-report/leading-group-report.query';
import { projectors } from '../projectors';
import { Reading } from '../reading/reading';
import { Rebuild } from '../rebuild/rebuild';
import { EventsInMemory } from './events-in-memory';

const CATCH_UP_MS = 20_000;

/** The read models on a PostgreSQL database of their own, filled from a list of events by the consumer that fills them in earnest. */
export class RunningReadModels {
  readonly log: EventsInMemory;
  readonly dataSource: DataSource;
  readonly reading: Reading;
  readonly consumer: Consumer;
  readonly replay: ParkedReplay;
  readonly watch: CheckpointWatch;
  readonly reports: LeadingGroupReports;
  readonly figureEvents: FigureEventsQuery;
  readonly rebuild: Rebuild;
  private readonly others: RunningReadModels[] = [];

  private constructor(
    private readonly database: TestDatabase,
    dataSource: DataSource,
    log: EventsInMemory,
    registers: readonly Projector[],
    private readonly ownsDatabase: boolean,
  ) {
    this.log = log;
    this.dataSource = dataSource;
    const intake = new Intake(registers);
    this.watch = new CheckpointWatch(addressWithSearchPath(database.url, LIVE_SCHEMA), LIVE_SCHEMA);
    this.reading = new Reading(dataSource, this.watch);
    this.replay = new ParkedReplay(dataSource, log, intake);
    this.consumer = new Consumer(dataSource, log, intake, this.replay);
    this.rebuild = new Rebuild(database.url, dataSource, log, intake, this.watch);
    this.reports = new LeadingGroupReports(this.reading);
    this.figureEvents = new FigureEventsQuery(this.reading, log);
  }

  static async start(
    log = new EventsInMemory(),
    registers: readonly Projector[] = everyRegister(),
  ): Promise<RunningReadModels> {
    return this.on(await createTestDatabase(), log, registers, true);
  }

  /** A second instance on the same database, which stops with the first. */
  async another(registers: readonly Projector[] = everyRegister()): Promise<RunningReadModels> {
    const other = await RunningReadModels.on(this.database, this.log, registers, false);
    this.others.push(other);
    return other;
  }

  /** Resolves when all that was recorded so far is taken in. */
  async caughtUp(): Promise<void> {
    if (!(await this.watch.until(this.log.head, CATCH_UP_MS))) {
      throw new Error(`stuck at ${this.watch.position} of ${this.log.head}: ${JSON.stringify(this.consumer.trouble)}`);
    }
  }

  async stop(): Promise<void> {
    for (const other of this.others) await other.stop();
    await this.rebuild.cancel();
    await this.consumer.stop();
    await this.watch.stop();
    await this.dataSource.destroy();
    if (this.ownsDatabase) await this.database.drop();
  }

  private static async on(
    database: TestDatabase,
    log: EventsInMemory,
    registers: readonly Projector[],
    ownsDatabase: boolean,
  ): Promise<RunningReadModels> {
    const running = new RunningReadModels(
      database,
      await openDatabase(database.url, () => undefined),
      log,
      registers,
      ownsDatabase,
    );
    running.watch.start();
    running.consumer.start();
    return running;
  }
}

/** All registers of the projection. */
export const everyRegister = (): Projector[] => projectors.map((Register) => new Register());
