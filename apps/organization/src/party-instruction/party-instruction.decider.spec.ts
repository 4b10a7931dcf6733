import type { PartyInstructionEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { partyInstruction, type PartyInstructionWish } from './party-instruction.decider';

const given = specify(partyInstruction);
const day = (text: string) => text as Day;
const unitId = 'rebar-crew';
const by = (instructorId: string, fromDay: string) => ({ unitId, instructorId, fromDay: day(fromDay) });
const assign = (instructorId: string, fromDay: string, unitOpen = true): PartyInstructionWish => ({
  type: 'AssignPartyInstructor',
  data: by(instructorId, fromDay),
  unitOpen,
});
const assigned = (instructorId: string, fromDay: string): PartyInstructionEvent => ({
  type: 'PartyInstructorAssigned',
  data: by(instructorId, fromDay),
});
const end = (lastDay: string): PartyInstructionWish => ({
  type: 'EndPartyInstruction',
  data: { unitId, lastDay: day(lastDay) },
});
const ended = (lastDay: string): PartyInstructionEvent => ({
  type: 'PartyInstructionEnded',
  data: { unitId, lastDay: day(lastDay) },
});
const plan = (coverPlannedOn: string): PartyInstructionWish => ({
  type: 'PlanPartyCover',
  data: { unitId, reason: '新进场', coverPlannedOn: day(coverPlannedOn) },
  unitOpen: true,
});
const planned = (coverPlannedOn: string): PartyInstructionEvent => ({
  type: 'PartyCoverPlanned',
  data: { unitId, reason: '新进场', coverPlannedOn: day(coverPlannedOn), plannedOn: day('2026-11-20') },
});

describe('Party work where no organization covers', () => {
  it('has an instructor, one after the other (CC-02a)', () => {
    given().when(assign('m1', '2026-06-01')).then(assigned('m1', '2026-06-01'));
    given(assigned('m1', '2026-06-01')).when(assign('m1', '2026-06-01')).thenNothing();
    given(assigned('m1', '2026-06-01')).when(assign('m2', '2026-06-01')).then(assigned('m2', '2026-06-01'));
    given(assigned('m1', '2026-06-01'))
      .when(assign('m2', '2026-05-31'))
      .thenRefused('organization.entryDay.beforeEarlier');
    given()
      .when(assign('m1', '2026-06-01', false))
      .thenRefused('organization.partyInstruction.unitMissing');
  });
  it('is without him from the day after his last (CC-02a)', () => {
    given(assigned('m1', '2026-06-01')).when(end('2026-06-01')).then(ended('2026-06-01'));
    given(assigned('m1', '2026-06-01')).when(end('2026-05-31')).thenRefused('organization.entryDay.beforeEarlier');
    given(assigned('m1', '2026-06-01'), ended('2026-09-30')).when(end('2026-09-30')).thenNothing();
    given().when(end('2026-09-30')).thenRefused('organization.partyInstruction.noInstructor');
  });
  it('is planned for a day that has not passed (CC-02a)', () => {
    given().when(plan('2026-11-20')).then(planned('2026-11-20'));
    given(planned('2026-12-15')).when(plan('2026-12-15')).thenNothing();
    given()
      .when(plan('2026-11-19'))
      .thenRefused('organization.partyInstruction.plannedDayPast', { coverPlannedOn: '2026-11-19' });
  });
});
