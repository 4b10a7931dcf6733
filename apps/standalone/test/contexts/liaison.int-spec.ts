import {
  AcknowledgeLiaisonContactCard,
  AppointLiaisonOfficer,
  ApproveLiaisonNomination,
  DesignLiaisonContactCard,
  EnterSite,
  EstablishUnit,
  FormCrew,
  FoundPartyOrganization,
  type Grant,
  LiaisonBoard,
  type LiaisonBoardAnswer,
  LiaisonContactCard,
  type LiaisonContactCardAnswer,
  LiaisonContactCards,
  type LiaisonContactCardsAnswer,
  type LiaisonContactCardsRow,
  LiaisonOfficerFile,
  type LiaisonOfficerFileAnswer,
  LiaisonOfficers,
  type LiaisonOfficersAnswer,
  liaisonTrainingTopics,
  NominateLiaisonOfficer,
  PublishLiaisonProfile,
  PublishLiaisonRoleDefinition,
  PutLiaisonOfficerOnDuty,
  RecordContract,
  RecordLiaisonMeeting,
  RecordLiaisonTraining,
  RecordLiaisonWork,
  RecordSafetyTraining,
  RegisterWorker,
  RelieveLiaisonOfficer,
} from '@gongyou/contracts';
import { type Day, day, dayOfInstant } from '@gongyou/domain';
import {
  createTestDatabase,
  startNatsServer,
  type TestDatabase,
  type TestNatsServer,
} from '@gongyou/event-sourcing/testing';
import {
  type CommandAnswer,
  connectBus,
  NatsLedger,
  recordedEvent,
  requestHeaders,
  type RunningService,
  Caller,
} from '@gongyou/messaging';
import { Logger } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { MasterKey, startLedger } from '../../../ledger/src';
import { startOrganization } from '../../../organization/src';
import { startProjection } from '../../../projection/src';
import { startSupervision } from '../../../supervision/src';
import { until } from '../../src/testing/until';

const silent = { log() {}, warn() {}, error: console.error, debug() {}, verbose() {} };
const establishedOn = day('2020-01-01');
const nominatedOn = day('2026-01-05');
const dutyDay = day('2026-01-12');
const evidence = { fileName: '凭证.pdf', sha256: 'ab'.repeat(32) };

