import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformClients } from '@gongyou/contracts';
import { Deployment } from './deployment';

const shipped = join(__dirname, '..', '..', '..', '..');

describe('A deployment', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongyou-deploy-'));
    for (const part of ['.env.example', join('nats', 'platform.conf')])
      await cp(join(shipped, 'deploy', part), join(folder, part));
  });
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  const text = (...path: string[]): Promise<string> => readFile(join(folder, ...path), 'utf8');

  it('gets a password of its own for every part of the platform, for its operator to see', async () => {
    await (await Deployment.open(folder)).save();
    const { settings } = await Deployment.open(folder);
    const passwords = platformClients.map((name) => settings.get(`NATS_PASSWORD_${name.toUpperCase()}`));
    expect(new Set([...passwords, settings.get('POSTGRES_PASSWORD'), settings.get('ADMIN_PASSWORD')]).size).toBe(
      platformClients.length + 2,
    );
    const users = await text('nats', 'users.conf');
    passwords.forEach((password) => expect(users).toContain(`password: "${password}"`));
    for (const file of ['.env', 'nats/users.conf', 'ledger/person-master-key'])
      expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  });

  it('keeps every password when it is prepared again', async () => {
    await (await Deployment.open(folder)).save();
    const before = await text('.env');
    const masterKey = await text('ledger', 'person-master-key');
    const again = await Deployment.open(folder);
    await again.clients.put({ name: 'harbour-hr', passwordHash: '$2b$11$hash' });
    await again.save();
    expect(await text('.env')).toBe(before);
    expect(await text('ledger', 'person-master-key')).toBe(masterKey);
    expect(await text('nats', 'users.conf')).toContain('user: "harbour-hr", password: "$2b$11$hash"');
  });

  it('keeps events where it is told to', async () => {
    const deployment = await Deployment.open(folder);
    expect(deployment.settings.has('EVENT_STORE_URL')).toBe(false);
    const onPostgres = deployment.keepEventsIn('postgres');
    const password = deployment.settings.get('POSTGRES_PASSWORD');
    expect(onPostgres.settings.get('EVENT_STORE_URL')).toBe(`postgres://gongyou:${password}@postgres:5432/gongyou`);
    expect(onPostgres.keepEventsIn('kurrentdb').settings).toEqual(deployment.settings);
  });

  it('is given every setting that docker-compose.yml asks for', async () => {
    const compose = await readFile(join(shipped, 'docker-compose.yml'), 'utf8');
    const { settings } = await Deployment.open(folder);
    const asked = [...compose.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name!);
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((name) => !settings.has(name))).toEqual([]);
  });

  it('has a nats-server that acknowledges after the flush, and knows the users that were prepared', async () => {
    const configuration = await readFile(join(shipped, 'deploy', 'nats', 'nats-server.conf'), 'utf8');
    expect(configuration).toMatch(/jetstream \{[^}]*^\s*sync_interval: always$[^}]*\}/m);
    expect(configuration).toContain('include "platform.conf"');
    expect(await text('nats', 'platform.conf')).toContain('include "users.conf"');
  });
});
