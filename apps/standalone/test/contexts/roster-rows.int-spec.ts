import {
  BeginRosterImport,
  CorrectWorker,
  EraseWorker,
  EstablishUnit,
  FormCrew,
  RosterImportPart,
  type RosterImportPartAnswer,
  type RosterImportRow,
  TakeRosterRows,
} from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import {
  createTestDatabase,
  startNatsServer,
  type TestDatabase,
  type TestNatsServer,
} from '@gongyou/event-sourcing/testing';
import {
  Caller,
  type CommandAnswer,
  connectBus,
  NatsLedger,
  type RecordedEvent,
  requestHeaders,
  type RunningService,
} from '@gongyou/messaging';
import { Logger } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { Client } from 'pg';
import { MasterKey, startLedger } from '../../../ledger/src';
import { startOrganization } from '../../../organization/src';
import { workerIdOf } from '../../../organization/src/roster-import/roster-rows.commands';
import { Randomness } from '../../src/randomness';
import { inventedPerson } from '../../src/simulation/invented-person';
import { until } from '../../src/testing/until';

const silent = { log() {}, warn() {}, error: console.error, debug() {}, verbose() {} };
const today = dayOfInstant(new Date());
const chance = new Randomness(20261127);
let persons = 0;

/** What a row that is filled in says of a person. */
const wholeRow = ['WorkerRegistered', 'ContractRecorded', 'SafetyTrainingRecorded', 'WorkerEnteredSite'];

