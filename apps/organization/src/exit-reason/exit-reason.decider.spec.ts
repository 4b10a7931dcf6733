import type { ExitReason, ExitReasonEvent } from '@gongyou/contracts';
import type { Day, Month } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import type { CrewLife } from '../crew/crew-life';
import { exitReason, type ExitReasonWish } from './exit-reason.decider';

const given = specify(exitReason);
const day = (text: string) => text as Day;

const crew: CrewLife = { formedOn: day('2026-03-31'), dissolvedOn: null };
const answer = (month: string, reason: ExitReason = 'pay') => ({
  ...{ unitId: 'rebar-crew', answerId: 'a1', month: month as Month, reason },
});
const tell = (month: string, of: CrewLife | undefined = crew, reason?: ExitReason): ExitReasonWish => ({
  type: 'TellExitReason',
  data: answer(month, reason),
  crew: of,
});
const told = (month: string): ExitReasonEvent => ({ type: 'ExitReasonTold', data: answer(month) });

describe('Why somebody left of his own will', () => {
  it('is told as a code, and names nobody (QD-48)', () => {
    given().when(tell('2026-10')).then(told('2026-10'));
    expect(Object.keys(told('2026-10').data).sort()).toEqual(['answerId', 'month', 'reason', 'unitId']);
  });
  it('is told once, however often it is sent', () => {
    given(told('2026-10')).when(tell('2026-10')).thenNothing();
    given(told('2026-10'))
      .when(tell('2026-10', crew, 'family'))
      .thenRefused('organization.exitReason.toldOtherwise');
  });
  it('is of the month that runs at the latest', () => {
    given().when(tell('2026-11')).then(told('2026-11'));
    given().when(tell('2026-12')).thenRefused('organization.exitReason.monthInFuture', { month: '2026-12' });
  });
  it.each([
    ['2026-02', false],
    ['2026-03', true],
    ['2026-09', true],
    ['2026-10', false],
  ])('in %s is of a crew that stood in the month: %s', (month, stood) => {
    const asked = given().when(tell(month, { ...crew, dissolvedOn: day('2026-09-01') }));
    if (stood) asked.then(told(month));
    else asked.thenRefused('organization.exitReason.outsideTheCrewsLife', { month });
  });
  it('is of a crew that there is', () =>
    given()
      .when({ type: 'TellExitReason', data: answer('2026-10') })
      .thenRefused('organization.exitReason.crewNotFormed'));
});
