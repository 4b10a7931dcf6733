import { type ExitReason, SMALLEST_GROUP } from '@gongyou/contracts';
import { toldInAggregate } from './told-in-aggregate';

const counts = (told: Partial<Record<ExitReason, number>>) =>
  Object.entries(told).map(([reason, answers]) => ({ reason: reason as ExitReason, answers }));

describe('Reasons for leaving (QD-48)', () => {
  it('are told of a group of five, and of none that is smaller (QD-48)', () => {
    expect(SMALLEST_GROUP).toBe(5);
    expect(toldInAggregate(counts({ pay: 4 }))).toEqual({ answers: null, smallestGroup: 5, reasons: [], rarer: null });
    expect(toldInAggregate(counts({ pay: 5 }))).toEqual({
      ...{ answers: 5, smallestGroup: 5, rarer: 0 },
      reasons: [{ reason: 'pay', answers: 5 }],
    });
    expect(toldInAggregate(counts({ pay: 6 })).reasons).toEqual([{ reason: 'pay', answers: 6 }]);
  });
  it('are told together where fewer than five gave each', () =>
    expect(toldInAggregate(counts({ pay: 4, family: 4, health: 1 }))).toMatchObject({
      answers: 9,
      reasons: [],
      rarer: 9,
    }));
  it('are told apart from five on, the most frequent first', () =>
    expect(toldInAggregate(counts({ family: 5, pay: 7, workload: 5, health: 4 }))).toMatchObject({
      ...{ answers: 21, rarer: 4 },
      reasons: [
        { reason: 'pay', answers: 7 },
        { reason: 'family', answers: 5 },
        { reason: 'workload', answers: 5 },
      ],
    }));
  it('are none of nobody', () => expect(toldInAggregate([]).answers).toBeNull());
});
