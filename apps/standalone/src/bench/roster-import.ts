import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import {
  EstablishUnit,
  FormCrew,
  Roster,
  RosterImport,
  type RosterImportAnswer,
  UnitPage,
  WorkerFile,
  Workers,
  type WorkersAnswer,
  WorkerSearch,
} from '@gongyou/contracts';
import { type Day, dayOfInstant } from '@gongyou/domain';
import type { Caller, NatsLedger } from '@gongyou/messaging';
import { EXAMPLE_GROUP } from '../example/example-group';
import type { BenchPlatform } from './bench-platform';
import { projectOfWorker, ROSTER_TOP, rosterFile, unitsFor } from './bench-roster';
import { milliseconds, ms, perSecond, quantile, timed, whole } from './rounds';
import { smallEvent } from './task-histories';

/** Identity, registration, contract, training and entry. */
const EVENTS_OF_WORKER = 5;
const ESTABLISHED_AT_ONCE = 16;
const SITES_SINCE = '2026-01-01' as Day;
const IMPORT = 'bench-roster';
const CALLS = 100;

/** What the measure is handed: the platform with its example group, and who may ask. */
export interface RosterBench {
  platform: BenchPlatform;
  ledger: NatsLedger;
  operator: Caller;
  token: string;
  workers: number;
  seconds: number;
  line: (what: string, value: string, floor?: string, ratio?: number) => void;
  projected: () => Promise<void>;
}

/** A roster of so many workers as one file through the gateway, and the registers at that size. */
export async function benchRoster(bench: RosterBench): Promise<void> {
  const { platform, ledger, workers, seconds, line } = bench;
  await establishSites(bench);
  await bench.projected();

  const floor = await perSecond(
    8,
    seconds,
    (client) =>
      ledger.append([
        { stream: `rosterImport-floor-${client}`, expected: 'any', events: Array.from({ length: 100 }, smallEvent) },
      ]),
    100,
  );
  const before = await platform.processorTime();
  const importing = await milliseconds(() => upload(bench));
  const shown = importing + (await milliseconds(() => bench.projected()));
  const rows = (workers * 1000) / importing;
  line(
    `roster import of ${whole(workers)} workers, rows/s`,
    whole(rows),
    `${whole(floor)} events/s in batches`,
    (rows * EVENTS_OF_WORKER) / floor,
  );
  line('… until the registers show all of them, rows/s', whole((workers * 1000) / shown));
  for (const [part, took] of await platform.processorTime()) {
    const perRow = ((took - (before.get(part) ?? 0)) * 1_000_000) / workers;
    line(`… processor time of ${part} for each row`, `${whole(perRow)} µs`);
  }
  const again = await milliseconds(() => upload(bench));
  line('… the same file sent again, rows/s', whole((workers * 1000) / again));
  const known = await milliseconds(() => upload(bench, `${IMPORT}-next-month`));
  line('… the same persons in another import, rows/s', whole((workers * 1000) / known));
  for (const [service, mebibytes] of await platform.peakMemory())
    line(`… peak memory of ${service}`, `${whole(mebibytes)} MiB`);
  await bench.projected();
  await benchRegisters(bench);
}

async function establishSites({ operator, workers }: RosterBench): Promise<void> {
  const { projects, crews } = unitsFor(workers);
  for (const units of [projects, crews]) {
    const waiting = [...units];
    const establish = async (): Promise<void> => {
      for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
        await operator.command(EstablishUnit, { ...unit, establishedOn: SITES_SINCE });
        if (unit.kind === 'crew')
          await operator.command(FormCrew, { unitId: unit.unitId, trade: '020', formedOn: SITES_SINCE });
      }
    };
    await Promise.all(Array.from({ length: ESTABLISHED_AT_ONCE }, establish));
  }
}

async function upload({ platform, token, operator, workers }: RosterBench, importId = IMPORT): Promise<void> {
  const answer = await fetch(
    `${platform.gatewayUrl}/api/imports/rosters?import=${importId}&organization=${ROSTER_TOP}&file=roster.csv`,
    {
      method: 'POST',
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` },
      body: Readable.toWeb(Readable.from(rosterFile(workers), { objectMode: false })),
      duplex: 'half',
    },
  );
  const text = await answer.text();
  const told = await operator.query<RosterImport, RosterImportAnswer>(RosterImport, { import: importId });
  if (!answer.ok || !told.hasEnded || told.registered + told.known !== workers)
    throw new Error(
      `the roster did not go in as a whole: ${answer.status} ${JSON.stringify(told)} ${text.slice(0, 2_000)}`,
    );
}

async function benchRegisters({ operator, workers, line }: RosterBench): Promise<void> {
  const today = dayOfInstant(new Date());
  const site = projectOfWorker(0);
  const { workers: some } = await operator.query<Workers, WorkersAnswer>(Workers, { organization: site, limit: 500 });
  let turn = 0;
  const someone = (): string => some[(turn += 1) % some.length]!.workerId;
  // Ids begin with w- and hexadecimal digits of a hash: all but a hundredth of them lie before this one.
  const deep = 'w-fd';
  const asked: readonly [string, () => Promise<unknown>][] = [
    ['workers of the group, first page', () => operator.query(Workers, { organization: EXAMPLE_GROUP })],
    ['workers of the group, deep page', () => operator.query(Workers, { organization: EXAMPLE_GROUP, cursor: deep })],
    [
      'workers of the group by trade who are on a site, deep page',
      () =>
        operator.query(Workers, {
          organization: EXAMPLE_GROUP,
          workType: '020',
          active: 'true',
          cursor: deep,
        }),
    ],
    [
      'workers of the group who are on no site (none)',
      () => operator.query(Workers, { organization: EXAMPLE_GROUP, active: 'false' }),
    ],
    ['workers of a site', () => operator.query(Workers, { organization: site })],
    ['search by name', () => operator.query(WorkerSearch, { organization: EXAMPLE_GROUP, name: '王伟' })],
    ['roster of a site on a day', () => operator.query(Roster, { organization: site, day: today })],
    ['roster of the group on a day', () => operator.query(Roster, { organization: EXAMPLE_GROUP, day: today })],
    [
      'roster of the group on a day, deep page',
      () => operator.query(Roster, { organization: EXAMPLE_GROUP, day: today, cursor: `${deep}~x~0` }),
    ],
    ['unit page of a site', () => operator.query(UnitPage, { unit: site })],
    ['unit page of the group', () => operator.query(UnitPage, { unit: EXAMPLE_GROUP })],
    ['file of a person', () => operator.query(WorkerFile, { worker: someone() })],
  ];
  await pause(1_000);
  for (const [what, ask] of asked) {
    await ask();
    const took = await timed(CALLS, ask);
    line(`${what}, ${whole(workers)} workers, p50 / p99`, `${ms(quantile(took, 0.5))} / ${ms(quantile(took, 0.99))}`);
  }
}
