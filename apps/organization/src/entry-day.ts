import { type Bilingual, type Day, type RefuseOf, refuseWith } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';

export const entryDayRefusals = {
  'organization.entryDay.inFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.entryDay.beforeEarlier': {
    zh: '日期 {on} 早于此前记录的日期 {earlierOn}',
    en: 'The day {on} is before that of what came earlier, {earlierOn}.',
  },
} as const satisfies Record<`organization.entryDay.${string}`, Bilingual>;

const refuse: RefuseOf<typeof entryDayRefusals> = refuseWith(entryDayRefusals);

/** Refuses a day on which something is said to have happened when it has not come yet, or is before what it follows. */
export function requireEntryDay(on: Day, { today }: Moment, earlierOn?: Day): void {
  if (on > today) refuse('organization.entryDay.inFuture', { on });
  if (earlierOn !== undefined && on < earlierOn) refuse('organization.entryDay.beforeEarlier', { on, earlierOn });
}
