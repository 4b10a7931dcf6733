import type {
  AnswerCongressProposal,
  CongressDelegate,
  CongressEvent,
  CongressKind,
  CongressMatter,
  CongressSessionHeld,
  CongressTermOpened,
  HoldCongressSession,
  MakeCongressProposal,
  OpenCongressTerm,
  SeatDelegates,
  VacateSeat,
  VoteInCongress,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { isPassed, isQuorate } from './congress-votes';

export interface NotOpened {
  stage: 'notOpened';
}

/** A term with its seats, its sessions and what was put to the vote. */
export interface Term {
  stage: 'open';
  opening: CongressTermOpened;
  delegates: ReadonlyMap<string, CongressDelegate>;
  sessions: ReadonlyMap<string, CongressSessionHeld>;
  votes: ReadonlyMap<string, VoteInCongress>;
  proposals: ReadonlyMap<string, Proposal>;
}

/** A proposal of delegates: that it was made, that it was answered, or both. */
export interface Proposal {
  made?: MakeCongressProposal;
  answer?: AnswerCongressProposal;
}

export type CongressState = NotOpened | Term;

/** The term before, as its own stream has it. */
export interface PreviousTerm {
  kind: CongressKind;
  unitId: string;
  beginsOn: Day;
}

/** The commands; to open a term, with the one before when one is named and known. */
export type CongressWish =
  | { type: 'OpenCongressTerm'; data: OpenCongressTerm; previous?: PreviousTerm | undefined }
  | { type: 'SeatDelegates'; data: SeatDelegates }
  | { type: 'VacateSeat'; data: VacateSeat }
  | { type: 'HoldCongressSession'; data: HoldCongressSession }
  | { type: 'VoteInCongress'; data: VoteInCongress }
  | { type: 'MakeCongressProposal'; data: MakeCongressProposal }
  | { type: 'AnswerCongressProposal'; data: AnswerCongressProposal };

/** The rules of one term of a congress: seats, sessions and resolutions (HM-04f, UN-08). */
export const congress: Decider<CongressWish, CongressEvent, CongressState> = {
  initialState: { stage: 'notOpened' },

  evolve(state, event) {
    const term = state as Term;
    switch (event.type) {
      case 'CongressTermOpened':
        return {
          stage: 'open',
          opening: event.data,
          delegates: new Map(),
          sessions: new Map(),
          votes: new Map(),
          proposals: new Map(),
        };
      case 'DelegatesSeated': {
        const seated = event.data.delegates.map((each): [string, CongressDelegate] => [each.workerId, each]);
        return { ...term, delegates: new Map([...term.delegates, ...seated]) };
      }
      case 'SeatVacated': {
        const delegates = new Map(term.delegates);
        delegates.delete(event.data.workerId);
        return { ...term, delegates };
      }
      case 'CongressSessionHeld':
        return { ...term, sessions: new Map(term.sessions).set(event.data.sessionId, event.data) };
      case 'CongressResolutionPassed':
      case 'CongressResolutionRejected': {
        const { delegates: _delegates, ...vote } = event.data;
        return { ...term, votes: new Map(term.votes).set(vote.resolutionId, vote) };
      }
      case 'CongressProposalMade':
        return withProposal(term, event.data.proposalId, { made: event.data });
      case 'CongressProposalAnswered':
        return withProposal(term, event.data.proposalId, { answer: event.data });
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    if (wish.type === 'OpenCongressTerm') return open(wish.data, wish.previous, state);
    if (state.stage === 'notOpened') return refuse('organization.congress.unknown');
    switch (wish.type) {
      case 'SeatDelegates':
        return seat(wish.data, state, moment);
      case 'VacateSeat':
        return vacate(wish.data, state, moment);
      case 'HoldCongressSession':
        return holdSession(wish.data, state, moment);
      case 'VoteInCongress':
        return vote(wish.data, state);
      case 'MakeCongressProposal':
        return makeProposal(wish.data, state, moment);
      case 'AnswerCongressProposal':
        return answerProposal(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const congressRefusals = {
  'organization.congress.unknown': { zh: '没有这届代表大会', en: 'There is no such term of a congress.' },
  'organization.congress.alreadyOpened': {
    zh: '该编号的届次已登记，内容不同',
    en: 'A term with this id was opened already, with other content.',
  },
  'organization.congress.endsBeforeItBegins': { zh: '届期结束日早于开始日', en: 'The term ends before it begins.' },
  'organization.congress.previousDoesNotFit': {
    zh: '上一届须为同一单位的同类代表大会，且开始日期更早',
    en: 'The term before must be an earlier one of the same kind of congress in the same unit.',
  },
  'organization.congress.noSeatLeft': {
    zh: '共 {seats} 个席位，已有代表 {delegates} 人，不能再增加 {more} 人',
    en: 'There are {seats} seats with {delegates} delegates; {more} more do not fit.',
  },
  'organization.congress.delegateNamedTwice': { zh: '同一人重复登记', en: 'A delegate is named more than once.' },
  'organization.congress.seatedOtherwise': {
    zh: '此人已登记为代表，类别不同',
    en: 'One of them has a seat already, in another category.',
  },
  'organization.congress.noDelegates': { zh: '尚未登记代表', en: 'No delegates were seated yet.' },
  'organization.congress.sessionsOfWorkersCongressOnly': {
    zh: '只登记职工代表大会的会议和决议',
    en: 'Only the sessions of a workers’ congress are kept here.',
  },
  'organization.congress.sessionToldOtherwise': {
    zh: '该编号的会议已登记，内容不同',
    en: 'A session with this id was recorded already, with other content.',
  },
  'organization.congress.notQuorate': {
    zh: '全体代表 {delegates} 人，到会 {present} 人，不足三分之二',
    en: 'Of {delegates} delegates {present} were present: fewer than two thirds.',
  },
  'organization.congress.morePresentThanSeated': {
    zh: '到会 {present} 人，多于全体代表 {delegates} 人',
    en: '{present} present are more than the {delegates} delegates.',
  },
  'organization.congress.sessionUnknown': { zh: '没有这次会议', en: 'There is no such session.' },
  'organization.congress.voteToldOtherwise': {
    zh: '该编号的表决已登记，内容不同',
    en: 'A vote with this id was recorded already, with other content.',
  },
  'organization.congress.moreVotesThanPresent': {
    zh: '票数 {votes} 多于到会代表 {present} 人',
    en: '{votes} votes are more than the {present} delegates present.',
  },
  'organization.congress.proposalToldOtherwise': {
    zh: '该编号的提案已登记或已办复，内容不同',
    en: 'The proposal was recorded or answered already, with other content.',
  },
  'organization.congress.notProposedByDelegates': {
    zh: '提案人 {workerId} 不是代表',
    en: '{workerId} made the proposal, but is no delegate.',
  },
  'organization.congress.answeredBeforeMade': {
    zh: '办复日期早于提案日期 {madeOn}',
    en: 'The proposal cannot be answered before it was made on {madeOn}.',
  },
  'organization.congress.outsideTerm': {
    zh: '日期不在届期 {beginsOn} 至 {endsOn} 内',
    en: 'The day is not within the term from {beginsOn} to {endsOn}.',
  },
  'organization.congress.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
} as const satisfies Record<`organization.congress.${string}`, Bilingual>;

const refuse: RefuseOf<typeof congressRefusals> = refuseWith(congressRefusals);

function open(data: OpenCongressTerm, previous: PreviousTerm | undefined, state: CongressState): CongressEvent[] {
  if (state.stage === 'open') {
    return sameContent(data, state.opening) ? [] : refuse('organization.congress.alreadyOpened');
  }
  const { congressId, kind, level, unitId, name, seats, staffCount, previousCongressId, beginsOn, endsOn } = data;
  if (endsOn < beginsOn) refuse('organization.congress.endsBeforeItBegins');
  if (previousCongressId !== undefined && !precedes(previous, data)) refuse('organization.congress.previousDoesNotFit');
  return [
    {
      type: 'CongressTermOpened',
      data: { congressId, kind, level, unitId, name, seats, staffCount, previousCongressId, beginsOn, endsOn },
    },
  ];
}

const precedes = (previous: PreviousTerm | undefined, { kind, unitId, beginsOn }: OpenCongressTerm): boolean =>
  previous?.kind === kind && previous.unitId === unitId && previous.beginsOn < beginsOn;

function seat({ congressId, delegates, seatedOn }: SeatDelegates, term: Term, moment: Moment): CongressEvent[] {
  if (new Set(delegates.map(({ workerId }) => workerId)).size < delegates.length) {
    refuse('organization.congress.delegateNamedTwice');
  }
  const fresh = delegates.filter((each) => {
    const seated = term.delegates.get(each.workerId);
    if (seated && !sameContent(each, seated)) refuse('organization.congress.seatedOtherwise');
    return !seated;
  });
  if (fresh.length === 0) return [];
  notInFuture(seatedOn, moment);
  const { seats } = term.opening;
  if (term.delegates.size + fresh.length > seats) {
    refuse('organization.congress.noSeatLeft', { seats, delegates: term.delegates.size, more: fresh.length });
  }
  return [{ type: 'DelegatesSeated', data: { congressId, delegates: fresh, seatedOn } }];
}

function vacate({ congressId, workerId, vacatedOn }: VacateSeat, term: Term, moment: Moment): CongressEvent[] {
  if (!term.delegates.has(workerId)) return [];
  notInFuture(vacatedOn, moment);
  return [{ type: 'SeatVacated', data: { congressId, workerId, vacatedOn } }];
}

function holdSession(data: HoldCongressSession, term: Term, moment: Moment): CongressEvent[] {
  const { congressId, sessionId, delegatesPresent: present, minutes, heldOn } = data;
  if (term.opening.kind !== 'workersCongress') refuse('organization.congress.sessionsOfWorkersCongressOnly');
  const known = term.sessions.get(sessionId);
  if (known) {
    const { delegates: _delegates, ...told } = known;
    return sameContent(data, told) ? [] : refuse('organization.congress.sessionToldOtherwise');
  }
  withinTerm(heldOn, term, moment);
  const delegates = term.delegates.size;
  if (delegates === 0) refuse('organization.congress.noDelegates');
  if (present > delegates) refuse('organization.congress.morePresentThanSeated', { present, delegates });
  if (!isQuorate(delegates, present)) refuse('organization.congress.notQuorate', { delegates, present });
  return [
    {
      type: 'CongressSessionHeld',
      data: { congressId, sessionId, delegates, delegatesPresent: present, minutes, heldOn },
    },
  ];
}

function vote(data: VoteInCongress, term: Term): CongressEvent[] {
  const known = term.votes.get(data.resolutionId);
  if (known) return sameContent(data, known) ? [] : refuse('organization.congress.voteToldOtherwise');
  const session = sessionOf(data, term);
  const { congressId, sessionId, resolutionId, matter, vitalInterest, title, votesFor, votesAgainst, abstaining } =
    data;
  const votes = votesFor + votesAgainst + abstaining;
  const { delegates, delegatesPresent: present } = session;
  if (votes > present) refuse('organization.congress.moreVotesThanPresent', { votes, present });
  return [
    {
      type: isPassed(delegates, votesFor) ? 'CongressResolutionPassed' : 'CongressResolutionRejected',
      data: {
        congressId,
        sessionId,
        resolutionId,
        matter,
        vitalInterest,
        title,
        delegates,
        votesFor,
        votesAgainst,
        abstaining,
      },
    },
  ];
}

function makeProposal(data: MakeCongressProposal, term: Term, moment: Moment): CongressEvent[] {
  const { congressId, sessionId, proposalId, title, proposerIds, madeOn } = data;
  const known = term.proposals.get(proposalId);
  if (known?.made && sameContent(data, known.made)) return [];
  if (known) refuse('organization.congress.proposalToldOtherwise');
  sessionOf(data, term);
  notInFuture(madeOn, moment);
  const stranger = proposerIds.find((workerId) => !term.delegates.has(workerId));
  if (stranger !== undefined) refuse('organization.congress.notProposedByDelegates', { workerId: stranger });
  return [{ type: 'CongressProposalMade', data: { congressId, sessionId, proposalId, title, proposerIds, madeOn } }];
}

function answerProposal(data: AnswerCongressProposal, term: Term, moment: Moment): CongressEvent[] {
  const { congressId, sessionId, proposalId, title, adopted, answeredOn } = data;
  const { made, answer } = term.proposals.get(proposalId) ?? {};
  if (answer) return sameContent(data, answer) ? [] : refuse('organization.congress.proposalToldOtherwise');
  if (made && made.sessionId !== sessionId) refuse('organization.congress.proposalToldOtherwise');
  sessionOf(data, term);
  notInFuture(answeredOn, moment);
  if (made && answeredOn < made.madeOn) refuse('organization.congress.answeredBeforeMade', { madeOn: made.madeOn });
  return [
    { type: 'CongressProposalAnswered', data: { congressId, sessionId, proposalId, title, adopted, answeredOn } },
  ];
}

function withProposal(term: Term, proposalId: string, told: Proposal): Term {
  const proposal = { ...term.proposals.get(proposalId), ...told };
  return { ...term, proposals: new Map(term.proposals).set(proposalId, proposal) };
}

/** What a congress decided on a resolution, as others need it. */
export interface CongressDecision {
  unitId: string;
  matter: CongressMatter;
  isPassed: boolean;
  votedOn: Day;
}

/** What a congress decided on a resolution, and when; nothing before it was put to the vote. */
export function decisionOf(state: CongressState, resolutionId: string): CongressDecision | undefined {
  const vote = state.stage === 'open' ? state.votes.get(resolutionId) : undefined;
  if (state.stage === 'notOpened' || !vote) return undefined;
  const { delegates, heldOn: votedOn } = state.sessions.get(vote.sessionId)!;
  const { matter, votesFor } = vote;
  return { unitId: state.opening.unitId, matter, isPassed: isPassed(delegates, votesFor), votedOn };
}

const sessionOf = ({ sessionId }: { sessionId: string }, { sessions }: Term): CongressSessionHeld =>
  sessions.get(sessionId) ?? refuse('organization.congress.sessionUnknown');

function withinTerm(on: Day, { opening: { beginsOn, endsOn } }: Term, moment: Moment): void {
  notInFuture(on, moment);
  if (on < beginsOn || on > endsOn) refuse('organization.congress.outsideTerm', { beginsOn, endsOn });
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.congress.dayInFuture', { on });
}
