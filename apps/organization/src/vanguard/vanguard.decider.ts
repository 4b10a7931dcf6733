import type {
  CloseVanguard,
  ReportVanguardResult,
  SetUpVanguard,
  VanguardEvent,
  VanguardResultReported,
  VanguardSetUp,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** Nothing was set up under this id. */
export interface NotSetUp {
  stage: 'notSetUp';
}

export interface Standing {
  stage: 'standing';
  setUp: VanguardSetUp;
  result?: VanguardResultReported;
}

export interface Closed {
  stage: 'closed';
  setUp: VanguardSetUp;
  closedOn: Day;
}

export type VanguardState = NotSetUp | Standing | Closed;

/** The commands; `branchActive`: the Party organization that sets it up exists and was not dissolved. */
export type VanguardWish =
  | { type: 'SetUpVanguard'; data: SetUpVanguard; branchActive: boolean }
  | { type: 'ReportVanguardResult'; data: ReportVanguardResult }
  | { type: 'CloseVanguard'; data: CloseVanguard };

/** Model posts, task forces and responsibility areas of Party members (WZ-16c, CC-01b, JX-49c). */
export const vanguard: Decider<VanguardWish, VanguardEvent, VanguardState> = {
  initialState: { stage: 'notSetUp' },
  evolve,
  decide,
};

function evolve(state: VanguardState, event: VanguardEvent): VanguardState {
  if (event.type === 'VanguardSetUp') return { stage: 'standing', setUp: event.data };
  const { setUp } = state as Standing;
  switch (event.type) {
    case 'VanguardResultReported':
      return { stage: 'standing', setUp, result: event.data };
    case 'VanguardClosed':
      return { stage: 'closed', setUp, closedOn: event.data.closedOn };
    default:
      return unknownFact(event);
  }
}

function decide(wish: VanguardWish, state: VanguardState, moment: Moment): VanguardEvent[] {
  switch (wish.type) {
    case 'SetUpVanguard':
      return setUp(wish.data, wish.branchActive, state, moment);
    case 'ReportVanguardResult':
      return reportResult(wish.data, standing(state), moment);
    case 'CloseVanguard':
      return close(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const vanguardRefusals = {
  'organization.vanguard.alreadySetUp': {
    zh: '该编号的示范岗、突击队或责任区已经设立，内容不同',
    en: 'A vanguard with this id was set up already, with other content.',
  },
  'organization.vanguard.unknown': { zh: '没有这个示范岗、突击队或责任区', en: 'There is no such vanguard.' },
  'organization.vanguard.closed': { zh: '已于 {closedOn} 撤销', en: 'It was closed on {closedOn}.' },
  'organization.vanguard.branchMissing': {
    zh: '党组织不存在或已撤销',
    en: 'The Party organization does not exist, or was dissolved.',
  },
  'organization.vanguard.moreWorkersThanMembers': {
    zh: '工人党员多于成员总数',
    en: 'There are more worker members than members.',
  },
  'organization.vanguard.endsBeforeItBegins': {
    zh: '计划结束日早于设立日',
    en: 'It is planned to end before it begins.',
  },
  'organization.vanguard.tasksTakenBack': {
    zh: '累计完成任务数不能少于此前报告的 {tasksCompleted} 项',
    en: 'Completed tasks are counted since the start; {tasksCompleted} were reported before.',
  },
} as const satisfies Record<`organization.vanguard.${string}`, Bilingual>;

const refuse: RefuseOf<typeof vanguardRefusals> = refuseWith(vanguardRefusals);

function setUp(data: SetUpVanguard, branchActive: boolean, state: VanguardState, moment: Moment): VanguardEvent[] {
  if (state.stage !== 'notSetUp') {
    if (sameContent(data, state.setUp)) return [];
    return refuse('organization.vanguard.alreadySetUp');
  }
  requireEntryDay(data.setUpOn, moment);
  if (!branchActive) refuse('organization.vanguard.branchMissing');
  if (data.workerMembers > data.memberIds.length) refuse('organization.vanguard.moreWorkersThanMembers');
  if (data.plannedUntil !== undefined && data.plannedUntil < data.setUpOn) {
    refuse('organization.vanguard.endsBeforeItBegins');
  }
  return [{ type: 'VanguardSetUp', data: { ...data } }];
}

function reportResult(data: ReportVanguardResult, { setUp, result }: Standing, moment: Moment): VanguardEvent[] {
  if (sameContent(data, result)) return [];
  requireEntryDay(data.reportedOn, moment, result?.reportedOn ?? setUp.setUpOn);
  if (result && data.tasksCompleted < result.tasksCompleted) {
    refuse('organization.vanguard.tasksTakenBack', { tasksCompleted: result.tasksCompleted });
  }
  return [{ type: 'VanguardResultReported', data: { ...data } }];
}

function close({ vanguardId, closedOn }: CloseVanguard, state: VanguardState, moment: Moment): VanguardEvent[] {
  if (state.stage === 'closed' && state.closedOn === closedOn) return [];
  const { setUp, result } = standing(state);
  requireEntryDay(closedOn, moment, result?.reportedOn ?? setUp.setUpOn);
  return [{ type: 'VanguardClosed', data: { vanguardId, closedOn } }];
}

function standing(state: VanguardState): Standing {
  if (state.stage === 'notSetUp') return refuse('organization.vanguard.unknown');
  if (state.stage === 'closed') return refuse('organization.vanguard.closed', { closedOn: state.closedOn });
  return state;
}
