import { spawn } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type ConnectionOptions } from 'nats';
import { temporaryDataFolder } from '../testing/temporary-data-folder';
import { until } from '../testing/until';
import { DataFolder, EmbeddedNats } from '.';

const users = (...names: string[]) =>
  `authorization { users: [${names.map((name) => `{ user: ${name}, password: secret-${name} }`).join(', ')}] }`;

describe('The embedded nats-server', () => {
  let place: Awaited<ReturnType<typeof temporaryDataFolder>>;
  let folder: DataFolder;
  let running: EmbeddedNats[];

  beforeEach(async () => {
    place = await temporaryDataFolder();
    folder = await DataFolder.open({ GONGYOU_DATA: place.path });
    running = [];
  });

  afterEach(async () => {
    await Promise.all(running.map((nats) => nats.stop()));
    folder.close();
    await place.remove();
  });

  const start = async (configuration: string) => {
    const nats = await EmbeddedNats.start({ folder, port: 0, configuration, onLost: fail });
    running.push(nats);
    return nats;
  };
  const connectAs = (nats: EmbeddedNats, user: string, options: ConnectionOptions = {}) =>
    connect({ servers: nats.url, user, pass: `secret-${user}`, reconnect: false, ...options });

  it('lets in the users of its configuration and nobody else', async () => {
    const nats = await start(users('ledger'));
    await (await connectAs(nats, 'ledger')).close();
    await expect(connect({ servers: nats.url })).rejects.toMatchObject({ code: 'AUTHORIZATION_VIOLATION' });
  });

  it('keeps its configuration, which holds passwords, to its own user', async () => {
    await start(users('ledger'));
    expect((await stat(join(place.path, 'nats', 'nats-server.conf'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(place.path, 'nats'))).mode & 0o777).toBe(0o700);
  });

  it("refuses a wrong configuration in nats-server's words, with the line as it was given", async () => {
    await expect(start(`max_payload: 1MB\nsync_interval: always`)).rejects.toMatchObject({
      code: 'standalone.nats.badConfiguration',
      text: { en: expect.stringMatching(/line 2:.*unknown field "sync_interval"/) as string },
    });
  });

  it('lets in a new user after a reload, and drops nobody', async () => {
    const nats = await start(users('ledger'));
    const before = await connectAs(nats, 'ledger');
    const pid = nats.pid;

    await nats.reload(users('ledger', 'yijin'));

    const added = await connectAs(nats, 'yijin');
    await before.flush();
    expect(before.isClosed()).toBe(false);
    expect(nats.pid).toBe(pid);
    await Promise.all([before.close(), added.close()]);
  });

  it('shuts out a user whom a reload takes away', async () => {
    const nats = await start(users('ledger', 'yijin'));
    const revoked = await connectAs(nats, 'yijin');
    await nats.reload(users('ledger'));
    await revoked.closed();
    await expect(connectAs(nats, 'yijin')).rejects.toMatchObject({ code: 'AUTHORIZATION_VIOLATION' });
  });

  it('goes on with the configuration before when the new one is wrong, or can only be taken by a restart', async () => {
    const nats = await start(users('ledger'));
    const file = join(place.path, 'nats', 'nats-server.conf');
    const before = await readFile(file, 'utf8');

    await expect(nats.reload('users: [')).rejects.toMatchObject({ code: 'standalone.nats.badConfiguration' });
    await expect(nats.reload('websocket { listen: "127.0.0.1:-1", no_tls: true }')).rejects.toMatchObject({
      code: 'standalone.nats.notReloaded',
    });

    expect(await readFile(file, 'utf8')).toBe(before);
    await (await connectAs(nats, 'ledger')).close();
  });

  it('keeps what JetStream stored from one start to the next', async () => {
    const first = await start('');
    const writer = await connect({ servers: first.url });
    await (await writer.jetstreamManager()).streams.add({ name: 'EVENTS', subjects: ['events.>'] });
    await writer.jetstream().publish('events.supervision.ProgressReported', 'one');
    await writer.close();
    await first.stop();

    const second = await start('');
    const reader = await connect({ servers: second.url });
    expect((await (await reader.jetstreamManager()).streams.info('EVENTS')).state.messages).toBe(1);
    await reader.close();
  });

  it('comes back by itself when it is killed, and clients with it', async () => {
    const nats = await start(users('ledger'));
    const client = await connectAs(nats, 'ledger', {
      reconnect: true,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 50,
    });
    client.subscribe('ping', { callback: (_, message) => message.respond('pong') });
    await client.flush();
    const killed = nats.pid;
    process.kill(killed, 'SIGKILL');

    await until('another nats-server runs', () => nats.pid !== killed);
    await until('the client is answered', async () => (await client.request('ping')).string() === 'pong');
    await client.close();
  });

  it('leaves alone a process that has the pid of an old pid file', async () => {
    const other = spawn('sleep', ['600']);
    await writeFile(join(await folder.part('nats'), 'nats-server.pid'), String(other.pid));
    await start('');
    expect(other.exitCode).toBeNull();
    expect(other.signalCode).toBeNull();
    other.kill();
  });
});

const fail = (error: Error) => {
  throw error;
};
