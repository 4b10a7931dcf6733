import { day, fen, period } from '@gongyou/domain';
import { honoursRule } from './honours.rule';
import { bookStandingEvent, type StandingAccount } from './standing-rule';

type Counted = Parameters<typeof honoursRule.evolve>[1];
type Facts = ReturnType<typeof honoursRule.evolve>;

const selectionId = 's-1';
const opened: Counted = {
  type: 'HonourSelectionOpened',
  data: {
    ...{ selectionId, honour: 'modelWorker', level: 'city', spirit: 'labour', title: '劳模', unitId: 'haimen' },
    ...{ period: period('2026'), criteria: '贡献', noticeWorkingDays: 5, openedOn: day('2026-02-02') },
  },
};
const nominated = (
  nominationId: string,
  industrialWorker: boolean,
  candidateKind: 'worker' | 'crew' = 'worker',
): Counted => ({
  type: 'CandidateNominated',
  data: {
    ...{ selectionId, nominationId, candidateKind, candidateId: `c-${nominationId}`, employerUnitId: 'hongda' },
    ...{ nominatingUnitId: 'hongda', industrialWorker, employmentForm: 'direct', merits: '先进', evidence: [] },
    ...{ nominatedOn: day('2026-02-20'), nominatedBy: 'user:a' },
  },
});
const given = (nominationId: string): Counted => ({
  type: 'HonourGiven',
  data: {
    ...{ selectionId, nominationId, certificateNumber: '证1', rewardFen: fen(500_000), givenOn: day('2026-03-19') },
    arrearsAnswer: { answeredBy: 'arrearsList', listed: false, checkedOn: day('2026-03-19') },
  },
});
const withdrawn: Counted = {
  type: 'HonourWithdrawn',
  data: { selectionId, nominationId: 'n-1', reason: 'falseClaim', note: '不实', withdrawnOn: day('2026-10-20') },
};

function postings(...events: Counted[]): string[] {
  let account: StandingAccount<Facts> | undefined;
  return events.flatMap((event) => {
    const booking = bookStandingEvent(honoursRule, account, event);
    account = booking.account;
    return booking.entries.map(({ indicator, day: on, amount }) => [on, indicator, amount].join(' '));
  });
}

describe('An honour counts (CC-04b)', () => {
  it('its person, and once more an industrial worker', () =>
    expect(postings(opened, nominated('n-1', true), nominated('n-2', false), given('n-1'), given('n-2'))).toEqual([
      '2026-03-19 honouredPersons 1',
      '2026-03-19 honouredIndustrialWorkers 1',
      '2026-03-19 honouredPersons 1',
    ]));
  it('no crew as a person', () => expect(postings(opened, nominated('n-1', true, 'crew'), given('n-1'))).toEqual([]));
  it('nobody any more once it is taken back (RW-11)', () =>
    expect(postings(opened, nominated('n-1', true), given('n-1'), withdrawn).slice(2)).toEqual([
      '2026-10-20 honouredPersons -1',
      '2026-10-20 honouredIndustrialWorkers -1',
    ]));
});
