import type { CrewSupportLogEvent, CrewSupportVisit } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { crew } from '../crew/crew.decider';
import { initialCrew } from '../crew/crew.state';
import { noGround, type RequestGround } from '../matter/raising';
import { dissolved, fact, formed } from '../testing/crew-story';
import { crewSupportLogAggregate, crewSupportLogId } from './crew-support-log.aggregate';
import {
  crewSupportLog,
  type CrewSupportLogWish,
  MOST_VISITS_A_MONTH,
  type Stationing,
  type VisitCircumstances,
} from './crew-support-log.decider';
import { stationingOf } from './stationing-of-crew';

const given = specify(crewSupportLog);
const unitId = 'rebar-crew';
const visit: CrewSupportVisit = {
  ...{ visitId: 'v1', assignmentId: 's1', visitedOn: day('2026-11-12'), minutes: 45 },
  ...{ helpGiven: ['coordination', 'safety'], followedUpMatterIds: ['m-0'] },
  requests: [{ matterId: 'm-1', kind: 'work', subject: 'tools' }],
};
const manager: Stationing = {
  ...{ role: 'stationedManager', stationedId: 'zhao', fromDay: day('2026-11-10'), endedOn: day('2026-11-18') },
};
const requestGround: RequestGround = {
  ...{ path: [{ level: 'crew', unitId }], isClosed: false, takenIds: new Set() },
  parameters: {
    ...{ crewAnswerDays: 3, projectAnswerDays: 5, districtAnswerDays: 5, companyAnswerDays: 10, passOnDays: 2 },
    ...{ teamVisitsPerMonth: 2, guidanceEveryMonths: 1, checkEveryMonths: 3 },
  },
};
const record = (
  change: Partial<CrewSupportVisit> = {},
  known: Partial<VisitCircumstances> = {},
): CrewSupportLogWish => ({
  type: 'RecordCrewSupportVisit',
  data: { unitId, visit: { ...visit, ...change } },
  circumstances: { stationing: manager, requestGround, ...known },
});
const recorded = (change: Partial<CrewSupportVisit> = {}): CrewSupportLogEvent => ({
  type: 'CrewSupportVisitRecorded',
  data: { unitId, role: 'stationedManager', stationedId: 'zhao', visit: { ...visit, ...change } },
});
const withdraw = (visitId = 'v1'): CrewSupportLogWish => ({
  type: 'WithdrawCrewSupportVisit',
  data: { unitId, visitId, visitedOn: visit.visitedOn, reason: '误记' },
});
const withdrawn: CrewSupportLogEvent = {
  type: 'CrewSupportVisitWithdrawn',
  data: { unitId, visitId: 'v1', assignmentId: 's1', visitedOn: visit.visitedOn, reason: '误记' },
};

describe('The log of a stationed manager', () => {
  it('holds visits, help given, matters raised and what was followed up (QD-41)', () =>
    given().when(record()).then(recorded()));
  it.each(['2026-11-10', '2026-11-18'])('is kept for days of the stationing: %s, the first or the last (QD-41)', (on) =>
    given()
      .when(record({ visitedOn: day(on) }))
      .then(recorded({ visitedOn: day(on) })),
  );
  it.each(['2026-11-09', '2026-11-19'])('is not kept for %s, a day before or after it (QD-41)', (on) =>
    given()
      .when(record({ visitedOn: day(on) }))
      .thenRefused('organization.crewSupportLog.notStationed', { on, assignmentId: 's1' }),
  );
  it('is kept without an end that is known', () => {
    const stationing = { ...manager, endedOn: null };
    given()
      .when(record({ visitedOn: day('2026-11-20') }, { stationing }))
      .then(recorded({ visitedOn: day('2026-11-20') }));
    given()
      .when(record({ visitedOn: day('2026-11-21') }, { stationing }))
      .thenRefused('organization.entryDay.inFuture');
  });
  it('is kept by nobody who is not stationed with the crew (QD-10, QD-41)', () =>
    given()
      .when(record({}, { stationing: undefined }))
      .thenRefused('organization.crewSupportLog.notStationed'));
  it('holds no request that could not become a matter (QD-41)', () =>
    given()
      .when(record({}, { requestGround: { ...requestGround, parameters: undefined } }))
      .thenRefused('organization.matter.timeLimitsMissing'));
  it('needs to know nothing of matters for a visit without requests', () =>
    given()
      .when(record({ requests: [] }, { requestGround: noGround }))
      .then(recorded({ requests: [] })));
  it('holds a visit once', () => {
    given(recorded()).when(record()).thenNothing();
    given(recorded())
      .when(record({ minutes: 46 }))
      .thenRefused('organization.crewSupportLog.visitDiffers');
  });
  it(`holds ${MOST_VISITS_A_MONTH} visits a month`, () => {
    const visits = Array.from({ length: MOST_VISITS_A_MONTH }, (_, index) => recorded({ visitId: `n-${index}` }));
    given(...visits.slice(1))
      .when(record())
      .then(recorded());
    given(...visits)
      .when(record())
      .thenRefused('organization.crewSupportLog.monthFull');
  });
  it('gives a visit back, once, and does not take it again', () => {
    given(recorded()).when(withdraw()).then(withdrawn);
    given(recorded(), withdrawn).when(withdraw()).thenNothing();
    given(recorded(), withdrawn).when(record()).thenRefused('organization.crewSupportLog.visitWithdrawn');
    given(recorded()).when(withdraw('v2')).thenRefused('organization.crewSupportLog.visitUnknown');
  });
  it('is one log a crew and month', () => {
    expect([crewSupportLogId(unitId, day('2026-11-30')), crewSupportLogId(unitId, day('2026-12-01'))]).toEqual([
      'rebar-crew~2026-11',
      'rebar-crew~2026-12',
    ]);
    expect(crewSupportLogAggregate.reach(record(), crewSupportLog.initialState)).toEqual([unitId]);
  });
});

describe('Who is stationed with a crew', () => {
  const fromDay = day('2026-04-01');
  const standing = [
    formed(),
    fact('CrewSupportAssigned', { assignmentId: 's1', managerId: 'zhao', duties: ['到班组'], fromDay }),
    fact('CrewSupportEnded', { assignmentId: 's1', reason: '期满', endedOn: day('2026-06-30') }),
    fact('PartyMemberStationed', { stationingId: 'g1', workerId: 'chen', fromDay }),
  ];
  const crewAfter = (...events: Parameters<typeof crew.evolve>[1][]) => events.reduce(crew.evolve, initialCrew);

  it('is the manager who answers for it, or a Party member who guides it (QD-10, QD-41)', () => {
    expect(stationingOf(crewAfter(...standing), 's1')).toEqual({
      ...{ role: 'stationedManager', stationedId: 'zhao', fromDay, endedOn: '2026-06-30' },
    });
    expect(stationingOf(crewAfter(...standing), 'g1')).toEqual({
      ...{ role: 'stationedPartyMember', stationedId: 'chen', fromDay, endedOn: null },
    });
  });
  it('is nobody under an id that was never given, nor with a crew that does not stand', () => {
    expect(stationingOf(crewAfter(...standing), 's2')).toBeUndefined();
    expect(stationingOf(crewAfter(...standing, dissolved()), 's1')).toBeUndefined();
    expect(stationingOf(initialCrew, 's1')).toBeUndefined();
  });
});
