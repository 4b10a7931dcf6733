import {
  ApplyForMassOrganization,
  ApproveMassOrganization,
  CloseUnit,
  ConfirmMassOrganizationElection,
  DecideHonourSelection,
  DissolveMassOrganization,
  HoldCollectiveAdmission,
  NominateForHonour,
  OpenCollectiveAdmission,
  OpenHonourSelection,
  PostHonourNotice,
  RecordMassOrganizationElection,
  RecordUnionConsent,
  RecordUnionDecline,
  ReviewNomination,
  type Role,
} from '@gongyou/contracts';
import { type Day, day, fen, period } from '@gongyou/domain';
import { as, startSupervisionPlatform, type SupervisionPlatform } from './supervision-platform';

const on = (text: string): Day => day(text);

describe('Unions and honours over NATS', () => {
  let platform: SupervisionPlatform;
  const held = (role: Role, organizationId: string, name = `${role}-of-${organizationId}`) =>
    as(name, { role, organizationId });
  const officer = held('unitOfficer', 'bay-bridge');
  const levelAbove = held('leadDepartment', 'first-highway');
  const form = { fileName: '入会申请书.pdf', sha256: 'a'.repeat(64) };

  beforeAll(async () => {
    platform = await startSupervisionPlatform({ dutiesOfAdoption: [], overdue: [] });
    const massOrganizationId = 'bay-bridge-union';
    const { gateway } = platform;
    await gateway.command(
      ApplyForMassOrganization,
      {
        ...{ massOrganizationId, kind: 'tradeUnion', form: 'own', name: '海湾大桥项目工会', hostUnitId: 'bay-bridge' },
        coveredUnits: [{ unitId: 'bay-bridge', staffCount: 420, memberCount: 0 }],
        appliedOn: on('2025-03-02'),
      },
      officer,
    );
    const approval = {
      massOrganizationId,
      approvedBy: '一公路工会',
      documentNumber: '8号',
      approvedOn: on('2025-03-09'),
    };
    // Founding is approved by the level above, never by the host itself.
    const hostItself = held('leadDepartment', 'bay-bridge');
    await expect(gateway.command(ApproveMassOrganization, approval, hostItself)).rejects.toMatchObject({
      code: 'access.outsideScope',
    });
    await gateway.command(ApproveMassOrganization, approval, levelAbove);
    await gateway.command(
      RecordMassOrganizationElection,
      {
        ...{ massOrganizationId, electedOn: on('2025-03-20'), termYears: 3, staffCount: 420, evidence: [] },
        officers: [{ workerId: 'w-1', post: 'chair', fullTime: false, branchPost: 'secretary' }],
      },
      officer,
    );
    const confirmation = { massOrganizationId, documentNumber: '11号', confirmedOn: on('2025-03-27') };
    await gateway.command(ConfirmMassOrganizationElection, confirmation, levelAbove);
  });

  afterAll(() => platform.stop());

  it('UN-01: let of two unions that apply at once for the seat of one host a single one have it, until it is dissolved', async () => {
    const { gateway } = platform;
    const application = (massOrganizationId: string) => ({
      ...{ massOrganizationId, kind: 'tradeUnion' as const, form: 'own' as const, name: '一公路工会' },
      ...{ hostUnitId: 'first-highway', appliedOn: on('2025-03-02') },
      coveredUnits: [{ unitId: 'first-highway', staffCount: 600, memberCount: 25 }],
    });
    const ids = ['first-union', 'second-union'];
    const applied = await Promise.allSettled(
      ids.map((id) => gateway.command(ApplyForMassOrganization, application(id), levelAbove)),
    );
    const [refused] = applied.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(applied.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(refused).toMatchObject({ code: 'organization.massOrganization.hostHasOwnUnion' });
    const holder = ids[applied.findIndex(({ status }) => status === 'fulfilled')]!;
    const successor = ids.find((id) => id !== holder)!;
    const tell = { massOrganizationId: holder, note: '并入', dissolvedOn: on('2025-06-01') };
    const merging = { ...tell, reason: 'merged' as const, mergedIntoId: 'bay-bridge-union' };
    await gateway.command(DissolveMassOrganization, merging, held('leadDepartment', 'group'));
    await gateway.command(ApplyForMassOrganization, application(successor), levelAbove);
    const taken = await platform.events(3, 'OwnUnionSeatTaken');
    expect(taken.map(({ data }) => data)).toMatchObject([
      { hostUnitId: 'bay-bridge' },
      { massOrganizationId: holder },
      { massOrganizationId: successor },
    ]);
  });

  it('CC-12a, UN-07: begin the membership of each worker who consented, and of nobody else', async () => {
    const { gateway } = platform;
    const admissionId = 'bay-bridge-joining';
    const unit = { massOrganizationId: 'bay-bridge-union', unitId: 'bay-bridge' };
    const opening = { admissionId, ...unit, basis: '总工发〔2021〕12号', openedOn: on('2025-04-07') };
    await gateway.command(OpenCollectiveAdmission, opening, officer);
    for (const workerId of ['w-40021', 'w-40022', 'w-40023']) {
      const consent = { admissionId, workerId, employmentForm: 'subcontracted' as const, form };
      const given = { givenBy: 'signedForm' as const, consentedOn: on('2025-04-10') };
      await gateway.command(RecordUnionConsent, { ...consent, ...given }, officer);
    }
    const decline = { admissionId, workerId: 'w-40022', declinedOn: on('2025-04-12') };
    await gateway.command(RecordUnionDecline, decline, officer);
    await gateway.command(HoldCollectiveAdmission, { admissionId, heldOn: on('2025-04-28') }, officer);
    const began = await platform.events(2, 'UnionMembershipBegan');
    expect(began.map(({ stream, data }) => [stream, data])).toEqual(
      ['w-40021', 'w-40023'].map((workerId) => [
        `unionMembership-${workerId}`,
        {
          ...{ workerId, ...unit, employmentForm: 'subcontracted', admissionId },
          ...{ consentedOn: '2025-04-10', beganOn: '2025-04-28' },
        },
      ]),
    );
  });

  it('BL-09: give no honour until the office has shown what the arrears list says, while nobody on the platform keeps it', async () => {
    const { gateway } = platform;
    const selectionId = 'bay-bridge-excellent';
    const office = held('leadDepartment', 'first-highway', 'office');
    await gateway.command(
      OpenHonourSelection,
      {
        ...{ selectionId, honour: 'excellentWorker', level: 'company', spirit: 'labour', title: '优秀工人' },
        ...{ unitId: 'first-highway', period: period('2025'), criteria: '无事故', noticeWorkingDays: 5 },
        openedOn: on('2025-06-02'),
      },
      office,
    );
    await gateway.command(
      NominateForHonour,
      {
        ...{
          selectionId,
          nominationId: 'n-1',
          candidateKind: 'worker',
          candidateId: 'w-40021',
          industrialWorker: true,
        },
        ...{ employerUnitId: 'first-highway', nominatingUnitId: 'bay-bridge', employmentForm: 'subcontracted' },
        ...{ merits: '带徒三人', evidence: [], consentedOn: on('2025-06-03'), nominatedOn: on('2025-06-04') },
      },
      officer,
    );
    const opinion = { nominationId: 'n-1', putForward: true, opinion: '属实', reviewedOn: on('2025-06-05') };
    await gateway.command(ReviewNomination, { selectionId, ...opinion }, office);
    await gateway.command(PostHonourNotice, { selectionId, place: '公示栏', postedOn: on('2025-06-06') }, office);
    const decision = { selectionId, documentNumber: '12号', decidedOn: on('2025-06-16') };
    const choice = { nominationId: 'n-1', certificateNumber: '证1', rewardFen: fen(0) };
    await expect(
      gateway.command(DecideHonourSelection, { ...decision, choices: [choice] }, office),
    ).rejects.toMatchObject({ code: 'organization.honourSelection.arrearsAnswerMissing' });
    const arrearsCheck = { listed: false, checkedOn: on('2025-06-16'), result: { ...form, fileName: '查询结果.pdf' } };
    await gateway.command(DecideHonourSelection, { ...decision, choices: [{ ...choice, arrearsCheck }] }, office);
    const [given] = await platform.events(1, 'HonourGiven');
    expect(given!.data).toMatchObject({ arrearsAnswer: { answeredBy: 'nominatingOffice', ...arrearsCheck } });
  });

  it('UN-07: end with their project, and not before it', async () => {
    const { gateway, operator } = platform;
    const lastDay = on('2025-12-01');
    const end = {
      massOrganizationId: 'bay-bridge-union',
      reason: 'unitEnded' as const,
      note: '竣工',
      dissolvedOn: lastDay,
    };
    await expect(gateway.command(DissolveMassOrganization, end, levelAbove)).rejects.toMatchObject({
      code: 'organization.massOrganization.unitsStillOpen',
    });
    await operator.command(CloseUnit, { unitId: 'bay-bridge', closedOn: lastDay, reason: '竣工' });
    await expect(gateway.command(DissolveMassOrganization, end, levelAbove)).resolves.toMatchObject({
      events: [{ type: 'MassOrganizationDissolved' }],
    });
  });
});
