import {
  type EnrolRedWorksite,
  type FillRedWorksiteEntry,
  type PassRedWorksiteEntry,
  type RedWorksiteEnrolled,
  redWorksiteEntries,
  type RedWorksiteEntry,
  type RedWorksiteEntryFilled,
  type RedWorksiteEvent,
  type SendBackRedWorksiteEntry,
  type WithdrawRedWorksiteEnrolment,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** The project was not enrolled, or its enrolment was withdrawn. */
export interface NotEnrolled {
  stage: 'notEnrolled';
}

/** How far an entry of the checklist has come. */
interface Entry {
  filled: RedWorksiteEntryFilled;
  check: { passed: boolean; checkedOn: Day } | undefined;
}

/** The checklist is open, or complete once all four entries have passed. */
export interface Enrolled {
  stage: 'incomplete' | 'complete';
  enrolment: RedWorksiteEnrolled;
  entries: ReadonlyMap<RedWorksiteEntry, Entry>;
}

export type RedWorksiteState = NotEnrolled | Enrolled;

export type RedWorksiteWish =
  | { type: 'EnrolRedWorksite'; data: EnrolRedWorksite; isOpenProject: boolean }
  | { type: 'FillRedWorksiteEntry'; data: FillRedWorksiteEntry }
  | { type: 'PassRedWorksiteEntry'; data: PassRedWorksiteEntry }
  | { type: 'SendBackRedWorksiteEntry'; data: SendBackRedWorksiteEntry }
  | { type: 'WithdrawRedWorksiteEnrolment'; data: WithdrawRedWorksiteEnrolment };

/** The creation of a Red Worksite (红色工地): venue, rules, signage and members are filled and checked, each by another (WZ-19a). */
export const redWorksite: Decider<RedWorksiteWish, RedWorksiteEvent, RedWorksiteState> = {
  initialState: { stage: 'notEnrolled' },
  evolve,
  decide,
};

function evolve(state: RedWorksiteState, event: RedWorksiteEvent): RedWorksiteState {
  if (event.type === 'RedWorksiteEnrolled') {
    return { stage: 'incomplete', enrolment: event.data, entries: new Map() };
  }
  const enrolled = state as Enrolled;
  switch (event.type) {
    case 'RedWorksiteEntryFilled': {
      const entries = new Map(enrolled.entries).set(event.data.entry, { filled: event.data, check: undefined });
      return { ...enrolled, entries };
    }
    case 'RedWorksiteEntryPassed':
    case 'RedWorksiteEntrySentBack': {
      const { entry, checkedOn } = event.data;
      const { filled } = enrolled.entries.get(entry)!;
      const check = { passed: event.type === 'RedWorksiteEntryPassed', checkedOn };
      return { ...enrolled, entries: new Map(enrolled.entries).set(entry, { filled, check }) };
    }
    case 'RedWorksiteCreationCompleted':
      return { ...enrolled, stage: 'complete' };
    case 'RedWorksiteEnrolmentWithdrawn':
      return { stage: 'notEnrolled' };
    default:
      return unknownFact(event);
  }
}

function decide(wish: RedWorksiteWish, state: RedWorksiteState, moment: Moment): RedWorksiteEvent[] {
  switch (wish.type) {
    case 'EnrolRedWorksite':
      return enrol(wish.data, wish.isOpenProject, state, moment);
    case 'FillRedWorksiteEntry':
      return fill(wish.data, enrolled(state), moment);
    case 'PassRedWorksiteEntry':
      return pass(wish.data, enrolled(state), moment);
    case 'SendBackRedWorksiteEntry':
      return sendBack(wish.data, enrolled(state), moment);
    case 'WithdrawRedWorksiteEnrolment':
      return withdraw(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const redWorksiteRefusals = {
  'organization.redWorksite.notEnrolled': {
    zh: '该项目未登记创建红色工地',
    en: 'The project is not enrolled as a Red Worksite.',
  },
  'organization.redWorksite.alreadyEnrolled': {
    zh: '该项目已登记创建，内容不同',
    en: 'The project was enrolled already, with other content.',
  },
  'organization.redWorksite.notAnOpenProject': {
    zh: '只有在册项目可以创建红色工地',
    en: 'Only an open project can be enrolled.',
  },
  'organization.redWorksite.dueBeforeEnrolment': {
    zh: '完成期限早于登记日 {enrolledOn}',
    en: 'It cannot be due before it is enrolled on {enrolledOn}.',
  },
  'organization.redWorksite.membersNotCounted': {
    zh: '“党员”一项须填写党员人数',
    en: 'The entry of members says how many Party members there are.',
  },
  'organization.redWorksite.countsMembersElsewhere': {
    zh: '“{entry}”一项不填党员人数',
    en: 'The entry {entry} counts no Party members.',
  },
  'organization.redWorksite.entryNotFilled': {
    zh: '“{entry}”尚未录入',
    en: 'The entry {entry} was not filled.',
  },
  'organization.redWorksite.entrySentBack': {
    zh: '“{entry}”已于 {checkedOn} 退回，须重新录入',
    en: 'The entry {entry} was sent back on {checkedOn}; it must be filled again first.',
  },
  'organization.redWorksite.entryPassed': {
    zh: '“{entry}”已于 {checkedOn} 核查通过',
    en: 'The entry {entry} passed on {checkedOn}.',
  },
  'organization.redWorksite.fillerCannotCheck': {
    zh: '录入人不能核查自己录入的信息',
    en: 'Whoever filled an entry cannot check it.',
  },
} as const satisfies Record<`organization.redWorksite.${string}`, Bilingual>;

const refuse: RefuseOf<typeof redWorksiteRefusals> = refuseWith(redWorksiteRefusals);

function enrol(
  data: EnrolRedWorksite,
  isOpenProject: boolean,
  state: RedWorksiteState,
  moment: Moment,
): RedWorksiteEvent[] {
  if (state.stage !== 'notEnrolled') {
    return sameContent(data, state.enrolment) ? [] : refuse('organization.redWorksite.alreadyEnrolled');
  }
  requireEntryDay(data.enrolledOn, moment);
  if (!isOpenProject) refuse('organization.redWorksite.notAnOpenProject');
  if (data.dueOn < data.enrolledOn) {
    refuse('organization.redWorksite.dueBeforeEnrolment', { enrolledOn: data.enrolledOn });
  }
  return [{ type: 'RedWorksiteEnrolled', data }];
}

function fill(data: FillRedWorksiteEntry, { enrolment, entries }: Enrolled, moment: Moment): RedWorksiteEvent[] {
  const { entry } = data;
  const known = entries.get(entry);
  if (known && known.check?.passed !== false && sameFilling(data, known.filled)) return [];
  if (known?.check?.passed) {
    refuse('organization.redWorksite.entryPassed', { entry, checkedOn: known.check.checkedOn });
  }
  requireEntryDay(data.filledOn, moment, known?.check?.checkedOn ?? known?.filled.filledOn ?? enrolment.enrolledOn);
  if (entry === 'members' && data.partyMembers === undefined) refuse('organization.redWorksite.membersNotCounted');
  if (entry !== 'members' && data.partyMembers !== undefined) {
    refuse('organization.redWorksite.countsMembersElsewhere', { entry });
  }
  return [{ type: 'RedWorksiteEntryFilled', data: { ...data, filledBy: moment.actor } }];
}

function sameFilling(data: FillRedWorksiteEntry, { filledBy: _filledBy, ...filled }: RedWorksiteEntryFilled): boolean {
  return sameContent(data, filled);
}

function pass(data: PassRedWorksiteEntry, state: Enrolled, moment: Moment): RedWorksiteEvent[] {
  const { unitId, entry, checkedOn } = data;
  const { filled, check } = filledEntry(entry, state);
  if (check?.passed) return [];
  requireCheckable(entry, { filled, check }, checkedOn, moment);
  const passed: RedWorksiteEvent = { type: 'RedWorksiteEntryPassed', data };
  const days = [checkedOn];
  for (const each of redWorksiteEntries.filter((other) => other !== entry)) {
    const other = state.entries.get(each)?.check;
    if (!other?.passed) return [passed];
    days.push(other.checkedOn);
  }
  const completedOn = days.reduce((last, day) => (day > last ? day : last));
  return [passed, { type: 'RedWorksiteCreationCompleted', data: { unitId, completedOn } }];
}

function sendBack(data: SendBackRedWorksiteEntry, state: Enrolled, moment: Moment): RedWorksiteEvent[] {
  const { entry, checkedOn } = data;
  const { filled, check } = filledEntry(entry, state);
  if (check?.passed === false && check.checkedOn === checkedOn) return [];
  if (check?.passed) refuse('organization.redWorksite.entryPassed', { entry, checkedOn: check.checkedOn });
  requireCheckable(entry, { filled, check }, checkedOn, moment);
  return [{ type: 'RedWorksiteEntrySentBack', data }];
}

function requireCheckable(entry: RedWorksiteEntry, { filled, check }: Entry, on: Day, moment: Moment): void {
  if (check) refuse('organization.redWorksite.entrySentBack', { entry, checkedOn: check.checkedOn });
  if (filled.filledBy === moment.actor) refuse('organization.redWorksite.fillerCannotCheck');
  requireEntryDay(on, moment, filled.filledOn);
}

function withdraw(data: WithdrawRedWorksiteEnrolment, state: RedWorksiteState, moment: Moment): RedWorksiteEvent[] {
  requireEntryDay(data.withdrawnOn, moment, enrolled(state).enrolment.enrolledOn);
  return [{ type: 'RedWorksiteEnrolmentWithdrawn', data }];
}

function filledEntry(entry: RedWorksiteEntry, { entries }: Enrolled): Entry {
  return entries.get(entry) ?? refuse('organization.redWorksite.entryNotFilled', { entry });
}

const enrolled = (state: RedWorksiteState): Enrolled =>
  state.stage === 'notEnrolled' ? refuse('organization.redWorksite.notEnrolled') : state;
