import { ledgerSubjects, type PlatformClient, platformClients } from '@gongyou/contracts';
import { startNatsServer, type TestNatsServer } from '@gongyou/event-sourcing/testing';
import { enterprisePermissions, inboxPrefixOf } from '@gongyou/messaging';
import { hashSync } from 'bcryptjs';
import { connect, Events, type Msg, type NatsConnection } from 'nats';
import { natsConfiguration } from './nats-configuration';
import { samePassword } from './platform-passwords';

describe('The bus', () => {
  let nats: TestNatsServer;
  let payroll: NatsConnection;
  let service: NatsConnection;
  const platform = samePassword(() => 'of-the-platform');
  const client = (name: string) => ({ name, passwordHash: hashSync('of-the-client', 4) });
  const login = (user: string, pass: string) =>
    connect({ servers: nats.url, user, pass, inboxPrefix: inboxPrefixOf(user), reconnect: false });

  beforeAll(async () => {
    nats = await startNatsServer(natsConfiguration({ platform, clients: [client('payroll')] }));
    payroll = await login('payroll', 'of-the-client');
    service = await login('supervision', 'of-the-platform');
    service.subscribe('cmd.*.supervision.>', {
      callback: (_, message) => void message.respond(`{"heard":"${message.subject}"}`),
    });
    await service.flush();
  });
  afterAll(async () => {
    await Promise.all([payroll.close(), service.close()]);
    await nats.stop();
  });

  it('lets a system send under its own name, and hear the answer', async () => {
    const answer = await payroll.request('cmd.payroll.supervision.task.report-progress', '{}', { timeout: 5_000 });
    expect(answer.json()).toEqual({ heard: 'cmd.payroll.supervision.task.report-progress' });
  });

  it.each([
    'cmd.gateway.supervision.task.accept',
    'cmd.attendance.supervision.task.report-progress',
    'qry.gateway.reporting.leading-group-report',
    'ledger.append',
    'ledger.feed',
    'events.supervision.TaskAccepted',
    'operator.clients.put',
    '$JS.API.STREAM.DELETE.EVENTS',
    '$JS.API.CONSUMER.DURABLE.CREATE.EVENTS.payroll',
    '_INBOX.supervision.forged',
  ])('refuses it %s', async (subject) => {
    await expect(payroll.request(subject, '{}', { timeout: 5_000 })).rejects.toMatchObject({
      code: 'PERMISSIONS_VIOLATION',
    });
  });

  it.each([
    '>',
    'events.>',
    'cmd.payroll.>',
    'cmd.*.supervision.>',
    '_INBOX.supervision.>',
    'ledger.committed',
    '_INBOX.>',
  ])('does not let it listen to %s', async (subject) => {
    const error = await new Promise((resolve) => payroll.subscribe(subject, { callback: resolve }));
    expect(error).toMatchObject({ code: 'PERMISSIONS_VIOLATION' });
  });

  describe('on the keys of persons (PI-03)', () => {
    const subjects = ['unseal', 'masks', 'blindIndex', 'erasePerson'] as const;
    const allowed: Partial<Record<PlatformClient, readonly string[]>> = {
      organization: ['unseal', 'blindIndex', 'erasePerson'],
      projection: ['masks', 'blindIndex'],
    };
    let ledger: NatsConnection;
    beforeAll(async () => {
      ledger = await login('ledger', 'of-the-platform');
      for (const subject of subjects)
        ledger.subscribe(ledgerSubjects[subject], { callback: (_, message) => void message.respond('{}') });
      await ledger.flush();
    });
    afterAll(() => ledger.close());

    it.each([...platformClients, 'payroll'])('lets %s ask for what it needs and nothing else', async (user) => {
      const asking = await login(user, user === 'payroll' ? 'of-the-client' : 'of-the-platform');
      const answered = [];
      for (const subject of subjects) {
        const answer = asking.request(ledgerSubjects[subject], '{}', { timeout: 5_000 });
        if (await answer.then(() => true, refusedByPermission)) answered.push(subject);
      }
      expect(answered).toEqual(allowed[user as PlatformClient] ?? []);
      await asking.close();
    });

    const refusedByPermission = (error: unknown): false => {
      expect(error).toMatchObject({ code: 'PERMISSIONS_VIOLATION' });
      return false;
    };

    it.each(platformClients.filter((each) => each !== 'ledger'))(
      'lets %s not answer in the ledger’s place',
      async (user) => {
        const other = await login(user, 'of-the-platform');
        const error = await new Promise((resolve) => other.subscribe(ledgerSubjects.unseal, { callback: resolve }));
        expect(error).toMatchObject({ code: 'PERMISSIONS_VIOLATION' });
        await other.close();
      },
    );
  });

  it('lets in nobody without a name, with a wrong password, or with the hash as password', async () => {
    await expect(connect({ servers: nats.url, reconnect: false })).rejects.toMatchObject({
      code: 'AUTHORIZATION_VIOLATION',
    });
    await expect(login('payroll', 'guess')).rejects.toMatchObject({ code: 'AUTHORIZATION_VIOLATION' });
    await expect(login('payroll', client('payroll').passwordHash)).rejects.toMatchObject({
      code: 'AUTHORIZATION_VIOLATION',
    });
  });

  it('takes systems in and puts them out while everything runs', async () => {
    await nats.reload(natsConfiguration({ platform, clients: [client('payroll'), client('attendance')] }));
    const attendance = await login('attendance', 'of-the-client');
    expect(
      (await attendance.request('cmd.attendance.supervision.task.plan', '{}', { timeout: 5_000 })).json(),
    ).toHaveProperty('heard');
    await nats.reload(natsConfiguration({ platform, clients: [client('payroll')] }));
    await attendance.closed();
    await expect(login('attendance', 'of-the-client')).rejects.toMatchObject({ code: 'AUTHORIZATION_VIOLATION' });
    expect(payroll.isClosed()).toBe(false);
  });

  it('carries the answer to a request that was under way while it took another configuration', async () => {
    const organization = await login('organization', 'of-the-platform');
    const taken = new Promise<Msg>((resolve) =>
      organization.subscribe('cmd.*.organization.>', { callback: (_, message) => resolve(message) }),
    );
    await organization.flush();
    const answer = payroll.request('cmd.payroll.organization.unit.rename', '{}', { timeout: 5_000 });
    const request = await taken;
    await nats.reload(natsConfiguration({ platform, clients: [client('payroll'), client('bank')] }));
    request.respond('{"late":true}');
    expect((await answer).json()).toEqual({ late: true });
    await organization.close();
  });

  it.each(['cmd.gateway.supervision.task.accept', 'events.supervision.TaskAccepted', 'operator.clients.remove'])(
    'lets no service answer into %s, whatever a request names',
    async (subject) => {
      const refused = nextRefusal(service);
      payroll.publish('cmd.payroll.supervision.task.report-progress', '{}', { reply: subject });
      expect(await refused).toMatchObject({ operation: 'publish', subject });
    },
  );

  it('gives a system that may receive events its own consumer only', () => {
    const { publish } = enterprisePermissions('payroll', true);
    expect(
      publish
        .filter((subject) => subject.startsWith('$JS'))
        .every((subject) => subject.split('.').includes('client_payroll')),
    ).toBe(true);
  });

  it('knows every part of the platform', async () => {
    for (const name of platformClients) await (await login(name, 'of-the-platform')).close();
  });
});

/** The next time that nats-server refuses something to this connection: what, and on which subject. */
async function nextRefusal(connection: NatsConnection): Promise<unknown> {
  for await (const { type, permissionContext } of connection.status()) {
    if (type === Events.Error) return permissionContext;
  }
  return undefined;
}
