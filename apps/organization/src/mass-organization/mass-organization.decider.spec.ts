import type {
  ApplyForMassOrganization,
  CoveredUnit,
  MassOrganizationEvent,
  MassOrganizationForm,
  Officer,
  UnitKind,
} from '@gongyou/contracts';
import { type Day, day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { massOrganization, type MassOrganizationWish, type UnitsToCover } from './mass-organization.decider';

const given = specify(massOrganization);
const id = 'hongda-union';

const covered = (unitId: string, memberCount = 24, staffCount = 60): CoveredUnit => ({
  unitId,
  memberCount,
  staffCount,
});
const unitsOf = (kind: UnitKind, ...ids: string[]): UnitsToCover =>
  new Map(ids.map((unitId) => [unitId, { kind, closed: false }]));

const application = (form: MassOrganizationForm = 'own', coveredUnits = [covered('hongda')]) => ({
  massOrganizationId: id,
  kind: 'tradeUnion' as const,
  form,
  name: '宏达劳务工会',
  hostUnitId: 'hongda',
  coveredUnits,
  appliedOn: day('2026-03-02'),
});
const apply = (
  data: ApplyForMassOrganization = application(),
  units = unitsOf('company', ...data.coveredUnits.map(({ unitId }) => unitId)),
): MassOrganizationWish => ({ type: 'ApplyForMassOrganization', data, units });
const applied = (data: ApplyForMassOrganization = application()): MassOrganizationEvent => ({
  type: 'MassOrganizationApplied',
  data,
});
const appliedJointly = applied(application('joint', [covered('hongda'), covered('jianda')]));

const approval = {
  massOrganizationId: id,
  approvedBy: '海门区总工会',
  documentNumber: '海工发〔2026〕3号',
  approvedOn: day('2026-03-09'),
};
const approve: MassOrganizationWish = { type: 'ApproveMassOrganization', data: approval, unitAboveId: 'haimen' };
const approved: MassOrganizationEvent = { type: 'MassOrganizationApproved', data: approval };

const chair = (fullTime = false): Officer => ({ workerId: 'w-1', post: 'chair', fullTime, branchPost: 'secretary' });
const member: Officer = { workerId: 'w-2', post: 'committeeMember', fullTime: false, branchPost: 'none' };
const election = (
  changes: { termYears?: number; staffCount?: number; officers?: Officer[]; electedOn?: Day } = {},
) => ({
  massOrganizationId: id,
  electedOn: day('2026-03-20'),
  termYears: 3,
  staffCount: 60,
  officers: [chair(), member],
  evidence: [],
  ...changes,
});
const elect = (changes = {}): MassOrganizationWish => ({
  type: 'RecordMassOrganizationElection',
  data: election(changes),
});
const elected = (changes = {}): MassOrganizationEvent => ({ type: 'MassOrganizationElected', data: election(changes) });

const confirm = (confirmedOn = day('2026-03-27')): MassOrganizationWish => ({
  type: 'ConfirmMassOrganizationElection',
  data: { massOrganizationId: id, documentNumber: '海工发〔2026〕5号', confirmedOn },
});
const termBegan = (
  endsOn = day('2029-03-19'),
  confirmedOn = day('2026-03-27'),
  changes = {},
): MassOrganizationEvent => {
  const { staffCount, officers } = election(changes);
  return {
    type: 'MassOrganizationTermBegan',
    data: { massOrganizationId: id, documentNumber: '海工发〔2026〕5号', confirmedOn, endsOn, staffCount, officers },
  };
};
const history = [applied(), approved, elected(), termBegan()];
const jointHistory = [appliedJointly, approved, elected(), termBegan()];

describe('A mass organization (HM-03e)', () => {
  it('is applied for, approved, elected and confirmed', () => {
    given().when(apply()).then(applied());
    given(applied()).when(approve).then(approved);
    given(applied(), approved).when(elect()).then(elected());
    given(applied(), approved, elected()).when(confirm()).then(termBegan());
  });
  it('is told once at each step, however often it is told', () => {
    given(applied()).when(apply()).thenNothing();
    given(applied(), approved).when(approve).thenNothing();
    given(applied(), approved, elected()).when(elect()).thenNothing();
    given(...history)
      .when(confirm())
      .thenNothing();
  });
  it('cannot be applied for again with other content', () =>
    given(applied())
      .when(apply(application('joint', [covered('hongda'), covered('jianda')])))
      .thenRefused('organization.massOrganization.alreadyApplied'));
  it('is elected only once it is approved, and confirmed only once it is elected', () => {
    given(applied()).when(elect()).thenRefused('organization.massOrganization.notApproved');
    given(applied(), approved).when(confirm()).thenRefused('organization.massOrganization.nothingToConfirm');
    given(...history)
      .when(approve)
      .thenRefused('organization.massOrganization.notApplied');
  });
  it('needs units that exist and are open, the host among them', () => {
    given()
      .when(apply(application(), new Map()))
      .thenRefused('organization.massOrganization.unitUnknown', { unitId: 'hongda' });
    given()
      .when(apply(application(), new Map([['hongda', { kind: 'company', closed: true }]])))
      .thenRefused('organization.massOrganization.unitClosed', { unitId: 'hongda' });
    given()
      .when(apply(application('own', [covered('jianda')])))
      .thenRefused('organization.massOrganization.hostNotCovered');
    given()
      .when(apply(application('joint', [covered('hongda'), covered('hongda')])))
      .thenRefused('organization.massOrganization.unitNamedTwice');
  });
  it('of its own covers one unit, a joint one at least two', () => {
    given()
      .when(apply(application('own', [covered('hongda'), covered('jianda')])))
      .thenRefused('organization.massOrganization.formDoesNotFit');
    given()
      .when(apply(application('joint')))
      .thenRefused('organization.massOrganization.formDoesNotFit');
  });
  it('has no more members than its units have staff: 60 of 60, not 61', () => {
    given()
      .when(apply(application('own', [covered('hongda', 60)])))
      .then(applied(application('own', [covered('hongda', 60)])));
    given()
      .when(apply(application('own', [covered('hongda', 61)])))
      .thenRefused('organization.massOrganization.moreMembersThanStaff', { unitId: 'hongda' });
  });
  it('has one chair, and names each officer once', () => {
    const rivals = [chair(), { ...chair(), workerId: 'w-3' }];
    given(applied(), approved)
      .when(elect({ officers: [member] }))
      .thenRefused('organization.massOrganization.needsOneChair');
    given(applied(), approved)
      .when(elect({ officers: rivals }))
      .thenRefused('organization.massOrganization.needsOneChair');
    given(applied(), approved)
      .when(elect({ officers: [chair(), { ...member, workerId: 'w-1' }] }))
      .thenRefused('organization.massOrganization.officerNamedTwice');
  });
  it('records whether the chair is secretary of the Party branch as well (HM-03d)', () => {
    const officers = [{ ...chair(), branchPost: 'deputySecretary' as const }, member];
    given(applied(), approved).when(elect({ officers })).then(elected({ officers }));
  });
  it('begins its next term when the next election is confirmed', () => {
    const next = { electedOn: day('2026-11-02') };
    given(...history)
      .when(elect(next))
      .then(elected(next));
    given(...history, elected(next))
      .when(confirm(day('2026-11-09')))
      .then(termBegan(day('2029-11-01'), day('2026-11-09'), next));
  });
  it('takes no entry of a day to come, or before the last one', () => {
    given(...history)
      .when(elect({ electedOn: day('2026-11-21') }))
      .thenRefused('organization.massOrganization.dayInFuture');
    given(...history)
      .when(elect({ electedOn: day('2026-03-26') }))
      .thenRefused('organization.massOrganization.beforeLastEntry', { lastOn: '2026-03-27' });
  });
  it('does nothing before it was applied for', () =>
    given().when(approve).thenRefused('organization.massOrganization.unknown'));
});

describe('A trade union by law', () => {
  it.each([
    ['joint', 24],
    ['organizer', 24],
  ] as const)('UN-01, T23: %s is enough for an employer with %i members of 60 staff', (form, members) => {
    const units = form === 'joint' ? [covered('hongda', members), covered('jianda')] : [covered('hongda', members)];
    given()
      .when(apply(application(form, units)))
      .then(applied(application(form, units)));
  });
  it.each(['joint', 'organizer'] as const)('UN-01, T23: %s is not enough from 25 members on', (form) => {
    const units = form === 'joint' ? [covered('hongda', 25), covered('jianda')] : [covered('hongda', 25)];
    given()
      .when(apply(application(form, units)))
      .thenRefused('organization.massOrganization.ownCommitteeDue', { unitId: 'hongda', memberCount: 25, from: 25 });
  });
  it('UN-01: with 25 members and more an employer founds its own', () => {
    const own = application('own', [covered('hongda', 25)]);
    given().when(apply(own)).then(applied(own));
  });
  it('UN-01: is the only one of its own that its host has', () => {
    const own = application('own', [covered('hongda', 25)]);
    const wish = { type: 'ApplyForMassOrganization', data: own, units: unitsOf('company', 'hongda') } as const;
    given()
      .when({ ...wish, ownUnionId: id })
      .then(applied(own));
    given()
      .when({ ...wish, ownUnionId: 'earlier-union' })
      .thenRefused('organization.massOrganization.hostHasOwnUnion', { ownUnionId: 'earlier-union' });
  });
  it('UN-01: counts members, not staff', () => {
    const units = [covered('hongda', 24, 600), covered('jianda', 0, 900)];
    given()
      .when(apply(application('joint', units)))
      .then(applied(application('joint', units)));
  });
  it('UN-07: small projects may found one together, however many work there: they are no employers', () => {
    const projects = application('joint', [covered('hongda', 300, 420), covered('jianda', 180, 180)]);
    given()
      .when(apply(projects, unitsOf('project', 'hongda', 'jianda')))
      .then(applied(projects));
  });
  it('UN-01: the rule is the trade union’s alone', () => {
    const league = {
      ...application('joint', [covered('hongda', 25), covered('jianda')]),
      kind: 'youthLeague' as const,
    };
    given().when(apply(league)).then({ type: 'MassOrganizationApplied', data: league });
  });
  it.each([3, 5])('UN-02: has a term of %i years', (termYears) =>
    given(applied(), approved).when(elect({ termYears })).then(elected({ termYears })),
  );
  it.each([2, 4, 6])('UN-02: has no term of %i years', (termYears) =>
    given(applied(), approved).when(elect({ termYears })).thenRefused('organization.massOrganization.termNotLawful'),
  );
  it('UN-02: may have a full-time chair from 200 staff on, not with 199', () => {
    const officers = [chair(true), member];
    given(applied(), approved)
      .when(elect({ officers, staffCount: 200 }))
      .then(elected({ officers, staffCount: 200 }));
    given(applied(), approved)
      .when(elect({ officers, staffCount: 199 }))
      .thenRefused('organization.massOrganization.tooFewForFullTimeChair', { staffCount: 199, from: 200 });
  });
  it('UN-04: keeps the labour contracts of its officers running to the last day of the term', () =>
    given(applied(), approved, elected({ termYears: 5 }))
      .when(confirm())
      .then(termBegan(day('2031-03-19'))));

  const worked = (on: string, workerId = 'w-2'): MassOrganizationEvent => ({
    type: 'OfficerTimeRecorded',
    data: { massOrganizationId: id, workerId, workedOn: day(on) },
  });
  const work = (on: string, workerId = 'w-2'): MassOrganizationWish => ({
    type: 'RecordOfficerTime',
    data: { massOrganizationId: id, workerId, workedOn: day(on) },
  });
  it('UN-04: gives an officer with other work three days a month, not four, and three again in the next', () => {
    const two = [...history, worked('2026-04-02'), worked('2026-04-16')];
    given(...two)
      .when(work('2026-04-29'))
      .then(worked('2026-04-29'));
    given(...two, worked('2026-04-29'))
      .when(work('2026-04-30'))
      .thenRefused('organization.massOrganization.officerDaysUsedUp', { most: 3 });
    given(...two, worked('2026-04-29'))
      .when(work('2026-05-06'))
      .then(worked('2026-05-06'));
    given(...two)
      .when(work('2026-04-16'))
      .thenNothing();
  });
  it('UN-04: counts the time of officers with other work alone', () => {
    const fullTime = { officers: [chair(true), member], staffCount: 200 };
    given(applied(), approved, elected(fullTime), termBegan(day('2029-03-19'), day('2026-03-27'), fullTime))
      .when(work('2026-04-02', 'w-1'))
      .thenRefused('organization.massOrganization.officerIsFullTime');
    given(...history)
      .when(work('2026-04-02', 'w-9'))
      .thenRefused('organization.massOrganization.notAnOfficer');
  });
});

describe('The units of a joint organization', () => {
  const change = (
    takenIn: CoveredUnit[],
    letGoUnitIds: string[],
    units = unitsOf('company', ...takenIn.map(({ unitId }) => unitId)),
  ): MassOrganizationWish => ({
    type: 'ChangeMassOrganizationCoverage',
    data: { massOrganizationId: id, takenIn, letGoUnitIds, changedOn: day('2026-05-01') },
    units,
  });
  const changed = (takenIn: CoveredUnit[], letGoUnitIds: string[]): MassOrganizationEvent => ({
    type: 'MassOrganizationCoverageChanged',
    data: { massOrganizationId: id, takenIn, letGoUnitIds, changedOn: day('2026-05-01') },
  });
  it('come and go', () =>
    given(...jointHistory)
      .when(change([covered('xinda')], ['jianda']))
      .then(changed([covered('xinda')], ['jianda'])));
  it('come and go once, however often it is told', () =>
    given(...jointHistory, changed([covered('xinda')], ['jianda']))
      .when(change([covered('xinda')], ['jianda']))
      .thenNothing());
  it('keep the host among them', () =>
    given(...jointHistory)
      .when(change([], ['hongda']))
      .thenRefused('organization.massOrganization.hostCannotLeave'));
  it('UN-01: come only while they have fewer than 25 members', () => {
    given(...jointHistory)
      .when(change([covered('xinda', 25)], []))
      .thenRefused('organization.massOrganization.ownCommitteeDue', { unitId: 'xinda' });
    given(...jointHistory)
      .when(change([covered('xinda', 24)], []))
      .then(changed([covered('xinda', 24)], []));
  });
  it('are those of a joint one alone, and of one that is active', () => {
    given(...history)
      .when(change([covered('xinda')], []))
      .thenRefused('organization.massOrganization.notJoint');
    given(appliedJointly)
      .when(change([covered('xinda')], []))
      .thenRefused('organization.massOrganization.notActive');
  });
});

describe('The end of a mass organization', () => {
  const ending = (reason: 'unitEnded' | 'merged', mergedIntoId?: string) => ({
    massOrganizationId: id,
    reason,
    mergedIntoId,
    note: '项目竣工',
    dissolvedOn: day('2026-10-31'),
  });
  const dissolve = (
    data = ending('unitEnded'),
    { openUnitIds = [] as string[], successorIsActive = false } = {},
  ): MassOrganizationWish => ({ type: 'DissolveMassOrganization', data, openUnitIds, successorIsActive });
  const dissolved = (data = ending('unitEnded')): MassOrganizationEvent => ({
    type: 'MassOrganizationDissolved',
    data,
  });
  it('UN-07: comes with the end of its project, not while one of its units is open', () => {
    given(...jointHistory)
      .when(dissolve())
      .then(dissolved());
    given(...jointHistory)
      .when(dissolve(ending('unitEnded'), { openUnitIds: ['jianda'] }))
      .thenRefused('organization.massOrganization.unitsStillOpen', { openUnits: 1 });
  });
  it('comes by merging into one that is active', () => {
    given(...history)
      .when(dissolve(ending('merged', 'haimen-union'), { openUnitIds: ['hongda'], successorIsActive: true }))
      .then(dissolved(ending('merged', 'haimen-union')));
    given(...history)
      .when(dissolve(ending('merged', 'haimen-union')))
      .thenRefused('organization.massOrganization.successorNotActive');
  });
  it('comes once, and nothing after it', () => {
    given(...history, dissolved())
      .when(dissolve())
      .thenNothing();
    given(...history, dissolved())
      .when(elect())
      .thenRefused('organization.massOrganization.dissolved', { dissolvedOn: '2026-10-31' });
  });
});
