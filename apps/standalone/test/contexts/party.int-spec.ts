import {
  AgreePairing,
  AssessPartyDues,
  AssignPartyInstructor,
  DeclareFloatingMember,
  DefineInclusionChecklist,
  DesignateApplicant,
  EstablishUnit,
  FigureEvents,
  type FigureEventsAnswer,
  FilePartyApplication,
  FoundPartyOrganization,
  type Grant,
  HoldApplicantTalk,
  OpenLearningPlace,
  RecordBranchLife,
  RegisterPartyMembership,
  ReportFoundingFacts,
  RequestAttachment,
  SetPartyParameters,
  SettleInclusion,
  SetUpVanguard,
  type StandingIndicatorLine,
  StandingIndicators,
  type StandingIndicatorsAnswer,
  StandingTrend,
  TransferPartyAdmission,
} from '@gongyou/contracts';
import type { Day, Month } from '@gongyou/domain';
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
import { startProjection } from '../../../projection/src';

const silent = { log() {}, warn() {}, error: console.error, debug() {}, verbose() {} };
const day = (text: string) => text as Day;

describe('Party affairs over NATS', () => {
  let nats: TestNatsServer;
  let database: TestDatabase;
  const services: RunningService[] = [];
  const connections: NatsConnection[] = [];
  let gateway: Caller;

  const bus = () => ({ servers: nats.url, password: '' });
  const callerAs = async (user: string): Promise<Caller> => {
    const connection = await connectBus({ ...bus(), user });
    connections.push(connection);
    return new Caller(connection, user);
  };
  const as = (role: Grant['role'], organizationId: string) => ({
    [requestHeaders.actor]: `user:${role}`,
    [requestHeaders.grants]: JSON.stringify([{ role, organizationId } satisfies Grant]),
  });
  const office = as('partyAffairsOffice', 'highway');

  const branch: FoundPartyOrganization = {
    partyOrganizationId: 'bridge-branch',
    name: '大桥项目党支部',
    kind: 'branch',
    founding: 'independent',
    setting: 'workUnit',
    unitId: 'bridge',
    coveredUnitIds: ['bridge'],
    fullMembers: 5,
    probationaryMembers: 0,
    foundedOn: day('2026-01-05'),
  };
  const application: FilePartyApplication = {
    admissionId: 'admission-1',
    applicantId: 'worker-1',
    partyOrganizationId: 'bridge-branch',
    ageYears: 30,
    floating: false,
    groups: ['industrialWorker'],
    distinctions: [],
    employer: 'stateOwned',
    appliedOn: day('2026-01-06'),
  };

  beforeAll(async () => {
    Logger.overrideLogger(silent);
    [nats, database] = await Promise.all([startNatsServer(), createTestDatabase()]);
    const masterKey = MasterKey.random();
    services.unshift(await startLedger({ bus: bus(), eventStoreUrl: database.url, masterKey, logger: silent }));
    services.unshift(await startOrganization({ bus: bus(), logger: silent }));
    services.unshift(await startProjection({ bus: bus(), databaseUrl: database.url, logger: silent }));
    const operator = await callerAs('operator');
    gateway = await callerAs('gateway');
    const units: [string, EstablishUnit['kind'], string?][] = [
      ['highway', 'company'],
      ['bridge', 'project', 'highway'],
      ['harbour', 'company'],
    ];
    for (const [unitId, kind, parentId] of units) {
      await operator.command(EstablishUnit, { unitId, kind, name: unitId, parentId, establishedOn: day('2020-01-01') });
    }
    await gateway.command(FoundPartyOrganization, branch, office);
  });
  afterAll(async () => {
    await Promise.all(connections.map((connection) => connection.close()));
    for (const service of services) await service.close();
    await nats.stop();
    await database.drop();
  });

  it('belong to the Party affairs office over the unit: no administrator, nobody from elsewhere', async () => {
    await expect(gateway.command(FilePartyApplication, application, as('administrator', '*'))).rejects.toMatchObject({
      code: 'access.roleMissing',
    });
    await expect(
      gateway.command(FilePartyApplication, application, as('partyAffairsOffice', 'harbour')),
    ).rejects.toMatchObject({ code: 'access.outsideScope' });
  });

  it('refuse a superior or units that are not there (WZ-14a)', async () => {
    const another = { ...branch, partyOrganizationId: 'another-branch' };
    await expect(
      gateway.command(FoundPartyOrganization, { ...another, superiorId: 'nowhere' }, office),
    ).rejects.toMatchObject({ code: 'organization.partyOrganization.superiorMissing' });
    await expect(
      gateway.command(FoundPartyOrganization, { ...another, coveredUnitIds: ['nowhere'] }, office),
    ).rejects.toMatchObject({ code: 'organization.partyOrganization.unitsMissing' });
  });

  it('carry an admission from step to step by what the branch is (HM-02b, PD-03, PD-06)', async () => {
    await expect(gateway.command(FilePartyApplication, application, office)).resolves.toMatchObject({
      stream: 'partyAdmission-admission-1',
      events: [{ type: 'PartyApplicationFiled' }],
    });
    const of = { admissionId: 'admission-1' };
    await gateway.command(HoldApplicantTalk, { ...of, heldOn: day('2026-01-08') }, office);
    const designation: DesignateApplicant = {
      ...of,
      recommendedBy: 'tradeUnion',
      decidedBy: 'branchCommittee',
      decidedOn: day('2026-01-09'),
      recordedWithSuperiorOn: day('2026-01-10'),
    };
    await expect(gateway.command(DesignateApplicant, designation, office)).rejects.toMatchObject({
      code: 'organization.partyAdmission.committeeDecides',
    });
    await expect(
      gateway.command(DesignateApplicant, { ...designation, decidedBy: 'branchMeeting' }, office),
    ).resolves.toMatchObject({ events: [{ type: 'ApplicantDesignated' }] });

    const highwayBranch = { partyOrganizationId: 'highway-branch', unitId: 'highway', coveredUnitIds: ['highway'] };
    await gateway.command(FoundPartyOrganization, { ...branch, ...highwayBranch }, office);
    const move = { ...of, toPartyOrganizationId: 'highway-branch', papersChecked: true };
    await expect(
      gateway.command(TransferPartyAdmission, { ...move, transferredOn: day('2026-01-12') }, office),
    ).resolves.toMatchObject({ events: [{ type: 'PartyAdmissionTransferred' }] });
    // The file went with the person: the office of the project reaches it no more.
    await expect(
      gateway.command(
        TransferPartyAdmission,
        { ...move, toPartyOrganizationId: 'bridge-branch', transferredOn: day('2026-01-13') },
        as('partyAffairsOffice', 'bridge'),
      ),
    ).rejects.toMatchObject({ code: 'access.outsideScope' });
  });

  it('take in every kind of entry of a branch', async () => {
    const partyOrganizationId = 'bridge-branch';
    const unitId = 'bridge';
    const answers = [
      gateway.command(
        RecordBranchLife,
        {
          recordId: 'r-1',
          partyOrganizationId,
          kind: 'themeDay',
          heldOn: day('2026-01-20'),
          subject: '主题党日',
          present: 5,
          crewIds: [],
        },
        office,
      ),
      gateway.command(
        ReportFoundingFacts,
        {
          unitId,
          place: '370200',
          employer: 'stateOwned',
          fullMembers: 5,
          worksFrom: day('2026-01-01'),
          countedOn: day('2026-01-05'),
        },
        office,
      ),
      gateway.command(
        AssessPartyDues,
        {
          memberId: 'member-1',
          partyOrganizationId,
          afterTaxMonthlyFen: 650_000,
          pensioner: false,
          from: '2026-01' as Month,
        },
        office,
      ),
      gateway.command(
        SetUpVanguard,
        {
          vanguardId: 'v-1',
          kind: 'modelPost',
          partyOrganizationId,
          unitId,
          memberIds: ['member-1'],
          workerMembers: 0,
          place: '主桥',
          task: '示范岗',
          setUpOn: day('2026-01-10'),
        },
        office,
      ),
      gateway.command(
        AgreePairing,
        {
          pairingId: 'p-1',
          partyOrganizationId,
          partnerIds: ['street-branch'],
          agreement: '结对共建协议',
          from: day('2026-01-10'),
          until: day('2027-01-09'),
        },
        office,
      ),
      gateway.command(
        OpenLearningPlace,
        {
          learningPlaceId: 'l-1',
          unitId,
          kind: 'memberActivityRoom',
          place: '项目部',
          areaSquareMetres: 40,
          equipment: '桌椅',
          signposted: true,
          openingHours: '08:00-21:00',
          openedOn: day('2026-01-10'),
        },
        office,
      ),
    ];
    const types = (await Promise.all(answers)).map(({ events: [event] }) => event!.type);
    expect(types).toEqual([
      'BranchLifeRecorded',
      'FoundingFactsReported',
      'PartyDuesAssessed',
      'VanguardSetUp',
      'PairingAgreed',
      'LearningPlaceOpened',
    ]);
  });

  it('keep a membership with its inclusions, by the checklist of a unit above (HM-02f, JX-30)', async () => {
    const memberId = 'worker-7';
    await gateway.command(
      RegisterPartyMembership,
      {
        ...{ memberId, partyOrganizationId: 'bridge-branch', unitId: 'bridge', industrialWorker: true },
        ...{ origin: 'admitted', registeredOn: day('2026-01-10') },
      },
      office,
    );
    const settle = (checklistUnitId: string) =>
      gateway.command(
        SettleInclusion,
        { memberId, checklistUnitId, itemId: 'dues', settledOn: day('2026-02-01') },
        office,
      );
    await expect(settle('highway')).rejects.toMatchObject({
      code: 'organization.partyMembership.checklistMissing',
    });
    const items = ['register', 'life', 'dues', 'study', 'appraisal', 'care'].map((itemId) => ({
      itemId,
      text: itemId,
    }));
    for (const unitId of ['highway', 'harbour']) {
      await gateway.command(
        DefineInclusionChecklist,
        { unitId, items, effectiveFrom: day('2026-01-01') },
        as('partyAffairsOffice', unitId),
      );
    }
    await expect(settle('harbour')).rejects.toMatchObject({
      code: 'organization.partyMembership.checklistMissing',
    });
    await expect(settle('highway')).resolves.toMatchObject({ events: [{ type: 'InclusionSettled' }] });
  });

  it('are figures for few, and open only to who may know who is a member (JX-30, HM-02f)', async () => {
    const told = await gateway.command(
      AssignPartyInstructor,
      { unitId: 'highway', instructorId: 'member-1', fromDay: day('2026-01-10') },
      office,
    );
    const read = async (role: Grant['role']): Promise<StandingIndicatorLine[]> => {
      const answer = await gateway.query<StandingIndicators, StandingIndicatorsAnswer>(
        StandingIndicators,
        { organization: 'highway', asOfDay: day('2026-11-20') },
        { ...as(role, 'highway'), [requestHeaders.after]: String(told.position) },
      );
      return answer.indicators;
    };
    const settled = (lines: StandingIndicatorLine[]) =>
      lines.find(({ indicator }) => indicator === 'inclusionsSettledRate');
    expect(settled(await read('administrator'))).toBeUndefined();
    expect(settled(await read('leadDepartment'))).toBeUndefined();
    const line = settled(await read('leadingGroupOffice'))!;
    expect(line).toMatchObject({ numerator: { value: 1 }, denominator: { value: 6 } });
    const open = (role: Grant['role'], unitId = 'highway') =>
      gateway.query<FigureEvents, FigureEventsAnswer>(
        FigureEvents,
        { figure: line.numerator.figure },
        as(role, unitId),
      );
    for (const role of ['administrator', 'leadingGroupOffice', 'inspector', 'unitOfficer'] as const) {
      await expect(open(role)).rejects.toMatchObject({ code: 'access.roleMissing' });
    }
    await expect(open('partyAffairsOffice', 'harbour')).rejects.toMatchObject({ code: 'access.outsideScope' });
    expect((await open('partyAffairsOffice')).events).toMatchObject([{ type: 'InclusionSettled', amount: 1 }]);
    const trend = { organization: 'highway', indicator: 'inclusionsSettledRate', asOfDay: day('2026-11-20') };
    await expect(gateway.query(StandingTrend, trend, as('administrator', 'highway'))).rejects.toMatchObject({
      code: 'reporting.noSuchIndicator',
    });
  });

  it('attach floating members to an organization that is there (QD-09)', async () => {
    const floatingMemberId = 'f-1';
    await gateway.command(
      DeclareFloatingMember,
      {
        floatingMemberId,
        memberId: 'worker-2',
        unitId: 'bridge',
        homeOrganization: '某村党支部',
        awaySince: day('2025-01-01'),
        declaredOn: day('2026-01-10'),
      },
      office,
    );
    const request = { floatingMemberId, kind: 'temporaryAttachment' as const, requestedOn: day('2026-01-11') };
    await expect(
      gateway.command(RequestAttachment, { ...request, partyOrganizationId: 'nowhere' }, office),
    ).rejects.toMatchObject({ code: 'organization.floatingMember.hostMissing' });
    await expect(
      gateway.command(RequestAttachment, { ...request, partyOrganizationId: 'bridge-branch' }, office),
    ).resolves.toMatchObject({ events: [{ type: 'AttachmentRequested' }] });
  });

  it('set the parameters of a place only by who acts everywhere (PO-03)', async () => {
    const parameters: SetPartyParameters = {
      place: '370200',
      effectiveFrom: day('2026-03-01'),
      basis: '青岛市通知',
      siteMonths: 6,
      siteMonthsExceeded: false,
      foundingMembers: 3,
      lecturePeriod: 'quarter',
      warnDays: 15,
      pairingIdleMonths: 3,
    };
    await expect(gateway.command(SetPartyParameters, parameters, office)).rejects.toMatchObject({
      code: 'access.outsideScope',
    });
    await expect(gateway.command(SetPartyParameters, parameters, as('partyAffairsOffice', '*'))).resolves.toMatchObject(
      { events: [{ type: 'PartyParametersSet' }] },
    );
  });
});
