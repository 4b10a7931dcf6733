import {
  checked,
  type ParticipantAdmitted,
  type ProjectEvent,
  type ProjectFacts,
  type ProjectStatus,
  RegisterProject,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { project, type ProjectUnit, type ProjectWish } from './project.decider';

const given = specify(project);
const day = (text: string) => text as Day;
const TODAY = day('2026-11-20');
const TOMORROW = day('2026-11-21');
const unitId = 'metro';

const facts: ProjectFacts = {
  projectCode: '370200202603150101',
  category: 'municipal',
  areaCode: '370202',
  contractorCreditCode: '91370200MA3TX8K00X',
  contractorName: '第二工程有限公司',
  builderLicences: ['370202202603200101'],
  contractPriceFen: 68_500_000_000,
  plannedStartOn: day('2026-03-20'),
  plannedFinishOn: day('2028-09-30'),
};
const unit: ProjectUnit = { kind: 'project', closed: false };

const register = (change: Partial<RegisterProject> = {}, known: ProjectUnit | undefined = unit): ProjectWish => ({
  type: 'RegisterProject',
  data: { unitId, facts, status: 'underConstruction', registeredOn: day('2026-03-20'), ...change },
  unit: known,
});
const registered = (status: ProjectStatus = 'underConstruction', of = facts): ProjectEvent => ({
  type: 'ProjectRegistered',
  data: { unitId, facts: of, status, registeredOn: day('2026-03-20') },
});
const change = (status: ProjectStatus, changedOn = TODAY, reason?: string): ProjectWish => ({
  type: 'ChangeProjectStatus',
  data: { unitId, status, changedOn, ...(reason !== undefined && { reason }) },
});
const changed = (from: ProjectStatus, to: ProjectStatus, changedOn = TODAY, reason?: string): ProjectEvent => ({
  type: 'ProjectStatusChanged',
  data: { unitId, from, to, changedOn, ...(reason !== undefined && { reason }) },
});

describe('A project', () => {
  describe('when it is registered', () => {
    it('has the facts that the national standard asks for (DS-01)', () => given().when(register()).then(registered()));
    it('can tell where it lies and whom to turn to, and names nobody (DS-01)', () => {
      const location = { latitudeMicrodegrees: 36_066_938, longitudeMicrodegrees: 120_382_665 };
      const told = { ...facts, location, contactId: 'worker-7' };
      given()
        .when(register({ facts: told }))
        .then(registered('underConstruction', told));
    });
    it.each([
      ['latitudeMicrodegrees', 90_000_000],
      ['longitudeMicrodegrees', 180_000_000],
    ])('lies on the earth: %s to %d, and not one more (DS-01)', (field, most) => {
      const at = (value: number) => {
        const location = { latitudeMicrodegrees: 0, longitudeMicrodegrees: 0, [field]: value };
        return { unitId, facts: { ...facts, location }, status: 'underConstruction', registeredOn: '2026-03-20' };
      };
      expect(() => checked(RegisterProject, at(most))).not.toThrow();
      expect(() => checked(RegisterProject, at(-most))).not.toThrow();
      expect(() => checked(RegisterProject, at(most + 1))).toThrow(`/facts/location/${field}`);
      expect(() => checked(RegisterProject, at(-most - 1))).toThrow(`/facts/location/${field}`);
    });
    it.each(['projectCode', 'category', 'areaCode', 'contractorCreditCode', 'contractorName', 'builderLicences'])(
      'cannot leave out its %s (DS-01)',
      (field) => {
        const { [field as keyof ProjectFacts]: _left, ...rest } = facts;
        const told = { unitId, facts: rest, status: 'underConstruction', registeredOn: '2026-03-20' };
        expect(() => checked(RegisterProject, told)).toThrow(`/facts/${field}`);
      },
    );
    it('is registered once, however often it is told', () =>
      given(registered(), changed('underConstruction', 'completed')).when(register()).thenNothing());
    it('refuses other facts; they are revised', () =>
      given(registered())
        .when(register({ facts: { ...facts, category: 'railway' } }))
        .thenRefused('organization.project.alreadyRegistered'));
    it('needs a unit that exists', () =>
      given()
        .when({ ...register(), unit: undefined } as ProjectWish)
        .thenRefused('organization.project.unitUnknown', { unitId }));
    it('needs a unit that is open', () =>
      given()
        .when(register({}, { ...unit, closed: true }))
        .thenRefused('organization.project.unitClosed'));
    it('needs a unit of the kind project', () =>
      given()
        .when(register({}, { kind: 'company', closed: false }))
        .thenRefused('organization.project.unitIsNoProject', { kind: 'company' }));
    it('cannot be registered on a day to come', () =>
      given()
        .when(register({ registeredOn: TOMORROW }))
        .thenRefused('organization.project.dayInFuture'));
    it('can be planned to last a day, not to finish before it starts', () => {
      const short = { ...facts, plannedFinishOn: facts.plannedStartOn! };
      given()
        .when(register({ facts: short }))
        .then(registered('underConstruction', short));
      given()
        .when(register({ facts: { ...facts, plannedFinishOn: day('2026-03-19') } }))
        .thenRefused('organization.project.finishesBeforeItStarts', { plannedStartOn: '2026-03-20' });
    });
    it('has to be registered before anything else', () =>
      given().when(change('completed')).thenRefused('organization.project.notRegistered'));
  });

  describe('when it is revised', () => {
    const revise = (of: ProjectFacts): ProjectWish => ({
      type: 'ReviseProject',
      data: { unitId, facts: of, reason: '增补协议', revisedOn: TODAY },
    });
    const dearer = { ...facts, contractPriceFen: 70_000_000_000 };

    it('has all its facts told again, with the reason (DS-01)', () =>
      given(registered())
        .when(revise(dearer))
        .then({ type: 'ProjectRevised', data: { unitId, facts: dearer, reason: '增补协议', revisedOn: TODAY } }));
    it('changes nothing by the facts it has', () => given(registered()).when(revise(facts)).thenNothing());
  });

  describe('by its status', () => {
    it.each<[ProjectStatus, ProjectStatus]>([
      ['inPreparation', 'approved'],
      ['inPreparation', 'underConstruction'],
      ['approved', 'underConstruction'],
      ['underConstruction', 'suspended'],
      ['underConstruction', 'completed'],
      ['suspended', 'underConstruction'],
      ['suspended', 'completed'],
      ['completed', 'underConstruction'],
    ])('can come from %s to %s (DS-01)', (from, to) =>
      given(registered(from))
        .when(change(to, TODAY, '依据会议纪要'))
        .then(changed(from, to, TODAY, '依据会议纪要')),
    );
    it.each<[ProjectStatus, ProjectStatus]>([
      ['inPreparation', 'suspended'],
      ['inPreparation', 'completed'],
      ['approved', 'inPreparation'],
      ['approved', 'completed'],
      ['underConstruction', 'approved'],
      ['completed', 'suspended'],
      ['completed', 'inPreparation'],
    ])('cannot come from %s to %s', (from, to) =>
      given(registered(from))
        .when(change(to, TODAY, '依据会议纪要'))
        .thenRefused('organization.project.statusNotReachable', { from, to }),
    );
    it.each<[ProjectStatus, ProjectStatus]>([
      ['underConstruction', 'suspended'],
      ['completed', 'underConstruction'],
    ])('needs a reason to come from %s to %s', (from, to) =>
      given(registered(from)).when(change(to)).thenRefused('organization.project.reasonMissing'),
    );
    it('changes nothing by the status it has', () =>
      given(registered()).when(change('underConstruction')).thenNothing());
    it('can change on the day on which its status began, not one day before', () => {
      const start = day('2026-03-20');
      given(registered())
        .when(change('completed', start))
        .then(changed('underConstruction', 'completed', start));
      given(registered())
        .when(change('completed', day('2026-03-19')))
        .thenRefused('organization.project.beforeStatus', { statusSince: '2026-03-20' });
    });
    it('cannot change on a day to come', () =>
      given(registered()).when(change('completed', TOMORROW)).thenRefused('organization.project.dayInFuture'));
  });

  describe('by the companies that take part', () => {
    const company = (participationId: string, enteredOn = '2026-03-25', other = {}): ParticipantAdmitted => ({
      unitId,
      participationId,
      creditCode: '91370200MA3TX8K00X',
      companyName: '某建筑劳务有限公司',
      role: 'labourSubcontractor',
      enteredOn: day(enteredOn),
      ...other,
    });
    const admit = (...how: Parameters<typeof company>): ProjectWish => ({
      type: 'AdmitParticipant',
      data: company(...how),
    });
    const admitted = (...how: Parameters<typeof company>): ProjectEvent => ({
      type: 'ParticipantAdmitted',
      data: company(...how),
    });
    const release = (leftOn: string): ProjectWish => ({
      type: 'ReleaseParticipant',
      data: { unitId, participationId: 'c1', leftOn: day(leftOn) },
    });
    const released = (leftOn: string): ProjectEvent => ({
      type: 'ParticipantReleased',
      data: { unitId, participationId: 'c1', leftOn: day(leftOn) },
    });

    it('admits one in its role, from a day on (DS-02)', () =>
      given(registered()).when(admit('c1')).then(admitted('c1')));
    it('admits it once, however often it is told', () =>
      given(registered(), admitted('c1'), released('2026-06-30')).when(admit('c1')).thenNothing());
    it('refuses another company under the same id', () =>
      given(registered(), admitted('c1'))
        .when(admit('c1', '2026-03-26'))
        .thenRefused('organization.project.idTaken', { id: 'c1' }));
    it('admits it in another role at the same time', () =>
      given(registered(), admitted('c1'))
        .when(admit('c2', '2026-03-25', { role: 'materialSubcontractor' }))
        .then(admitted('c2', '2026-03-25', { role: 'materialSubcontractor' })));
    it('refuses it twice in one role', () =>
      given(registered(), admitted('c1'))
        .when(admit('c2', '2026-07-01'))
        .thenRefused('organization.project.alreadyTakesPart', { participationId: 'c1' }));
    it('admits it again the day after it left, not on its last day (DS-02)', () => {
      given(registered(), admitted('c1'), released('2026-06-30'))
        .when(admit('c2', '2026-07-01'))
        .then(admitted('c2', '2026-07-01'));
      given(registered(), admitted('c1'), released('2026-06-30'))
        .when(admit('c2', '2026-06-30'))
        .thenRefused('organization.project.alreadyTakesPart');
    });
    it('releases it, on the day it entered at the earliest (DS-02)', () => {
      given(registered(), admitted('c1')).when(release('2026-03-25')).then(released('2026-03-25'));
      given(registered(), admitted('c1'))
        .when(release('2026-03-24'))
        .thenRefused('organization.project.leftBeforeItEntered', { enteredOn: '2026-03-25' });
    });
    it('releases it once, however often it is told', () =>
      given(registered(), admitted('c1'), released('2026-06-30')).when(release('2026-07-30')).thenNothing());
    it('cannot release one that never took part', () =>
      given(registered()).when(release('2026-06-30')).thenRefused('organization.project.recordUnknown'));
  });

  describe('by the quality award it sets out to win', () => {
    const award = {
      unitId,
      awardId: 'taishan',
      award: '泰山杯',
      level: 'province' as const,
      plannedOn: day('2026-04-01'),
    };
    const planned: ProjectEvent = { type: 'QualityAwardPlanned', data: award };
    const giveUp = (givenUpOn: string) => ({
      unitId,
      awardId: 'taishan',
      reason: '规模不足',
      givenUpOn: day(givenUpOn),
    });
    const givenUp = (on: string): ProjectEvent => ({ type: 'QualityAwardGivenUp', data: giveUp(on) });

    it('plans it', () => given(registered()).when({ type: 'PlanQualityAward', data: award }).then(planned));
    it('plans it once, however often it is told', () =>
      given(registered(), planned, givenUp(TODAY)).when({ type: 'PlanQualityAward', data: award }).thenNothing());
    it('gives it up, on the day it was planned at the earliest', () => {
      given(registered(), planned)
        .when({ type: 'GiveUpQualityAward', data: giveUp('2026-04-01') })
        .then(givenUp('2026-04-01'));
      given(registered(), planned)
        .when({ type: 'GiveUpQualityAward', data: giveUp('2026-03-31') })
        .thenRefused('organization.project.awardGivenUpBeforePlanned');
    });
    it('cannot give up one that was never planned', () =>
      given(registered())
        .when({ type: 'GiveUpQualityAward', data: giveUp('2026-04-01') })
        .thenRefused('organization.project.recordUnknown'));
  });

  describe('as a standardised worksite', () => {
    const grant = (grantedOn: string, evaluationId = 'e1') => ({ unitId, evaluationId, grantedOn: day(grantedOn) });
    const withdraw = (withdrawnOn: string) => ({
      unitId,
      evaluationId: 'e2',
      reason: '复查不达标',
      withdrawnOn: day(withdrawnOn),
    });
    const granted = (on: string): ProjectEvent => ({ type: 'StandardisedWorksiteGranted', data: grant(on) });
    const withdrawn = (on: string): ProjectEvent => ({ type: 'StandardisedWorksiteWithdrawn', data: withdraw(on) });

    it('is named by an evaluation, dated (QD-08)', () =>
      given(registered())
        .when({ type: 'GrantStandardisedWorksite', data: grant('2026-09-15') })
        .then(granted('2026-09-15')));
    it('is named once, however often it is told', () =>
      given(registered(), granted('2026-09-15'))
        .when({ type: 'GrantStandardisedWorksite', data: grant('2026-10-15', 'e3') })
        .thenNothing());
    it('loses the name by an evaluation, on the day it was given at the earliest (QD-08)', () => {
      given(registered(), granted('2026-09-15'))
        .when({ type: 'WithdrawStandardisedWorksite', data: withdraw('2026-09-15') })
        .then(withdrawn('2026-09-15'));
      given(registered(), granted('2026-09-15'))
        .when({ type: 'WithdrawStandardisedWorksite', data: withdraw('2026-09-14') })
        .thenRefused('organization.project.beforeStandardisedStatus', { since: '2026-09-15' });
    });
    it('loses it once, however often it is told', () =>
      given(registered(), granted('2026-09-15'), withdrawn('2026-10-01'))
        .when({ type: 'WithdrawStandardisedWorksite', data: withdraw('2026-10-02') })
        .thenNothing());
    it('can be named again', () =>
      given(registered(), granted('2026-09-15'), withdrawn('2026-10-01'))
        .when({ type: 'GrantStandardisedWorksite', data: grant('2026-11-01') })
        .then(granted('2026-11-01')));
    it('cannot lose what it never had', () =>
      given(registered())
        .when({ type: 'WithdrawStandardisedWorksite', data: withdraw('2026-10-01') })
        .thenRefused('organization.project.notStandardised'));
  });
});
