import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { addDays, dayOfInstant } from '@gongyou/domain';
import { Randomness } from '../src/randomness';
import { backUp } from '../src/backup/backup';
import { inventedPerson } from '../src/simulation/invented-person';
import { until } from '../src/testing/until';
import { dataFolders, filesHolding } from './data-folders';
import { send, WholePlatform } from './whole-platform';

const today = dayOfInstant(new Date());
const person = inventedPerson(4_711, new Randomness(20261127), today);
const ADDRESS = '某省某县某村四千七百一十一号';
const worker = { workerId: 'w-4711', organizationId: 'example-bridge' };

describe('A person who is erased (T21, PI-07)', () => {
  let platform: WholePlatform;
  let folder: string;
  let before: string;

  beforeAll(async () => {
    platform = await WholePlatform.start();
    folder = await mkdtemp(join(tmpdir(), 'gongyou-erasure-'));
    const highway = await platform.system('highway-hr');
    const command = async (name: string, body: object): Promise<void> => {
      const answer = await send(highway, `cmd.highway-hr.organization.worker.${name}`, body);
      expect(answer.headers?.get('Nats-Service-Error') && answer.string()).toBeFalsy();
    };
    await command('register', {
      ...worker,
      ...{ name: person.name, identityDocumentType: '01', identityNumber: person.identityNumber, phone: person.phone },
      ...{
        ethnicGroup: '01',
        education: '02',
        registeredAddress: ADDRESS,
        presentAddress: ADDRESS,
        registeredOn: addDays(today, -2),
      },
    });
    const { workerId } = worker;
    await command('record-contract', {
      ...{ workerId, contractId: 'c-1', kind: 'labourContract', employerUnitId: 'example-highway' },
      ...{ signedOn: addDays(today, -2), startsOn: addDays(today, -2) },
    });
    await command('record-safety-training', {
      ...{ workerId, trainingId: 't-1', organizationId: 'example-bridge', hours: 32, trainedOn: addDays(today, -2) },
    });
    const crew = { unitId: 'example-rebar-crew', trade: '020', formedOn: addDays(today, -2) };
    const formed = await platform.http('/api/organization/crew/form', { method: 'POST', body: JSON.stringify(crew) });
    expect(formed.status).toBe(200);
    const site = { workerId, projectId: 'example-bridge' };
    const work = { crewId: 'example-rebar-crew', workType: '020', workRole: '20', enteredOn: addDays(today, -1) };
    await command('enter-site', { ...site, ...work });
    await command('leave-site', { ...site, leftOn: today });
    // Refused, and so in whatever tells of refusals.
    const refused = await send(highway, 'cmd.highway-hr.organization.worker.register', {
      ...{ ...worker, workerId: 'w-4712', name: person.name, identityDocumentType: '01' },
      ...{ identityNumber: person.identityNumber, phone: '1x4', ethnicGroup: '01', education: '02' },
      registeredOn: today,
    });
    expect(refused.headers?.get('Nats-Service-Error-Code')).toBe('400');

    const look = await platform.http('/api/organization/personal-file', {
      method: 'POST',
      body: JSON.stringify({ worker: workerId, purpose: 'identityCheck' }),
    });
    expect(look.text).toContain(person.identityNumber);
    before = join(folder, 'before.backup');
    await backup(before);

    const erased = await platform.http('/api/organization/worker/erase', {
      method: 'POST',
      body: JSON.stringify({ workerId, reason: 'asked-by-the-person', erasedOn: today }),
    });
    expect([erased.status, erased.text]).toEqual([200, expect.any(String)]);
    await until('nothing can be looked through any more', async () => {
      const { worker: shown } = await platform.get<{ worker: { stage: string; name: string | null } }>(
        `/api/organization/worker?worker=${workerId}`,
      );
      return shown.stage === 'erased' && shown.name === null;
    });
  }, 120_000);
  afterAll(async () => {
    await platform?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  const backup = async (file: string): Promise<void> => {
    const { url } = platform.database;
    const of = { ledgerUrl: url, personKeysUrl: url, gatewayUrl: url };
    await backUp({ ...of, clientsFolder: folder, file, now: () => new Date() });
  };

  it.each(['name', 'identityNumber', 'phone', 'address'] as const)(
    'has left his %s nowhere: not in the ledger, the read models, JetStream, a log, nor a backup from before or after',
    async (field) => {
      const text = { ...person, address: ADDRESS }[field];
      await writeFile(join(folder, 'platform.log'), platform.log.join('\n'));
      const after = join(folder, `after-${field}.backup`);
      await backup(after);
      for (const file of [before, after]) {
        const content = gunzipSync(await readFile(file));
        expect(content.includes(worker.workerId)).toBe(true);
        expect(content.includes(text)).toBe(false);
      }
      const folders = [...(await dataFolders(platform.database, platform.nats)), folder];
      expect(await filesHolding(text, folders)).toEqual([]);
      // That what is looked through holds what happened to him.
      expect((await filesHolding(worker.workerId, folders)).length).toBeGreaterThan(1);
    },
  );

  it('is in no report any more with anything but his id, and the file that is exported for him is refused', async () => {
    const exported = await platform.http('/api/organization/personal-data-export', {
      method: 'POST',
      body: JSON.stringify({ worker: worker.workerId }),
    });
    expect(exported.status).toBe(422);
    expect(JSON.parse(exported.text)).toMatchObject({ code: 'organization.worker.erased' });
    expect(exported.text).not.toContain(person.name);
  });
});
