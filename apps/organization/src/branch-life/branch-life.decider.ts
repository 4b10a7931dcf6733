import type {
  BranchLifeEvent,
  BranchLifeRecorded,
  CorrectBranchLife,
  RecordBranchLife,
  WithdrawBranchLife,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** Nothing was recorded under this id. */
export interface NotRecorded {
  stage: 'notRecorded';
}

export interface Recorded {
  stage: 'recorded' | 'withdrawn';
  unitId: string;
  first: BranchLifeRecorded;
  /** As corrected. */
  entry: BranchLifeRecorded;
}

export type BranchLifeState = NotRecorded | Recorded;

/** The organization whose life it is, as far as it is known. */
export interface RecordingBranch {
  unitId: string;
  hasCommittee: boolean;
}

export type BranchLifeWish =
  | { type: 'RecordBranchLife'; data: RecordBranchLife; branch?: RecordingBranch | undefined }
  | { type: 'CorrectBranchLife'; data: CorrectBranchLife }
  | { type: 'WithdrawBranchLife'; data: WithdrawBranchLife };

/** An entry in the ledger of a branch: meetings, lectures, theme days. It is corrected by another entry, never changed (WZ-19b, HM-02g). */
export const branchLife: Decider<BranchLifeWish, BranchLifeEvent, BranchLifeState> = {
  initialState: { stage: 'notRecorded' },
  evolve,
  decide,
};

function evolve(state: BranchLifeState, event: BranchLifeEvent): BranchLifeState {
  switch (event.type) {
    case 'BranchLifeRecorded':
      return { stage: 'recorded', unitId: event.data.unitId, first: event.data, entry: event.data };
    case 'BranchLifeCorrected': {
      const { reason: _reason, ...entry } = event.data;
      const { unitId } = state as Recorded;
      return { ...(state as Recorded), entry: { ...entry, unitId } };
    }
    case 'BranchLifeWithdrawn':
      return { ...(state as Recorded), stage: 'withdrawn' };
    default:
      return unknownFact(event);
  }
}

function decide(wish: BranchLifeWish, state: BranchLifeState, moment: Moment): BranchLifeEvent[] {
  switch (wish.type) {
    case 'RecordBranchLife':
      return record(wish.data, wish.branch, state, moment);
    case 'CorrectBranchLife':
      return correct(wish.data, standing(state), moment);
    case 'WithdrawBranchLife':
      return withdraw(wish.data, state);
    default:
      return unknownWish(wish);
  }
}

export const branchLifeRefusals = {
  'organization.branchLife.alreadyRecorded': {
    zh: '该编号的组织生活已经登记，内容不同；须更正的，请用更正',
    en: 'A record with this id exists already, with other content. Correct it instead.',
  },
  'organization.branchLife.unknown': { zh: '没有这条组织生活记录', en: 'There is no such record.' },
  'organization.branchLife.withdrawn': { zh: '该记录已撤回', en: 'The record was withdrawn.' },
  'organization.branchLife.branchMissing': {
    zh: '党组织不存在或已撤销',
    en: 'The Party organization does not exist, or was dissolved.',
  },
  'organization.branchLife.noCommittee': {
    zh: '该支部未设支部委员会',
    en: 'This branch has no committee that could meet.',
  },
  'organization.branchLife.lecturerMissing': {
    zh: '党课须写明讲课人身份',
    en: 'A lecture names who gave it, by his post.',
  },
  'organization.branchLife.crewsMissing': {
    zh: '对应班组建设任务的活动须写明参加班组',
    en: 'What served a crew-building task names the crews that took part.',
  },
  'organization.branchLife.lecturerOfNoLecture': {
    zh: '只有党课才写明讲课人',
    en: 'Only a lecture names who gave it.',
  },
  'organization.branchLife.classHoursMissing': {
    zh: '培训须写明学时',
    en: 'Training states its class hours.',
  },
  'organization.branchLife.anotherBranch': {
    zh: '更正不能改为另一党组织的记录',
    en: 'A correction cannot give the record to another organization.',
  },
} as const satisfies Record<`organization.branchLife.${string}`, Bilingual>;

const refuse: RefuseOf<typeof branchLifeRefusals> = refuseWith(branchLifeRefusals);

function record(
  data: RecordBranchLife,
  branch: RecordingBranch | undefined,
  state: BranchLifeState,
  moment: Moment,
): BranchLifeEvent[] {
  if (state.stage !== 'notRecorded') {
    if (sameContent({ ...data, unitId: state.unitId }, state.first)) return [];
    return refuse('organization.branchLife.alreadyRecorded');
  }
  if (!branch) return refuse('organization.branchLife.branchMissing');
  if (data.kind === 'committeeMeeting' && !branch.hasCommittee) refuse('organization.branchLife.noCommittee');
  requireWhole(data, moment);
  return [{ type: 'BranchLifeRecorded', data: { ...data, unitId: branch.unitId } }];
}

function correct(data: CorrectBranchLife, state: Recorded, moment: Moment): BranchLifeEvent[] {
  const { reason: _reason, ...entry } = data;
  if (sameContent({ ...entry, unitId: state.unitId }, state.entry)) return [];
  if (data.partyOrganizationId !== state.entry.partyOrganizationId) refuse('organization.branchLife.anotherBranch');
  requireWhole(data, moment);
  return [{ type: 'BranchLifeCorrected', data: { ...data } }];
}

function withdraw({ recordId, reason }: WithdrawBranchLife, state: BranchLifeState): BranchLifeEvent[] {
  if (state.stage === 'withdrawn') return [];
  standing(state);
  return [{ type: 'BranchLifeWithdrawn', data: { recordId, reason } }];
}

function standing(state: BranchLifeState): Recorded {
  if (state.stage === 'notRecorded') return refuse('organization.branchLife.unknown');
  if (state.stage === 'withdrawn') return refuse('organization.branchLife.withdrawn');
  return state;
}

function requireWhole(entry: RecordBranchLife, moment: Moment): void {
  const { kind, heldOn, lecturer, lecturerId, classHours, crewIds, crewTaskId } = entry;
  requireEntryDay(heldOn, moment);
  if (crewTaskId !== undefined && crewIds.length === 0) refuse('organization.branchLife.crewsMissing');
  if (kind !== 'partyLecture' && lecturerId !== undefined) refuse('organization.branchLife.lecturerOfNoLecture');
  if (kind === 'partyLecture' && lecturer === undefined) refuse('organization.branchLife.lecturerMissing');
  if (kind === 'training' && classHours === undefined) refuse('organization.branchLife.classHoursMissing');
}
