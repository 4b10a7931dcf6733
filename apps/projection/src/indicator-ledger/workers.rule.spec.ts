import type { ExitKind, WorkerEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import { bookStandingEvent, type StandingAccount } from './standing-rule';
import { workersRule } from './workers.rule';

type Event = Parameters<typeof workersRule.evolve>[1];
type Facts = ReturnType<typeof workersRule.evolve>;

const place = { workerId: 'w', workType: '020', workRole: '20', ageGroup: 'adult' } as const;
const entered = (projectId: string, crewId: string, on: string): Event => ({
  type: 'WorkerEnteredSite',
  data: { ...place, projectId, crewId, contractId: 'c', enteredOn: day(on) },
});
const transferred = (projectId: string, fromCrewId: string, crewId: string, on: string): Event => ({
  type: 'WorkerTransferred',
  data: { ...place, projectId, fromCrewId, crewId, transferredOn: day(on) },
});
const left = (projectId: string, crewId: string, on: string, exitKind?: ExitKind): Event => ({
  type: 'WorkerLeftSite',
  data: { workerId: 'w', projectId, crewId, leftOn: day(on), ...(exitKind && { exitKind }) } satisfies (WorkerEvent & {
    type: 'WorkerLeftSite';
  })['data'],
});

const contract = (contractId: string, change: Partial<Contract> = {}): Event => ({
  type: 'ContractRecorded',
  data: {
    ...{ workerId: 'w', contractId, kind: 'labourContract', employerUnitId: 'labour' },
    ...{ signedOn: day('2026-01-05'), startsOn: day('2026-01-05'), employmentForm: 'subcontracted' },
    ...change,
  },
});
type Contract = (Event & { type: 'ContractRecorded' })['data'];

function postings(...events: Event[]) {
  let account: StandingAccount<Facts> | undefined;
  return events.flatMap((event) => {
    const booking = bookStandingEvent(workersRule, account, event);
    account = booking.account;
    return booking.entries;
  });
}

const booked = (...events: Event[]) =>
  postings(...events)
    .filter(({ indicator }) => indicator === 'workersOnSite')
    .map(({ unitId, dimension, day: on, amount }) => [unitId, dimension, on, amount]);
const of = (indicator: string, ...events: Event[]) =>
  postings(...events)
    .filter((entry) => entry.indicator === indicator)
    .map(({ unitId, dimension, day: on, amount }) => [unitId, dimension, on, amount].join(' '));

describe('A worker on a site', () => {
  it('counts in his crew from the day he enters (CC-13c)', () =>
    expect(booked(entered('bridge', 'rebar', '2026-03-01'))).toEqual([['rebar', 'adult', '2026-03-01', 1]]));

  it('counts in the other crew from the day he is transferred', () =>
    expect(
      booked(entered('bridge', 'rebar', '2026-03-01'), transferred('bridge', 'rebar', 'formwork', '2026-04-01')).slice(
        1,
      ),
    ).toEqual([
      ['rebar', 'adult', '2026-04-01', -1],
      ['formwork', 'adult', '2026-04-01', 1],
    ]));

  it('counts on his last day, and no more on the day after it', () =>
    expect(booked(entered('bridge', 'rebar', '2026-03-01'), left('bridge', 'rebar', '2026-05-31'))[1]).toEqual([
      'rebar',
      'adult',
      '2026-06-01',
      -1,
    ]));

  it('counts on each of two sites, and on the one that is left to him', () => {
    const both = [entered('bridge', 'rebar', '2026-03-01'), entered('port', 'pile', '2026-03-05')];
    expect(booked(...both)).toHaveLength(2);
    expect(booked(...both, left('bridge', 'rebar', '2026-03-31')).slice(2)).toEqual([
      ['rebar', 'adult', '2026-04-01', -1],
    ]);
  });

  it('cannot leave where he was never taken in', () =>
    expect(() => booked(left('bridge', 'rebar', '2026-03-01'))).toThrow(BeginningMissing));
});

describe('The contract of a worker on a site (CC-13c)', () => {
  const on = entered('bridge', 'rebar', '2026-03-01');
  const underContract = (...events: Event[]) => of('workersUnderContract', ...events);

  it('counts until its last day, and no more on the day after it', () =>
    expect(underContract(contract('c', { endsOn: day('2026-08-31') }), on)).toEqual([
      'rebar  2026-03-01 1',
      'rebar  2026-09-01 -1',
    ]));
  it('counts for good when it is open-ended', () =>
    expect(underContract(contract('c'), on)).toEqual(['rebar  2026-03-01 1']));
  it('counts on without a gap when another begins the day after', () =>
    expect(
      underContract(
        contract('c', { endsOn: day('2026-08-31') }),
        on,
        contract('d', { signedOn: day('2026-08-20'), startsOn: day('2026-09-01'), endsOn: day('2026-12-31') }),
      ).slice(2),
    ).toEqual(['rebar  2026-09-01 1', 'rebar  2027-01-01 -1']));
  it('leaves the days out that lie between two', () =>
    expect(
      underContract(
        contract('c', { endsOn: day('2026-08-31') }),
        on,
        contract('d', { signedOn: day('2026-08-20'), startsOn: day('2026-09-02') }),
      ),
    ).toEqual(['rebar  2026-03-01 1', 'rebar  2026-09-01 -1', 'rebar  2026-09-02 1']));
  it('ends early when it is ended', () =>
    expect(
      underContract(contract('c', { endsOn: day('2026-08-31') }), on, {
        type: 'ContractEnded',
        data: { workerId: 'w', contractId: 'c', endedOn: day('2026-06-30') },
      }).slice(2),
    ).toEqual(['rebar  2026-07-01 -1', 'rebar  2026-09-01 1']));
  it('counts for nobody who has left', () =>
    expect(
      underContract(contract('c', { endsOn: day('2026-08-31') }), on, left('bridge', 'rebar', '2026-05-31')).slice(2),
    ).toEqual(['rebar  2026-06-01 -1', 'rebar  2026-09-01 1']));
});

describe('Whoever comes and goes (QD-48)', () => {
  const known = contract('c');
  const came = entered('bridge', 'rebar', '2026-03-01');

  it('counts once as an entry, and as one that came back where he had been before', () =>
    expect(
      of(
        'workerEntries',
        ...[known, came, left('bridge', 'rebar', '2026-05-31')],
        ...[entered('bridge', 'rebar', '2026-07-01'), entered('port', 'pile', '2026-07-02')],
      ),
    ).toEqual(['rebar first 2026-03-01 1', 'rebar again 2026-07-01 1', 'pile first 2026-07-02 1']));

  it.each([
    ['voluntary', 1],
    ['endedByEmployer', 1],
    [undefined, 1],
    ['worksFinished', 0],
    ['movedToOtherSite', 0],
  ] as const)('by an exit that is %s is lost %i times', (exitKind, lost) => {
    const events = [known, came, left('bridge', 'rebar', '2026-05-31', exitKind)];
    expect(of('workerExits', ...events)).toEqual([`rebar ${exitKind ?? 'notTold'} 2026-06-01 1`]);
    expect(of('workersLostByContractor', ...events)).toEqual(lost ? ['rebar labour 2026-06-01 1'] : []);
    expect(of('workersLostByForm', ...events)).toEqual(lost ? ['rebar subcontracted 2026-06-01 1'] : []);
  });

  it('counts under his form of employment and his employer, also in the crew that he is transferred to (JX-63)', () => {
    const events = [known, came, transferred('bridge', 'rebar', 'formwork', '2026-04-01')];
    expect(of('workersOnSiteByForm', ...events)).toEqual([
      'rebar subcontracted 2026-03-01 1',
      'rebar subcontracted 2026-04-01 -1',
      'formwork subcontracted 2026-04-01 1',
    ]);
    expect(of('workersOnSiteByContractor', ...events).at(-1)).toBe('formwork labour 2026-04-01 1');
  });
  it('counts apart where the form was not told (JX-63)', () =>
    expect(of('workersOnSiteByForm', contract('c', { employmentForm: undefined }), came)).toEqual([
      'rebar notTold 2026-03-01 1',
    ]));
});
