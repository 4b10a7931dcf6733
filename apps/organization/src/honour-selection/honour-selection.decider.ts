import type {
  ArrearsAnswer,
  CandidateNominated,
  CandidateScored,
  DecideHonourSelection,
  HonourChoice,
  HonourKind,
  HonourNoticePosted,
  HonourRewardPaid,
  HonourSelectionEvent,
  HonourSelectionOpened,
  NominateForHonour,
  NominationObjectedTo,
  ObjectToNomination,
  OpenHonourSelection,
  PostHonourNotice,
  RecordRewardPayment,
  ReviewNomination,
  ScoreCandidate,
  SettleObjection,
  WithdrawHonour,
} from '@gongyou/contracts';
import {
  type Bilingual,
  type Day,
  type Fen,
  periodKind,
  type RefuseOf,
  refuseWith,
  sameContent,
  workingDays,
} from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { pioneerBar } from './worker-pioneer-bars';
import { hasFallen, type WorkersShare } from './workers-share';

/** A month's round names one advanced labour team and at least so many workers (JX-51a, JX-51b). */
export const MONTHLY_TEAMS = 1;
export const MONTHLY_WORKERS_LEAST = 2;

export interface NotOpened {
  stage: 'notOpened';
}

/** How far a candidate has come. */
export type Standing = 'nominated' | 'putForward' | 'turnedDown' | 'honoured' | 'withdrawn';

export interface Nomination {
  candidate: CandidateNominated;
  standing: Standing;
  /** The last score; none before the first. */
  score?: CandidateScored;
  /** Granted with the honour, in fen. */
  rewardFen?: Fen;
}

/** What a round is, whatever stage it has reached. */
interface Round {
  opening: HonourSelectionOpened;
  nominations: ReadonlyMap<string, Nomination>;
  /** The day of the last entry: the next one cannot be before it. */
  lastOn: Day;
}

/** Candidates are named and looked at. */
export interface Nominating extends Round {
  stage: 'nominating';
}

/** The names are shown, and anybody may object. */
export interface OnNotice extends Round {
  stage: 'onNotice';
  notice: HonourNoticePosted;
  objections: ReadonlyMap<string, NominationObjectedTo & { settled: boolean }>;
}

/** The honours are given; one can still be taken back. */
export interface Decided extends Round {
  stage: 'decided';
  share: WorkersShare;
  decidedOn: Day;
  payments: ReadonlyMap<string, HonourRewardPaid>;
}

export type HonourSelectionState = NotOpened | Nominating | OnNotice | Decided;
type Opened = Exclude<HonourSelectionState, NotOpened>;

/** The round before, as its own stream has it. */
export interface PreviousRound {
  honour: HonourKind;
  unitId: string;
  isDecided: boolean;
}

/**
 * The commands, with what must be known beyond the round: the round before, when one is named and known; which of the units that a
 * nomination names nobody knows; what the arrears list answered of the chosen candidates' employers, as far as it could; and the share of
 * workers in the round before.
 */
export type HonourSelectionWish =
  | { type: 'OpenHonourSelection'; data: OpenHonourSelection; previous?: PreviousRound | undefined }
  | { type: 'NominateForHonour'; data: NominateForHonour; unknownUnitIds: readonly string[] }
  | { type: 'ScoreCandidate'; data: ScoreCandidate }
  | { type: 'ReviewNomination'; data: ReviewNomination }
  | { type: 'PostHonourNotice'; data: PostHonourNotice }
  | { type: 'ObjectToNomination'; data: ObjectToNomination }
  | { type: 'SettleObjection'; data: SettleObjection }
  | {
      type: 'DecideHonourSelection';
      data: DecideHonourSelection;
      arrearsAnswers: ReadonlyMap<string, ArrearsAnswer>;
      previousShare?: WorkersShare | undefined;
    }
  | { type: 'RecordRewardPayment'; data: RecordRewardPayment }
  | { type: 'WithdrawHonour'; data: WithdrawHonour };