describe('The rows of a roster', () => {
  let nats: TestNatsServer;
  let database: TestDatabase;
  let postgres: Client;
  let connection: NatsConnection;
  let operator: Caller;
  let ledger: NatsLedger;
  const services: RunningService[] = [];

  beforeAll(async () => {
    Logger.overrideLogger(silent);
    [nats, database] = await Promise.all([startNatsServer(), createTestDatabase()]);
    const bus = { servers: nats.url, password: '' };
    services.unshift(
      await startLedger({ bus, eventStoreUrl: database.url, masterKey: MasterKey.random(), logger: silent }),
    );
    // Two, as in a cluster: neither knows what the other one is about.
    for (const _ of ['first', 'second']) services.unshift(await startOrganization({ bus, logger: silent }));
    connection = await connectBus({ ...bus, user: 'operator' });
    operator = new Caller(connection, 'operator');
    ledger = new NatsLedger(operator);
    postgres = new Client({ connectionString: database.url });
    await postgres.connect();
    for (const [unitId, kind, parentId] of units)
      await operator.command(EstablishUnit, { unitId, kind, name: unitId, parentId, establishedOn: today });
    await operator.command(FormCrew, { unitId: 'rebar-crew', trade: '020', formedOn: today });
  });
  afterAll(async () => {
    await postgres.end();
    await connection.close();
    for (const service of services) await service.close();
    await nats.stop();
    await database.drop();
  });

  let imports = 0;
  const begin = async (): Promise<string> => {
    imports += 1;
    const importId = `roster-${imports}`;
    await operator.command(BeginRosterImport, { importId, organizationId: 'highway', fileName: 'roster.csv' });
    return importId;
  };
  const take = (importId: string, rows: RosterImportRow[]): Promise<CommandAnswer> => {
    const [fromRow, toRow] = [rows[0]!.row, rows.at(-1)!.row];
    const key = { [requestHeaders.idempotencyKey]: `${importId}-${fromRow}` };
    return operator.command(TakeRosterRows, { importId, fromRow, toRow, rows }, key);
  };
  const outcome = async (
    importId: string,
  ): Promise<Pick<RosterImportPartAnswer, 'registered' | 'known' | 'refused'>> => {
    const asked = { import: importId, fromRow: 2 };
    const { registered, known, refused } = await operator.query<RosterImportPart, RosterImportPartAnswer>(
      RosterImportPart,
      asked,
    );
    return { registered, known, refused };
  };
  const keyOf = async ({ identityDocumentType, identityNumber }: RosterImportRow): Promise<string> => {
    const value = `${identityDocumentType}:${identityNumber}`;
    return (await ledger.blindIndexes([{ kind: 'identityNumber', value }]))[0]!;
  };
  const typesOf = async (stream: string): Promise<string[]> => (await eventsOf(stream)).map(({ type }) => type);
  const eventsOf = async (stream: string): Promise<RecordedEvent[]> => {
    const events: RecordedEvent[] = [];
    for await (const event of ledger.eventsOf(stream)) events.push(event);
    return events;
  };
  /** What is recorded of each row's person: of his identity, and of him under the id that rosters give him. */
  const recordedOf = (rows: readonly RosterImportRow[], taking = 0): Promise<[string[], string[]][]> =>
    Promise.all(
      rows.map(async (row): Promise<[string[], string[]]> => {
        const key = await keyOf(row);
        return [await typesOf(`workerIdentity-${key}`), await typesOf(`worker-${workerIdOf(key, taking)}`)];
      }),
    );
  /** The store takes no event of a type, as if the power had failed just then. */
  const failingAt = async (type: string, run: () => Promise<void>): Promise<void> => {
    await postgres.query(`
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the power failed'; END $$;
      CREATE TRIGGER fails BEFORE INSERT ON ledger.events FOR EACH ROW WHEN (NEW.type = '${type}') EXECUTE FUNCTION fail();`);
    try {
      await run();
    } finally {
      await postgres.query('DROP TRIGGER fails ON ledger.events; DROP FUNCTION fail');
    }
  };

  it('go in with all that they say, each person in one stream (CC-13c)', async () => {
    const rows = rosterOf(30);
    const importId = await begin();
    await take(importId, rows);
    expect(await outcome(importId)).toEqual({ registered: 30, known: 0, refused: [] });
    expect(await recordedOf(rows)).toEqual(rows.map(() => [['WorkerIdentityTaken'], wholeRow]));
  });

  it('register a person once who stands in two rosters that come at the same moment (CC-13c)', async () => {
    const rows = rosterOf(100);
    const [first, second] = [await begin(), await begin()];
    await Promise.all([
      take(first, rows),
      take(
        second,
        [...rows].reverse().map((row, at) => ({ ...row, row: at + 2 })),
      ),
    ]);
    const [one, other] = [await outcome(first), await outcome(second)];
    expect(one.registered + other.registered).toBe(100);
    expect([one.known + other.known, one.refused, other.refused]).toEqual([100, [], []]);
    for (const [identity, worker] of await recordedOf(rows)) {
      expect(identity).toEqual(['WorkerIdentityTaken']);
      expect(worker.filter((type) => type === 'WorkerRegistered')).toHaveLength(1);
      // The papers of both rosters are his; he entered the site once.
      expect(worker.filter((type) => type === 'ContractRecorded')).toHaveLength(2);
      expect(worker.filter((type) => type === 'WorkerEnteredSite')).toHaveLength(1);
    }
  });

  it('take a person who stands twice in one part once', async () => {
    const [row] = rosterOf(1);
    const importId = await begin();
    await take(importId, [row!, { ...row!, row: 3 }]);
    expect(await outcome(importId)).toEqual({ registered: 1, known: 1, refused: [] });
  });

  it('are told apart: one that the ledger refuses does not keep the others out', async () => {
    const rows = rosterOf(3);
    await ledger.erasePerson({ personId: workerIdOf(await keyOf(rows[1]!), 0), reason: 'asked-by-the-person' });
    const importId = await begin();
    await take(importId, rows);
    const { registered, refused } = await outcome(importId);
    expect([registered, refused.map(({ row, code }) => [row, code])]).toEqual([2, [[3, 'ledger.personErased']]]);
  });

  it.each([
    ['before the identities are taken', 'WorkerIdentityTaken', [[], []]],
    ['between the identities and the persons', 'WorkerRegistered', [['WorkerIdentityTaken'], []]],
    ['between the persons and the record of the part', 'RosterRowsTaken', [['WorkerIdentityTaken'], wholeRow]],
  ])('cost nothing by a crash %s: sent again, they go in once and are told as new', async (_, type, left) => {
    const rows = rosterOf(20);
    const importId = await begin();
    await failingAt(type, async () => {
      await expect(take(importId, rows)).rejects.toMatchObject({ kind: 'unavailable' });
      expect(await recordedOf(rows)).toEqual(rows.map(() => left));
    });
    await take(importId, rows);
    expect(await outcome(importId)).toEqual({ registered: 20, known: 0, refused: [] });
    expect(await recordedOf(rows)).toEqual(rows.map(() => [['WorkerIdentityTaken'], wholeRow]));
  });

  it('go on after a crash behind the command that was refused before it', async () => {
    const [row] = rosterOf(1).map((each) => ({ ...each, crewId: 'late-crew' }));
    const importId = await begin();
    await failingAt('RosterRowsTaken', async () => {
      await expect(take(importId, [row!])).rejects.toMatchObject({ kind: 'unavailable' });
    });
    expect(await recordedOf([row!])).toEqual([[['WorkerIdentityTaken'], wholeRow.slice(0, -1)]]);
    const late = { unitId: 'late-crew', kind: 'crew', name: 'late-crew', parentId: 'bridge' } as const;
    await operator.command(EstablishUnit, { ...late, establishedOn: today });
    await operator.command(FormCrew, { unitId: 'late-crew', trade: '020', formedOn: today });
    await take(importId, [row!]);
    expect(await outcome(importId)).toEqual({ registered: 1, known: 0, refused: [] });
    expect(await recordedOf([row!])).toEqual([[['WorkerIdentityTaken'], wholeRow]]);
  });

  it('are refused when they come again with another content after a crash', async () => {
    const [row] = rosterOf(1);
    const importId = await begin();
    await failingAt('RosterRowsTaken', async () => {
      await expect(take(importId, [row!])).rejects.toMatchObject({ kind: 'unavailable' });
    });
    await take(importId, [{ ...row!, presentAddress: '别处' }]);
    const { refused } = await outcome(importId);
    expect(refused).toMatchObject([{ row: 2, code: 'command.idempotencyKeyReused' }]);
  });

  it('register the person whose number another had by mistake as somebody else (RN-02)', async () => {
    const [mistaken, owner] = rosterOf(2);
    const first = await begin();
    await take(first, [mistaken!]);
    const key = await keyOf(mistaken!);
    await operator.command(CorrectWorker, {
      ...{ workerId: workerIdOf(key, 0), reason: '证件号码录入错误', approvedBy: '项目劳务员', correctedOn: today },
      ...{ identityDocumentType: owner!.identityDocumentType, identityNumber: owner!.identityNumber },
    });
    await until('the number is free', async () => (await typesOf(`workerIdentity-${key}`)).length === 2);
    const second = await begin();
    await take(second, [mistaken!]);
    expect(await outcome(second)).toEqual({ registered: 1, known: 0, refused: [] });
    expect(await typesOf(`worker-${workerIdOf(key, 0)}`)).toEqual([...wholeRow, 'WorkerCorrected']);
    expect(await recordedOf([mistaken!], 2)).toEqual([
      [['WorkerIdentityTaken', 'WorkerIdentityFreed', 'WorkerIdentityTaken'], wholeRow],
    ]);
  });

  it('register a person anew who comes back after his data was erased (PI-07)', async () => {
    const [{ projectId: _, ...row }] = rosterOf(1) as [RosterImportRow];
    await take(await begin(), [row]);
    const key = await keyOf(row);
    const workerId = workerIdOf(key, 0);
    await operator.command(EraseWorker, { workerId, reason: 'asked-by-the-person', erasedOn: today });
    await until('the number is free', async () => (await typesOf(`workerIdentity-${key}`)).length === 2);
    const back = await begin();
    await take(back, [row]);
    expect(await outcome(back)).toEqual({ registered: 1, known: 0, refused: [] });
    expect(await typesOf(`worker-${workerIdOf(key, 2)}`)).toEqual(wholeRow.slice(0, -1));
  });

  it('of another roster add to persons who are known, who stay as they are registered', async () => {
    const rows = rosterOf(40);
    await take(await begin(), rows);
    const next = await begin();
    await take(
      next,
      rows.map((row) => ({ ...row, presentAddress: '别处' })),
    );
    expect(await outcome(next)).toEqual({ registered: 0, known: 40, refused: [] });
    expect(await recordedOf(rows)).toEqual(
      rows.map(() => [['WorkerIdentityTaken'], [...wholeRow, 'ContractRecorded', 'SafetyTrainingRecorded']]),
    );
  });
});

const units = [
  ['highway', 'company', undefined],
  ['bridge', 'project', 'highway'],
  ['rebar-crew', 'crew', 'bridge'],
] as const;

/** Rows of persons whom nobody has heard of. */
const rosterOf = (rows: number): RosterImportRow[] =>
  Array.from({ length: rows }, (_, at) => {
    persons += 1;
    const { name, identityNumber, phone } = inventedPerson(persons, chance, today);
    return {
      ...{ row: at + 2, name, identityDocumentType: '01', identityNumber, ethnicGroup: '01', education: '04', phone },
      ...{ registeredAddress: '某省某县某村', presentAddress: '项目部生活区', contractKind: 'employmentAgreement' },
      ...{ contractSignedOn: today, contractStartsOn: today, safetyTrainedOn: today, safetyTrainingHours: 32 },
      ...{ projectId: 'bridge', crewId: 'rebar-crew', workType: '020', workRole: '20', enteredOn: today },
    };
  });
