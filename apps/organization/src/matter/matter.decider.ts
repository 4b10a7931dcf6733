import {
  type AnswerMatter,
  type AssignMatterOwner,
  type CloseMatter,
  type EscalateMatter,
  type EscalateOverdueMatter,
  type LiaisonParameters,
  type MatterCommand,
  type MatterEvent,
  type MatterHopReason,
  type MatterLevel,
  matterLevels,
  type MatterStation,
  type PassMatterAnswerOn,
  type RaiseMatter,
  type WithdrawMatter,
} from '@gongyou/contracts';
import { type Day, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';
import { refuse } from './matter.refusals';
import { type EndedMatter, evolveMatter, initialMatter, type MatterState, type OpenMatter } from './matter.state';
import { answerLimit, passOnLimit } from './matter-time-limit';
import { type MatterGround, requireSubject, requireTeam } from './raising';

type WithGround = 'RaiseMatter' | 'EscalateMatter' | 'EscalateOverdueMatter' | 'AnswerMatter' | 'PassMatterAnswerOn';

/** The commands, with what must be known of the organization where a level or a time limit follows from it. */
export type MatterWish =
  | (Extract<MatterCommand, { type: WithGround }> & { ground: MatterGround })
  | Exclude<MatterCommand, { type: WithGround }>;

/**
 * The rules of a matter (JX-14, JX-15): it climbs from the crew one level at a time, each with a time limit; the answer comes back the
 * same way; it is closed when the crew was told.
 */
export const matter: Decider<MatterWish, MatterEvent, MatterState> = {
  initialState: initialMatter,
  evolve: evolveMatter,
  decide: (wish, state, moment) => {
    switch (wish.type) {
      case 'RaiseMatter':
        return raise(wish.data, wish.ground, state, moment);
      case 'AssignMatterOwner':
        return assignOwner(wish.data, known(state), moment);
      case 'EscalateMatter':
        return escalate(wish.data, wish.ground, known(state), moment);
      case 'EscalateOverdueMatter':
        return escalateOverdue(wish.data, wish.ground, known(state));
      case 'AnswerMatter':
        return answer(wish.data, wish.ground, known(state), moment);
      case 'PassMatterAnswerOn':
        return passAnswerOn(wish.data, wish.ground, known(state), moment);
      case 'CloseMatter':
        return close(wish.data, known(state), moment);
      case 'WithdrawMatter':
        return withdraw(wish.data, known(state), moment);
      default:
        return unknownWish(wish);
    }
  },
};

type KnownMatter = OpenMatter | EndedMatter;

const known = (state: MatterState): KnownMatter =>
  state.stage === 'notRaised' ? refuse('organization.matter.unknown') : state;

function raise(data: RaiseMatter, ground: MatterGround, state: MatterState, moment: Moment): MatterEvent[] {
  const { matterId, unitId, kind, subject, origin, ownerId, raisedOn } = data;
  if (state.stage !== 'notRaised') {
    const { station: _station, ...told } = state.raised;
    const before = { ...told, ownerId: state.raised.station.ownerId };
    return sameContent(data, before) ? [] : refuse('organization.matter.alreadyRaised');
  }
  requireEntryDay(raisedOn, moment);
  requireSubject(kind, subject);
  const { team, parameters } = requireTeam(unitId, raisedOn, ground);
  const station = { ...team, ownerId, limit: answerLimit('crew', raisedOn, parameters) };
  return [{ type: 'MatterRaised', data: { matterId, unitId, kind, subject, origin, station, raisedOn } }];
}

function assignOwner(data: AssignMatterOwner, state: KnownMatter, moment: Moment): MatterEvent[] {
  const { matterId, level, ownerId, assignedOn } = data;
  const before = state.climbed.find((each) => each.level === level)?.ownerId;
  if (before === ownerId) return [];
  const { station } = workable(state, assignedOn, moment);
  requireAt(level, station);
  return [{ type: 'MatterOwnerAssigned', data: { matterId, level, ownerId, assignedOn } }];
}

function escalate(data: EscalateMatter, ground: MatterGround, state: KnownMatter, moment: Moment): MatterEvent[] {
  const { fromLevel, reason, ownerId, escalatedOn } = data;
  if (isBelow(fromLevel, state.climbed.at(-1)!.level) && state.climbed.some(({ level }) => level === fromLevel)) {
    return [];
  }
  const lying = unanswered(workable(state, escalatedOn, moment));
  requireAt(fromLevel, lying.station);
  return [handedUp(lying, ground, reason, escalatedOn, ownerId) ?? refuse('organization.matter.noLevelAbove')];
}

/** At the highest level it stays where it is: the register goes on flagging it. */
function escalateOverdue(
  { closedDay }: EscalateOverdueMatter,
  ground: MatterGround,
  state: KnownMatter,
): MatterEvent[] {
  if (state.stage !== 'unanswered' || closedDay < state.station.limit.dueOn) return [];
  const escalated = handedUp(state, ground, 'timeLimitPassed', closedDay, undefined);
  return escalated ? [escalated] : [];
}

function handedUp(
  { raised, station }: OpenMatter,
  { path, parameters }: MatterGround,
  reason: MatterHopReason,
  escalatedOn: Day,
  ownerId: string | undefined,
): MatterEvent | undefined {
  const next = path.find(({ level }) => isBelow(station.level, level));
  if (!next) return undefined;
  const limit = answerLimit(next.level, escalatedOn, inForce(parameters, escalatedOn));
  return {
    type: 'MatterEscalated',
    data: {
      matterId: raised.matterId,
      fromLevel: station.level,
      reason,
      station: { ...next, ownerId, limit },
      escalatedOn,
    },
  };
}

function answer(data: AnswerMatter, ground: MatterGround, state: KnownMatter, moment: Moment): MatterEvent[] {
  const { matterId, answer: given, measure, plannedFor, answeredOn } = data;
  if (state.answered) {
    const { level: _level, inTime: _inTime, limit: _limit, ...told } = state.answered;
    if (sameContent(data, told)) return [];
  }
  const { station, limitMissed } = unanswered(workable(state, answeredOn, moment));
  if ((given === 'planned') !== (plannedFor !== undefined) || (plannedFor !== undefined && plannedFor < answeredOn)) {
    refuse('organization.matter.planWithoutDay');
  }
  const inTime = !limitMissed && answeredOn <= station.limit.dueOn;
  const limit = passOnLimit(answeredOn, inForce(ground.parameters, answeredOn));
  const { level } = station;
  return [
    {
      type: 'MatterAnswered',
      data: { matterId, level, answer: given, measure, plannedFor, inTime, limit, answeredOn },
    },
  ];
}

function passAnswerOn(
  { matterId, fromLevel, passedOn }: PassMatterAnswerOn,
  ground: MatterGround,
  state: KnownMatter,
  moment: Moment,
): MatterEvent[] {
  const { answered } = state;
  if (answered && isBelow(state.station.level, fromLevel) && !isBelow(answered.level, fromLevel)) return [];
  const { station, climbed } = workable(state, passedOn, moment);
  if (!answered) refuse('organization.matter.notAnswered');
  requireAt(fromLevel, station);
  const below = climbed.findLast(({ level }) => isBelow(level, fromLevel));
  if (!below) return refuse('organization.matter.answerIsBack');
  const limit = passOnLimit(passedOn, inForce(ground.parameters, passedOn));
  return [{ type: 'MatterAnswerPassedOn', data: { matterId, fromLevel, station: { ...below, limit }, passedOn } }];
}

function close({ matterId, told, toldOn }: CloseMatter, state: KnownMatter, moment: Moment): MatterEvent[] {
  if (state.stage === 'closed') return [];
  const { answered, station } = workable(state, toldOn, moment);
  if (!answered) refuse('organization.matter.notAnswered');
  if (station.level !== 'crew') refuse('organization.matter.answerNotBackYet', { level: station.level });
  return [{ type: 'MatterClosed', data: { matterId, told, toldOn } }];
}

function withdraw(data: WithdrawMatter, state: KnownMatter, moment: Moment): MatterEvent[] {
  if (state.stage === 'withdrawn') return [];
  workable(state, data.withdrawnOn, moment);
  return [{ type: 'MatterWithdrawn', data: { ...data } }];
}

/** The matter, if it is open and the day fits what was told of it before. */
function workable(state: KnownMatter, on: Day, moment: Moment): OpenMatter {
  if (state.stage === 'closed' || state.stage === 'withdrawn') return refuse('organization.matter.ended');
  requireEntryDay(on, moment, state.lastOn);
  return state as OpenMatter;
}

const unanswered = (state: OpenMatter): OpenMatter =>
  state.stage === 'answered' ? refuse('organization.matter.alreadyAnswered') : state;

const inForce = (parameters: LiaisonParameters | undefined, on: Day): LiaisonParameters =>
  parameters ?? refuse('organization.matter.timeLimitsMissing', { on });

function requireAt(fromLevel: MatterLevel, { level }: MatterStation): void {
  if (level !== fromLevel) refuse('organization.matter.notAtLevel', { level, fromLevel });
}

const isBelow = (lower: MatterLevel, upper: MatterLevel): boolean =>
  matterLevels.indexOf(lower) < matterLevels.indexOf(upper);
