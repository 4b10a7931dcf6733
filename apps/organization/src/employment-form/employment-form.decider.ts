import type { EmploymentFormEvent, EmploymentFormRecorded, RecordEmploymentForm } from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith } from '@gongyou/domain';
import type { Decider, Moment } from '@gongyou/event-sourcing/decider';

export interface EmploymentFormState {
  /** What was told last; none before anything was. */
  last: EmploymentFormRecorded | null;
}

/** The command, with whether the worker is registered and where he is said to work stands in the directory. */
export interface EmploymentFormWish {
  type: 'RecordEmploymentForm';
  data: RecordEmploymentForm;
  isRegistered: boolean;
  unitIsKnown: boolean;
}

/** In which form a worker is employed: one at a time, each from its day on (HM-03g). */
export const employmentForm: Decider<EmploymentFormWish, EmploymentFormEvent, EmploymentFormState> = {
  initialState: { last: null },
  evolve: (_, { data }) => ({ last: data }),
  decide: (wish, state, moment) => record(wish, state, moment),
};

export const employmentFormRefusals = {
  'organization.employmentForm.workerUnknown': { zh: '没有这名工人的登记', en: 'No such worker is registered.' },
  'organization.employmentForm.unitUnknown': { zh: '没有组织单元 {unitId}', en: 'There is no unit {unitId}.' },
  'organization.employmentForm.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.employmentForm.beforeLastEntry': {
    zh: '日期早于上一条记录的日期 {lastOn}',
    en: 'The day is before that of the last entry, {lastOn}.',
  },
} as const satisfies Record<`organization.employmentForm.${string}`, Bilingual>;

const refuse: RefuseOf<typeof employmentFormRefusals> = refuseWith(employmentFormRefusals);

function record(
  { data, isRegistered, unitIsKnown }: EmploymentFormWish,
  { last }: EmploymentFormState,
  { today }: Moment,
): EmploymentFormEvent[] {
  const { workerId, unitId, employmentForm: form, fromDay } = data;
  if (last?.employmentForm === form && last.unitId === unitId) return [];
  if (!isRegistered) refuse('organization.employmentForm.workerUnknown');
  if (!unitIsKnown) refuse('organization.employmentForm.unitUnknown', { unitId });
  if (fromDay > today) refuse('organization.employmentForm.dayInFuture', { on: fromDay });
  if (last && fromDay < last.fromDay) refuse('organization.employmentForm.beforeLastEntry', { lastOn: last.fromDay });
  return [{ type: 'EmploymentFormRecorded', data: { workerId, unitId, employmentForm: form, fromDay } }];
}
