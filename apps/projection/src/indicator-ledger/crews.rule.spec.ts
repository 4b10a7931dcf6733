import { day } from '@gongyou/domain';
import { crewsRule } from './crews.rule';
import { bookStandingEvent, type StandingAccount } from './standing-rule';

type Counted = Parameters<typeof crewsRule.evolve>[1];

const unitId = 'rebar';
const formed: Counted = { type: 'CrewFormed', data: { unitId, trade: '020', formedOn: day('2026-03-01') } };
const assigned = (assignmentId: string, fromDay: string): Counted => ({
  type: 'CrewSupportAssigned',
  data: { unitId, assignmentId, managerId: 'zhao', duties: ['到班组'], fromDay: day(fromDay) },
});
const relieved = (assignmentId: string, endedOn: string): Counted => ({
  type: 'CrewSupportEnded',
  data: { unitId, assignmentId, reason: '期满', endedOn: day(endedOn) },
});
const stationed = (stationingId: string): Counted => ({
  type: 'PartyMemberStationed',
  data: { unitId, stationingId, workerId: 'chen', fromDay: day('2026-04-01') },
});
const left = (stationingId: string, endedOn: string): Counted => ({
  type: 'PartyMemberStationingEnded',
  data: { unitId, stationingId, reason: '调离', endedOn: day(endedOn) },
});
const dissolved: Counted = { type: 'CrewDissolved', data: { unitId, reason: '完工', dissolvedOn: day('2026-10-31') } };

function postings(...events: Counted[]): string[] {
  let account: StandingAccount<NonNullable<Parameters<typeof crewsRule.evolve>[0]>> | undefined;
  return events.flatMap((event) => {
    const booking = bookStandingEvent(crewsRule, account, event);
    account = booking.account;
    return booking.entries.map(({ indicator, day: on, amount }) => `${on} ${indicator} ${amount}`);
  });
}

describe('A crew counts', () => {
  it('while it stands', () =>
    expect(postings(formed, dissolved)).toEqual(['2026-03-01 standingCrews 1', '2026-10-31 standingCrews -1']));

  it('as supported from the first day to the last that a manager answers for it (QD-13)', () =>
    expect(postings(formed, assigned('s1', '2026-04-01'), relieved('s1', '2026-06-30'))).toEqual([
      '2026-03-01 standingCrews 1',
      '2026-04-01 supportedCrews 1',
      '2026-07-01 supportedCrews -1',
    ]));

  it('as supported without a gap when one manager follows another the day after (QD-13)', () =>
    expect(
      postings(formed, assigned('s1', '2026-04-01'), relieved('s1', '2026-06-30'), assigned('s2', '2026-07-01')).slice(
        2,
      ),
    ).toEqual(['2026-07-01 supportedCrews -1', '2026-07-01 supportedCrews 1']));

  it('as guided until the last Party member has left (QD-10)', () =>
    expect(
      postings(formed, stationed('p1'), stationed('p2'), left('p1', '2026-05-31'), left('p2', '2026-06-30')).slice(1),
    ).toEqual(['2026-04-01 guidedCrews 1', '2026-07-01 guidedCrews -1']));

  it('for nothing once it is dissolved', () =>
    expect(postings(formed, assigned('s1', '2026-04-01'), stationed('p1'), dissolved).slice(3)).toEqual([
      '2026-10-31 standingCrews -1',
      '2026-10-31 supportedCrews -1',
      '2026-10-31 guidedCrews -1',
    ]));
});

const meeting = (meetingId: string, heldOn: string): Counted => ({
  type: 'CrewMeetingHeld',
  data: { unitId, meetingId, memberCount: 9, presentCount: 8, matters: [], heldOn: day(heldOn) },
});

