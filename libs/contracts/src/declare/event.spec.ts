import { IsDay } from '@gongyou/domain';
import { IsInt } from 'class-validator';
import { checked, DomainEvent, eventContracts, eventSubject, findEvent, UnknownEvent, upcast } from '../index';

const summary = { zh: '试验', en: 'A trial' };

/** Version 1 counted yuan as `paid`, version 2 fen as `paidFen`, version 3 also says on which day. */
@DomainEvent({
  context: 'rights',
  summary,
  version: 3,
  upcasters: {
    1: ({ paid }) => ({ paidFen: Number(paid) * 100 }),
    2: (data) => ({ ...data, paidOn: '2026-01-01' }),
  },
})
class TrialWagePaid {
  @IsInt() paidFen!: number;
  @IsDay() paidOn!: string;
}

describe('A stored event', () => {
  it('of the first version is read through every step up to today’s', () => {
    expect(upcast('TrialWagePaid', 1, { paid: 12 })).toEqual({ paidFen: 1200, paidOn: '2026-01-01' });
    expect(checked(TrialWagePaid, upcast('TrialWagePaid', 1, { paid: 12 }))).toBeInstanceOf(TrialWagePaid);
  });
  it('of the version before is read through the last step only', () => {
    expect(upcast('TrialWagePaid', 2, { paidFen: 7 })).toEqual({ paidFen: 7, paidOn: '2026-01-01' });
  });
  it('of today’s version is read as it stands', () => {
    const data = { paidFen: 7, paidOn: '2026-11-20' };
    expect(upcast('TrialWagePaid', 3, data)).toBe(data);
  });
  it('is left as it was: the stored bytes do not change', () => {
    const stored = Object.freeze({ paid: 12 });
    upcast('TrialWagePaid', 1, stored);
    expect(stored).toEqual({ paid: 12 });
  });
  it.each([
    ['TrialWagePaid', 4],
    ['TrialWagePaid', 0],
    ['TrialWagePaid', -1],
    ['NeverDeclared', 1],
    ['constructor', 1],
  ])('that this code does not know stops it: %s version %d', (type, version) => {
    expect(() => upcast(type, version, {})).toThrow(UnknownEvent);
  });
});

describe('The declaration of an event', () => {
  it('without an upcaster from every earlier version stops the start', () => {
    class TrialLost {}
    expect(() =>
      DomainEvent({ context: 'rights', summary, version: 3, upcasters: { 2: (data) => data } })(TrialLost),
    ).toThrow('no upcaster from version 1');
    expect(findEvent('TrialLost')).toBeUndefined();
  });
  it('under a name that is taken stops the start', () => {
    class DayClosed {}
    expect(() => DomainEvent({ context: 'supervision', summary })(DayClosed)).toThrow('declared twice');
  });
  it('is version 1 unless it says otherwise, and has a subject', () => {
    const dayClosed = findEvent('DayClosed')!;
    expect(dayClosed.version).toBe(1);
    expect(eventSubject(dayClosed)).toBe('events.supervision.DayClosed');
  });
  it('stands in the list of all, in the order of their types', () => {
    const types = eventContracts().map(({ type }) => type);
    expect(types).toEqual([...types].sort());
    expect(types).toContain('TrialWagePaid');
  });
});
