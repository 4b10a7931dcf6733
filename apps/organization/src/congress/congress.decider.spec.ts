import type { CongressDelegate, CongressEvent } from '@gongyou/contracts';
import { type Day, day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { congress, type CongressWish, decisionOf } from './congress.decider';

const given = specify(congress);
const congressId = 'congress-6';

const term = {
  congressId,
  kind: 'workersCongress' as const,
  level: 'enterprise' as const,
  unitId: 'first-highway',
  name: '第六届职工代表大会',
  seats: 31,
  staffCount: 600,
  beginsOn: day('2026-01-15'),
  endsOn: day('2029-01-14'),
};
const open = (
  data: typeof term & { previousCongressId?: string } = term,
  previous?: { kind: 'workersCongress'; unitId: string; beginsOn: Day },
): CongressWish => ({
  type: 'OpenCongressTerm',
  data,
  previous,
});
const opened = (data: typeof term = term): CongressEvent => ({ type: 'CongressTermOpened', data });
const delegates = (count: number, from = 0): CongressDelegate[] =>
  Array.from({ length: count }, (_, number) => ({
    workerId: `w-${from + number}`,
    category: 'frontLine',
    industrialWorker: true,
  }));
const seating = (of: CongressDelegate[]) => ({ congressId, delegates: of, seatedOn: day('2026-01-15') });
const seat = (of: CongressDelegate[]): CongressWish => ({ type: 'SeatDelegates', data: seating(of) });
const seated = (of: CongressDelegate[]): CongressEvent => ({ type: 'DelegatesSeated', data: seating(of) });

const session = (delegatesPresent: number, heldOn = '2026-01-20') => ({
  congressId,
  sessionId: 's-1',
  delegatesPresent,
  minutes: [],
  heldOn: day(heldOn),
});
const hold = (...of: Parameters<typeof session>): CongressWish => ({
  type: 'HoldCongressSession',
  data: session(...of),
});
const held = (present: number, all = 30): CongressEvent => ({
  type: 'CongressSessionHeld',
  data: { ...session(present), delegates: all },
});
const ballot = (votesFor: number, votesAgainst = 0, abstaining = 0) => ({
  congressId,
  sessionId: 's-1',
  resolutionId: 'r-1',
  matter: 'payScheme' as const,
  vitalInterest: true,
  title: '薪酬分配方案',
  votesFor,
  votesAgainst,
  abstaining,
});
const vote = (...of: Parameters<typeof ballot>): CongressWish => ({ type: 'VoteInCongress', data: ballot(...of) });
const thirty = [opened(), seated(delegates(30))];

describe('A term of a congress (HM-04f)', () => {
  it('is opened once', () => {
    given().when(open()).then(opened());
    given(opened()).when(open()).thenNothing();
    given(opened())
      .when(open({ ...term, seats: 32 }))
      .thenRefused('organization.congress.alreadyOpened');
  });
  it('is compared with the one before of the same congress', () => {
    const next = { ...term, previousCongressId: 'congress-5' };
    const before = { kind: 'workersCongress', unitId: 'first-highway', beginsOn: day('2026-01-14') } as const;
    given().when(open(next, before)).then({ type: 'CongressTermOpened', data: next });
    given()
      .when(open(next, { ...before, unitId: 'third-harbour' }))
      .thenRefused('organization.congress.previousDoesNotFit');
    given().when(open(next)).thenRefused('organization.congress.previousDoesNotFit');
  });
  it('HM-04a, CC-03a: is compared with one that began before it, not on its own first day', () => {
    const next = { ...term, previousCongressId: 'congress-5' };
    const sameDay = { kind: 'workersCongress', unitId: 'first-highway', beginsOn: term.beginsOn } as const;
    given().when(open(next, sameDay)).thenRefused('organization.congress.previousDoesNotFit');
  });
  it('seats as many as there are seats: 31, not 32', () => {
    given(...thirty)
      .when(seat(delegates(1, 30)))
      .then(seated(delegates(1, 30)));
    given(...thirty)
      .when(seat(delegates(2, 30)))
      .thenRefused('organization.congress.noSeatLeft', { seats: 31, delegates: 30, more: 2 });
  });
  it('seats each delegate once, however often he is told', () => {
    given(...thirty)
      .when(seat([...delegates(2, 29)]))
      .then(seated(delegates(1, 30)));
    given(...thirty)
      .when(seat(delegates(30)))
      .thenNothing();
    given(...thirty)
      .when(seat([{ ...delegates(1)[0]!, category: 'management' }]))
      .thenRefused('organization.congress.seatedOtherwise');
  });
  it('lets a seat fall vacant once', () => {
    const data = { congressId, workerId: 'w-0', vacatedOn: day('2026-08-31') };
    given(...thirty)
      .when({ type: 'VacateSeat', data })
      .then({ type: 'SeatVacated', data });
    given(...thirty, { type: 'SeatVacated', data })
      .when({ type: 'VacateSeat', data })
      .thenNothing();
  });
});

describe('A session of the workers’ congress', () => {
  it('UN-08: needs two thirds of all delegates: 20 of 30, not 19', () => {
    given(...thirty)
      .when(hold(20))
      .then(held(20));
    given(...thirty)
      .when(hold(21))
      .then(held(21));
    given(...thirty)
      .when(hold(19))
      .thenRefused('organization.congress.notQuorate', { delegates: 30, present: 19 });
  });
  it('UN-08: needs 21 of 31, since 20 are less than two thirds', () => {
    const all = [opened(), seated(delegates(31))];
    given(...all)
      .when(hold(21))
      .then(held(21, 31));
    given(...all)
      .when(hold(20))
      .thenRefused('organization.congress.notQuorate');
  });
  it('is within the term, by both of its days', () => {
    given(...thirty)
      .when(hold(30, '2026-01-14'))
      .thenRefused('organization.congress.outsideTerm');
    given(...thirty)
      .when(hold(30, '2026-01-15'))
      .then({ type: 'CongressSessionHeld', data: { ...session(30, '2026-01-15'), delegates: 30 } });
  });
  it('is told once, and holds no more than there are delegates', () => {
    given(...thirty, held(20))
      .when(hold(20))
      .thenNothing();
    given(...thirty, held(20))
      .when(hold(21))
      .thenRefused('organization.congress.sessionToldOtherwise');
    given(...thirty)
      .when(hold(31))
      .thenRefused('organization.congress.morePresentThanSeated');
  });
  it('is that of a workers’ congress: others are kept for their seats alone', () => {
    const party = { ...term, kind: 'partyCongress' as never };
    given(opened(party), seated(delegates(30)))
      .when(hold(30))
      .thenRefused('organization.congress.sessionsOfWorkersCongressOnly');
  });
});

describe('A resolution of the workers’ congress (HM-04i)', () => {
  const result = (type: 'CongressResolutionPassed' | 'CongressResolutionRejected', data: ReturnType<typeof ballot>) =>
    ({ type, data: { ...data, delegates: 30 } }) as CongressEvent;
  it('UN-08: is passed by more than half of all delegates: 16 of 30, not 15, though only 20 are present', () => {
    given(...thirty, held(20))
      .when(vote(16, 4))
      .then(result('CongressResolutionPassed', ballot(16, 4)));
    given(...thirty, held(20))
      .when(vote(15, 2, 3))
      .then(result('CongressResolutionRejected', ballot(15, 2, 3)));
  });
  it('has no more votes than delegates were present', () => {
    given(...thirty, held(20))
      .when(vote(18, 1, 1))
      .then(result('CongressResolutionPassed', ballot(18, 1, 1)));
    given(...thirty, held(20))
      .when(vote(18, 2, 1))
      .thenRefused('organization.congress.moreVotesThanPresent', { votes: 21, present: 20 });
  });
  it('is voted on once', () => {
    const passed = result('CongressResolutionPassed', ballot(16));
    given(...thirty, held(20), passed)
      .when(vote(16))
      .thenNothing();
    given(...thirty, held(20), passed)
      .when(vote(17))
      .thenRefused('organization.congress.voteToldOtherwise');
  });
  it('can be looked up by those that need it, with the day of its session', () => {
    const passed = result('CongressResolutionPassed', ballot(16));
    const state = [...thirty, held(20), passed].reduce(congress.evolve, congress.initialState);
    expect(decisionOf(state, 'r-1')).toEqual({
      unitId: 'first-highway',
      matter: 'payScheme',
      isPassed: true,
      votedOn: '2026-01-20',
    });
    const rejected = result('CongressResolutionRejected', ballot(15));
    const otherwise = [...thirty, held(20), rejected].reduce(congress.evolve, congress.initialState);
    expect(decisionOf(otherwise, 'r-1')).toMatchObject({ isPassed: false });
    expect(decisionOf(state, 'r-2')).toBeUndefined();
    expect(decisionOf(congress.initialState, 'r-1')).toBeUndefined();
  });
  it('comes out of a session', () =>
    given(...thirty)
      .when(vote(16))
      .thenRefused('organization.congress.sessionUnknown'));
});

describe('A proposal of delegates (CC-03c)', () => {
  const data = {
    congressId,
    sessionId: 's-1',
    proposalId: 'p-1',
    title: '改善食堂',
    adopted: true,
    answeredOn: day('2026-03-31'),
  };
  const answer: CongressWish = { type: 'AnswerCongressProposal', data };
  it('is answered once', () => {
    given(...thirty, held(20))
      .when(answer)
      .then({ type: 'CongressProposalAnswered', data });
    given(...thirty, held(20), { type: 'CongressProposalAnswered', data })
      .when(answer)
      .thenNothing();
  });

  const proposal = (proposerIds = ['w-0', 'w-29'], madeOn = '2026-01-20') => ({
    congressId,
    sessionId: 's-1',
    proposalId: 'p-1',
    title: '改善食堂',
    proposerIds,
    madeOn: day(madeOn),
  });
  const make = (of = proposal()): CongressWish => ({ type: 'MakeCongressProposal', data: of });
  const made = (of = proposal()): CongressEvent => ({ type: 'CongressProposalMade', data: of });
  it('is made once, by delegates, in a session (CC-03c)', () => {
    given(...thirty, held(20))
      .when(make())
      .then(made());
    given(...thirty, held(20), made())
      .when(make())
      .thenNothing();
    given(...thirty, held(20), made())
      .when(make(proposal(['w-1'])))
      .thenRefused('organization.congress.proposalToldOtherwise');
    given(...thirty, held(20))
      .when(make(proposal(['w-30'])))
      .thenRefused('organization.congress.notProposedByDelegates', { workerId: 'w-30' });
    given(...thirty)
      .when(make())
      .thenRefused('organization.congress.sessionUnknown');
  });
  it('is answered on the day on which it was made, not before (CC-03c)', () => {
    given(...thirty, held(20), made(proposal(['w-0'], '2026-03-31')))
      .when(answer)
      .then({ type: 'CongressProposalAnswered', data });
    given(...thirty, held(20), made(proposal(['w-0'], '2026-04-01')))
      .when(answer)
      .thenRefused('organization.congress.answeredBeforeMade', { madeOn: '2026-04-01' });
  });
});
