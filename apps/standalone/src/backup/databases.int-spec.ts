import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { PostgresEventStore, StoreUnavailable } from '@gongyou/event-store';
import { fact } from '@gongyou/event-store/testing';
import { Client } from 'pg';
import { type LedgerFindings, verifyLedger } from '../../../ledger/src';
import { DataFolder, EmbeddedPostgres } from '../embedded';
import { temporaryDataFolder } from '../testing/temporary-data-folder';
import { withDatabases } from './databases';

const EVENTS = 300;
const dataOf = (at: number): string => `{"unitId":"crew-${at}","name":"钢筋第${at}班","renamedOn":"2026-11-20"}`;

describe('The databases of a data folder', () => {
  let place: { path: string; remove(): Promise<void> };
  let env: { GONGYOU_DATA: string };
  /** Where the table of events begins on the disk. */
  let table: string;

  const reach = <T>(are: 'there' | 'new', use: (ledgerUrl: string) => Promise<T>): Promise<T> =>
    withDatabases({ env, are, report: () => undefined }, ({ ledgerUrl }) => use(ledgerUrl));
  const running = async <T>(use: (postgres: EmbeddedPostgres) => Promise<T>): Promise<T> => {
    const folder = await DataFolder.open(env);
    const lost = (error: unknown): void => console.error(error);
    const postgres = await EmbeddedPostgres.start({ folder, port: 0, fsync: false, onLost: lost });
    try {
      return await use(postgres);
    } finally {
      await postgres.stop();
      folder.close();
    }
  };

  beforeAll(async () => {
    place = await temporaryDataFolder();
    env = { GONGYOU_DATA: place.path };
  });
  afterAll(async () => place.remove());

  it('are not made where no platform was ever started', async () => {
    await expect(reach('there', verifyLedger)).rejects.toMatchObject({ code: 'standalone.backup.noPlatform' });
    expect(DataFolder.exists(env)).toBe(false);
  });

  it('are those of the platform that runs there', async () => {
    await running(async ({ url }) => {
      const store = await PostgresEventStore.open(url);
      for (let at = 0; at < EVENTS; at += 1)
        await store.append([{ stream: `task-${at % 7}`, expected: 'any', events: [fact('UnitRenamed', dataOf(at))] }]);
      await store.close();
      expect(await reach('there', verifyLedger)).toMatchObject({ isIntact: true, events: EVENTS });
      await expect(reach('new', verifyLedger)).rejects.toMatchObject({ code: 'standalone.dataFolder.inUse' });
      table = await pathOfEvents(url);
    });
  }, 60_000);

  it('are started for a platform that is stopped, and stopped again', async () => {
    expect(await reach('there', verifyLedger)).toMatchObject({ isIntact: true, events: EVENTS });
    (await DataFolder.open(env)).close();
  }, 60_000);

  it('name every event that a flipped byte on the disk has made unreadable, and serve none of them', async () => {
    const file = join(place.path, 'postgres', 'data', table);
    for (const at of [2, 137]) await flipByteAt(file, dataOf(at));
    await running(async ({ url }) => {
      const found = await verifyLedger(url);
      const lost = positionsOf(found);
      expect(lost).toEqual(expect.arrayContaining([0, 1, 2, 137]));
      // A page of the disk is lost as a whole, and nothing beside it.
      expect(lost.filter((position, at) => position !== lost[at - 1]! + 1)).toHaveLength(2);
      expect(lost.length).toBeLessThan(40);
      expect(new Set(found.findings.map(({ code }) => code))).toEqual(new Set(['ledger.verify.unreadable']));
      expect([found.isIntact, found.rootHash, found.events]).toEqual([false, undefined, EVENTS - lost.length]);

      const store = await PostgresEventStore.open(url);
      await expect(store.readAll({ after: 136, limit: 1 })).rejects.toThrow(StoreUnavailable);
      await store.close();
    });
  }, 60_000);
});

const positionsOf = ({ findings }: LedgerFindings): number[] => findings.map(({ position }) => position!);

async function pathOfEvents(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ path: string }>("SELECT pg_relation_filepath('ledger.events') AS path");
    return rows[0]!.path;
  } finally {
    await client.end();
  }
}

async function flipByteAt(path: string, text: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const bytes = await file.readFile();
    const at = bytes.indexOf(text);
    expect(at).toBeGreaterThan(0);
    await file.write(Buffer.from([bytes[at + 4]! ^ 1]), 0, 1, at + 4);
  } finally {
    await file.close();
  }
}
