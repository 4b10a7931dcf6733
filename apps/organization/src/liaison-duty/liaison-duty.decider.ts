import type {
  DutiesOfYear,
  DutyTask,
  LiaisonDutyCommand,
  LiaisonDutyDone,
  LiaisonDutyEvent,
  ReportLiaisonDuty,
} from '@gongyou/contracts';
import { type Bilingual, type Period, periodRange, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import type { Decider, Moment } from '@gongyou/event-sourcing/decider';

/** What a report is judged by: the unit of the officer's post, and the tasks that its duties made in the year. */
export interface DutyCircumstances {
  postUnitId: string | null;
  tasks: readonly DutyTask[];
}

export type LiaisonDutyWish = LiaisonDutyCommand & { circumstances: DutyCircumstances };

/** The duties that an officer did in a year, by duty and period. */
export interface LiaisonDutyState {
  done: ReadonlyMap<string, LiaisonDutyDone>;
}

/** The rules of duties (JX-38a): each is done once for a period for which it was due, and shown as its definition asks. */
export const liaisonDuty: Decider<LiaisonDutyWish, LiaisonDutyEvent, LiaisonDutyState> = {
  initialState: { done: new Map() },
  evolve: ({ done }, { data }) => ({ done: new Map([...done, [taskKey(data.dutyId, data.period), data]]) }),
  decide: ({ data, circumstances }, state, moment) => report(data, circumstances, state, moment),
};

/** How many of the tasks of a year were done (JX-38a). */
export const dutiesOfYear = (tasks: readonly DutyTask[], done: LiaisonDutyState['done']): DutiesOfYear => ({
  due: tasks.length,
  done: tasks.filter(({ duty, period }) => done.has(taskKey(duty.itemId, period))).length,
});

export const liaisonDutyRefusals = {
  'organization.liaisonDuty.alreadyDone': {
    zh: '该职责 {period} 已报告履行，内容不同',
    en: 'The duty was reported as done for {period} already, with other content.',
  },
  'organization.liaisonDuty.notDue': {
    zh: '职责 {dutyId} 在 {period} 不属于该协理员的应办任务',
    en: 'The duty {dutyId} was no task of the officer in {period}.',
  },
  'organization.liaisonDuty.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.liaisonDuty.beforePeriod': {
    zh: '履行日期早于该期间首日 {from}',
    en: 'The duty would be done before its period, which begins on {from}.',
  },
  'organization.liaisonDuty.evidenceMissing': {
    zh: '该职责须附证明材料：{asked}',
    en: 'The duty is shown by a file: {asked}.',
  },
} as const satisfies Record<`organization.liaisonDuty.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonDutyRefusals> = refuseWith(liaisonDutyRefusals);

function report(
  data: ReportLiaisonDuty,
  { postUnitId, tasks }: DutyCircumstances,
  { done }: LiaisonDutyState,
  { today }: Moment,
): LiaisonDutyEvent[] {
  const { dutyId, period, doneOn, evidence } = data;
  const known = done.get(taskKey(dutyId, period));
  if (known) {
    const { postUnitId: _unit, ...told } = known;
    return sameContent(data, told) ? [] : refuse('organization.liaisonDuty.alreadyDone', { period });
  }
  const task = tasks.find((each) => each.duty.itemId === dutyId && each.period === period);
  if (!task || postUnitId === null) return refuse('organization.liaisonDuty.notDue', { dutyId, period });
  if (doneOn > today) refuse('organization.liaisonDuty.dayInFuture', { on: doneOn });
  const { from } = periodRange(period);
  if (doneOn < from) refuse('organization.liaisonDuty.beforePeriod', { from });
  const asked = task.duty.evidence;
  if (asked !== undefined && evidence.length === 0) refuse('organization.liaisonDuty.evidenceMissing', { asked });
  return [{ type: 'LiaisonDutyDone', data: { ...data, postUnitId } }];
}

const taskKey = (dutyId: string, period: Period): string => `${dutyId}~${period}`;