describe('A crew that held a meeting (QD-30)', () => {
  const met = (...events: Counted[]) => postings(formed, ...events).filter((each) => each.includes('crewsThatMet'));

  it('counts once a month, however often it met', () =>
    expect(
      met(
        meeting('m1', '2026-09-30'),
        meeting('m2', '2026-10-01'),
        meeting('m3', '2026-10-31'),
        meeting('m4', '2026-11-01'),
      ),
    ).toEqual(['2026-09-30 crewsThatMet 1', '2026-10-01 crewsThatMet 1', '2026-11-01 crewsThatMet 1']));
  it('counts in the month of the meeting, whatever was told before it', () =>
    expect(met(assigned('s1', '2026-10-05'), meeting('m1', '2026-09-30'))).toEqual(['2026-09-30 crewsThatMet 1']));
  it('keeps nothing from counting that is told late', () =>
    expect(postings(formed, meeting('m1', '2026-09-30'), assigned('s1', '2026-04-01')).at(-1)).toBe(
      '2026-04-01 supportedCrews 1',
    ));
});

describe('A crew of a labour subcontractor (QD-51)', () => {
  const ofSubcontractor: Counted = {
    type: 'CrewFormed',
    data: { unitId, trade: '020', labourSubcontractorId: 'labour', formedOn: day('2026-03-01') },
  };
  const led: Counted = {
    type: 'CrewLeaderAppointed',
    data: { unitId, workerId: 'wang', appointedOn: day('2026-03-02') },
  };
  const relievedOfLeader: Counted = {
    type: 'CrewLeaderRelieved',
    data: { unitId, workerId: 'wang', reason: '调离', relievedOn: day('2026-06-30') },
  };
  const reviewed = (reviewId: string, on: string, replacesReviewId?: string): Counted => ({
    type: 'CrewReviewed',
    data: {
      ...{ unitId, reviewId, qualityStars: 5, progressStars: 4, safetyStars: 5, reviewedOn: day(on) },
      ...(replacesReviewId !== undefined && { replacesReviewId }),
    },
  });
  const ofSubcontractors = (...events: Counted[]) =>
    postings(...events).filter((each) => each.includes('SubcontractorCrews') || each.includes('subcontractorCrews'));

  it('is covered while it has a leader and a manager who answers for it, as every crew must', () =>
    expect(ofSubcontractors(ofSubcontractor, led, assigned('s1', '2026-04-01'), relievedOfLeader)).toEqual([
      '2026-03-01 subcontractorCrews 1',
      '2026-04-01 coveredSubcontractorCrews 1',
      '2026-07-01 coveredSubcontractorCrews -1',
    ]));
  it('is evaluated for twelve months after its review, and not one day longer', () =>
    expect(
      ofSubcontractors(ofSubcontractor, led, assigned('s1', '2026-04-01'), reviewed('r1', '2026-05-08')).slice(2),
    ).toEqual(['2026-05-08 evaluatedSubcontractorCrews 1', '2027-05-08 evaluatedSubcontractorCrews -1']));
  it('is evaluated for longer when it is reviewed again', () =>
    expect(
      ofSubcontractors(
        ...[ofSubcontractor, led, assigned('s1', '2026-04-01'), reviewed('r1', '2026-05-08')],
        reviewed('r2', '2026-11-08'),
      ).slice(4),
    ).toEqual(['2027-05-08 evaluatedSubcontractorCrews 1', '2027-11-08 evaluatedSubcontractorCrews -1']));
  it('is evaluated as the review says that took the place of a wrong one', () =>
    expect(
      ofSubcontractors(
        ...[ofSubcontractor, led, assigned('s1', '2026-04-01'), reviewed('r1', '2026-06-08')],
        reviewed('r2', '2026-05-08', 'r1'),
      ).slice(4),
    ).toEqual(['2027-06-08 evaluatedSubcontractorCrews 1', '2027-05-08 evaluatedSubcontractorCrews -1']));
  it('is not counted as evaluated without being covered', () =>
    expect(ofSubcontractors(ofSubcontractor, led, reviewed('r1', '2026-05-08'))).toEqual([
      '2026-03-01 subcontractorCrews 1',
    ]));
  it('counts for nothing here once it is the enterprise’s own', () =>
    expect(
      ofSubcontractors(ofSubcontractor, {
        type: 'CrewRevised',
        data: { unitId, trade: '020', revisedOn: day('2026-04-01') },
      }),
    ).toEqual(['2026-03-01 subcontractorCrews 1', '2026-04-01 subcontractorCrews -1']));
});
