import {
  CloseUnit,
  EstablishUnit,
  type Grant,
  MoveUnit,
  RegisterEnterpriseClient,
  RenameUnit,
  RevokeEnterpriseClient,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import {
  createTestDatabase,
  startNatsServer,
  type TestDatabase,
  type TestNatsServer,
} from '@gongyou/event-sourcing/testing';
import { Caller, connectBus, requestHeaders, type RunningService } from '@gongyou/messaging';
import { Logger } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { MasterKey, startLedger } from '../../../ledger/src';
import { startOrganization } from '../../../organization/src';

const silent = { log() {}, warn() {}, error: console.error, debug() {}, verbose() {} };
const establishedOn = '2020-01-01' as Day;
const today = '2026-01-05' as Day;

describe('The organization context over NATS', () => {
  let nats: TestNatsServer;
  let database: TestDatabase;
  const services: RunningService[] = [];
  const connections: NatsConnection[] = [];
  let operator: Caller;
  let gateway: Caller;

  const bus = () => ({ servers: nats.url, password: '' });
  const callerAs = async (user: string): Promise<Caller> => {
    const connection = await connectBus({ ...bus(), user });
    connections.push(connection);
    return new Caller(connection, user);
  };
  const administratorOf = (organizationId: string) => ({
    [requestHeaders.actor]: 'user:administrator',
    [requestHeaders.grants]: JSON.stringify([{ role: 'administrator', organizationId } satisfies Grant]),
  });
  const establish = (unitId: string, kind: EstablishUnit['kind'], parentId?: string) =>
    operator.command(EstablishUnit, { unitId, kind, name: unitId, parentId, establishedOn });

  beforeAll(async () => {
    Logger.overrideLogger(silent);
    [nats, database] = await Promise.all([startNatsServer(), createTestDatabase()]);
    services.unshift(
      await startLedger({ bus: bus(), eventStoreUrl: database.url, masterKey: MasterKey.random(), logger: silent }),
    );
    services.unshift(await startOrganization({ bus: bus(), logger: silent }));
    operator = await callerAs('operator');
    gateway = await callerAs('gateway');
    await establish('group', 'group');
    await establish('highway', 'company', 'group');
    await establish('harbour', 'company', 'group');
  });
  afterAll(async () => {
    await Promise.all(connections.map((connection) => connection.close()));
    for (const service of services) await service.close();
    await nats.stop();
    await database.drop();
  });

  it('answers with the place of what it recorded', async () => {
    const answer = await establish('bridge', 'project', 'highway');
    expect(answer).toMatchObject({
      stream: 'unit-bridge',
      revision: 0,
      events: [{ type: 'UnitEstablished', revision: 0 }],
    });
    expect(answer.position).toBe(answer.events[0]!.position);
  });

  it('takes a unit below one that was established the moment before', async () => {
    await establish('tunnel', 'project', 'highway');
    await expect(establish('drilling-crew', 'crew', 'tunnel')).resolves.toMatchObject({ revision: 0 });
  });

  it('refuses a unit below one that was closed the moment before', async () => {
    await establish('culvert', 'project', 'highway');
    await operator.command(CloseUnit, { unitId: 'culvert', closedOn: today, reason: '完工' });
    await expect(establish('culvert-crew', 'crew', 'culvert')).rejects.toMatchObject({
      code: 'organization.unit.parentClosed',
    });
  });

  it('keeps a unit open while another stands below it', async () => {
    await establish('port', 'project', 'harbour');
    await establish('pile-crew', 'crew', 'port');
    const close = (unitId: string) => operator.command(CloseUnit, { unitId, closedOn: today, reason: '完工' });
    await expect(close('port')).rejects.toMatchObject({ code: 'organization.unit.hasOpenUnitsBelow' });
    await close('pile-crew');
    await expect(close('port')).resolves.toMatchObject({ events: [{ type: 'UnitClosed' }] });
  });

  it('lets nobody put a unit below itself', async () => {
    await establish('works', 'company', 'group');
    await establish('works-branch', 'company', 'works');
    await expect(
      operator.command(MoveUnit, { unitId: 'works', parentId: 'works-branch', movedOn: today }),
    ).rejects.toMatchObject({
      code: 'organization.unit.belowItself',
    });
  });

  describe('lets an administrator', () => {
    const rename = (unitId: string, headers: Record<string, string>) =>
      gateway.command(RenameUnit, { unitId, name: `${unitId} anew`, renamedOn: today }, headers);

    it('act for his unit and all below it, and nowhere else', async () => {
      await establish('viaduct', 'project', 'highway');
      await expect(rename('viaduct', administratorOf('highway'))).resolves.toMatchObject({ revision: 1 });
      await expect(rename('harbour', administratorOf('highway'))).rejects.toMatchObject({
        code: 'access.outsideScope',
      });
      await expect(rename('group', administratorOf('highway'))).rejects.toMatchObject({ code: 'access.outsideScope' });
    });

    it('establish units below his own, and no tree of his own', async () => {
      const crew = { unitId: 'paving-crew', kind: 'crew', name: '摊铺班', parentId: 'highway', establishedOn } as const;
      await expect(gateway.command(EstablishUnit, crew, administratorOf('highway'))).resolves.toMatchObject({
        revision: 0,
      });
      const root = { unitId: 'tower', kind: 'group', name: '塔', establishedOn } as const;
      await expect(gateway.command(EstablishUnit, root, administratorOf('highway'))).rejects.toMatchObject({
        code: 'access.outsideScope',
      });
    });

    it('move a unit only between places that are both his', async () => {
      await establish('levee', 'project', 'highway');
      const move = (organizationId: string) =>
        gateway.command(
          MoveUnit,
          { unitId: 'levee', parentId: 'harbour', movedOn: today },
          administratorOf(organizationId),
        );
      await expect(move('highway')).rejects.toMatchObject({ code: 'access.outsideScope' });
      await expect(move('harbour')).rejects.toMatchObject({ code: 'access.outsideScope' });
      await expect(move('group')).resolves.toMatchObject({ events: [{ type: 'UnitMoved' }] });
    });
  });

  it('lets an enterprise system act from its registration until it is revoked', async () => {
    const payroll = await callerAs('highway-payroll');
    const crew = (unitId: string, parentId = 'highway') =>
      payroll.command(EstablishUnit, { unitId, kind: 'crew', name: unitId, parentId, establishedOn });

    await expect(crew('crew-1')).rejects.toMatchObject({ code: 'access.roleMissing' });
    await operator.command(RegisterEnterpriseClient, { clientName: 'highway-payroll', organizationId: 'highway' });
    await expect(crew('crew-1')).resolves.toMatchObject({ revision: 0 });
    await expect(crew('crew-2', 'harbour')).rejects.toMatchObject({ code: 'access.outsideScope' });
    await operator.command(RevokeEnterpriseClient, { clientName: 'highway-payroll' });
    // A service that answered others meanwhile has taken the revocation in.
    await expect(
      operator.command(CloseUnit, { unitId: 'crew-1', closedOn: today, reason: '完工' }),
    ).resolves.toBeDefined();
    await expect(crew('crew-3')).rejects.toMatchObject({ code: 'access.roleMissing' });
  });

  it('carries a command out once for one idempotency key', async () => {
    const key = { [requestHeaders.idempotencyKey]: 'establish-dam' };
    const dam = { unitId: 'dam', kind: 'project', name: '大坝', parentId: 'highway', establishedOn } as const;
    const first = await operator.command(EstablishUnit, dam, key);
    expect(await operator.command(EstablishUnit, dam, key)).toEqual(first);
    await expect(operator.command(EstablishUnit, { ...dam, name: '水坝' }, key)).rejects.toMatchObject({
      code: 'command.idempotencyKeyReused',
    });
  });
});