describe('Liaison officers, from nomination to the notice board', () => {
  let nats: TestNatsServer;
  let events: TestDatabase;
  let readModels: TestDatabase;
  const services: Pick<RunningService, 'close'>[] = [];
  const connections: NatsConnection[] = [];
  let operator: Caller;
  let gateway: Caller;
  let lastPosition = 0;

  const bus = () => ({ servers: nats.url, password: '' });
  const callerAs = async (user: string): Promise<Caller> => {
    const connection = await connectBus({ ...bus(), user });
    connections.push(connection);
    return new Caller(connection, user);
  };
  const send = async <T extends object>(command: new () => T, data: T): Promise<CommandAnswer> => {
    const answer = await operator.command(command, data);
    lastPosition = Math.max(lastPosition, answer.position);
    return answer;
  };
  const officerOf = (organizationId: string) => ({
    [requestHeaders.actor]: 'user:officer',
    [requestHeaders.grants]: JSON.stringify([{ role: 'unitOfficer', organizationId } satisfies Grant]),
    [requestHeaders.after]: String(lastPosition),
  });
  const grantOf = (role: Grant['role']): string =>
    JSON.stringify([{ role, organizationId: 'company' } satisfies Grant]);
  const board = (organization: string, heldOver = 'company'): Promise<LiaisonBoardAnswer> =>
    gateway.query(LiaisonBoard, { organization }, officerOf(heldOver));
  const names = async (organization: string) =>
    (await board(organization)).officers.map(({ name, phone }) => `${name} ${phone}`);
  const card = (officer: string, heldOver = 'company'): Promise<LiaisonContactCardAnswer> =>
    gateway.query(LiaisonContactCard, { officer }, officerOf(heldOver));

  const establish = (unitId: string, kind: EstablishUnit['kind'], parentId?: string) =>
    send(EstablishUnit, { unitId, kind, name: `单位 ${unitId}`, parentId, establishedOn });
  const define = (level: PublishLiaisonRoleDefinition['level']) =>
    send(PublishLiaisonRoleDefinition, {
      organizationId: 'company',
      level,
      version: 1,
      basis: { title: '考核管理暂行办法' },
      role: {
        rights: { statedCount: 6, items: [] },
        duties: { statedCount: 17, items: [{ itemId: 'visit-camps', text: '深入劳务驻地走访' }] },
        obligations: { statedCount: 4, items: [] },
        workKinds: { items: [] },
      },
      effectiveOn: establishedOn,
    });

  async function serve(
    officerId: string,
    level: NominateLiaisonOfficer['level'],
    unitId: string,
    dispatchingUnitId: string,
    managingUnitIds: string[],
    termEndsOn?: Day,
  ): Promise<void> {
    const scores = [{ criterion: '善沟通', score: 90 }];
    const mode = level === 'district' ? 'fullTime' : 'partTime';
    await send(NominateLiaisonOfficer, { officerId, level, mode, unitId, scores, nominatedOn });
    await send(ApproveLiaisonNomination, {
      ...{ officerId, partyOrganizationId: 'committee', resolution: evidence, approvedOn: nominatedOn },
    });
    await send(AppointLiaisonOfficer, {
      officerId,
      dispatchingUnitId,
      managingUnitIds,
      effectiveOn: nominatedOn,
      ...(termEndsOn !== undefined && { termEndsOn }),
      obligationsAcceptedOn: nominatedOn,
    });
    await send(RecordLiaisonTraining, {
      officerId,
      topics: [...liaisonTrainingTopics],
      form: 'businessBriefing',
      trainerUnitId: 'personnel',
      attendance: evidence,
      trainedOn: dutyDay,
    });
    await send(PutLiaisonOfficerOnDuty, { officerId, onDutyFrom: dutyDay });
  }
  const publish = (officerId: string, name: string, phone: string, publicationId = 'first') =>
    send(PublishLiaisonProfile, { officerId, publicationId, name, phone, consent: evidence, consentedOn: dutyDay });

  beforeAll(async () => {
    Logger.overrideLogger(silent);
    [nats, events, readModels] = await Promise.all([startNatsServer(), createTestDatabase(), createTestDatabase()]);
    const logger = silent;
    services.unshift(
      await startLedger({ bus: bus(), eventStoreUrl: events.url, masterKey: MasterKey.random(), logger }),
    );
    services.unshift(await startOrganization({ bus: bus(), logger }));
    services.unshift(await startProjection({ bus: bus(), databaseUrl: readModels.url, logger }));
    operator = await callerAs('operator');
    gateway = await callerAs('gateway');
    await establish('company', 'company');
    await establish('personnel', 'department', 'company');
    await establish('labour-centre', 'department', 'company');
    await establish('district', 'projectDistrict', 'company');
    await establish('project', 'project', 'district');
    await establish('other-project', 'project', 'district');
    await establish('crew', 'crew', 'project');
    await send(FormCrew, { unitId: 'crew', trade: '020', formedOn: establishedOn });
    await gateway.command(
      FoundPartyOrganization,
      {
        ...{ partyOrganizationId: 'committee', name: '公司党委', kind: 'committee', founding: 'independent' },
        ...{ setting: 'workUnit', unitId: 'company', coveredUnitIds: ['company'], fullMembers: 120 },
        ...{ probationaryMembers: 3, foundedOn: establishedOn },
      },
      { ...officerOf('company'), [requestHeaders.grants]: grantOf('partyAffairsOffice') },
    );
    await define('district');
    await define('project');
    await define('crew');
    await serve('d1', 'district', 'district', 'personnel', ['labour-centre', 'personnel']);
    await serve('p1', 'project', 'project', 'personnel', ['district', 'company']);
    await serve('c1', 'crew', 'crew', 'project', ['district', 'project']);
    await publish('d1', '李秀英', '139 0000 0001');
    await publish('p1', '王建国', '138 0000 5678');
  });
  afterAll(async () => {
    await Promise.all(connections.map((connection) => connection.close()));
    for (const service of services) await service.close();
    await nats.stop();
    await Promise.all([events.drop(), readModels.drop()]);
  });

  it('show on the board of a project its officers and those of its district who consented, with their duties (JX-11, JX-12b)', async () => {
    const { unitName, officers, isCut } = await board('project');
    expect([unitName, isCut]).toEqual(['单位 project', false]);
    expect(officers).toEqual([
      {
        officerId: 'd1',
        level: 'district',
        unitId: 'district',
        unitName: '单位 district',
        name: '李秀英',
        phone: '139 0000 0001',
        duties: [{ itemId: 'visit-camps', text: '深入劳务驻地走访' }],
        dutiesStated: 17,
        workPoints: ['单位 crew'],
      },
      {
        officerId: 'p1',
        level: 'project',
        unitId: 'project',
        unitName: '单位 project',
        name: '王建国',
        phone: '138 0000 5678',
        duties: [{ itemId: 'visit-camps', text: '深入劳务驻地走访' }],
        dutiesStated: 17,
        workPoints: ['单位 crew'],
      },
    ]);
    expect(await names('other-project')).toEqual(['李秀英 139 0000 0001']);
  });

  it('stand in the ledger without name and phone (JX-11)', async () => {
    const ledger = new NatsLedger(operator);
    const { events: stored } = await ledger.readStream({ stream: 'liaisonOfficer-p1', from: 0, limit: 100 });
    const told = stored.map(({ data }) => data).join();
    expect(told).toContain('sealed:v1:');
    expect(['王建国', '138 0000 5678'].filter((each) => told.includes(each))).toEqual([]);
  });

  it('are shown with what they published last, at once (JX-11)', async () => {
    await publish('p1', '王建国', '138 0000 9999', 'new-phone');
    expect(await names('project')).toEqual(['李秀英 139 0000 0001', '王建国 138 0000 9999']);
    expect((await card('p1')).profile.phone).toBe('138 0000 9999');
  });

  it('show their board and card to nobody who acts for another unit', async () => {
    await expect(board('project', 'other-project')).rejects.toMatchObject({ code: 'access.outsideScope' });
    await expect(card('p1', 'other-project')).rejects.toMatchObject({ code: 'access.outsideScope' });
  });

  it.each(['c1', 'nobody'])('have no card without consent: %s (JX-11)', async (officer) =>
    expect(card(officer)).rejects.toMatchObject({ code: 'organization.liaisonContactCard.notPublished' }),
  );

  it('meet in their district, each looked up in his own stream (JX-20)', async () => {
    const meeting: RecordLiaisonMeeting = {
      meetingId: 'm1',
      districtId: 'district',
      convenerId: 'd1',
      heldOn: day('2026-03-20'),
      agenda: [{ text: '交流' }],
      presentIds: ['p1'],
      absentIds: [],
      tasks: [],
      minutes: evidence,
    };
    await expect(send(RecordLiaisonMeeting, { ...meeting, convenerId: 'p1' })).rejects.toMatchObject({
      code: 'organization.liaisonMeeting.notConvenedByDistrictOfficer',
    });
    await expect(send(RecordLiaisonMeeting, meeting)).resolves.toMatchObject({ revision: 0 });
  });

  it('log work for the units below their post, by the role definition in force (JX-19, JX-38a)', async () => {
    const work = (unitId: string, dutyId: string, workedOn: Day = day('2026-03-02')) =>
      send(RecordLiaisonWork, {
        officerId: 'p1',
        entry: {
          entryId: 'w1',
          workedOn,
          activity: 'visit',
          dutyIds: [dutyId],
          rightIds: [],
          beneficiary: 'workers',
          unitId,
          place: '驻地',
          personsPresent: 8,
          topics: ['board'],
          requestsRaised: 0,
          matterIds: [],
        },
      });
    await expect(work('other-project', 'visit-camps')).rejects.toMatchObject({
      code: 'organization.liaisonWorkLog.outsideArea',
    });
    await expect(work('crew', 'unknown-duty')).rejects.toMatchObject({
      code: 'organization.liaisonWorkLog.itemNotDefined',
    });
    await expect(work('crew', 'visit-camps')).resolves.toMatchObject({ stream: 'liaisonWorkLog-p1~2026-03' });
  });

  it('record each look at their board and card, before anything is shown (JX-11, ADR-0015)', async () => {
    const ledger = new NatsLedger(operator);
    const looks = async (officerId: string) => {
      const { events: found } = await ledger.readStream({ stream: `personalData-${officerId}`, from: 0, limit: 1000 });
      return found.map(recordedEvent).map(({ type, actor, data }) => [type, actor, data]);
    };
    const before = await looks('d1');
    await board('project');
    await card('p1');
    const [look, ...more] = (await looks('d1')).slice(before.length);
    const data = { workerId: 'd1', purpose: 'ownPublication' };
    expect([look, more]).toEqual([['PersonalDataViewed', 'user:officer', data], []]);
    expect((await looks('p1')).length).toBeGreaterThan(before.length);
    expect(await looks('c1')).toEqual([]);
  });

  describe('Contact cards (JX-12c)', () => {
    const cards = async (): Promise<LiaisonContactCardsRow> => {
      const { cards: rows } = await gateway.query<LiaisonContactCards, LiaisonContactCardsAnswer>(
        LiaisonContactCards,
        { organization: 'project' },
        officerOf('company'),
      );
      return rows[0]!;
    };
    const held = async () => {
      const { edition, officerId, officerServes, workersOnSite, issued, current, currentBasisPoints } = await cards();
      return [edition, officerId, officerServes, workersOnSite, issued, current, currentBasisPoints];
    };
    const issuedTo = (edition: number, workers: number) =>
      until(`edition ${edition} is issued to ${workers}`, async () => {
        const row = await cards();
        return row.edition === edition && row.issued === workers;
      });
    const acknowledge = (workerId: string) =>
      send(AcknowledgeLiaisonContactCard, {
        projectId: 'project',
        workerId,
        acknowledgedOn: dayOfInstant(new Date()),
      });
    const enter = async (workerId: string, identityNumber: string): Promise<void> => {
      await send(RegisterWorker, {
        ...{ workerId, organizationId: 'company', name: '张三', identityDocumentType: '08', identityNumber },
        ...{ birthDay: day('1990-01-15'), sex: 'male', ethnicGroup: '01', education: '02', phone: '13800138000' },
        ...{ registeredAddress: '贵州省贵阳市', presentAddress: '项目驻地', registeredOn: nominatedOn },
      });
      await send(RecordContract, {
        ...{ workerId, contractId: 'c-1', kind: 'employmentAgreement', employerUnitId: 'company' },
        ...{ signedOn: nominatedOn, startsOn: nominatedOn },
      });
      await send(RecordSafetyTraining, {
        ...{ workerId, trainingId: 't-1', organizationId: 'company', hours: 50, trainedOn: nominatedOn },
      });
      const work = { workerId, projectId: 'project', crewId: 'crew', workType: '020', workRole: '20' } as const;
      await send(EnterSite, { ...work, enteredOn: dutyDay });
    };

    it('are issued to who is on site and to who enters, and are current once acknowledged', async () => {
      await enter('w-1', 'H10000001');
      expect(await held()).toEqual([null, null, false, 1, 0, 0, 0]);
      await send(DesignLiaisonContactCard, {
        ...{ projectId: 'project', officerId: 'p1', hotline: '400 800 1234', complaintCode: 'project-complaints' },
        designedOn: dayOfInstant(new Date()),
      });
      await issuedTo(1, 1);
      await enter('w-2', 'H10000002');
      await issuedTo(1, 2);
      await acknowledge('w-1');
      expect(await held()).toEqual([1, 'p1', true, 2, 2, 1, 5_000]);
      expect((await card('p1')).design).toEqual({
        ...{ edition: 1, hotline: '400 800 1234', complaintCode: 'project-complaints' },
      });
    });

    it('are reissued when the officer changes', async () => {
      await serve('p2', 'project', 'project', 'personnel', ['district', 'company']);
      await publish('p2', '赵敏', '137 0000 0002');
      await send(RelieveLiaisonOfficer, { officerId: 'p1', relievedOn: day('2026-04-01'), reason: '调离' });
      await issuedTo(2, 2);
      expect(await held()).toEqual([2, 'p2', true, 2, 2, 0, 0]);
      await acknowledge('w-2');
      expect(await held()).toEqual([2, 'p2', true, 2, 2, 1, 5_000]);
    });

    it('are reissued when the phone of the officer changes', async () => {
      await publish('p2', '赵敏', '137 0000 0003', 'new-phone');
      await issuedTo(3, 2);
      expect((await held()).slice(0, 2)).toEqual([3, 'p2']);
    });

    it('are current for nobody while the officer on them is gone', async () => {
      await acknowledge('w-1');
      expect((await cards()).current).toBe(1);
      await send(RelieveLiaisonOfficer, { officerId: 'p2', relievedOn: day('2026-05-01'), reason: '调离' });
      expect(await held()).toEqual([3, 'p2', false, 2, 2, 0, 0]);
    });
  });

  it('leave the board when they are relieved (JX-11)', async () => {
    expect(await names('project')).toEqual(['李秀英 139 0000 0001']);
    await expect(card('p1')).rejects.toMatchObject({ code: 'organization.liaisonContactCard.notPublished' });
  });

  it('are relieved when a day is closed after the last one of their term (JX-01)', async () => {
    await serve('p3', 'project', 'other-project', 'personnel', ['district', 'company'], day('2026-06-30'));
    const asked = { organization: 'other-project', stage: 'relieved' } as const;
    const relieved = async () => {
      const { officers } = await gateway.query<LiaisonOfficers, LiaisonOfficersAnswer>(
        LiaisonOfficers,
        asked,
        officerOf('company'),
      );
      return officers.map(({ officerId, relievedOn }) => [officerId, relievedOn]);
    };
    expect(await relieved()).toEqual([]);
    const clock = () => new Date('2026-07-01T00:00:00+08:00');
    services.unshift(await startSupervision({ bus: bus(), clock, logger: silent }));
    await until('the officer is relieved', async () => (await relieved()).length > 0);
    expect(await relieved()).toEqual([['p3', '2026-06-30']]);
  });

  it('are assessed by both managing units, each of which sees the tasks and the log (JX-35)', async () => {
    const asked = { officer: 'd1', year: 2026, asOfDay: day('2026-11-20') };
    const fileFor = (organizationId: string) =>
      gateway.query<LiaisonOfficerFile, LiaisonOfficerFileAnswer>(LiaisonOfficerFile, asked, officerOf(organizationId));
    for (const unitId of ['labour-centre', 'personnel', 'district'])
      expect((await fileFor(unitId)).officer.officerId).toBe('d1');
    await expect(fileFor('other-project')).rejects.toMatchObject({ code: 'access.outsideScope' });
    await expect(fileFor('crew')).rejects.toMatchObject({ code: 'access.outsideScope' });
  });
});
