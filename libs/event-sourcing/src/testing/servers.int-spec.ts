import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from 'nats';
import { Client } from 'pg';
import { createTestDatabase, startNatsServer } from './servers';

describe("A test's own database", () => {
  it('is empty, and gone after the test, even with a connection left open', async () => {
    const database = await createTestDatabase();
    const client = new Client({ connectionString: database.url });
    const lost = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    const { rows } = await client.query("SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'");
    expect(rows).toEqual([{ tables: 0 }]);

    await database.drop();

    await lost;
    await expect(new Client({ connectionString: database.url }).connect()).rejects.toMatchObject({ code: '3D000' });
  });

  it('is not shared with another test', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    expect(one.url).not.toBe(other.url);
    await Promise.all([one.drop(), other.drop()]);
  });
});

describe("A test's own nats-server", () => {
  it('has the same address and store after it was killed and started again', async () => {
    const server = await startNatsServer();
    const before = await connect({ servers: server.url, reconnect: false });
    await (await before.jetstreamManager()).streams.add({ name: 'EVENTS', subjects: ['events.>'] });
    await before.jetstream().publish('events.rights.WagePaid', '{}');
    const closed = before.closed();
    await server.kill('SIGKILL');
    await closed;

    await server.start();

    const after = await connect({ servers: server.url });
    expect((await (await after.jetstreamManager()).streams.info('EVENTS')).state.messages).toBe(1);
    await after.close();
    await server.stop();
  });

  it('takes another configuration without a restart, or says why not', async () => {
    const server = await startNatsServer('authorization { users: [{ user: a, password: a }] }');
    const { pid } = server;
    await server.reload('authorization { users: [{ user: b, password: b }] }');
    await (await connect({ servers: server.url, user: 'b', pass: 'b' })).close();
    expect(server.pid).toBe(pid);
    await expect(server.reload('authorization { users: [')).rejects.toThrow('Failed to reload server configuration');
    await server.stop();
  });

  it("says in nats-server's words why it does not start", async () => {
    await expect(startNatsServer('sync_interval: always')).rejects.toThrow('unknown field "sync_interval"');
  });

  it('ends, and its folder goes, when the test run is killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongyou-test-'));
    const script = `
      const { transformFileSync } = require('@swc/core');
      require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, { sourceMaps: false }).code, file);
      const { startNatsServer } = require('./libs/event-sourcing/src/testing/servers');
      startNatsServer().then(({ port }) => console.log(port));
    `;
    const run = spawn(process.execPath, ['-e', script], {
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [port] = (await once(run.stdout, 'data')) as [Buffer];
    await (await connect({ servers: `nats://127.0.0.1:${Number(port)}` })).close();
    const [store] = await readdir(folder);

    run.kill('SIGKILL');

    for (const deadline = Date.now() + 10_000; existsSync(join(folder, store ?? '')) && Date.now() < deadline;)
      await delay(50);
    expect(await readdir(folder)).toEqual([]);
    await expect(connect({ servers: `nats://127.0.0.1:${Number(port)}` })).rejects.toMatchObject({
      code: 'CONNECTION_REFUSED',
    });
    await rmdir(folder);
  });
});
