import { day } from '@gongyou/domain';
import { unionMembersRule, type WorkerFacts } from './union-members.rule';

type Told = Parameters<typeof unionMembersRule.evolve>[1];

const workerId = 'w-1';
const entered = {
  type: 'WorkerEnteredSite',
  data: { workerId, projectId: 'lot-3', crewId: 'rebar', enteredOn: day('2026-03-01') },
} as Told;
const contract = (employmentForm?: 'dispatched'): Told =>
  ({
    type: 'ContractRecorded',
    data: { workerId, contractId: 'c-1', signedOn: day('2026-02-20'), startsOn: day('2026-03-10'), employmentForm },
  }) as Told;
const employed = {
  type: 'EmploymentFormRecorded',
  data: { workerId, unitId: 'lot-3', employmentForm: 'direct', fromDay: day('2026-03-20') },
} as Told;
const formOn = (on: string, ...events: Told[]): string | undefined => {
  const facts = events.reduce<WorkerFacts | undefined>(
    (known, event) => unionMembersRule.evolve(known, event),
    undefined,
  );
  return unionMembersRule.countsOn(facts!, day(on)).find(({ indicator }) => indicator === 'workersByEmploymentForm')
    ?.dimension;
};

describe('A worker on site counts under the form of employment (HM-03g, CC-12b)', () => {
  it('that his contract states, from its first day on', () => {
    expect(formOn('2026-03-09', entered, contract('dispatched'))).toBe('notTold');
    expect(formOn('2026-03-10', entered, contract('dispatched'))).toBe('dispatched');
  });
  it('that was told last, whoever told it', () => {
    expect(formOn('2026-03-19', entered, contract('dispatched'), employed)).toBe('dispatched');
    expect(formOn('2026-03-20', entered, contract('dispatched'), employed)).toBe('direct');
  });
  it('as not told, where a contract states none', () =>
    expect(formOn('2026-03-10', entered, contract())).toBe('notTold'));
});
