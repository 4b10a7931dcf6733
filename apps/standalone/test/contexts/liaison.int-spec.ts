import {
  AppointLiaisonOfficer,
  EstablishUnit,
  type Grant,
  LiaisonBoard,
  type LiaisonBoardAnswer,
  LiaisonCard,
  type LiaisonCardAnswer,
  liaisonTrainingTopics,
  NominateLiaisonOfficer,
  PublishLiaisonProfile,
  PublishLiaisonRoleDefinition,
  PutLiaisonOfficerOnDuty,
  RecordLiaisonMeeting,
  RecordLiaisonTraining,
  RecordLiaisonWork,
  RelieveLiaisonOfficer,
} from '@gongyou/contracts';
import { type Day, day } from '@gongyou/domain';
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
  requestHeaders,
  type RunningService,
  Caller,
} from '@gongyou/messaging';
import { Logger } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { MasterKey, startLedger } from '../../../ledger/src';
import { startOrganization } from '../../../organization/src';
import { startProjection } from '../../../projection/src';

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
  const board = (organization: string, heldOver = 'company'): Promise<LiaisonBoardAnswer> =>
    gateway.query(LiaisonBoard, { organization }, officerOf(heldOver));
  const names = async (organization: string) =>
    (await board(organization)).officers.map(({ name, phone }) => `${name} ${phone}`);
  const card = (officer: string, heldOver = 'company'): Promise<LiaisonCardAnswer> =>
    gateway.query(LiaisonCard, { officer }, officerOf(heldOver));

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
  ): Promise<void> {
    const scores = [{ criterion: '善沟通', score: 90 }];
    await send(NominateLiaisonOfficer, { officerId, level, unitId, scores, nominatedOn });
    await send(AppointLiaisonOfficer, {
      officerId,
      dispatchingUnitId,
      managingUnitIds,
      effectiveOn: nominatedOn,
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
    expect(card(officer)).rejects.toMatchObject({ code: 'organization.liaisonCard.notPublished' }),
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

  it('leave the board when they are relieved (JX-11)', async () => {
    await send(RelieveLiaisonOfficer, { officerId: 'p1', relievedOn: day('2026-04-01'), reason: '完工' });
    expect(await names('project')).toEqual(['李秀英 139 0000 0001']);
    await expect(card('p1')).rejects.toMatchObject({ code: 'organization.liaisonCard.notPublished' });
  });
});
