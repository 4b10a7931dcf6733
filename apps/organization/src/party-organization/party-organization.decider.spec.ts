import type { FoundPartyOrganization, PartyOfficer, PartyOrganizationEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { partyOrganization, type PartyOrganizationWish } from './party-organization.decider';

const given = specify(partyOrganization);
const day = (text: string) => text as Day;
const partyOrganizationId = 'bay-branch';
const usual: FoundPartyOrganization = {
  partyOrganizationId,
  name: '胶州湾大桥项目党支部',
  kind: 'branch',
  founding: 'independent',
  setting: 'workUnit',
  unitId: 'bay-bridge',
  coveredUnitIds: ['bay-bridge'],
  fullMembers: 7,
  probationaryMembers: 1,
  foundedOn: day('2026-03-12'),
};
const open = { closed: false };
const units = new Map([
  ['bay-bridge', open],
  ['tunnel', open],
  ['old-site', { closed: true }],
]);

const found = (
  changed: Partial<FoundPartyOrganization> = {},
  superior: 'none' | 'active' | 'missing' = 'none',
): PartyOrganizationWish => ({ type: 'FoundPartyOrganization', data: { ...usual, ...changed }, units, superior });
const founded = (changed: Partial<FoundPartyOrganization> = {}): PartyOrganizationEvent => ({
  type: 'PartyOrganizationFounded',
  data: { ...usual, ...changed },
});

const officers = (...posts: PartyOfficer['post'][]): PartyOfficer[] =>
  posts.map((post, index) => ({ memberId: `member-${index}`, post }));
const elect = (elected: PartyOfficer[], termYears?: number): PartyOrganizationWish => ({
  type: 'ElectPartyOfficers',
  data: {
    partyOrganizationId,
    officers: elected,
    secretaryMode: 'concurrentPost',
    electedOn: day('2026-03-20'),
    termYears,
  },
});
const elected = (of: PartyOfficer[], committee: boolean, termEndsOn = '2029-03-20'): PartyOrganizationEvent => ({
  type: 'PartyOfficersElected',
  data: {
    partyOrganizationId,
    officers: of,
    secretaryMode: 'concurrentPost',
    committee,
    electedOn: day('2026-03-20'),
    termEndsOn: day(termEndsOn),
  },
});
const appoint = (memberId: string, appointedOn = '2026-09-01'): PartyOrganizationWish => ({
  type: 'AppointPartySecretary',
  data: { partyOrganizationId, memberId, mode: 'dispatchedCadre', appointedOn: day(appointedOn) },
});
const appointed = (memberId: string, appointedOn = '2026-09-01'): PartyOrganizationEvent => ({
  type: 'PartySecretaryAppointed',
  data: { partyOrganizationId, memberId, mode: 'dispatchedCadre', appointedOn: day(appointedOn) },
});
const relieve: PartyOrganizationWish = {
  type: 'RelievePartySecretary',
  data: { partyOrganizationId, relievedOn: day('2026-10-01') },
};
const relieved: PartyOrganizationEvent = {
  type: 'PartySecretaryRelieved',
  data: { partyOrganizationId, memberId: 'member-9', relievedOn: day('2026-10-01') },
};
const counts = { partyOrganizationId, probationaryMembers: 1, partyGroups: 1, countedOn: day('2026-06-30') };
const report = (fullMembers: number, workerMembers = 0): PartyOrganizationWish => ({
  type: 'ReportPartyMembers',
  data: { ...counts, fullMembers, workerMembers },
});
const reported = (fullMembers: number, workerMembers = 0): PartyOrganizationEvent => ({
  type: 'PartyMembersReported',
  data: { ...counts, fullMembers, workerMembers },
});
const dissolve = (dissolvedOn = '2026-11-10'): PartyOrganizationWish => ({
  type: 'DissolvePartyOrganization',
  data: { partyOrganizationId, reason: '项目竣工', dissolvedOn: day(dissolvedOn) },
});
const dissolved: PartyOrganizationEvent = {
  type: 'PartyOrganizationDissolved',
  data: { partyOrganizationId, reason: '项目竣工', dissolvedOn: day('2026-11-10') },
};

describe('A Party branch', () => {
  it.each([
    [2, true],
    [3, false],
    [4, false],
  ])('founded with %i full members (PO-01)', (fullMembers, refused) => {
    const act = given().when(found({ fullMembers }));
    if (refused) act.thenRefused('organization.partyOrganization.tooFewFullMembers', { fullMembers, needed: 3 });
    else act.then(founded({ fullMembers }));
  });
  it.each(['dispatched', 'temporary'] as const)('can be founded in the way: %s (WZ-14a)', (founding) =>
    given().when(found({ founding })).then(founded({ founding })),
  );
  it.each(['areaJoint', 'multiPartyJoint'] as const)(
    'that is joint covers two units at least: %s (WZ-14a, PO-01)',
    (founding) => {
      given().when(found({ founding })).thenRefused('organization.partyOrganization.jointNeedsUnits');
      const coveredUnitIds = ['bay-bridge', 'tunnel'];
      given().when(found({ founding, coveredUnitIds })).then(founded({ founding, coveredUnitIds }));
    },
  );
  it('founded by a unit for itself covers that unit only (WZ-14a)', () =>
    given()
      .when(found({ coveredUnitIds: ['bay-bridge', 'tunnel'] }))
      .thenRefused('organization.partyOrganization.independentCoversOne'));
  it.each(['old-site', 'nowhere'])('covers open units: not %s', (unitId) =>
    given()
      .when(found({ founding: 'dispatched', coveredUnitIds: ['bay-bridge', unitId] }))
      .thenRefused('organization.partyOrganization.unitsMissing', { unitIds: unitId }),
  );
  it('stands below an organization that exists', () => {
    given().when(found({}, 'missing')).thenRefused('organization.partyOrganization.superiorMissing');
    given()
      .when(found({ superiorId: 'committee' }, 'active'))
      .then(founded({ superiorId: 'committee' }));
  });
  it('is not founded on a day to come', () =>
    given()
      .when(found({ foundedOn: day('2026-11-21') }))
      .thenRefused('organization.entryDay.inFuture'));
  it('is founded once, and not with other content', () => {
    given(founded()).when(found()).thenNothing();
    given(founded())
      .when(found({ name: '另一支部' }))
      .thenRefused('organization.partyOrganization.alreadyFounded');
  });
  it('that needs full members is a branch; a committee is another matter', () =>
    given()
      .when(found({ kind: 'committee', fullMembers: 0 }))
      .then(founded({ kind: 'committee', fullMembers: 0 })));
});

describe('The officers of a branch', () => {
  const committeeOf = (size: number) => officers('secretary', ...Array<'other'>(size - 1).fill('other'));

  it.each([
    [2, true],
    [3, false],
    [5, false],
    [7, false],
    [8, true],
  ])('with 7 full members are a committee of 3 to 7, here %i (PO-02)', (size, refused) => {
    const act = given(founded()).when(elect(committeeOf(size)));
    if (refused) act.thenRefused('organization.partyOrganization.committeeSize', { officers: size });
    else act.then(elected(committeeOf(size), true));
  });
  it('with 6 full members are a secretary and at most one deputy (PO-02)', () => {
    const small = founded({ fullMembers: 6 });
    const pair = officers('secretary', 'deputySecretary');
    given(small)
      .when(elect(officers('secretary')))
      .then(elected(officers('secretary'), false));
    given(small).when(elect(pair)).then(elected(pair, false));
    given(small)
      .when(elect(officers('secretary', 'deputySecretary', 'deputySecretary')))
      .thenRefused('organization.partyOrganization.noCommitteeBelowSeven', { fullMembers: 6 });
    given(small)
      .when(elect(officers('secretary', 'organization')))
      .thenRefused('organization.partyOrganization.noCommitteeBelowSeven');
  });
  it('follow the number of members that was reported last (PO-02)', () =>
    given(founded({ fullMembers: 6 }), reported(7))
      .when(elect(committeeOf(3)))
      .then(elected(committeeOf(3), true)));
  it('are elected for 3 years, in a village or community for 5 (PO-02)', () => {
    given(founded())
      .when(elect(committeeOf(3)))
      .then(elected(committeeOf(3), true, '2029-03-20'));
    given(founded({ setting: 'villageOrCommunity' }))
      .when(elect(committeeOf(3)))
      .then(elected(committeeOf(3), true, '2031-03-20'));
    given(founded())
      .when(elect(committeeOf(3), 4))
      .then(elected(committeeOf(3), true, '2030-03-20'));
  });
  it('have one secretary, and nobody twice', () => {
    given(founded())
      .when(elect(officers('secretary', 'secretary', 'other')))
      .thenRefused('organization.partyOrganization.oneSecretary');
    given(founded())
      .when(elect(officers('other', 'other', 'other')))
      .thenRefused('organization.partyOrganization.oneSecretary');
    given(founded())
      .when(elect([...officers('secretary', 'other'), { memberId: 'member-0', post: 'other' }]))
      .thenRefused('organization.partyOrganization.officerTwice');
  });
  it('are elected once, however often it is told', () =>
    given(founded(), elected(committeeOf(3), true))
      .when(elect(committeeOf(3)))
      .thenNothing());
});

describe('The secretary of a branch', () => {
  it('is appointed with the way he was found, and can be relieved (WZ-14c)', () => {
    given(founded()).when(appoint('member-9')).then(appointed('member-9'));
    given(founded(), appointed('member-9')).when(relieve).then(relieved);
  });
  it('is appointed and relieved once', () => {
    given(founded(), appointed('member-9')).when(appoint('member-9', '2026-09-02')).thenNothing();
    given(founded(), appointed('member-9'), relieved).when(relieve).thenNothing();
    given(founded()).when(relieve).thenRefused('organization.partyOrganization.noSecretary');
  });
  it('does not follow another one before that one came', () =>
    given(founded(), appointed('member-9'))
      .when(appoint('member-8', '2026-08-31'))
      .thenRefused('organization.entryDay.beforeEarlier'));
});

describe('A Party organization', () => {
  it('counts its members and the workers among them (CC-02d)', () => {
    given(founded()).when(report(7, 8)).then(reported(7, 8));
    given(founded()).when(report(7, 9)).thenRefused('organization.partyOrganization.moreWorkersThanMembers');
    given(founded(), reported(7)).when(report(7)).thenNothing();
  });
  it('comes to cover other units, by the rules of its founding (WZ-14a)', () => {
    const change = (coveredUnitIds: string[]): PartyOrganizationWish => ({
      type: 'ChangePartyCoverage',
      data: { partyOrganizationId, coveredUnitIds, changedOn: day('2026-07-15') },
      units,
    });
    const joint = founded({ founding: 'areaJoint', coveredUnitIds: ['bay-bridge', 'tunnel'] });
    given(joint)
      .when(change(['tunnel']))
      .thenRefused('organization.partyOrganization.jointNeedsUnits');
    given(joint)
      .when(change(['bay-bridge', 'tunnel']))
      .thenNothing();
    given(founded())
      .when(change(['tunnel']))
      .then({
        type: 'PartyCoverageChanged',
        data: { partyOrganizationId, coveredUnitIds: ['tunnel'], changedOn: day('2026-07-15') },
      });
  });
  it('is dissolved once, and does nothing afterwards', () => {
    given(founded()).when(dissolve()).then(dissolved);
    given(founded(), dissolved).when(dissolve()).thenNothing();
    given(founded(), dissolved)
      .when(dissolve('2026-11-11'))
      .thenRefused('organization.partyOrganization.alreadyDissolved');
    given(founded(), dissolved)
      .when(appoint('member-9'))
      .thenRefused('organization.partyOrganization.dissolved', { dissolvedOn: '2026-11-10' });
    given().when(dissolve()).thenRefused('organization.partyOrganization.unknown');
  });
});
