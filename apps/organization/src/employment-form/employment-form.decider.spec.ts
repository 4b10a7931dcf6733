import type { EmploymentForm, EmploymentFormEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { employmentForm, type EmploymentFormWish } from './employment-form.decider';

const given = specify(employmentForm);

const told = (form: EmploymentForm, fromDay = '2026-04-10', unitId = 'lot-3') => ({
  workerId: 'w-1',
  unitId,
  employmentForm: form,
  fromDay: day(fromDay),
});
const record = (data: ReturnType<typeof told>, known: Partial<EmploymentFormWish> = {}): EmploymentFormWish => ({
  type: 'RecordEmploymentForm',
  data,
  isRegistered: true,
  unitIsKnown: true,
  ...known,
});
const recorded = (data: ReturnType<typeof told>): EmploymentFormEvent => ({ type: 'EmploymentFormRecorded', data });

describe('A worker’s form of employment (HM-03g, CC-12b)', () => {
  it.each(['direct', 'dispatched', 'subcontracted', 'flexible', 'platform'] as const)('can be %s', (form) =>
    given()
      .when(record(told(form)))
      .then(recorded(told(form))),
  );
  it('is one at a time, told once', () => {
    given(recorded(told('platform')))
      .when(record(told('platform', '2026-05-01')))
      .thenNothing();
    given(recorded(told('platform')))
      .when(record(told('direct', '2026-05-01')))
      .then(recorded(told('direct', '2026-05-01')));
  });
  it('changes on the day of the last entry, not before it', () => {
    given(recorded(told('platform')))
      .when(record(told('direct', '2026-04-10')))
      .then(recorded(told('direct', '2026-04-10')));
    given(recorded(told('platform')))
      .when(record(told('direct', '2026-04-09')))
      .thenRefused('organization.employmentForm.beforeLastEntry', { lastOn: '2026-04-10' });
  });
  it('is not told of a day to come', () => {
    const today = told('direct', '2026-11-20');
    given().when(record(today)).then(recorded(today));
    given()
      .when(record(told('direct', '2026-11-21')))
      .thenRefused('organization.employmentForm.dayInFuture');
  });
  it('is that of a registered worker in a unit that there is', () => {
    given()
      .when(record(told('direct'), { isRegistered: false }))
      .thenRefused('organization.employmentForm.workerUnknown');
    given()
      .when(record(told('direct'), { unitIsKnown: false }))
      .thenRefused('organization.employmentForm.unitUnknown', { unitId: 'lot-3' });
  });
});
