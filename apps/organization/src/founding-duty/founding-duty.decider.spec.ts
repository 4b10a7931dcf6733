import type { FoundingDutyEvent, ReportFoundingFacts } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { foundingDuty, type FoundingDutyWish } from './founding-duty.decider';

const given = specify(foundingDuty);
const day = (text: string) => text as Day;
const facts: ReportFoundingFacts = {
  unitId: 'bay-bridge',
  place: '370200',
  employer: 'stateOwned',
  fullMembers: 3,
  worksFrom: day('2026-02-01'),
  worksUntil: day('2028-06-30'),
  countedOn: day('2026-10-01'),
};
const report = (changed: Partial<ReportFoundingFacts> = {}, unitExists = true): FoundingDutyWish => ({
  type: 'ReportFoundingFacts',
  data: { ...facts, ...changed },
  unitExists,
});
const reported: FoundingDutyEvent = { type: 'FoundingFactsReported', data: facts };
const plan = (foundingPlannedOn = '2026-11-20'): FoundingDutyWish => ({
  type: 'PlanPartyFounding',
  data: {
    unitId: 'bay-bridge',
    reason: '党员关系转接中',
    foundingPlannedOn: day(foundingPlannedOn),
    instructorId: 'm-1',
  },
});
const planned: FoundingDutyEvent = {
  type: 'PartyFoundingPlanned',
  data: {
    unitId: 'bay-bridge',
    reason: '党员关系转接中',
    foundingPlannedOn: day('2026-11-20'),
    instructorId: 'm-1',
    plannedOn: day('2026-11-20'),
  },
};

describe('The facts of a duty to found', () => {
  it('are reported of an open unit, and once (WZ-04a, PO-03)', () => {
    given().when(report()).then(reported);
    given(reported).when(report()).thenNothing();
    given().when(report({}, false)).thenRefused('organization.foundingDuty.unitMissing');
  });
  it('are reported again when they change, never for a day before', () => {
    const later = { ...facts, fullMembers: 2, countedOn: day('2026-11-01') };
    given(reported).when(report(later)).then({ type: 'FoundingFactsReported', data: later });
    given(reported)
      .when(report({ fullMembers: 2, countedOn: day('2026-09-30') }))
      .thenRefused('organization.entryDay.beforeEarlier');
  });
  it('name works that do not end before they begin', () =>
    given()
      .when(report({ worksUntil: day('2026-01-31') }))
      .thenRefused('organization.foundingDuty.endsBeforeItBegins'));
});

describe('A founding that is still to come', () => {
  it('is planned with its reason, for today or later (WZ-04a, HM-02a)', () => {
    given(reported).when(plan()).then(planned);
    given(reported)
      .when(plan('2026-11-19'))
      .thenRefused('organization.foundingDuty.plannedDayPast', { foundingPlannedOn: '2026-11-19' });
    given(reported, planned)
      .when(plan(), { today: day('2026-11-25') })
      .thenNothing();
  });
  it('needs the facts first', () => given().when(plan()).thenRefused('organization.foundingDuty.factsMissing'));
});