/** The rules of a round of selection: nomination, review, public notice, decision, withdrawal (QD-62, CC-04a). */
export const honourSelection: Decider<HonourSelectionWish, HonourSelectionEvent, HonourSelectionState> = {
  initialState: { stage: 'notOpened' },

  evolve(state, event) {
    const round = state as Opened;
    switch (event.type) {
      case 'HonourSelectionOpened':
        return { stage: 'nominating', opening: event.data, nominations: new Map(), lastOn: event.data.openedOn };
      case 'CandidateNominated': {
        const nomination: Nomination = { candidate: event.data, standing: 'nominated' };
        const nominations = new Map(round.nominations).set(event.data.nominationId, nomination);
        return { ...round, nominations, lastOn: event.data.nominatedOn };
      }
      case 'CandidateScored':
        return { ...withNomination(event.data, { score: event.data }, round), lastOn: event.data.scoredOn };
      case 'NominationPutForward':
        return { ...standingAt('putForward', event.data, round), lastOn: event.data.reviewedOn };
      case 'NominationTurnedDown':
        return { ...standingAt('turnedDown', event.data, round), lastOn: event.data.reviewedOn };
      case 'HonourNoticePosted': {
        const { opening, nominations } = round;
        const { postedOn: lastOn } = event.data;
        return { stage: 'onNotice', opening, nominations, notice: event.data, objections: new Map(), lastOn };
      }
      case 'NominationObjectedTo': {
        const noticed = round as OnNotice;
        const objection = { ...event.data, settled: false };
        const objections = new Map(noticed.objections).set(event.data.objectionId, objection);
        return { ...noticed, objections, lastOn: event.data.objectedOn };
      }
      case 'ObjectionUpheld':
        return settled(event.data, standingAt('turnedDown', event.data, round) as OnNotice);
      case 'ObjectionDismissed':
        return settled(event.data, round as OnNotice);
      case 'HonourGiven':
        return withNomination(event.data, { standing: 'honoured', rewardFen: event.data.rewardFen }, round);
      case 'HonourSelectionDecided': {
        const { opening, nominations } = round;
        const { honouredWorkers: workers, honouredPersons: persons, decidedOn: lastOn } = event.data;
        return {
          stage: 'decided',
          opening,
          nominations,
          share: { workers, persons },
          decidedOn: lastOn,
          payments: new Map(),
          lastOn,
        };
      }
      case 'HonourRewardPaid': {
        const decided = round as Decided;
        return { ...decided, payments: new Map(decided.payments).set(event.data.paymentId, event.data) };
      }
      case 'HonourWithdrawn':
        return { ...standingAt('withdrawn', event.data, round), lastOn: event.data.withdrawnOn };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    if (wish.type === 'OpenHonourSelection') return open(wish.data, wish.previous, state, moment);
    if (state.stage === 'notOpened') return refuse('organization.honourSelection.unknown');
    switch (wish.type) {
      case 'NominateForHonour':
        return nominate(wish.data, wish.unknownUnitIds, state, moment);
      case 'ScoreCandidate':
        return score(wish.data, state, moment);
      case 'ReviewNomination':
        return review(wish.data, state, moment);
      case 'PostHonourNotice':
        return postNotice(wish.data, state, moment);
      case 'ObjectToNomination':
        return objectTo(wish.data, state, moment);
      case 'SettleObjection':
        return settle(wish.data, state, moment);
      case 'DecideHonourSelection':
        return decideRound(wish, state, moment);
      case 'RecordRewardPayment':
        return recordPayment(wish.data, state, moment);
      case 'WithdrawHonour':
        return withdraw(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const honourSelectionRefusals = {
  'organization.honourSelection.unknown': { zh: '没有这次评选', en: 'There is no such selection.' },
  'organization.honourSelection.alreadyOpened': {
    zh: '该编号的评选已经启动，内容不同',
    en: 'A selection with this id was opened already, with other content.',
  },
  'organization.honourSelection.monthlyNeedsMonth': {
    zh: '月度评选的期间须为一个月',
    en: 'The period of a monthly selection is a month.',
  },
  'organization.honourSelection.previousDoesNotFit': {
    zh: '上一次评选须为同一单位已作出决定的同一荣誉评选',
    en: 'The round before must be one of the same honour and unit that was decided.',
  },
  'organization.honourSelection.unitUnknown': { zh: '没有组织单元 {unitId}', en: 'There is no unit {unitId}.' },
  'organization.honourSelection.teamsNotScored': {
    zh: '还有 {unscored} 个劳务队伍未评分',
    en: '{unscored} labour teams are not scored yet.',
  },
  'organization.honourSelection.decidedAlready': {
    zh: '评选已作出决定，不能再评分',
    en: 'The selection is decided: nobody is scored any more.',
  },
  'organization.honourSelection.notDecided': {
    zh: '评选尚未作出决定',
    en: 'The selection is not decided yet.',
  },
  'organization.honourSelection.paymentToldOtherwise': {
    zh: '该编号的发放已登记，内容不同',
    en: 'A payment with this id was recorded already, with other content.',
  },
  'organization.honourSelection.moreThanGranted': {
    zh: '发放金额超过尚未发放的奖励 {owedFen} 分',
    en: 'The payment is larger than what is left of the reward, {owedFen} fen.',
  },
  'organization.honourSelection.nominationsClosed': {
    zh: '已经公示，不再接受推荐和审核',
    en: 'The notice was posted: nominations and reviews are closed.',
  },
  'organization.honourSelection.nominatedOtherwise': {
    zh: '该编号的推荐已经提交，内容不同',
    en: 'A nomination with this id was made already, with other content.',
  },
  'organization.honourSelection.candidateNominatedTwice': {
    zh: '该候选人已在本次评选中被推荐',
    en: 'The candidate is nominated in this selection already.',
  },
  'organization.honourSelection.consentMissing': {
    zh: '推荐个人须先取得本人同意',
    en: 'A worker must have agreed to be nominated.',
  },
  'organization.honourSelection.pioneerConditionsMissing': {
    zh: '推荐工人先锋号须填报所在单位的条件',
    en: 'A nomination for Worker Pioneer must tell how the unit stands.',
  },
  'organization.honourSelection.barredFromPioneer': {
    zh: '所在单位存在不得推荐工人先锋号的情形：{bar}',
    en: 'The unit is barred from Worker Pioneer: {bar}.',
  },
  'organization.honourSelection.nominationUnknown': {
    zh: '本次评选没有推荐 {nominationId}',
    en: 'There is no nomination {nominationId} in this selection.',
  },
  'organization.honourSelection.nominatorCannotReview': {
    zh: '推荐人不能审核自己的推荐',
    en: 'Whoever nominated a candidate cannot review the nomination.',
  },
  'organization.honourSelection.reviewedOtherwise': {
    zh: '该推荐已经审核，结论不同',
    en: 'The nomination was reviewed already, with another result.',
  },
  'organization.honourSelection.reviewOutstanding': {
    zh: '还有 {outstanding} 个推荐未审核',
    en: '{outstanding} nominations are not reviewed yet.',
  },
  'organization.honourSelection.nobodyPutForward': { zh: '没有通过审核的候选人', en: 'Nobody was put forward.' },
  'organization.honourSelection.notOnNotice': { zh: '尚未公示，或者已作出决定', en: 'No public notice stands.' },
  'organization.honourSelection.noticeOver': {
    zh: '公示已于 {standsUntil} 结束',
    en: 'The notice stood until {standsUntil}.',
  },
  'organization.honourSelection.noticeStillStands': {
    zh: '公示至 {standsUntil} 止，之后方可作出决定',
    en: 'The notice stands until {standsUntil}; a decision comes after it.',
  },
  'organization.honourSelection.objectedOtherwise': {
    zh: '该编号的异议已经登记，内容不同',
    en: 'An objection with this id was raised already, with other content.',
  },
  'organization.honourSelection.objectionUnknown': { zh: '没有这项异议', en: 'There is no such objection.' },
  'organization.honourSelection.objectionsOpen': {
    zh: '还有 {open} 项异议未办结',
    en: '{open} objections are not settled yet.',
  },
  'organization.honourSelection.notPutForward': {
    zh: '推荐 {nominationId} 未通过审核或者异议成立，不能授予荣誉',
    en: 'Nomination {nominationId} was not put forward, or was objected to with reason.',
  },
  'organization.honourSelection.chosenTwice': {
    zh: '推荐 {nominationId} 或者证书编号重复',
    en: 'Nomination {nominationId}, or its certificate number, comes twice.',
  },
  'organization.honourSelection.arrearsAnswerMissing': {
    zh: '用人单位 {unitId} 是否列入拖欠工资失信名单没有查询结果，须附查询结果',
    en: 'Nobody has said whether employer {unitId} is on the arrears list; attach the result of your own check.',
  },
  'organization.honourSelection.arrearsCheckTooOld': {
    zh: '失信名单查询日期须在公示开始日 {from} 至决定日之间',
    en: 'The arrears list must be checked between the posting of the notice on {from} and the decision.',
  },
  'organization.honourSelection.onArrearsList': {
    zh: '用人单位 {unitId} 被列入拖欠工资失信名单，不得授予荣誉',
    en: 'Employer {unitId} is on the arrears list and can have no honour.',
  },
  'organization.honourSelection.monthlyNeedsOneTeam': {
    zh: '每月评出 {needed} 个先进劳务队伍，本次为 {teams} 个',
    en: 'A month names {needed} advanced labour team, not {teams}.',
  },
  'organization.honourSelection.monthlyNeedsWorkers': {
    zh: '每月至少评出 {least} 名先进劳务工，本次为 {workers} 名',
    en: 'A month names at least {least} advanced workers, not {workers}.',
  },
  'organization.honourSelection.workersShareFell': {
    zh: '产业工人占比低于上一次评选，须说明原因',
    en: 'Industrial workers have a smaller share than in the round before; say why.',
  },
  'organization.honourSelection.notHonoured': {
    zh: '推荐 {nominationId} 没有获得荣誉',
    en: 'Nomination {nominationId} has no honour to be withdrawn.',
  },
  'organization.honourSelection.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.honourSelection.beforeLastEntry': {
    zh: '日期早于上一条记录的日期 {lastOn}',
    en: 'The day is before that of the last entry, {lastOn}.',
  },
} as const satisfies Record<`organization.honourSelection.${string}`, Bilingual>;

const refuse: RefuseOf<typeof honourSelectionRefusals> = refuseWith(honourSelectionRefusals);

function open(
  data: OpenHonourSelection,
  previous: PreviousRound | undefined,
  state: HonourSelectionState,
  moment: Moment,
): HonourSelectionEvent[] {
  if (state.stage !== 'notOpened') {
    return sameContent(data, state.opening) ? [] : refuse('organization.honourSelection.alreadyOpened');
  }
  notInFuture(data.openedOn, moment);
  if (data.honour === 'monthlyAdvanced' && periodKind(data.period) !== 'month') {
    refuse('organization.honourSelection.monthlyNeedsMonth');
  }
  const { selectionId, honour, level, spirit, title, unitId, period, criteria } = data;
  const fits = previous?.honour === honour && previous.unitId === unitId && previous.isDecided;
  if (data.previousSelectionId !== undefined && !fits) refuse('organization.honourSelection.previousDoesNotFit');
  const { noticeWorkingDays, previousSelectionId, openedOn } = data;
  return [
    {
      type: 'HonourSelectionOpened',
      data: {
        selectionId,
        honour,
        level,
        spirit,
        title,
        unitId,
        period,
        criteria,
        noticeWorkingDays,
        previousSelectionId,
        openedOn,
      },
    },
  ];
}

function nominate(
  data: NominateForHonour,
  [unknownUnitId]: readonly string[],
  state: Opened,
  moment: Moment,
): HonourSelectionEvent[] {
  const known = state.nominations.get(data.nominationId);
  if (known) {
    const { nominatedBy: _nominatedBy, ...told } = known.candidate;
    return sameContent(data, told) ? [] : refuse('organization.honourSelection.nominatedOtherwise');
  }
  const round = nominating(state);
  if (unknownUnitId !== undefined) refuse('organization.honourSelection.unitUnknown', { unitId: unknownUnitId });
  notBefore(round.lastOn, data.nominatedOn, moment);
  if ([...round.nominations.values()].some(({ candidate }) => sameCandidate(candidate, data))) {
    refuse('organization.honourSelection.candidateNominatedTwice');
  }
  if (data.candidateKind === 'worker' && data.consentedOn === undefined) {
    refuse('organization.honourSelection.consentMissing');
  }
  if (round.opening.honour === 'workerPioneer') requirePioneerConditions(data);
  return [{ type: 'CandidateNominated', data: { ...data, nominatedBy: moment.actor } }];
}

function requirePioneerConditions({ pioneerConditions, nominatedOn }: NominateForHonour): void {
  if (!pioneerConditions) return refuse('organization.honourSelection.pioneerConditionsMissing');
  const bar = pioneerBar(pioneerConditions, nominatedOn);
  if (bar) refuse('organization.honourSelection.barredFromPioneer', { bar });
}

function score(
  { selectionId, nominationId, scoreHundredths, grounds, scoredOn }: ScoreCandidate,
  state: Opened,
  moment: Moment,
): HonourSelectionEvent[] {
  const { score: before } = nominationOf(nominationId, state);
  if (before?.scoreHundredths === scoreHundredths && before.grounds === grounds) return [];
  if (state.stage === 'decided') refuse('organization.honourSelection.decidedAlready');
  notBefore(state.lastOn, scoredOn, moment);
  return [{ type: 'CandidateScored', data: { selectionId, nominationId, scoreHundredths, grounds, scoredOn } }];
}

function review(
  { selectionId, nominationId, putForward, opinion, reviewedOn }: ReviewNomination,
  state: Opened,
  moment: Moment,
): HonourSelectionEvent[] {
  const { candidate, standing } = nominationOf(nominationId, state);
  if (standing !== 'nominated') {
    if (state.stage === 'nominating' && (standing === 'putForward') === putForward) return [];
    refuse('organization.honourSelection.reviewedOtherwise');
  }
  const { lastOn } = nominating(state);
  if (candidate.nominatedBy === moment.actor) refuse('organization.honourSelection.nominatorCannotReview');
  notBefore(lastOn, reviewedOn, moment);
  return [
    {
      type: putForward ? 'NominationPutForward' : 'NominationTurnedDown',
      data: { selectionId, nominationId, opinion, reviewedOn },
    },
  ];
}

function postNotice(
  { selectionId, place, postedOn }: PostHonourNotice,
  state: Opened,
  moment: Moment,
): HonourSelectionEvent[] {
  if (state.stage === 'onNotice') return [];
  const { nominations, lastOn, opening } = nominating(state);
  notBefore(lastOn, postedOn, moment);
  const standings = [...nominations.values()].map(({ standing }) => standing);
  const outstanding = standings.filter((standing) => standing === 'nominated').length;
  if (outstanding > 0) refuse('organization.honourSelection.reviewOutstanding', { outstanding });
  if (!standings.includes('putForward')) refuse('organization.honourSelection.nobodyPutForward');
  const { day: standsUntil, provisional } = workingDays.addWorkingDays(postedOn, opening.noticeWorkingDays);
  return [{ type: 'HonourNoticePosted', data: { selectionId, place, postedOn, standsUntil, provisional } }];
}

function objectTo(data: ObjectToNomination, state: Opened, moment: Moment): HonourSelectionEvent[] {
  const { notice, objections } = onNotice(state);
  const known = objections.get(data.objectionId);
  if (known) {
    const { settled: _settled, ...told } = known;
    return sameContent(data, told) ? [] : refuse('organization.honourSelection.objectedOtherwise');
  }
  const { selectionId, objectionId, nominationId, grounds, objectedOn } = data;
  notBefore(notice.postedOn, objectedOn, moment);
  if (objectedOn > notice.standsUntil) {
    refuse('organization.honourSelection.noticeOver', { standsUntil: notice.standsUntil });
  }
  requirePutForward(nominationId, state);
  return [{ type: 'NominationObjectedTo', data: { selectionId, objectionId, nominationId, grounds, objectedOn } }];
}

function settle(
  { selectionId, objectionId, upheld, finding, settledOn }: SettleObjection,
  state: Opened,
  moment: Moment,
): HonourSelectionEvent[] {
  const objection = onNotice(state).objections.get(objectionId);
  if (!objection) return refuse('organization.honourSelection.objectionUnknown');
  if (objection.settled) return [];
  notBefore(objection.objectedOn, settledOn, moment);
  const { nominationId } = objection;
  return [
    {
      type: upheld ? 'ObjectionUpheld' : 'ObjectionDismissed',
      data: { selectionId, objectionId, nominationId, finding, settledOn },
    },
  ];
}

function decideRound(
  { data, arrearsAnswers, previousShare }: HonourSelectionWish & { type: 'DecideHonourSelection' },
  state: Opened,
  moment: Moment,
): HonourSelectionEvent[] {
  const { selectionId, documentNumber, choices, whyWorkersShareFell, decidedOn } = data;
  if (state.stage === 'decided') return [];
  const round = onNotice(state);
  requireNoticeOver(round, decidedOn, moment);
  const given = choices.map((choice): HonourSelectionEvent => {
    const { nominationId, certificateNumber, rewardFen } = choice;
    const { candidate } = requirePutForward(nominationId, round);
    requireOnce(choice, choices);
    const arrearsAnswer = clearOfArrears(choice, candidate, arrearsAnswers, round.notice.postedOn, decidedOn);
    return {
      type: 'HonourGiven',
      data: { selectionId, nominationId, certificateNumber, rewardFen, arrearsAnswer, givenOn: decidedOn },
    };
  });
  const candidates = choices.map(({ nominationId }) => nominationOf(nominationId, round).candidate);
  if (round.opening.honour === 'monthlyAdvanced') {
    requireMonthlyNumbers(candidates);
    requireTeamsScored(round);
  }
  const share = shareOf(candidates);
  if (hasFallen(share, previousShare) && whyWorkersShareFell === undefined) {
    refuse('organization.honourSelection.workersShareFell');
  }
  return [
    ...given,
    {
      type: 'HonourSelectionDecided',
      data: {
        selectionId,
        documentNumber,
        honoured: choices.length,
        honouredWorkers: share.workers,
        honouredPersons: share.persons,
        whyWorkersShareFell,
        decidedOn,
      },
    },
  ];
}

function requireNoticeOver({ notice, objections, lastOn }: OnNotice, decidedOn: Day, moment: Moment): void {
  notBefore(lastOn, decidedOn, moment);
  const { standsUntil } = notice;
  if (decidedOn <= standsUntil) refuse('organization.honourSelection.noticeStillStands', { standsUntil });
  const unsettled = [...objections.values()].filter((objection) => !objection.settled).length;
  if (unsettled > 0) refuse('organization.honourSelection.objectionsOpen', { open: unsettled });
}

/** What the list said itself goes before what an office says it has seen there. */
function clearOfArrears(
  { arrearsCheck }: HonourChoice,
  { employerUnitId: unitId }: CandidateNominated,
  arrearsAnswers: ReadonlyMap<string, ArrearsAnswer>,
  from: Day,
  decidedOn: Day,
): ArrearsAnswer {
  const own: ArrearsAnswer | undefined = arrearsCheck && { ...arrearsCheck, answeredBy: 'nominatingOffice' };
  const answer = arrearsAnswers.get(unitId) ?? own;
  if (!answer) return refuse('organization.honourSelection.arrearsAnswerMissing', { unitId });
  if (answer.checkedOn < from || answer.checkedOn > decidedOn) {
    refuse('organization.honourSelection.arrearsCheckTooOld', { from });
  }
  if (answer.listed) refuse('organization.honourSelection.onArrearsList', { unitId });
  return answer;
}

function requireMonthlyNumbers(candidates: readonly CandidateNominated[]): void {
  const workers = candidates.filter(({ candidateKind }) => candidateKind === 'worker').length;
  const teams = candidates.filter(({ candidateKind }) => candidateKind === 'labourTeam').length;
  if (teams !== MONTHLY_TEAMS) {
    refuse('organization.honourSelection.monthlyNeedsOneTeam', { needed: MONTHLY_TEAMS, teams });
  }
  if (workers < MONTHLY_WORKERS_LEAST) {
    refuse('organization.honourSelection.monthlyNeedsWorkers', { least: MONTHLY_WORKERS_LEAST, workers });
  }
}

/** One of several is chosen by what each has reached, so that none is left out (JX-51a). */
function requireTeamsScored({ nominations }: Round): void {
  const unscored = [...nominations.values()].filter(
    (each) => each.candidate.candidateKind === 'labourTeam' && each.standing === 'putForward' && !each.score,
  ).length;
  if (unscored > 0) refuse('organization.honourSelection.teamsNotScored', { unscored });
}

function recordPayment(data: RecordRewardPayment, state: Opened, moment: Moment): HonourSelectionEvent[] {
  if (state.stage !== 'decided') return refuse('organization.honourSelection.notDecided');
  const { selectionId, paymentId, nominationId, payeeId, paidFen, paidOn, evidence } = data;
  const known = state.payments.get(paymentId);
  if (known) return sameContent(data, known) ? [] : refuse('organization.honourSelection.paymentToldOtherwise');
  const { standing, rewardFen } = nominationOf(nominationId, state);
  if (standing !== 'honoured') refuse('organization.honourSelection.notHonoured', { nominationId });
  notBefore(state.decidedOn, paidOn, moment);
  const paid = [...state.payments.values()].filter((each) => each.nominationId === nominationId);
  const owedFen = paid.reduce((owed, each) => owed - each.paidFen, rewardFen ?? 0);
  if (paidFen > owedFen) refuse('organization.honourSelection.moreThanGranted', { owedFen });
  return [
    { type: 'HonourRewardPaid', data: { selectionId, paymentId, nominationId, payeeId, paidFen, paidOn, evidence } },
  ];
}

function withdraw(
  { selectionId, nominationId, reason, note, withdrawnOn }: WithdrawHonour,
  state: Opened,
  moment: Moment,
): HonourSelectionEvent[] {
  const { standing } = nominationOf(nominationId, state);
  if (standing === 'withdrawn') return [];
  if (standing !== 'honoured') refuse('organization.honourSelection.notHonoured', { nominationId });
  notBefore(state.lastOn, withdrawnOn, moment);
  return [{ type: 'HonourWithdrawn', data: { selectionId, nominationId, reason, note, withdrawnOn } }];
}

function nominationOf(nominationId: string, { nominations }: Round): Nomination {
  return nominations.get(nominationId) ?? refuse('organization.honourSelection.nominationUnknown', { nominationId });
}

function requirePutForward(nominationId: string, round: Round): Nomination {
  const nomination = nominationOf(nominationId, round);
  if (nomination.standing !== 'putForward') refuse('organization.honourSelection.notPutForward', { nominationId });
  return nomination;
}

function requireOnce({ nominationId, certificateNumber }: HonourChoice, choices: readonly HonourChoice[]): void {
  const same = choices.filter(
    (each) => each.nominationId === nominationId || each.certificateNumber === certificateNumber,
  );
  if (same.length > 1) refuse('organization.honourSelection.chosenTwice', { nominationId });
}

function shareOf(candidates: readonly CandidateNominated[]): WorkersShare {
  const persons = candidates.filter(({ candidateKind }) => candidateKind === 'worker');
  return { persons: persons.length, workers: persons.filter(({ industrialWorker }) => industrialWorker).length };
}

const sameCandidate = (a: NominateForHonour, b: NominateForHonour): boolean =>
  a.candidateKind === b.candidateKind && a.candidateId === b.candidateId;

const nominating = (state: Opened): Nominating =>
  state.stage === 'nominating' ? state : refuse('organization.honourSelection.nominationsClosed');

const onNotice = (state: Opened): OnNotice =>
  state.stage === 'onNotice' ? state : refuse('organization.honourSelection.notOnNotice');

const standingAt = (standing: Standing, of: { nominationId: string }, round: Opened): Opened =>
  withNomination(of, { standing }, round);

function withNomination({ nominationId }: { nominationId: string }, told: Partial<Nomination>, round: Opened): Opened {
  const nomination = { ...round.nominations.get(nominationId)!, ...told };
  return { ...round, nominations: new Map(round.nominations).set(nominationId, nomination) };
}

function settled({ objectionId, settledOn }: { objectionId: string; settledOn: Day }, round: OnNotice): OnNotice {
  const objection = { ...round.objections.get(objectionId)!, settled: true };
  return { ...round, objections: new Map(round.objections).set(objectionId, objection), lastOn: settledOn };
}

function notBefore(lastOn: Day, on: Day, moment: Moment): void {
  notInFuture(on, moment);
  if (on < lastOn) refuse('organization.honourSelection.beforeLastEntry', { lastOn });
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.honourSelection.dayInFuture', { on });
}
