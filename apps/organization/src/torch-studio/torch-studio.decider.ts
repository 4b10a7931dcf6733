import type {
  AssignTorchTask,
  JoinTorchAction,
  LeaveTorchAction,
  RecordTorchResult,
  TorchActionJoined,
  TorchResultRecorded,
  TorchStudioEvent,
  TorchTaskAssigned,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** The studio has not joined the action. */
export interface NotJoined {
  stage: 'notJoined';
}

interface Joined {
  joined: TorchActionJoined;
  tasks: ReadonlyMap<string, TorchTaskAssigned>;
  results: ReadonlyMap<string, TorchResultRecorded>;
}

export interface InAction extends Joined {
  stage: 'inAction';
}

export interface Left extends Joined {
  stage: 'left';
  leftOn: Day;
}

export type TorchStudioState = NotJoined | InAction | Left;

/** The commands; `branchActive`: the studio's Party organization exists and was not dissolved. */
export type TorchStudioWish =
  | { type: 'JoinTorchAction'; data: JoinTorchAction; branchActive: boolean }
  | { type: 'AssignTorchTask'; data: AssignTorchTask }
  | { type: 'RecordTorchResult'; data: RecordTorchResult }
  | { type: 'LeaveTorchAction'; data: LeaveTorchAction };

/** A model-worker studio in the Torch action: what its Party members take on, and what comes of it (火炬行动; HM-02h). */
export const torchStudio: Decider<TorchStudioWish, TorchStudioEvent, TorchStudioState> = {
  initialState: { stage: 'notJoined' },
  evolve,
  decide,
};

function evolve(state: TorchStudioState, event: TorchStudioEvent): TorchStudioState {
  if (event.type === 'TorchActionJoined') {
    return { stage: 'inAction', joined: event.data, tasks: new Map(), results: new Map() };
  }
  const studio = state as InAction;
  switch (event.type) {
    case 'TorchTaskAssigned':
      return { ...studio, tasks: new Map([...studio.tasks, [event.data.taskId, event.data]]) };
    case 'TorchResultRecorded':
      return { ...studio, results: new Map([...studio.results, [event.data.resultId, event.data]]) };
    case 'TorchActionLeft':
      return { ...studio, stage: 'left', leftOn: event.data.leftOn };
    default:
      return unknownFact(event);
  }
}

function decide(wish: TorchStudioWish, state: TorchStudioState, moment: Moment): TorchStudioEvent[] {
  switch (wish.type) {
    case 'JoinTorchAction':
      return join(wish.data, wish.branchActive, state, moment);
    case 'AssignTorchTask':
      return assignTask(wish.data, inAction(state), moment);
    case 'RecordTorchResult':
      return recordResult(wish.data, inAction(state), moment);
    case 'LeaveTorchAction':
      return leave(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const torchStudioRefusals = {
  'organization.torchStudio.alreadyJoined': {
    zh: '该编号的工作室已经加入，内容不同',
    en: 'A studio with this id joined already, with other content.',
  },
  'organization.torchStudio.unknown': { zh: '该工作室没有加入“火炬”行动', en: 'There is no such studio.' },
  'organization.torchStudio.left': { zh: '工作室已于 {leftOn} 退出', en: 'The studio left on {leftOn}.' },
  'organization.torchStudio.branchMissing': {
    zh: '党组织不存在或已撤销',
    en: 'The Party organization does not exist, or was dissolved.',
  },
  'organization.torchStudio.otherTask': {
    zh: '该编号的任务内容不同',
    en: 'A task with this id was assigned already, with other content.',
  },
  'organization.torchStudio.taskUnknown': { zh: '没有这项任务', en: 'There is no such task.' },
  'organization.torchStudio.otherResult': {
    zh: '该编号的成果内容不同',
    en: 'A result with this id was recorded already, with other content.',
  },
} as const satisfies Record<`organization.torchStudio.${string}`, Bilingual>;

const refuse: RefuseOf<typeof torchStudioRefusals> = refuseWith(torchStudioRefusals);

function join(
  data: JoinTorchAction,
  branchActive: boolean,
  state: TorchStudioState,
  moment: Moment,
): TorchStudioEvent[] {
  if (state.stage !== 'notJoined') {
    if (sameContent(data, state.joined)) return [];
    return refuse('organization.torchStudio.alreadyJoined');
  }
  requireEntryDay(data.joinedOn, moment);
  if (!branchActive) refuse('organization.torchStudio.branchMissing');
  return [{ type: 'TorchActionJoined', data: { ...data } }];
}

function assignTask(data: AssignTorchTask, { joined, tasks }: InAction, moment: Moment): TorchStudioEvent[] {
  const known = tasks.get(data.taskId);
  if (known) return sameContent(data, known) ? [] : refuse('organization.torchStudio.otherTask');
  requireEntryDay(data.assignedOn, moment, joined.joinedOn);
  return [{ type: 'TorchTaskAssigned', data: { ...data } }];
}

function recordResult(
  data: RecordTorchResult,
  { joined, tasks, results }: InAction,
  moment: Moment,
): TorchStudioEvent[] {
  const known = results.get(data.resultId);
  if (known) return sameContent(data, known) ? [] : refuse('organization.torchStudio.otherResult');
  const task = data.taskId === undefined ? undefined : tasks.get(data.taskId);
  if (data.taskId !== undefined && !task) refuse('organization.torchStudio.taskUnknown');
  requireEntryDay(data.achievedOn, moment, task?.assignedOn ?? joined.joinedOn);
  return [{ type: 'TorchResultRecorded', data: { ...data } }];
}

function leave({ studioId, leftOn }: LeaveTorchAction, state: TorchStudioState, moment: Moment): TorchStudioEvent[] {
  if (state.stage === 'left' && state.leftOn === leftOn) return [];
  requireEntryDay(leftOn, moment, inAction(state).joined.joinedOn);
  return [{ type: 'TorchActionLeft', data: { studioId, leftOn } }];
}

function inAction(state: TorchStudioState): InAction {
  if (state.stage === 'notJoined') return refuse('organization.torchStudio.unknown');
  if (state.stage === 'left') return refuse('organization.torchStudio.left', { leftOn: state.leftOn });
  return state;
}
