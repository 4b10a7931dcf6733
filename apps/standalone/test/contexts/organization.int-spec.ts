import {
  AdoptCrewBuildingPlan,
  AnswerDisclosureObjection,
  AppointCrewLeader,
  AssessCrewSupport,
  AssignCrewSupport,
  CloseUnit,
  DissolveCrew,
  EstablishUnit,
  FormCrew,
  type Grant,
  GrantStandardisedWorksite,
  MoveUnit,
  ObjectToCrewDisclosure,
  PostCrewDisclosure,
  RecordCreditCode,
  RecordCrewGoalResult,
  RecordManagerPromotion,
  RecordMorningMeeting,
  RegisterEnterpriseClient,
  RegisterProject,
  RenameUnit,
  RevokeEnterpriseClient,
  TellExitReason,
} from '@gongyou/contracts';
import { type Day, monthOf } from '@gongyou/domain';
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

  it('keeps a published credit code that fails its check, and refuses one that was just typed (ID-01, ID-03)', async () => {
    const code = { unitId: 'harbour', creditCode: '91370200MA3TX8K001', recordedOn: today };
    await expect(operator.command(RecordCreditCode, code)).rejects.toMatchObject({
      code: 'organization.unit.creditCodeWrong',
    });
    const publishedIn = { publisher: '住建局', title: '公示', publishedOn: '2025-12-31' as Day };
    await expect(operator.command(RecordCreditCode, { ...code, publishedIn })).resolves.toMatchObject({
      events: [{ type: 'CreditCodeRecorded' }],
    });
  });

  describe('lets a crew', () => {
    const form = (unitId: string, labourSubcontractorId?: string) =>
      operator.command(FormCrew, { unitId, trade: '020', labourSubcontractorId, formedOn: '2025-03-01' as Day });
    const meeting = (unitId: string, heldOn: string): RecordMorningMeeting => ({
      ...{ unitId, heldOn: heldOn as Day, shift: 'day', place: '3 号墩', presentCount: 9 },
      ...{ topics: ['点名'], risks: ['临边坠落'], evidence: [] },
    });

    beforeAll(async () => {
      await establish('causeway', 'project', 'harbour');
      await establish('qingdao-labour', 'labourSubcontractor', 'harbour');
      await establish('rebar-crew', 'crew', 'causeway');
    });

    it('be formed under its unit, for a labour subcontractor (QD-03)', async () => {
      await expect(form('causeway')).rejects.toMatchObject({ code: 'organization.crew.unitIsNoCrew' });
      await expect(form('rebar-crew', 'causeway')).rejects.toMatchObject({
        code: 'organization.crew.notALabourSubcontractor',
      });
      await expect(form('rebar-crew', 'qingdao-labour')).resolves.toMatchObject({
        stream: 'crew-rebar-crew',
        revision: 0,
      });
    });

    it('have a leader and a manager who answers for it, named by whoever has a role over it (QD-13)', async () => {
      const leader = { unitId: 'rebar-crew', workerId: 'worker-1', appointedOn: today };
      await expect(gateway.command(AppointCrewLeader, leader, administratorOf('highway'))).rejects.toMatchObject({
        code: 'access.outsideScope',
      });
      await gateway.command(AppointCrewLeader, leader, administratorOf('causeway'));
      const support = { unitId: 'rebar-crew', assignmentId: 's1', managerId: 'worker-2', duties: ['每周到班组'] };
      await expect(
        gateway.command(AssignCrewSupport, { ...support, fromDay: today }, administratorOf('rebar-crew')),
      ).resolves.toMatchObject({ revision: 2 });
    });

    it('tell of its morning meeting once, and only of days on which it stood (HS-09)', async () => {
      await expect(operator.command(RecordMorningMeeting, meeting('causeway', today))).rejects.toMatchObject({
        code: 'organization.morningMeeting.crewNotFormed',
      });
      await expect(operator.command(RecordMorningMeeting, meeting('rebar-crew', '2025-02-28'))).rejects.toMatchObject({
        code: 'organization.morningMeeting.outsideTheCrewsLife',
      });
      await expect(operator.command(RecordMorningMeeting, meeting('rebar-crew', today))).resolves.toMatchObject({
        stream: `morningMeeting-rebar-crew~${today}~day`,
        events: [{ type: 'MorningMeetingHeld' }],
      });
      await expect(operator.command(RecordMorningMeeting, meeting('rebar-crew', today))).resolves.toMatchObject({
        events: [],
      });
    });

    it('have it disclosed what concerns it, while it stands (QD-30)', async () => {
      const sheet: PostCrewDisclosure = {
        ...{ disclosureId: 'wages-10', unitId: 'rebar-crew', subject: 'wageSheet', title: '十月份工资表' },
        ...{ sha256: 'ab'.repeat(32), postedOn: today, objectionsUntil: today },
      };
      await expect(gateway.command(PostCrewDisclosure, sheet, administratorOf('highway'))).rejects.toMatchObject({
        code: 'access.outsideScope',
      });
      await gateway.command(PostCrewDisclosure, sheet, administratorOf('causeway'));
      const objection = { disclosureId: 'wages-10', objectionId: 'o1', workerId: 'worker-1', objection: '少记两个工' };
      await expect(
        gateway.command(ObjectToCrewDisclosure, { ...objection, raisedOn: today }, administratorOf('highway')),
      ).rejects.toMatchObject({ code: 'access.outsideScope' });
      await operator.command(ObjectToCrewDisclosure, { ...objection, raisedOn: today });
      await expect(
        operator.command(AnswerDisclosureObjection, {
          ...{ disclosureId: 'wages-10', objectionId: 'o1', isUpheld: true, answer: '补记', answeredOn: today },
        }),
      ).resolves.toMatchObject({ stream: 'crewDisclosure-wages-10', revision: 2 });
      const elsewhere = { ...sheet, disclosureId: 'wages-11', unitId: 'causeway' };
      await expect(operator.command(PostCrewDisclosure, elsewhere)).rejects.toMatchObject({
        code: 'organization.crewDisclosure.crewNotFormed',
      });
    });

    it('count for the manager who answered for it, when he is promoted (QD-14)', async () => {
      const served = [{ unitId: 'rebar-crew', assignmentId: 's1' }];
      const promote = (managerId: string, promotionId = managerId) =>
        operator.command(RecordManagerPromotion, {
          ...{ promotionId, managerId, organizationId: 'harbour', fromPost: '副部长', toPost: '部长', served },
          promotedOn: today,
        });
      await operator.command(AssessCrewSupport, {
        ...{ unitId: 'rebar-crew', assignmentId: 's1', assessmentId: 'a1', grade: 'excellent', note: '三件实事' },
        assessedOn: today,
      });
      await expect(promote('worker-1')).rejects.toMatchObject({
        code: 'organization.managerPromotion.assignmentOfAnother',
      });
      await expect(promote('worker-2')).resolves.toMatchObject({ stream: 'managerPromotion-worker-2', revision: 0 });
    });

    it('have a plan of crew building, and tell why somebody left (CC-10a, QD-48)', async () => {
      const goals = (['quality', 'efficiency', 'skill'] as const).map((kind) => ({
        ...{ goalId: kind, kind, title: kind, measuredIn: '%', op: '>=' as const, targetHundredths: 9_800 },
      }));
      const plan = { planId: 'p1', goals, measures: ['师带徒'], adoptedOn: today, fromDay: today, untilDay: today };
      await expect(operator.command(AdoptCrewBuildingPlan, { unitId: 'causeway', ...plan })).rejects.toMatchObject({
        code: 'organization.crewBuildingPlan.crewNotFormed',
      });
      await operator.command(AdoptCrewBuildingPlan, { unitId: 'rebar-crew', ...plan });
      const result = { unitId: 'rebar-crew', planId: 'p1', goalId: 'quality', month: monthOf(today) };
      await expect(
        operator.command(RecordCrewGoalResult, { ...result, valueHundredths: 9_876, recordedOn: today }),
      ).resolves.toMatchObject({ stream: 'crewBuilding-rebar-crew', revision: 1 });
      const answer = { unitId: 'rebar-crew', answerId: 'a1', month: monthOf(today), reason: 'family' as const };
      await expect(operator.command(TellExitReason, answer)).resolves.toMatchObject({
        stream: `exitReasons-rebar-crew~${monthOf(today)}`,
      });
      await expect(operator.command(TellExitReason, { ...answer, unitId: 'causeway' })).rejects.toMatchObject({
        code: 'organization.exitReason.crewNotFormed',
      });
    });

    it('go only from below: it is dissolved before its unit is closed', async () => {
      const close = () => operator.command(CloseUnit, { unitId: 'rebar-crew', closedOn: today, reason: '完工' });
      await expect(close()).rejects.toMatchObject({ code: 'organization.unit.crewStands' });
      await operator.command(DissolveCrew, { unitId: 'rebar-crew', reason: '完工', dissolvedOn: today });
      await expect(close()).resolves.toMatchObject({ events: [{ type: 'UnitClosed' }] });
    });
  });

  it('lets a site be named a standardised worksite from above, never by itself (QD-08)', async () => {
    await establish('airport', 'project', 'harbour');
    const facts = {
      projectCode: '370200202603150101',
      category: 'municipal',
      areaCode: '370202',
      contractorCreditCode: '91370200MA3TX8K00X',
      contractorName: '第二工程有限公司',
      builderLicences: ['370202202603200101'],
    } as const;
    await gateway.command(
      RegisterProject,
      {
        unitId: 'airport',
        facts: { ...facts, builderLicences: [...facts.builderLicences] },
        status: 'approved',
        registeredOn: today,
      },
      administratorOf('airport'),
    );
    const grant = (organizationId: string) =>
      gateway.command(
        GrantStandardisedWorksite,
        { unitId: 'airport', evaluationId: 'e1', grantedOn: today },
        administratorOf(organizationId),
      );
    await expect(grant('airport')).rejects.toMatchObject({ code: 'access.outsideScope' });
    await expect(grant('harbour')).resolves.toMatchObject({ events: [{ type: 'StandardisedWorksiteGranted' }] });
  });
});
