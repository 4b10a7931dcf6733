import {
  DutiesToOpen,
  type DutiesToOpenAnswer,
  EstablishUnit,
  type Grant,
  MattersToEscalate,
  type MattersToEscalateAnswer,
  queryContract,
  querySubject,
  RegisterEnterpriseClient,
  TasksOverdue,
  type TasksOverdueAnswer,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { createTestDatabase, startNatsServer } from '@gongyou/event-sourcing/testing';
import {
  Caller,
  connectBus,
  NatsLedger,
  type RecordedEvent,
  recordedEvent,
  requestHeaders,
  type RunningService,
} from '@gongyou/messaging';
import { Logger } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { MasterKey, startLedger } from '../../../ledger/src';
import { startOrganization } from '../../../organization/src';
import { startProjection } from '../../../projection/src';
import { startSupervision, type SupervisionSettings } from '../../../supervision/src';

const silent = { log() {}, warn() {}, error: console.error, debug() {}, verbose() {} };

/** What the processes are told by the read model. These specs run without one and say themselves what it would answer. */
export interface ReadModelAnswers {
  /** When a programme is adopted. */
  dutiesOfAdoption: DutiesToOpenAnswer['duties'];
  /** When a day is closed: pages of task ids. */
  overdue: string[][];
}

/**
 * Ledger, organization and supervision on a real bus and database, with the group that the specs tell of.
 *
 * @param readModel what the processes are told, page by page; the real projection runs when it is left out
 */
export async function startSupervisionPlatform(readModel?: ReadModelAnswers) {
  Logger.overrideLogger(silent);
  const [nats, database] = await Promise.all([startNatsServer(), createTestDatabase()]);
  const bus = { servers: nats.url, password: '' };
  const services: { close(): Promise<void> }[] = [];
  const connections: NatsConnection[] = [];
  const connect = async (user: string): Promise<NatsConnection> => {
    const connection = await connectBus({ ...bus, user });
    connections.push(connection);
    return connection;
  };
  const callerAs = async (user: string): Promise<Caller> => new Caller(await connect(user), user);

  services.unshift(
    await startLedger({ bus, eventStoreUrl: database.url, masterKey: MasterKey.random(), logger: silent }),
  );
  services.unshift(await startOrganization({ bus, logger: silent }));
  const operator = await callerAs('operator');
  for (const [unitId, kind, parentId] of units) {
    await operator.command(EstablishUnit, { unitId, kind, name: unitId, parentId, establishedOn: '2020-01-01' as Day });
  }
  for (const [clientName, organizationId] of [
    ['highway-oa', 'first-highway'],
    ['harbour-oa', 'third-harbour'],
  ] as const) {
    await operator.command(RegisterEnterpriseClient, { clientName, organizationId });
  }

  if (readModel) await answerFor(readModel, await connect('projection'));
  else services.unshift(await startProjection({ bus, databaseUrl: database.url, logger: silent }));
  const ledger = new NatsLedger(operator);
  return {
    connect,
    callerAs,
    operator,
    gateway: await callerAs('gateway'),
    startSupervision: async (settings: Partial<SupervisionSettings> = {}): Promise<RunningService> => {
      const service = await startSupervision({ bus, logger: silent, ...settings });
      services.unshift(service);
      return service;
    },
    /** The events of these types, once there are as many. */
    async events(count: number, ...types: string[]): Promise<RecordedEvent[]> {
      const found: RecordedEvent[] = [];
      for (let after = -1; found.length < count;) {
        const page = await ledger.feed({ after, limit: 1000, waitMs: 1000, types });
        found.push(...page.events.map(recordedEvent));
        after = page.through;
      }
      return found;
    },
    async stop(): Promise<void> {
      for (const service of services) await service.close();
      await Promise.all(connections.map((connection) => connection.close()));
      await nats.stop();
      await database.drop();
    },
  };
}

async function answerFor(readModel: ReadModelAnswers, connection: NatsConnection): Promise<void> {
  connection.subscribe(querySubject(queryContract(DutiesToOpen), '*'), {
    callback: (_, query) => {
      const { adoption } = query.json<DutiesToOpen>();
      query.respond(JSON.stringify({ duties: adoption === undefined ? [] : readModel.dutiesOfAdoption }));
    },
  });
  connection.subscribe(querySubject(queryContract(TasksOverdue), '*'), {
    callback: (_, query) => {
      const page = Number(query.json<TasksOverdue>().cursor ?? 0);
      const nextCursor = page + 1 < readModel.overdue.length ? String(page + 1) : null;
      query.respond(
        JSON.stringify({ taskIds: readModel.overdue[page] ?? [], nextCursor } satisfies TasksOverdueAnswer),
      );
    },
  });
  connection.subscribe(querySubject(queryContract(MattersToEscalate), '*'), {
    callback: (_, query) => {
      query.respond(JSON.stringify({ matterIds: [], nextCursor: null } satisfies MattersToEscalateAnswer));
    },
  });
  await connection.flush();
}

export type SupervisionPlatform = Awaited<ReturnType<typeof startSupervisionPlatform>>;

/** The headers by which the gateway says for whom it asks. */
export const as = (name: string, ...grants: Grant[]): Record<string, string> => ({
  [requestHeaders.actor]: `user:${name}`,
  [requestHeaders.grants]: JSON.stringify(grants),
});

const units: [string, EstablishUnit['kind'], string?][] = [
  ['group', 'group'],
  ['union-office', 'department', 'group'],
  ['production-department', 'department', 'group'],
  ['personnel-department', 'department', 'group'],
  ['first-highway', 'company', 'group'],
  ['bay-bridge', 'project', 'first-highway'],
  ['third-harbour', 'company', 'group'],
  ['other-group', 'group'],
];
