import type { LiaisonLevel, LiaisonMode } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { bookFacts } from './joined-rule';
import { type LiaisonPostFacts, liaisonPostsRule } from './liaison-posts.rule';

type Counted = Parameters<typeof liaisonPostsRule.tell>[0];
type Source = NonNullable<ReturnType<typeof liaisonPostsRule.remember>>;

const evidence = { fileName: '凭证.pdf', sha256: 'ab'.repeat(32) };
const nominated = (officerId: string, level: LiaisonLevel, mode: LiaisonMode, unitId: string): Counted => ({
  type: 'LiaisonOfficerNominated',
  data: {
    officerId,
    level,
    mode,
    unitId,
    scores: [{ criterion: '善沟通', score: 90 }],
    nominatedOn: day('2026-01-01'),
  },
});
const appointed = (officerId: string, termEndsOn?: string): Counted => ({
  type: 'LiaisonOfficerAppointed',
  data: {
    ...{ officerId, dispatchingUnitId: 'personnel', managingUnitIds: ['a', 'b'], definedByUnitId: 'company' },
    ...{ definitionVersion: 1, effectiveOn: day('2026-01-01'), obligationsAcceptedOn: day('2026-01-01') },
    ...(termEndsOn !== undefined && { termEndsOn: day(termEndsOn) }),
  },
});
const onDuty = (officerId: string, onDutyFrom: string): Counted => ({
  type: 'LiaisonOfficerPutOnDuty',
  data: { officerId, onDutyFrom: day(onDutyFrom) },
});
const published = (officerId: string, consentedOn: string): Counted => ({
  type: 'LiaisonProfilePublished',
  data: { officerId, publicationId: 'p', name: 's', phone: 's', consent: evidence, consentedOn: day(consentedOn) },
});
const withdrawn = (officerId: string, withdrawnOn: string): Counted => ({
  type: 'LiaisonProfileWithdrawn',
  data: { officerId, withdrawnOn: day(withdrawnOn) },
});
const renewed = (officerId: string, termEndsOn: string): Counted => ({
  type: 'LiaisonTermRenewed',
  data: { officerId, termEndsOn: day(termEndsOn), renewedOn: day('2026-01-01') },
});
const relieved = (officerId: string, relievedOn: string): Counted => ({
  type: 'LiaisonOfficerRelieved',
  data: { officerId, relievedOn: day(relievedOn), reason: '调离' },
});
const status = (to: 'underConstruction' | 'completed', changedOn: string): Counted => ({
  type: 'ProjectStatusChanged',
  data: { unitId: 'bridge', from: 'approved', to, changedOn: day(changedOn) },
});
const formed: Counted = {
  type: 'CrewFormed',
  data: { unitId: 'rebar', trade: '020', formedOn: day('2026-02-01') },
};
const dissolved: Counted = {
  type: 'CrewDissolved',
  data: { unitId: 'rebar', reason: '完工', dissolvedOn: day('2026-10-31') },
};
const met = (heldOn: string): Counted => ({
  type: 'LiaisonMeetingHeld',
  data: {
    ...{ meetingId: heldOn, districtId: 'guizhou', convenerId: 'd1', agenda: [{ text: '交流' }] },
    ...{ presentIds: ['p1'], absentIds: [], tasks: [], minutes: evidence, heldOn: day(heldOn) },
  },
});
const closed = (unitId: string, closedOn: string): Counted => ({
  type: 'UnitClosed',
  data: { unitId, closedOn: day(closedOn), reason: '撤销' },
});

/** The postings of an indicator, each event told to the unit that it tells of. */
function postings(indicator: string, ...events: Counted[]): string[] {
  const sources = new Map<string, Source>();
  const facts = new Map<string, LiaisonPostFacts>();
  return events.flatMap((event) => {
    const stream = 'officerId' in event.data ? event.data.officerId : '';
    const before = sources.get(stream);
    const after = liaisonPostsRule.remember(before, event);
    if (after) sources.set(stream, after);
    return liaisonPostsRule.tell(event, after, before).flatMap(({ subject, told }) => {
      const known = facts.get(subject);
      const next = liaisonPostsRule.evolve(known, told);
      facts.set(subject, next);
      return bookFacts(liaisonPostsRule, known, next)
        .filter((entry) => entry.indicator === indicator)
        .map(({ unitId, dimension, day: on, amount }) => [on, unitId, dimension, amount].filter(Boolean).join(' '));
    });
  });
}

const serve = (officerId: string, level: LiaisonLevel, mode: LiaisonMode, unitId: string, from = '2026-03-01') => [
  nominated(officerId, level, mode, unitId),
  appointed(officerId),
  onDuty(officerId, from),
];

