import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { platformClients } from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import { connectBus } from '@gongyou/messaging';
import type { NatsConnection } from 'nats';
import { until } from '../src/testing/until';
import { type ClientAccess, OperatedPlatform, runInProject } from './operated-platform';
import { send } from './whole-platform';

const progress = (progressPercent: number) => ({
  taskId: 'example-wage-accounts-harbour',
  progressPercent,
  note: '专用账户已开立。',
  evidence: [],
  reportedOn: dayOfInstant(new Date()),
});
const reportAs = (name: string) => `cmd.${name}.supervision.task.report-progress`;

interface Published {
  id: string;
  type: string;
  client: string;
  data: unknown;
}

describe('npm run client', () => {
  let platform: OperatedPlatform;

  beforeAll(async () => {
    platform = await OperatedPlatform.start();
    // The first run builds what has changed since the last time.
    await platform.client('revoke', 'nobody-yet');
  }, 240_000);
  afterAll(async () => platform?.close());

  describe('add', () => {
    let access: ClientAccess;
    let harbour: NatsConnection;

    beforeAll(async () => {
      access = await platform.add('harbour-hr', 'example-harbour');
      harbour = await platform.connect(access);
    });

    it('prints what a plain NATS client needs to connect, and nothing else', () => {
      expect(access).toEqual({
        server: platform.bus.url,
        user: 'harbour-hr',
        password: expect.stringMatching(/^[\w-]{32}$/),
        inboxPrefix: '_INBOX.harbour-hr',
        organizationId: 'example-harbour',
      });
    });

    it('lets the system act for its unit', async () => {
      const answer = await send(harbour, reportAs('harbour-hr'), progress(10));
      expect(answer.json()).toMatchObject({ events: [{ type: 'ProgressReported' }] });
    });

    it('lets it act for no other unit', async () => {
      const answer = await send(harbour, reportAs('harbour-hr'), {
        ...progress(10),
        taskId: 'example-wage-accounts-highway',
      });
      expect(answer.json()).toMatchObject({ code: 'access.outsideScope', status: 403 });
    });

    it('gives it no events unless told to', async () => {
      const asked = harbour.request('$JS.API.CONSUMER.INFO.EVENTS.client_harbour-hr', '', { timeout: 5_000 });
      await expect(asked).rejects.toMatchObject({ code: 'PERMISSIONS_VIOLATION' });
    });

    it('changes the password when it is done again, and ends what is connected with the old one', async () => {
      const closed = harbour.closed();
      const again = await platform.add('harbour-hr', 'example-harbour');
      expect(again.password).not.toBe(access.password);
      await closed;
      await expect(platform.connect(access)).rejects.toMatchObject({ code: 'AUTHORIZATION_VIOLATION' });
      const answer = await send(await platform.connect(again), reportAs('harbour-hr'), progress(20));
      expect(answer.json()).toMatchObject({ events: [{ type: 'ProgressReported' }] });
    });

    it('refuses to bind a system to another unit while it is bound', async () => {
      const { code, stderr } = await platform.client('add', 'harbour-hr', '--organization', 'example-highway');
      expect([code, stderr]).toEqual([1, expect.stringContaining('organization.enterpriseClient.boundElsewhere')]);
    });
  });

  describe('add --events', () => {
    let access: ClientAccess;
    let system: NatsConnection;

    beforeAll(async () => {
      access = await platform.add(
        'harbour-board',
        'example-harbour',
        '--events',
        'events.supervision.ProgressReported',
      );
      system = await platform.connect(access);
    });

    it('hands the system the event that it caused itself, through its own consumer', async () => {
      const answer = (await send(system, reportAs('harbour-board'), progress(30))).json<{
        events: { eventId: string }[];
      }>();
      const consumer = await system.jetstream().consumers.get(access.events!.stream, access.events!.consumer);
      const received: Published[] = [];
      while (received.at(-1)?.id !== answer.events[0]!.eventId) {
        const message = await consumer.next({ expires: 10_000 });
        if (!message) throw new Error('the event did not come');
        received.push(message.json<Published>());
        message.ack();
      }
      expect(received.at(-1)).toMatchObject({ type: 'ProgressReported', client: 'harbour-board', data: progress(30) });
      // From the first event on, and of this subject only.
      expect(received.length).toBeGreaterThan(1);
      expect(new Set(received.map(({ type }) => type))).toEqual(new Set(['ProgressReported']));
    });

    it.each(['client_harbour-hr', 'supervision-escalate-tasks-when-a-day-is-closed'])(
      'does not let it near %s',
      async (consumer) => {
        for (const verb of ['INFO', 'MSG.NEXT', 'DELETE']) {
          const asked = system.request(`$JS.API.CONSUMER.${verb}.EVENTS.${consumer}`, '', { timeout: 5_000 });
          await expect(asked).rejects.toMatchObject({ code: 'PERMISSIONS_VIOLATION' });
        }
      },
    );

    it('gives it the consumer again when the stream was lost and published anew', async () => {
      const ledger = await connectBus({
        servers: platform.bus.url,
        user: 'ledger',
        password: platform.bus.passwords.ledger,
      });
      await (await ledger.jetstreamManager()).streams.delete('EVENTS');
      await ledger.close();
      await until(
        'the consumer is there and hands out the first event',
        async () => {
          const consumer = await system.jetstream().consumers.get('EVENTS', access.events!.consumer);
          return (await consumer.next({ expires: 1_000 })) !== null;
        },
        40_000,
      );
    });

    it('begins anew under another subject, and ends without one', async () => {
      const all = await platform.add('harbour-board', 'example-harbour', '--events', 'events.>');
      const consumer = await (await platform.connect(all)).jetstream().consumers.get('EVENTS', 'client_harbour-board');
      expect((await consumer.next({ expires: 10_000 }))?.seq).toBe(1);
      const none = await platform.connect(await platform.add('harbour-board', 'example-harbour'));
      await expect(none.jetstream().consumers.get('EVENTS', 'client_harbour-board')).rejects.toMatchObject({
        code: 'PERMISSIONS_VIOLATION',
      });
    });
  });

  describe('the example client of the documents', () => {
    const report = (file: string, ...args: string[]) =>
      runInProject(process.execPath, ['docs/examples/report-progress.mjs', file, ...args]);
    let file: string;

    beforeAll(async () => {
      file = join(platform.dataFolder, 'logs', 'example-hr.json');
      const subject = 'events.supervision.ProgressReported';
      await writeFile(file, JSON.stringify(await platform.add('example-hr', 'example-harbour', '--events', subject)));
    });

    it('reports, reads what it wrote and takes the event', async () => {
      const { code, stdout, stderr } = await report(file, 'example-wage-accounts-harbour', '35');
      expect([code, stderr]).toEqual([0, '']);
      const position = /^recorded at position (\d+)$/m.exec(stdout)?.[1];
      expect(stdout).toContain('inProgress, 35%');
      expect(stdout).toContain(`event ${position} ProgressReported task-example-wage-accounts-harbour, by example-hr`);
    });

    it('reports the same thing once, and takes each event once', async () => {
      const again = await report(file, 'example-wage-accounts-harbour', '35');
      expect([again.code, again.stdout]).toEqual([0, expect.not.stringContaining('event ')]);
    });

    it.each([
      ['example-wage-accounts-highway', '35', 'access.outsideScope'],
      ['example-wage-accounts-harbour', '400', '/progressPercent'],
    ])('tells why %s at %s %% is refused', async (task, percent, words) => {
      expect(await report(file, task, percent)).toEqual({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining(words),
      });
    });
  });

  describe('revoke', () => {
    it('disconnects the system at once and takes nothing from it any more', async () => {
      const access = await platform.add('highway-hr', 'example-highway', '--events', 'events.supervision.*');
      const highway = await platform.connect(access);
      const closed = highway.closed();
      const { code, stdout } = await platform.client('revoke', 'highway-hr');
      expect([code, JSON.parse(stdout)]).toEqual([0, { revoked: 'highway-hr' }]);
      await closed;
      await expect(send(highway, reportAs('highway-hr'), progress(1))).rejects.toMatchObject({
        code: 'CONNECTION_CLOSED',
      });
      await expect(platform.connect(access)).rejects.toMatchObject({ code: 'AUTHORIZATION_VIOLATION' });
    });

    it('leaves the others connected', async () => {
      const other = await platform.connect(await platform.add('other-hr', 'example-harbour'));
      await platform.add('short-lived', 'example-harbour');
      await platform.client('revoke', 'short-lived');
      expect((await send(other, reportAs('other-hr'), progress(40))).json()).toHaveProperty('events');
    });

    it('can be done again, and lets the name be bound to another unit', async () => {
      await platform.add('moving-hr', 'example-highway');
      for (const _time of [1, 2]) expect(await platform.client('revoke', 'moving-hr')).toMatchObject({ code: 0 });
      const moved = await platform.connect(await platform.add('moving-hr', 'example-harbour'));
      expect((await send(moved, reportAs('moving-hr'), progress(50))).json()).toHaveProperty('events');
    });

    it('tells that it does not know the system', async () => {
      const { code, stderr } = await platform.client('revoke', 'never-seen');
      expect([code, stderr]).toEqual([1, expect.stringContaining('没有登记过这个企业系统')]);
    });
  });

  describe('given what it cannot do, says so in both languages and exits with 1', () => {
    it.each([
      ['a name of the platform', ['add', platformClients[0], '--organization', 'example-harbour'], '平台自用'],
      ['an unknown unit', ['add', 'lost-hr', '--organization', 'nowhere'], '没有组织单元 nowhere'],
      ['a unit id that is none', ['add', 'lost-hr', '--organization', "'; DROP TABLE"], '/organizationId'],
      ['an option that is none', ['add', 'lost-hr', '--organisation', 'example-harbour'], 'usage:'],
    ])('%s', async (_what, args, words) => {
      const { code, stdout, stderr } = await platform.client(...args);
      expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining(words)]);
      expect(stderr).not.toMatch(/\n\s+at /);
    });

    it('a platform that never ran', async () => {
      const ran = await runInProject('npm', ['run', '--silent', 'client', '--', 'revoke', 'harbour-hr'], {
        GONGYOU_DATA: '/nowhere',
      });
      expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('npm start') });
    });

    it('a platform that was stopped', async () => {
      await platform.stop();
      const { code, stdout, stderr } = await platform.client('revoke', 'harbour-hr');
      expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining('没有找到正在运行的平台')]);
      expect(stderr).toContain('No platform runs');
    });
  });
});
