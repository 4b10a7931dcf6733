import type {
  AnnounceCollectiveContract,
  CollectiveContractEvent,
  CollectiveContractScope,
  CollectiveContractSigned,
  CollectiveContractStep,
  CollectiveContractSubmitted,
  CollectiveTalksDemanded,
  DemandCollectiveTalks,
  EnterCollectiveContractIntoForce,
  HoldCollectiveTalks,
  ObjectToCollectiveContract,
  ReplyToTalksDemand,
  SignCollectiveContract,
  SubmitCollectiveContract,
  UnitKind,
} from '@gongyou/contracts';
import { addDays, type Day, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import type { CongressDecision } from '../congress/congress.decider';
import { refuse } from './collective-contract.refusals';
import { lastDayOf, wageTalksLawOn } from './wage-talks-law';

export interface NotDemanded {
  stage: 'notDemanded';
}

export interface Negotiated {
  stage: CollectiveContractStep;
  demand: CollectiveTalksDemanded;
  signed?: CollectiveContractSigned;
  submitted?: CollectiveContractSubmitted;
  announcementDueOn?: Day;
  /** What was told since the last objection, so that the same again changes nothing. */
  told: readonly CollectiveContractEvent[];
  /** The day of the last entry: the next one cannot be before it. */
  lastOn: Day;
}

export type CollectiveContractState = NotDemanded | Negotiated;

/** The commands; to demand talks, with the kind of the unit and the end of the contract that runs; to sign, with what the congress decided. */
export type CollectiveContractWish =
  | {
      type: 'DemandCollectiveTalks';
      data: DemandCollectiveTalks;
      unitKind?: UnitKind | undefined;
      previousEndsOn?: Day | undefined;
    }
  | { type: 'ReplyToTalksDemand'; data: ReplyToTalksDemand }
  | { type: 'HoldCollectiveTalks'; data: HoldCollectiveTalks }
  | { type: 'SignCollectiveContract'; data: SignCollectiveContract; decision?: CongressDecision | undefined }
  | { type: 'SubmitCollectiveContract'; data: SubmitCollectiveContract }
  | { type: 'ObjectToCollectiveContract'; data: ObjectToCollectiveContract }
  | { type: 'EnterCollectiveContractIntoForce'; data: EnterCollectiveContractIntoForce }
  | { type: 'AnnounceCollectiveContract'; data: AnnounceCollectiveContract };

/** Wage talks and the collective contract that comes of them, step by step (UN-09, UN-10). */
export const collectiveContract: Decider<CollectiveContractWish, CollectiveContractEvent, CollectiveContractState> = {
  initialState: { stage: 'notDemanded' },

  evolve(state, event) {
    const before = state as Negotiated;
    switch (event.type) {
      case 'CollectiveTalksDemanded':
        return { stage: 'demanded', demand: event.data, told: [event], lastOn: event.data.demandedOn };
      case 'TalksDemandRepliedTo':
        return after(before, event, event.data.agreed ? 'agreedToTalk' : 'declined', event.data.repliedOn);
      case 'CollectiveTalksHeld':
        return after(before, event, 'talked', event.data.heldOn);
      case 'CollectiveContractSigned':
        return { ...after(before, event, 'signed', event.data.signedOn), signed: event.data };
      case 'CollectiveContractSubmitted':
        return { ...after(before, event, 'submitted', event.data.receivedOn), submitted: event.data };
      case 'CollectiveContractObjectedTo':
        return { ...after(before, event, 'objectedTo', event.data.objectedOn), told: [event] };
      case 'CollectiveContractEnteredIntoForce': {
        const { inForceFrom, announcementDueOn } = event.data;
        return { ...after(before, event, 'inForce', inForceFrom), announcementDueOn };
      }
      case 'CollectiveContractAnnounced':
        return after(before, event, 'announced', event.data.announcedOn);
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    if (wish.type === 'DemandCollectiveTalks') return demand(wish, state, moment);
    if (state.stage === 'notDemanded') return refuse('organization.collectiveContract.unknown');
    switch (wish.type) {
      case 'ReplyToTalksDemand':
        return reply(wish.data, state, moment);
      case 'HoldCollectiveTalks':
        return holdTalks(wish.data, state, moment);
      case 'SignCollectiveContract':
        return sign(wish.data, wish.decision, state, moment);
      case 'SubmitCollectiveContract':
        return submit(wish.data, state, moment);
      case 'ObjectToCollectiveContract':
        return objectTo(wish.data, state, moment);
      case 'EnterCollectiveContractIntoForce':
        return enterIntoForce(wish.data, state, moment);
      case 'AnnounceCollectiveContract':
        return announce(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

/** Which units can have a contract of a scope: an employer its own, an authority or a park one for an industry or an area (UN-10). */
const unitKindsOf: Readonly<Record<CollectiveContractScope, readonly UnitKind[]>> = {
  enterprise: ['group', 'company', 'labourSubcontractor'],
  industry: ['governmentBody', 'industrialPark'],
  area: ['governmentBody', 'industrialPark'],
};

function demand(
  { data, unitKind, previousEndsOn }: CollectiveContractWish & { type: 'DemandCollectiveTalks' },
  state: CollectiveContractState,
  moment: Moment,
): CollectiveContractEvent[] {
  if (state.stage !== 'notDemanded') {
    const { replyDueOn: _replyDueOn, ...told } = state.demand;
    return sameContent(data, told) ? [] : refuse('organization.collectiveContract.demandedOtherwise');
  }
  const { unitId, scope, previousContractId, demandedOn } = data;
  notInFuture(demandedOn, moment);
  if (unitKind === undefined) return refuse('organization.collectiveContract.unitUnknown', { unitId });
  if (!unitKindsOf[scope].includes(unitKind)) refuse('organization.collectiveContract.scopeDoesNotFit', { scope });
  if (previousContractId !== undefined) {
    if (previousEndsOn === undefined) return refuse('organization.collectiveContract.previousNotInForce');
    const from = addDays(previousEndsOn, -wageTalksLawOn(demandedOn).nextRoundWithinDays);
    if (demandedOn < from) refuse('organization.collectiveContract.nextRoundTooEarly', { from });
  }
  const replyDueOn = lastDayOf('replyWithinDays', demandedOn);
  return [{ type: 'CollectiveTalksDemanded', data: { ...data, replyDueOn } }];
}

function reply(data: ReplyToTalksDemand, state: Negotiated, moment: Moment): CollectiveContractEvent[] {
  const late = data.repliedOn > state.demand.replyDueOn;
  const event: CollectiveContractEvent = { type: 'TalksDemandRepliedTo', data: { ...data, late } };
  if (toldBefore(event, state)) return [];
  requireStage(state, 'demanded');
  notBefore(state.lastOn, data.repliedOn, moment);
  return [event];
}

function holdTalks(data: HoldCollectiveTalks, state: Negotiated, moment: Moment): CollectiveContractEvent[] {
  const event: CollectiveContractEvent = { type: 'CollectiveTalksHeld', data: { ...data } };
  if (toldBefore(event, state)) return [];
  requireStage(state, 'agreedToTalk', 'talked', 'objectedTo');
  const { papersExchangedOn, heldOn } = data;
  notBefore(state.lastOn, heldOn, moment);
  const { papersBeforeTalksDays, oneFromOutsideOf } = wageTalksLawOn(heldOn);
  const earliest = addDays(papersExchangedOn, papersBeforeTalksDays);
  if (heldOn < earliest) refuse('organization.collectiveContract.papersTooLate', { earliest });
  for (const [delegates, outside] of [
    [data.staffDelegates, data.staffDelegatesFromOutside],
    [data.employerDelegates, data.employerDelegatesFromOutside],
  ] as const) {
    if (outside * oneFromOutsideOf > delegates) {
      refuse('organization.collectiveContract.tooManyFromOutside', { outside, delegates });
    }
  }
  return [event];
}

function sign(
  data: SignCollectiveContract,
  decision: CongressDecision | undefined,
  state: Negotiated,
  moment: Moment,
): CollectiveContractEvent[] {
  const { passedBy, signedOn, endsOn } = data;
  const submissionDueOn = lastDayOf('submissionWithinDays', signedOn);
  const event: CollectiveContractEvent = { type: 'CollectiveContractSigned', data: { ...data, submissionDueOn } };
  if (toldBefore(event, state)) return [];
  requireStage(state, 'talked');
  notBefore(state.lastOn, signedOn, moment);
  if (endsOn < signedOn) refuse('organization.collectiveContract.endsBeforeItIsSigned');
  if (passedBy === 'workersCongress') requirePassed(decision, state, signedOn);
  return [event];
}

function requirePassed(decision: CongressDecision | undefined, { demand: { unitId } }: Negotiated, on: Day): void {
  const isOnIt = decision?.unitId === unitId && decision.matter === 'collectiveContract';
  if (!isOnIt || !decision.isPassed) return refuse('organization.collectiveContract.draftNotPassed');
  const { votedOn } = decision;
  if (on < votedOn) refuse('organization.collectiveContract.signedBeforePassed', { votedOn });
}

function submit(data: SubmitCollectiveContract, state: Negotiated, moment: Moment): CollectiveContractEvent[] {
  const { receivedOn } = data;
  const late = state.signed !== undefined && receivedOn > state.signed.submissionDueOn;
  const objectionDueOn = lastDayOf('objectionWithinDays', receivedOn);
  const event: CollectiveContractEvent = {
    type: 'CollectiveContractSubmitted',
    data: { ...data, late, objectionDueOn },
  };
  if (toldBefore(event, state)) return [];
  requireStage(state, 'signed');
  notBefore(state.lastOn, receivedOn, moment);
  return [event];
}

function objectTo(data: ObjectToCollectiveContract, state: Negotiated, moment: Moment): CollectiveContractEvent[] {
  const event: CollectiveContractEvent = { type: 'CollectiveContractObjectedTo', data: { ...data } };
  if (toldBefore(event, state)) return [];
  requireStage(state, 'submitted');
  notBefore(state.lastOn, data.objectedOn, moment);
  const { objectionDueOn } = state.submitted!;
  if (data.objectedOn > objectionDueOn) {
    refuse('organization.collectiveContract.objectionTooLate', { objectionDueOn });
  }
  return [event];
}

function enterIntoForce(
  data: EnterCollectiveContractIntoForce,
  state: Negotiated,
  moment: Moment,
): CollectiveContractEvent[] {
  const { clearedByDepartment, inForceFrom } = data;
  const announcementDueOn = lastDayOf('announcementWithinDays', inForceFrom);
  const event: CollectiveContractEvent = {
    type: 'CollectiveContractEnteredIntoForce',
    data: { ...data, announcementDueOn },
  };
  if (toldBefore(event, state)) return [];
  requireStage(state, 'submitted');
  notBefore(state.lastOn, inForceFrom, moment);
  const { objectionDueOn } = state.submitted!;
  if (!clearedByDepartment && inForceFrom <= objectionDueOn) {
    refuse('organization.collectiveContract.objectionStillPossible', { objectionDueOn });
  }
  return [event];
}

function announce(data: AnnounceCollectiveContract, state: Negotiated, moment: Moment): CollectiveContractEvent[] {
  const late = state.announcementDueOn !== undefined && data.announcedOn > state.announcementDueOn;
  const event: CollectiveContractEvent = { type: 'CollectiveContractAnnounced', data: { ...data, late } };
  if (toldBefore(event, state)) return [];
  requireStage(state, 'inForce');
  notBefore(state.lastOn, data.announcedOn, moment);
  return [event];
}

/** The last day of a contract that is in force; nothing of another one. */
export const endOf = (state: CollectiveContractState): Day | undefined =>
  state.stage === 'inForce' || state.stage === 'announced' ? state.signed?.endsOn : undefined;

const after = (
  before: Negotiated,
  event: CollectiveContractEvent,
  stage: CollectiveContractStep,
  lastOn: Day,
): Negotiated => ({ ...before, stage, told: [...before.told, event], lastOn });

const toldBefore = (event: CollectiveContractEvent, { told }: Negotiated): boolean =>
  told.some((each) => sameContent(event, each));

function requireStage({ stage }: Negotiated, ...stages: readonly CollectiveContractStep[]): void {
  if (!stages.includes(stage)) refuse('organization.collectiveContract.notNow', { stage });
}

function notBefore(lastOn: Day, on: Day, moment: Moment): void {
  notInFuture(on, moment);
  if (on < lastOn) refuse('organization.collectiveContract.beforeLastEntry', { lastOn });
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.collectiveContract.dayInFuture', { on });
}