describe('A district has a full-time officer (JX-07a)', () => {
  it('from the first day of duty to the last, and counts once for two', () =>
    expect(
      postings(
        'districtsWithFullTimeOfficer',
        ...serve('d1', 'district', 'fullTime', 'guizhou'),
        ...serve('d2', 'district', 'fullTime', 'guizhou', '2026-04-01'),
        relieved('d1', '2026-05-31'),
        relieved('d2', '2026-06-30'),
      ),
    ).toEqual(['2026-03-01 guizhou 1', '2026-07-01 guizhou -1']));
  it('not by a part-time one', () =>
    expect(postings('districtsWithFullTimeOfficer', ...serve('d1', 'district', 'partTime', 'guizhou'))).toEqual([]));
  it('to the last day of the term, though no event says so', () => {
    const term = [nominated('d1', 'district', 'fullTime', 'guizhou'), appointed('d1', '2026-12-31')];
    expect(postings('districtsWithFullTimeOfficer', ...term, onDuty('d1', '2026-03-01'))).toEqual([
      '2026-03-01 guizhou 1',
      '2027-01-01 guizhou -1',
    ]);
    expect(
      postings('districtsWithFullTimeOfficer', ...term, onDuty('d1', '2026-03-01'), renewed('d1', '2027-12-31')).slice(
        2,
      ),
    ).toEqual(['2027-01-01 guizhou 1', '2028-01-01 guizhou -1']);
  });
  it('no more when it is closed', () =>
    expect(
      postings(
        'districtsWithFullTimeOfficer',
        ...serve('d1', 'district', 'fullTime', 'guizhou'),
        closed('guizhou', '2026-09-30'),
      ),
    ).toEqual(['2026-03-01 guizhou 1', '2026-09-30 guizhou -1']));
});

describe('A project has an officer (JX-07b)', () => {
  const officer = serve('p1', 'project', 'partTime', 'bridge');

  it('while it is under construction, and counts as such without one', () => {
    const events = [...officer, status('underConstruction', '2026-04-01'), status('completed', '2026-11-30')];
    expect(postings('projectsWithLiaisonOfficer', ...events)).toEqual(['2026-04-01 bridge 1', '2026-11-30 bridge -1']);
    expect(postings('projectsUnderConstruction', ...events.slice(3))).toEqual([
      '2026-04-01 bridge 1',
      '2026-11-30 bridge -1',
    ]);
  });
  it('from the day of duty, where it was told of late', () =>
    expect(postings('projectsWithLiaisonOfficer', status('underConstruction', '2026-01-01'), ...officer)).toEqual([
      '2026-03-01 bridge 1',
    ]));
});

describe('A crew has a liaison person (JX-08)', () =>
  it('while it stands', () =>
    expect(postings('crewsWithLiaisonPerson', formed, ...serve('c1', 'crew', 'partTime', 'rebar'), dissolved)).toEqual([
      '2026-03-01 rebar 1',
      '2026-10-31 rebar -1',
    ])));

describe('Officers on duty count', () => {
  it('by level and mode', () =>
    expect(
      postings(
        'liaisonOfficersOnDuty',
        ...serve('p1', 'project', 'partTime', 'bridge'),
        ...serve('p2', 'project', 'partTime', 'bridge', '2026-04-01'),
      ),
    ).toEqual(['2026-03-01 bridge project-partTime 1', '2026-04-01 bridge project-partTime 1']));
  it('as disclosed from the consent until it is withdrawn, on duty only (JX-11)', () => {
    const before = [nominated('p1', 'project', 'partTime', 'bridge'), appointed('p1'), published('p1', '2026-02-20')];
    const events = [
      ...before,
      onDuty('p1', '2026-03-01'),
      published('p1', '2026-04-01'),
      withdrawn('p1', '2026-05-01'),
    ];
    expect(postings('liaisonOfficersDisclosed', ...events)).toEqual([
      '2026-03-01 bridge project-partTime 1',
      '2026-05-01 bridge project-partTime -1',
    ]);
  });
});

describe('A district has met (JX-20)', () =>
  it('for the rest of the quarter, however often it met in it', () =>
    expect(postings('districtsThatMetInQuarter', met('2026-03-31'), met('2026-04-01'), met('2026-05-20'))).toEqual([
      '2026-03-31 guizhou 1',
      '2026-04-01 guizhou -1',
      '2026-04-01 guizhou 1',
      '2026-07-01 guizhou -1',
    ])));
