import {
  AdmissionPapersFiled,
  ApplicantDesignated,
  ApplicantTalkHeld,
  AttachmentRequested,
  BranchLifeCorrected,
  BranchLifeRecorded,
  BranchLifeWithdrawn,
  CandidateNominated,
  FloatingMemberAttached,
  FloatingMemberDeclared,
  FloatingMemberLeft,
  FoundingFactsReported,
  FullMemberConverted,
  HonourGiven,
  HonourSelectionOpened,
  HonourWithdrawn,
  InclusionSettled,
  JointActivityRecorded,
  LearningPlaceChecked,
  LearningPlaceOpened,
  MemberPostLeft,
  MemberPostTakenUp,
  MembershipReceiptConfirmed,
  PairingAgreed,
  type PartyAlerts,
  PartyApplicationFiled,
  PartyCoverPlanned,
  PartyCoverageChanged,
  PartyDuesAssessed,
  PartyDuesPaid,
  PartyFoundingPlanned,
  PartyInstructorAssigned,
  PartyMembersReported,
  PartyMembershipRegistered,
  PartyMembershipTransferredOut,
  PartyOfficersElected,
  PartyOrganizationDissolved,
  PartyOrganizationFounded,
  PartyParametersSet,
  PartySecretaryRelieved,
  PreReviewPassed,
  ProbationaryMemberAdmitted,
  TorchActionJoined,
  TorchActionLeft,
  TorchResultRecorded,
  TorchTaskAssigned,
  VanguardClosed,
  VanguardResultReported,
  VanguardSetUp,
} from '@gongyou/contracts';
import { type Day, day, type Month, period } from '@gongyou/domain';
import { BranchLifeQuery } from '../branch-life-register/branch-life.query';
import { FloatingMembersQuery } from '../floating-member-register/floating-members.query';
import { PartyAdmissionCountsQuery } from '../party-admission-register/party-admission-counts.query';
import { PartyAdmissionsQuery } from '../party-admission-register/party-admissions.query';
import { PartyWorkCoverageQuery } from '../party-instruction-register/party-work-coverage.query';
import { PartyMembershipsQuery } from '../party-membership-register/party-memberships.query';
import { PartyCoverageQuery } from '../party-organization-register/party-coverage.query';
import { PartyOrganizationsQuery } from '../party-organization-register/party-organizations.query';
import { PartyWorkQuery } from '../party-work-register/party-work.query';
import { TorchStudiosQuery } from '../torch-register/torch-studios.query';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';
import { PartyAlertsQuery } from './party-alerts.query';

const ASKED = day('2026-11-20');

