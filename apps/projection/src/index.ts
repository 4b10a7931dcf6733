import { type BusAddress, NatsLedger, type RunningService, startService } from '@gongyou/messaging';
import { Logger, type LoggerService } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { openDatabase } from './database/data-source';
import { type BalanceDifference, recomputeBalances } from './indicator-ledger/recompute-balances';
import { CheckpointWatch } from './intake/checkpoint-watch';
import { ParkedReplay } from './intake/parked-replay';
import { ProjectionModule } from './projection.module';

export { ProjectionConfig } from './projection.config';

/** What the projection needs to run. */
export interface ProjectionSettings {
  bus: Omit<BusAddress, 'user'>;
  /** `postgres://…`: the PostgreSQL that keeps the read models, in a schema of their own. */
  databaseUrl: string;
  logger: LoggerService;
}

/** The running projection. */
export interface RunningProjection extends RunningService {
  /** Resolves when all that the ledger holds at the moment is taken in. */
  ready(): Promise<void>;
  /** Processes what was parked, in order; what fails again stays parked. Answers how many events were processed. */
  replayParked(): Promise<number>;
  /** Adds up all postings again. Answers where the kept balances differ; there must be no difference. */
  recomputeBalances(): Promise<BalanceDifference[]>;
}

const READY_CHECK_MS = 60_000;

/** Starts the projection: read models, the indicator ledger, leading-group reports. */
export async function startProjection({ bus, databaseUrl, logger }: ProjectionSettings): Promise<RunningProjection> {
  const trouble = new Logger('ReadModels');
  const dataSource = await openDatabase(databaseUrl, (error) =>
    trouble.warn(`a database connection broke: ${error.message}`),
  );
  try {
    const service = await startService('projection', ProjectionModule.register(dataSource, databaseUrl), bus, logger);
    const part = <T>(type: abstract new (...inputs: never[]) => T): T => service.app.get<T>(type, { strict: false });
    return {
      ...service,
      ready: () => caughtUp(part(NatsLedger), part(CheckpointWatch)),
      replayParked: () => part(ParkedReplay).run(),
      recomputeBalances: () => recomputeBalances(part(DataSource).manager),
    };
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw error;
  }
}

async function caughtUp(ledger: NatsLedger, watch: CheckpointWatch): Promise<void> {
  const { head } = await ledger.feed({ after: -1, limit: 1, waitMs: 0 });
  while (!(await watch.until(head, READY_CHECK_MS))) {
    if (watch.isStopped) throw new Error('the projection was stopped before it had caught up');
  }
}
