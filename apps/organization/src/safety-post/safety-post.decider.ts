import type {
  AppointSafetyPost,
  ConfirmHazardRemedy,
  EndSafetyPost,
  HazardFound,
  HazardRewarded,
  RecordHazard,
  RewardHazard,
  SafetyPostAppointed,
  SafetyPostCommand,
  SafetyPostEvent,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** Nobody holds a post under this id. */
export interface NotAppointed {
  stage: 'notAppointed';
}

/** Somebody watches over the safety of a crew, or did so until his last day. */
export interface Appointed {
  stage: 'appointed';
  appointed: SafetyPostAppointed;
  endedOn: Day | null;
  hazards: ReadonlyMap<string, KnownHazard>;
}

interface KnownHazard {
  found: HazardFound;
  remediedOn: Day | null;
  rewarded: HazardRewarded | null;
}

export type SafetyPostState = NotAppointed | Appointed;

export type SafetyPostWish =
  /** Whether the unit of the post is a crew that is open. */
  | (Extract<SafetyPostCommand, { type: 'AppointSafetyPost' }> & { isOpenCrew: boolean })
  | Exclude<SafetyPostCommand, { type: 'AppointSafetyPost' }>;

/** The rules of mass safety monitors and youth safety supervision posts of a crew, and of the hazards that they find (JX-49d). */
export const safetyPost: Decider<SafetyPostWish, SafetyPostEvent, SafetyPostState> = {
  initialState: { stage: 'notAppointed' },
  evolve,
  decide: (wish, state, moment) => {
    switch (wish.type) {
      case 'AppointSafetyPost':
        return appoint(wish, state, moment);
      case 'EndSafetyPost':
        return end(wish.data, appointed(state), moment);
      case 'RecordHazard':
        return recordHazard(wish.data, appointed(state), moment);
      case 'ConfirmHazardRemedy':
        return confirmRemedy(wish.data, appointed(state), moment);
      case 'RewardHazard':
        return reward(wish.data, appointed(state), moment);
      default:
        return unknownWish(wish);
    }
  },
};

function evolve(state: SafetyPostState, event: SafetyPostEvent): SafetyPostState {
  if (event.type === 'SafetyPostAppointed') {
    return { stage: 'appointed', appointed: event.data, endedOn: null, hazards: new Map() };
  }
  const post = state as Appointed;
  const withHazard = (hazardId: string, hazard: KnownHazard): Appointed => ({
    ...post,
    hazards: new Map([...post.hazards, [hazardId, hazard]]),
  });
  switch (event.type) {
    case 'SafetyPostEnded':
      return { ...post, endedOn: event.data.endedOn };
    case 'HazardFound':
      return withHazard(event.data.hazardId, { found: event.data, remediedOn: null, rewarded: null });
    case 'HazardRemedied': {
      const { hazardId, remediedOn } = event.data;
      return withHazard(hazardId, { ...post.hazards.get(hazardId)!, remediedOn });
    }
    case 'HazardRewarded': {
      const { hazardId } = event.data;
      return withHazard(hazardId, { ...post.hazards.get(hazardId)!, rewarded: event.data });
    }
    default:
      return unknownFact(event);
  }
}

export const safetyPostRefusals = {
  'organization.safetyPost.alreadyAppointed': {
    zh: '该编号的岗位已任命，内容不同',
    en: 'A post with this id was filled already, with other content.',
  },
  'organization.safetyPost.unknown': { zh: '没有这个岗位', en: 'There is no such post.' },
  'organization.safetyPost.notACrew': {
    zh: '单元 {unitId} 不是未撤销的班组',
    en: 'Unit {unitId} is no open crew.',
  },
  'organization.safetyPost.notHeld': { zh: '{on} 不在任', en: 'The post was not held on {on}.' },
  'organization.safetyPost.endedOtherwise': {
    zh: '该岗位已于 {endedOn} 免去',
    en: 'The post was ended on {endedOn}.',
  },
  'organization.safetyPost.hazardAfterwards': {
    zh: '{foundOn} 还登记了隐患，免去日不得早于该日',
    en: 'A hazard was found on {foundOn}; the post cannot end before.',
  },
  'organization.safetyPost.hazardDiffers': {
    zh: '该编号的隐患已登记，内容不同',
    en: 'A hazard with this id was recorded already, with other content.',
  },
  'organization.safetyPost.hazardUnknown': { zh: '没有这个隐患', en: 'There is no such hazard.' },
  'organization.safetyPost.alreadyRewarded': {
    zh: '该隐患已奖励，内容不同',
    en: 'The hazard was rewarded already, with other content.',
  },
  'organization.safetyPost.moneyWithoutSum': {
    zh: '奖金须写明大于零的金额；其他奖励不写金额',
    en: 'A reward in money, and no other, tells a sum above zero.',
  },
} as const satisfies Record<`organization.safetyPost.${string}`, Bilingual>;

const refuse: RefuseOf<typeof safetyPostRefusals> = refuseWith(safetyPostRefusals);

const appointed = (state: SafetyPostState): Appointed =>
  state.stage === 'appointed' ? state : refuse('organization.safetyPost.unknown');

function appoint(
  { data, isOpenCrew }: { data: AppointSafetyPost; isOpenCrew: boolean },
  state: SafetyPostState,
  moment: Moment,
): SafetyPostEvent[] {
  if (state.stage === 'appointed') {
    return sameContent(data, state.appointed) ? [] : refuse('organization.safetyPost.alreadyAppointed');
  }
  requireEntryDay(data.appointedOn, moment);
  if (!isOpenCrew) refuse('organization.safetyPost.notACrew', { unitId: data.unitId });
  return [{ type: 'SafetyPostAppointed', data: { ...data } }];
}

function end({ postId, endedOn, reason }: EndSafetyPost, post: Appointed, moment: Moment): SafetyPostEvent[] {
  if (post.endedOn === endedOn) return [];
  if (post.endedOn !== null) refuse('organization.safetyPost.endedOtherwise', { endedOn: post.endedOn });
  requireEntryDay(endedOn, moment, post.appointed.appointedOn);
  const afterwards = [...post.hazards.values()].find(({ found }) => found.foundOn > endedOn);
  if (afterwards) refuse('organization.safetyPost.hazardAfterwards', { foundOn: afterwards.found.foundOn });
  return [{ type: 'SafetyPostEnded', data: { postId, endedOn, reason } }];
}

function recordHazard(data: RecordHazard, post: Appointed, moment: Moment): SafetyPostEvent[] {
  const { postId, hazardId, kind, place, foundOn } = data;
  const { unitId, kind: foundBy, appointedOn } = post.appointed;
  const known = post.hazards.get(hazardId);
  if (known) {
    const { unitId: _unitId, foundBy: _foundBy, ...told } = known.found;
    return sameContent(data, told) ? [] : refuse('organization.safetyPost.hazardDiffers');
  }
  requireEntryDay(foundOn, moment);
  if (foundOn < appointedOn || (post.endedOn !== null && foundOn > post.endedOn)) {
    refuse('organization.safetyPost.notHeld', { on: foundOn });
  }
  return [{ type: 'HazardFound', data: { postId, hazardId, unitId, foundBy, kind, place, foundOn } }];
}

function confirmRemedy(data: ConfirmHazardRemedy, post: Appointed, moment: Moment): SafetyPostEvent[] {
  const hazard = hazardOf(post, data.hazardId);
  if (hazard.remediedOn !== null) return [];
  requireEntryDay(data.remediedOn, moment, hazard.found.foundOn);
  return [{ type: 'HazardRemedied', data: { ...data } }];
}

function reward(data: RewardHazard, post: Appointed, moment: Moment): SafetyPostEvent[] {
  const { found, rewarded } = hazardOf(post, data.hazardId);
  if (rewarded) return sameContent(data, rewarded) ? [] : refuse('organization.safetyPost.alreadyRewarded');
  requireEntryDay(data.rewardedOn, moment, found.foundOn);
  if ((data.reward === 'money') !== (data.paidFen !== undefined && data.paidFen > 0)) {
    refuse('organization.safetyPost.moneyWithoutSum');
  }
  return [{ type: 'HazardRewarded', data: { ...data } }];
}

const hazardOf = (post: Appointed, hazardId: string): KnownHazard =>
  post.hazards.get(hazardId) ?? refuse('organization.safetyPost.hazardUnknown');