describe('The registers of Party affairs', () => {
  let models: RunningReadModels;
  let group: ExampleGroup;

  beforeEach(async () => {
    group = new ExampleGroup(new EventsInMemory());
    group.unit('cccc', 'group');
    group.unit('company-a', 'company', 'cccc');
    group.unit('company-b', 'company', 'cccc');
    group.unit('bridge', 'project', 'company-a');
    group.unit('tunnel', 'project', 'company-a');
    models = await RunningReadModels.start(group.log);
  });

  afterEach(() => models.stop());

  const settled = () => ({ after: group.log.head });
  const record = <T extends object>(type: new () => T, stream: string, data: T) => group.log.record(type, stream, data);

  const found = (partyOrganizationId: string, told: Partial<PartyOrganizationFounded> = {}) =>
    record(PartyOrganizationFounded, `partyOrganization-${partyOrganizationId}`, {
      partyOrganizationId,
      name: '党支部',
      kind: 'branch',
      founding: 'multiPartyJoint',
      setting: 'workUnit',
      unitId: 'bridge',
      coveredUnitIds: ['bridge', 'tunnel'],
      fullMembers: 5,
      probationaryMembers: 1,
      foundedOn: day('2026-11-02'),
      ...told,
    });
  const facts = (unitId: string, told: Partial<FoundingFactsReported> = {}) =>
    record(FoundingFactsReported, `foundingDuty-${unitId}`, {
      unitId,
      place: '370200',
      employer: 'stateOwned',
      fullMembers: 3,
      worksFrom: day('2026-02-01'),
      worksUntil: day('2028-06-30'),
      countedOn: day('2026-11-01'),
      ...told,
    });
  const apply = (admissionId: string, told: Partial<PartyApplicationFiled> = {}) =>
    record(PartyApplicationFiled, `partyAdmission-${admissionId}`, {
      admissionId,
      applicantId: `worker-${admissionId}`,
      partyOrganizationId: 'joint',
      unitId: 'bridge',
      floating: false,
      groups: ['industrialWorker'],
      distinctions: ['skillTitle'],
      employer: 'stateOwned',
      appliedOn: day('2026-11-01'),
      talkDueOn: day('2026-12-01'),
      ...told,
    });
  const admit = (admissionId: string, told: Partial<ProbationaryMemberAdmitted> = {}) => {
    apply(admissionId);
    record(ProbationaryMemberAdmitted, `partyAdmission-${admissionId}`, {
      admissionId,
      unitId: 'bridge',
      approvingOrganizationId: 'committee',
      groups: ['industrialWorker'],
      distinctions: ['skillTitle'],
      employer: 'stateOwned',
      approvedOn: day('2026-07-01'),
      probationFrom: day('2026-06-20'),
      probationEndsOn: day('2027-06-20'),
      oathDueOn: day('2026-08-01'),
      ...told,
    });
  };

  describe('show Party organizations', () => {
    const list = async (asked: Partial<Parameters<PartyOrganizationsQuery['answer']>[0]> = {}) =>
      (await new PartyOrganizationsQuery(models.reading).answer({ organization: 'cccc', ...asked }, settled()))
        .organizations;
    const ids = async (...asked: Parameters<typeof list>) =>
      (await list(...asked)).map(({ partyOrganizationId }) => partyOrganizationId);

    it('with a joint one found from every unit that it covers (WZ-14a)', async () => {
      found('joint');
      found('own', { founding: 'independent', unitId: 'company-b', coveredUnitIds: ['company-b'] });
      expect(await ids()).toEqual(['joint', 'own']);
      expect(await ids({ organization: 'tunnel' })).toEqual(['joint']);
      expect(await ids({ organization: 'company-b' })).toEqual(['own']);
      expect(await ids({ founding: 'multiPartyJoint' })).toEqual(['joint']);
      expect(await ids({ kind: 'committee' })).toEqual([]);
    });
    it('as they stand, naming nobody (WZ-14a, WZ-14c)', async () => {
      found('joint');
      const stream = 'partyOrganization-joint';
      record(PartyOfficersElected, stream, {
        partyOrganizationId: 'joint',
        officers: [{ memberId: 'member-1', post: 'secretary' }],
        secretaryMode: 'concurrentPost',
        committee: false,
        electedOn: day('2026-11-03'),
        termEndsOn: day('2029-11-03'),
      });
      record(PartyMembersReported, stream, {
        partyOrganizationId: 'joint',
        fullMembers: 6,
        probationaryMembers: 0,
        workerMembers: 2,
        partyGroups: 1,
        countedOn: day('2026-11-04'),
      });
      record(PartyCoverageChanged, stream, {
        partyOrganizationId: 'joint',
        coveredUnitIds: ['bridge', 'company-b'],
        changedOn: day('2026-11-05'),
      });
      const [joint] = await list();
      expect(joint).toEqual({
        partyOrganizationId: 'joint',
        name: '党支部',
        kind: 'branch',
        founding: 'multiPartyJoint',
        setting: 'workUnit',
        unitId: 'bridge',
        coveredUnitIds: ['bridge', 'company-b'],
        superiorId: null,
        fullMembers: 6,
        probationaryMembers: 0,
        workerMembers: 2,
        partyGroups: 1,
        committee: false,
        secretaryMode: 'concurrentPost',
        secretarySince: '2026-11-03',
        officersSince: '2026-11-03',
        termEndsOn: '2029-11-03',
        foundedOn: '2026-11-02',
        dissolvedOn: null,
      });
      expect(await ids({ organization: 'tunnel' })).toEqual([]);
      record(PartySecretaryRelieved, stream, {
        partyOrganizationId: 'joint',
        memberId: 'member-1',
        relievedOn: day('2026-11-06'),
      });
      record(PartyOrganizationDissolved, stream, {
        partyOrganizationId: 'joint',
        reason: '竣工',
        dissolvedOn: day('2026-11-07'),
      });
      expect(await list({ dissolved: 'true' })).toMatchObject([{ secretaryMode: null, dissolvedOn: '2026-11-07' }]);
      expect(await list({ dissolved: 'false' })).toEqual([]);
    });
    it('page by page', async () => {
      found('a');
      found('b');
      const query = new PartyOrganizationsQuery(models.reading);
      const first = await query.answer({ organization: 'cccc', limit: 1 }, settled());
      const second = await query.answer({ organization: 'cccc', limit: 1, cursor: first.nextCursor! }, {});
      expect([first.nextCursor, second.organizations[0]!.partyOrganizationId, second.nextCursor]).toEqual([
        'a',
        'b',
        null,
      ]);
    });
  });

  describe('show coverage', () => {
    const coverage = (asked: Partial<Parameters<PartyCoverageQuery['answer']>[0]> = {}) =>
      new PartyCoverageQuery(models.reading).answer({ organization: 'cccc', asOfDay: ASKED, ...asked }, settled());

    it('with units in duty over units covered, joint ones among them (HM-02a, WZ-04a, WZ-14a)', async () => {
      facts('bridge');
      facts('tunnel');
      facts('company-b', { employer: 'private', worksUntil: undefined });
      facts('company-a', { fullMembers: 2 });
      found('joint');
      record(PartyFoundingPlanned, 'foundingDuty-company-b', {
        unitId: 'company-b',
        reason: '党员关系转接中',
        foundingPlannedOn: day('2026-11-19'),
        instructorId: 'member-9',
        plannedOn: day('2026-11-01'),
      });
      expect(await coverage()).toMatchObject({ unitsWithDuty: 3, unitsCovered: 2, coverageBasisPoints: 6666 });
      const { uncovered } = await coverage();
      expect(uncovered).toEqual([
        {
          unitId: 'company-b',
          employer: 'private',
          fullMembers: 3,
          basis: expect.stringContaining('支部工作条例'),
          reason: '党员关系转接中',
          foundingPlannedOn: '2026-11-19',
          planMissed: true,
          instructorAssigned: true,
        },
      ]);
      expect(await coverage({ employer: 'private' })).toMatchObject({ unitsWithDuty: 1, coverageBasisPoints: 0 });
      expect(await coverage({ organization: 'company-a' })).toMatchObject({ coverageBasisPoints: 10_000 });
    });
    it('by the parameters of the place on the day (PO-03)', async () => {
      facts('bridge', { worksUntil: day('2026-09-01'), worksFrom: day('2026-03-01') });
      record(PartyParametersSet, 'partyParameters-370200', {
        place: '370200',
        effectiveFrom: day('2026-07-01'),
        basis: '青岛市通知',
        siteMonths: 7,
        siteMonthsExceeded: false,
        foundingMembers: 3,
        lecturePeriod: 'quarter',
        warnDays: 10,
        pairingIdleMonths: 3,
      });
      expect((await coverage({ asOfDay: day('2026-06-30') })).unitsWithDuty).toBe(1);
      expect((await coverage({ asOfDay: day('2026-07-01') })).unitsWithDuty).toBe(0);
    });
    it('of nothing, where nobody has a duty', async () =>
      expect(await coverage()).toMatchObject({ unitsWithDuty: 0, coverageBasisPoints: null, uncovered: [] }));
  });

  it('show the ledger of branch life with corrections and withdrawals (HM-02g, WZ-19b, QD-11)', async () => {
    const entry = {
      partyOrganizationId: 'joint',
      kind: 'themeDay' as const,
      heldOn: day('2026-10-20'),
      subject: '主题党日',
      present: 5,
      crewIds: ['rebar-crew'],
    };
    record(BranchLifeRecorded, 'branchLife-r1', { ...entry, recordId: 'r1', unitId: 'bridge' });
    record(BranchLifeRecorded, 'branchLife-r2', { ...entry, recordId: 'r2', unitId: 'bridge', crewIds: [] });
    record(BranchLifeCorrected, 'branchLife-r1', { ...entry, recordId: 'r1', present: 6, reason: '漏计' });
    record(BranchLifeWithdrawn, 'branchLife-r2', { recordId: 'r2', reason: '重复' });
    const query = new BranchLifeQuery(models.reading);
    const { records } = await query.answer({ organization: 'company-a' }, settled());
    expect(records).toMatchObject([
      { recordId: 'r1', unitId: 'bridge', present: 6, corrections: 1, withdrawn: false, lecturer: null },
      { recordId: 'r2', present: 5, corrections: 0, withdrawn: true },
    ]);
    const asked = { organization: 'cccc', kind: 'themeDay', from: entry.heldOn, to: entry.heldOn } as const;
    expect((await query.answer({ ...asked, withCrews: 'true' }, {})).records).toHaveLength(1);
    expect((await query.answer({ ...asked, crew: 'rebar-crew' }, {})).records).toHaveLength(1);
    expect((await query.answer({ ...asked, crew: 'rebar' }, {})).records).toEqual([]);
    const first = await query.answer({ ...asked, limit: 1 }, {});
    expect(first.nextCursor).toBe('2026-10-20.r1');
    expect((await query.answer({ ...asked, limit: 1, cursor: first.nextCursor! }, {})).records).toMatchObject([
      { recordId: 'r2' },
    ]);
    expect(() => query.answer({ ...asked, cursor: 'r1' }, {})).toThrow('reporting.badCursor');
  });

  it('show admissions by identifiers, with the limits that run (HM-02b)', async () => {
    apply('a1');
    apply('a2');
    record(ApplicantTalkHeld, 'partyAdmission-a2', { admissionId: 'a2', heldOn: day('2026-11-02') });
    record(ApplicantDesignated, 'partyAdmission-a2', {
      admissionId: 'a2',
      recommendedBy: 'members',
      decidedBy: 'branchMeeting',
      decidedOn: day('2026-11-03'),
      recordedWithSuperiorOn: day('2026-11-04'),
      reviewDueOn: day('2027-05-03'),
    });
    const query = new PartyAdmissionsQuery(models.reading);
    const { admissions } = await query.answer({ organization: 'cccc' }, settled());
    expect(admissions).toMatchObject([
      { admissionId: 'a1', stage: 'applicant', limits: [{ step: 'talk', dueOn: '2026-12-01', rule: 'PD-02' }] },
      {
        admissionId: 'a2',
        applicantId: 'worker-a2',
        stage: 'designatedApplicant',
        stageSince: '2026-11-04',
        limits: [{ step: 'review', dueOn: '2027-05-03', rule: 'PD-05' }],
      },
    ]);
    const one = await query.answer({ organization: 'bridge', stage: 'applicant', limit: 1 }, {});
    expect(one.admissions.map(({ admissionId }) => admissionId)).toEqual(['a1']);
    expect((await query.answer({ organization: 'company-b' }, {})).admissions).toEqual([]);
  });

  it('count admissions by year, group and employer, down to numbers only (CC-02b, HM-02b, HM-02c, PD-24)', async () => {
    admit('a1');
    admit('a2', { groups: ['youth', 'farmer'], employer: 'private', distinctions: [] });
    admit('a3', { approvedOn: day('2025-12-31') });
    admit('a4', { unitId: 'company-b' });
    apply('a5');
    const counts = (organization: string, year: number) =>
      new PartyAdmissionCountsQuery(models.reading).answer({ organization, year }, settled());
    const answer = await counts('company-a', 2026);
    expect(answer).toMatchObject({
      admitted: 2,
      byGroup: { industrialWorker: 1, youth: 1, farmer: 1, intellectual: 0 },
      byEmployer: { stateOwned: 1, private: 1, smallOrMicro: 0 },
      byDistinction: { skillTitle: 1, modelWorker: 0 },
      industrialWorkersPerMille: 500,
      belowFloor: false,
      byStage: { applicant: 1, probationaryMember: 4, fullMember: 0 },
    });
    expect(JSON.stringify(answer)).not.toContain('worker-');
    expect((await counts('cccc', 2026)).admitted).toBe(3);
    expect((await counts('cccc', 2025)).admitted).toBe(1);
    expect(await counts('cccc', 2024)).toMatchObject({ admitted: 0, industrialWorkersPerMille: null });
  });

  it('count admissions that hold an honour of a selection, whatever the application said (HM-02d, CC-02c)', async () => {
    admit('a1', { distinctions: [] });
    admit('a2', { distinctions: [] });
    admit('a3', { distinctions: ['modelWorker'] });
    admit('a4', { distinctions: [] });
    const stream = 'honourSelection-s1';
    record(HonourSelectionOpened, stream, {
      ...{
        selectionId: 's1',
        honour: 'modelWorker',
        level: 'company',
        spirit: 'labour',
        title: '劳模',
        unitId: 'cccc',
      },
      ...{ period: period('2026'), criteria: '条件', noticeWorkingDays: 5, openedOn: day('2026-01-01') },
    });
    const honour = (nominationId: string, candidateId: string, givenOn: string) => {
      record(CandidateNominated, stream, {
        ...{ selectionId: 's1', nominationId, candidateKind: 'worker', candidateId, employerUnitId: 'company-a' },
        ...{ nominatingUnitId: 'company-a', industrialWorker: true, employmentForm: 'subcontracted', merits: '事迹' },
        ...{ evidence: [], nominatedOn: day('2026-02-01'), nominatedBy: 'user:office' },
      });
      record(HonourGiven, stream, {
        ...{ selectionId: 's1', nominationId, certificateNumber: '证1', rewardFen: 0, givenOn: day(givenOn) },
        arrearsAnswer: { answeredBy: 'arrearsList', listed: false, checkedOn: day(givenOn) },
      });
    };
    // All were admitted on 2026-07-01.
    honour('n1', 'worker-a1', '2026-07-01');
    honour('n2', 'worker-a2', '2026-07-02');
    honour('n4', 'worker-a4', '2026-05-01');
    record(HonourWithdrawn, stream, {
      ...{ selectionId: 's1', nominationId: 'n4', reason: 'falseClaim', note: '不实', withdrawnOn: day('2026-06-01') },
    });
    const answer = await new PartyAdmissionCountsQuery(models.reading).answer(
      { organization: 'cccc', year: 2026 },
      settled(),
    );
    expect(answer).toMatchObject({ admitted: 4, holdingHonour: 1, byDistinction: { modelWorker: 1 } });
    expect(JSON.stringify(answer)).not.toContain('worker-');
  });

  it('show memberships with transfers, posts, inclusions and dues (HM-02e, HM-02f, JX-30)', async () => {
    const stream = 'partyMembership-worker-1';
    const memberId = 'worker-1';
    record(PartyMembershipRegistered, stream, {
      ...{ memberId, partyOrganizationId: 'joint', branchUnitId: 'bridge', unitId: 'tunnel', industrialWorker: true },
      ...{ origin: 'admitted', registeredOn: day('2026-02-01') },
    });
    record(MemberPostTakenUp, stream, {
      ...{ memberId, postId: 'p1', post: 'management', unitId: 'tunnel', fromDay: day('2026-03-01') },
    });
    record(MemberPostLeft, stream, { memberId, postId: 'p1', lastDay: day('2026-08-31') });
    record(InclusionSettled, stream, {
      ...{ memberId, checklistUnitId: 'company-a', itemId: 'dues', settledOn: day('2026-03-02') },
    });
    record(PartyDuesAssessed, 'partyDues-worker-1', {
      ...{ memberId, partyOrganizationId: 'joint', unitId: 'bridge', monthlyDuesFen: 9750, from: '2026-10' as Month },
    });
    record(PartyMembershipTransferredOut, stream, {
      ...{ memberId, toOrganization: '新桥村党支部', way: 'letter', issuedOn: day('2026-10-12') },
    });
    const query = new PartyMembershipsQuery(models.reading);
    const list = async (organization: string, asked = {}) =>
      (await query.answer({ organization, asOfDay: ASKED, ...asked }, settled())).memberships;
    expect(await list('bridge')).toEqual([
      {
        ...{ memberId, partyOrganizationId: 'joint', unitId: 'tunnel', industrialWorker: true, origin: 'admitted' },
        ...{ fromOrganization: null, registeredOn: '2026-02-01', standing: 'transferringOut' },
        ...{ toOrganization: '新桥村党支部', transferWay: 'letter', transferIssuedOn: '2026-10-12', leftOn: null },
        posts: [{ postId: 'p1', post: 'management', unitId: 'tunnel', fromDay: '2026-03-01', lastDay: '2026-08-31' }],
        inclusionsSettled: ['dues'],
        ...{ dues: 'unpaid', unpaidSince: '2026-10' },
      },
    ]);
    expect(await list('tunnel')).toEqual([]);
    expect(await list('cccc', { standing: 'member' })).toEqual([]);
    expect(await list('cccc', { partyOrganization: 'joint', asOfDay: day('2026-10-31') })).toMatchObject([
      { dues: 'settled', unpaidSince: null },
    ]);
    record(MembershipReceiptConfirmed, stream, { memberId, receivedOn: day('2026-11-03') });
    expect(await list('cccc')).toMatchObject([{ standing: 'transferredOut', leftOn: '2026-11-03' }]);
  });

  it('show studios of the Torch action with what they did in a year (HM-02h)', async () => {
    const stream = 'torchStudio-s1';
    record(TorchActionJoined, stream, {
      ...{
        studioId: 's1',
        name: '工作室',
        unitId: 'bridge',
        partyOrganizationId: 'joint',
        joinedOn: day('2025-06-01'),
      },
    });
    record(TorchTaskAssigned, stream, {
      ...{ studioId: 's1', taskId: 't1', memberId: 'worker-1', task: '改进', assignedOn: day('2025-12-31') },
    });
    const result = (resultId: string, achievedOn: string, apprenticesHelped: number) =>
      record(TorchResultRecorded, stream, {
        ...{ studioId: 's1', resultId, taskId: 't1', result: '省工', apprenticesHelped, achievedOn: day(achievedOn) },
      });
    result('r1', '2026-01-01', 4);
    result('r2', '2026-12-31', 2);
    record(TorchActionLeft, stream, { studioId: 's1', leftOn: day('2026-12-31') });
    const query = new TorchStudiosQuery(models.reading);
    const year = async (year: number) => (await query.answer({ organization: 'cccc', year }, settled())).studios;
    expect(await year(2024)).toEqual([]);
    expect(await year(2025)).toMatchObject([{ studioId: 's1', tasks: 1, results: 0, apprenticesHelped: 0 }]);
    expect(await year(2026)).toMatchObject([{ tasks: 0, results: 2, apprenticesHelped: 6, leftOn: '2026-12-31' }]);
    expect(await year(2027)).toEqual([]);
    expect(JSON.stringify(await year(2025))).not.toContain('worker-1');
  });

  it('show workplaces that Party work does not reach, with the day planned (CC-02a)', async () => {
    group.unit('rebar', 'crew', 'bridge');
    group.unit('blasting', 'crew', 'tunnel');
    found('joint', { unitId: 'bridge', founding: 'independent', coveredUnitIds: ['bridge'] });
    record(PartyInstructorAssigned, 'partyInstruction-blasting', {
      ...{ unitId: 'blasting', instructorId: 'member-1', fromDay: day('2026-03-01') },
    });
    const query = new PartyWorkCoverageQuery(models.reading);
    const asked = { organization: 'cccc', asOfDay: ASKED };
    const tunnel = { unitId: 'tunnel', kind: 'project' };
    expect(await query.answer(asked, settled())).toMatchObject({
      workplaces: {
        project: { all: 2, covered: 1, instructed: 0 },
        crew: { all: 2, covered: 1, instructed: 1 },
        labourSubcontractor: { all: 0, covered: 0, instructed: 0 },
      },
      unreached: [{ ...tunnel, reason: null, coverPlannedOn: null, planMissed: false }],
      nextCursor: null,
    });
    record(PartyCoverPlanned, 'partyInstruction-tunnel', {
      ...{ unitId: 'tunnel', reason: '筹建', coverPlannedOn: day('2026-11-19'), plannedOn: day('2026-11-01') },
    });
    const { unreached } = await query.answer({ ...asked, kind: 'project' }, settled());
    expect(unreached).toEqual([{ ...tunnel, reason: '筹建', coverPlannedOn: '2026-11-19', planMissed: true }]);
    const onPlannedDay = await query.answer({ ...asked, asOfDay: day('2026-11-19') }, settled());
    expect(onPlannedDay.unreached).toMatchObject([{ planMissed: false }]);
  });

  it('tell who gave a lecture to the Party affairs office alone, and what served a crew task (WZ-15d, QD-11)', async () => {
    record(BranchLifeRecorded, 'branchLife-r1', {
      ...{ recordId: 'r1', partyOrganizationId: 'joint', unitId: 'bridge', kind: 'partyLecture' },
      ...{ heldOn: day('2026-10-20'), subject: '党课', present: 5, crewIds: ['rebar'], crewTaskId: 'qd-2026-10' },
      ...{ lecturer: 'secretary', lecturerId: 'member-1', ratingPercent: 92 },
    });
    const query = new BranchLifeQuery(models.reading);
    const [forAll] = (await query.answer({ organization: 'bridge' }, settled())).records;
    expect(forAll).toMatchObject({
      lecturer: 'secretary',
      ratingPercent: 92,
      crewTaskId: 'qd-2026-10',
      lecturerId: null,
    });
    const [forOffice] = (await query.answer({ organization: 'bridge' }, {}, { lecturerIds: true })).records;
    expect(forOffice).toMatchObject({ lecturerId: 'member-1' });
  });

  it('show floating members: one by one, and as known, attached and not yet attached in each unit (QD-09)', async () => {
    const declare = (floatingMemberId: string, unitId: string) =>
      record(FloatingMemberDeclared, `floatingMember-${floatingMemberId}`, {
        floatingMemberId,
        memberId: `worker-${floatingMemberId}`,
        unitId,
        homeOrganization: '某村党支部',
        awaySince: day('2026-01-01'),
        declaredOn: day('2026-07-01'),
      });
    const attach = (floatingMemberId: string) => {
      const of = { floatingMemberId, partyOrganizationId: 'joint', kind: 'temporaryAttachment' as const };
      record(AttachmentRequested, `floatingMember-${floatingMemberId}`, { ...of, requestedOn: day('2026-07-02') });
      record(FloatingMemberAttached, `floatingMember-${floatingMemberId}`, { ...of, acceptedOn: day('2026-07-03') });
    };
    ['f1', 'f2', 'f3'].forEach((id) => declare(id, 'bridge'));
    declare('f4', 'tunnel');
    attach('f1');
    attach('f3');
    record(FloatingMemberLeft, 'floatingMember-f3', { floatingMemberId: 'f3', leftOn: day('2026-08-01') });
    const query = new FloatingMembersQuery(models.reading);
    expect((await query.counts({ organization: 'cccc' }, settled())).units).toEqual([
      { unitId: 'bridge', known: 2, attached: 1, notYetAttached: 1 },
      { unitId: 'tunnel', known: 1, attached: 0, notYetAttached: 1 },
    ]);
    expect((await query.answer({ organization: 'bridge' }, {})).members).toMatchObject([
      { floatingMemberId: 'f1', stage: 'attached', partyOrganizationId: 'joint', attachedOn: '2026-07-03' },
      { floatingMemberId: 'f2', stage: 'declared', partyOrganizationId: null },
      { floatingMemberId: 'f3', stage: 'left', leftOn: '2026-08-01' },
    ]);
    expect((await query.answer({ organization: 'cccc', stage: 'declared' }, {})).members).toHaveLength(2);
  });

  it('show vanguards with tasks completed, accidents reported, pairings and learning places (WZ-16c, JX-49c, WZ-14b, WZ-15a)', async () => {
    record(VanguardSetUp, 'vanguard-v1', {
      vanguardId: 'v1',
      kind: 'taskForce',
      partyOrganizationId: 'joint',
      unitId: 'bridge',
      memberIds: ['member-1', 'worker-1'],
      workerMembers: 1,
      place: '主桥',
      task: '合龙',
      setUpOn: day('2026-09-01'),
      plannedUntil: day('2026-12-31'),
    });
    const query = new PartyWorkQuery(models.reading);
    expect((await query.vanguards({ organization: 'cccc' }, settled())).vanguards).toMatchObject([
      { accidents: null, plannedUntil: '2026-12-31' },
    ]);
    record(VanguardResultReported, 'vanguard-v1', {
      vanguardId: 'v1',
      tasksCompleted: 4,
      accidents: 0,
      reportedOn: day('2026-10-01'),
    });
    record(VanguardClosed, 'vanguard-v1', { vanguardId: 'v1', closedOn: day('2026-11-01') });
    pair();
    record(LearningPlaceOpened, 'learningPlace-l1', {
      learningPlaceId: 'l1',
      unitId: 'bridge',
      kind: 'memberActivityRoom',
      place: '项目部二楼',
      areaSquareMetres: 60,
      equipment: '桌椅',
      signposted: true,
      openingHours: '08:00-21:00',
      openedOn: day('2026-03-20'),
    });
    record(LearningPlaceChecked, 'learningPlace-l1', {
      learningPlaceId: 'l1',
      standard: '活动室标准',
      met: false,
      checkedOn: day('2026-05-15'),
    });
    const { vanguards } = await query.vanguards({ organization: 'cccc', kind: 'taskForce' }, settled());
    expect(vanguards).toMatchObject([
      { vanguardId: 'v1', members: 2, tasksCompleted: 4, accidents: 0, closedOn: '2026-11-01' },
    ]);
    expect((await query.vanguards({ organization: 'cccc', kind: 'modelPost' }, {})).vanguards).toEqual([]);
    expect((await query.pairings({ organization: 'bridge' }, {})).pairings).toMatchObject([
      { pairingId: 'p1', from: '2026-01-01', activities: 1, lastActivityOn: '2026-06-18' },
    ]);
    expect((await query.learningPlaces({ organization: 'bridge' }, {})).places).toMatchObject([
      { learningPlaceId: 'l1', standardMet: false, checkedOn: '2026-05-15', closedOn: null },
    ]);
  });

  function pair() {
    record(PairingAgreed, 'partyPairing-p1', {
      pairingId: 'p1',
      partyOrganizationId: 'joint',
      unitId: 'bridge',
      partnerIds: ['street'],
      agreement: '协议',
      from: day('2026-01-01'),
      until: day('2027-12-31'),
    });
    record(JointActivityRecorded, 'partyPairing-p1', {
      pairingId: 'p1',
      activityId: 'a1',
      subject: '义诊',
      result: '120 人次',
      heldOn: day('2026-06-18'),
    });
  }

  describe('tell what needs attention', () => {
    const ask = (asked: Partial<PartyAlerts> = {}) =>
      new PartyAlertsQuery(models.reading).answer({ organization: 'cccc', asOfDay: ASKED, ...asked }, settled());
    const told = async (asked: Partial<PartyAlerts> = {}) =>
      (await ask(asked)).alerts.map(({ kind, subjectId, what, level }) => [kind, subjectId, what, level]);

    it('in each register, on the day (WZ-04a, WZ-14b, WZ-14c, PD-12, PD-19, PD-23, PD-26, QD-09)', async () => {
      facts('company-b');
      found('joint');
      apply('a1');
      record(PreReviewPassed, 'partyAdmission-a1', {
        admissionId: 'a1',
        opinionSha256: 'a'.repeat(64),
        passedOn: day('2026-10-10'),
        meetingDueOn: day('2026-11-10'),
      });
      admit('a2');
      admit('a3');
      record(FullMemberConverted, 'partyAdmission-a3', {
        admissionId: 'a3',
        unitId: 'bridge',
        approvingOrganizationId: 'committee',
        decidedOn: day('2026-11-01'),
        standingFrom: day('2026-11-01'),
      });
      record(AdmissionPapersFiled, 'partyAdmission-a3', {
        admissionId: 'a3',
        papers: ['admissionForm', 'application', 'designatedApplicantRecord', 'politicalReview', 'probationRecord'],
        keptIn: 'memberFile',
        electronic: false,
        filedOn: day('2026-11-02'),
      });
      record(PartyDuesAssessed, 'partyDues-m1', {
        memberId: 'm1',
        partyOrganizationId: 'joint',
        unitId: 'bridge',
        monthlyDuesFen: 9750,
        from: '2026-01' as Month,
      });
      record(PartyDuesPaid, 'partyDues-m1', {
        memberId: 'm1',
        months: ['2026-01', '2026-04'] as Month[],
        paidOn: day('2026-04-15'),
      });
      pair();
      expect(await told()).toEqual([
        ['foundingDutyUnmet', 'company-b', null, 'overdue'],
        ['secretaryMissing', 'joint', null, 'overdue'],
        ['admissionTimeLimit', 'a1', 'branchMeeting', 'overdue'],
        ['admissionTimeLimit', 'a2', 'oath', 'overdue'],
        ['papersMissing', 'a3', 'conversionApplication', 'warning'],
        ['duesUnpaid', 'm1', null, 'overdue'],
        ['pairingIdle', 'p1', null, 'warning'],
      ]);
      expect(await told({ kind: 'pairingIdle' })).toEqual([['pairingIdle', 'p1', null, 'warning']]);
      expect(await told({ organization: 'company-b' })).toEqual([['foundingDutyUnmet', 'company-b', null, 'overdue']]);
    });

    it('in the rhythm of a branch, from what was held and not withdrawn (HM-02f, HM-02g, WZ-15d, WZ-19b)', async () => {
      found('joint', { foundedOn: day('2026-07-01') });
      const missed = async (asOfDay: Day = ASKED) =>
        (await ask({ asOfDay })).alerts
          .filter(({ period }) => period !== null)
          .map(({ kind, what, period }) => [kind, what, period]);
      expect(await missed()).toEqual([
        ['rhythmMissed', 'membersMeeting', '2026-Q3'],
        ['rhythmMissed', 'partyLecture', '2026-Q3'],
        ['rhythmMissed', 'themeDay', '2026-10'],
        ['studySessionMissed', null, '2026-Q3'],
        ['nothingRecorded', null, '2026-10'],
      ]);
      const hold = (recordId: string, kind: BranchLifeRecorded['kind'], heldOn: string) =>
        record(BranchLifeRecorded, `branchLife-${recordId}`, {
          recordId,
          partyOrganizationId: 'joint',
          unitId: 'bridge',
          kind,
          heldOn: day(heldOn),
          subject: '会议',
          present: 5,
          crewIds: [],
          ...(kind === 'partyLecture' && { lecturer: 'guest' as const }),
        });
      hold('r1', 'membersMeeting', '2026-09-30');
      hold('r2', 'partyLecture', '2026-07-01');
      hold('r3', 'themeDay', '2026-10-20');
      expect(await missed()).toEqual([]);
      record(BranchLifeWithdrawn, 'branchLife-r3', { recordId: 'r3', reason: '未举行' });
      expect(await missed()).toEqual([
        ['rhythmMissed', 'themeDay', '2026-10'],
        ['nothingRecorded', null, '2026-10'],
      ]);
      expect(await missed(day('2026-07-31'))).toEqual([]);
    });

    it('page by page, each looking at as many subjects as it may', async () => {
      facts('company-b');
      found('joint');
      found('second', { coveredUnitIds: ['tunnel', 'bridge'] });
      const query = new PartyAlertsQuery(models.reading);
      const asked = { organization: 'cccc', asOfDay: ASKED, limit: 1 };
      const pages: string[][] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof query.answer>> = await query.answer(
          { ...asked, ...(cursor !== null && { cursor }) },
          settled(),
        );
        pages.push(page.alerts.map(({ subjectId }) => subjectId));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(pages).toEqual([['company-b'], ['joint'], ['second'], []]);
    });

    it.each(['', 'joint', '99.x', '-1.x'])('and refuse a cursor that no page gave: %s', (cursor) =>
      expect(() =>
        new PartyAlertsQuery(models.reading).answer({ organization: 'cccc', asOfDay: ASKED, cursor }, {}),
      ).toThrow('reporting.badCursor'),
    );
  });
});
