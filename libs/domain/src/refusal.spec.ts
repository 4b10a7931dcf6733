import type { Bilingual } from './bilingual';
import { Refusal, type RefuseOf, refuseWith } from './refusal';
import { refusalOf } from './testing/refusal-of';

const taskRefusals = {
  'supervision.task.alreadyAccepted': { zh: '任务已验收', en: 'The task has been accepted already.' },
  'supervision.task.notYetDue': { zh: '任务 {dueOn} 到期，还有 {days} 天', en: 'The task is due on {dueOn}.' },
} as const satisfies Record<`supervision.task.${string}`, Bilingual>;

const refuse: RefuseOf<typeof taskRefusals> = refuseWith(taskRefusals);

describe('A refusal', () => {
  it('carries its code, both texts and the figures', () => {
    const refusal = refusalOf(() => refuse('supervision.task.alreadyAccepted', { acceptedOn: '2026-11-20' }));
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      name: 'Refusal',
      message: 'The task has been accepted already.',
      code: 'supervision.task.alreadyAccepted',
      texts: { zh: '任务已验收', en: 'The task has been accepted already.' },
      detail: { acceptedOn: '2026-11-20' },
    });
  });
  it('fills the figures into both texts', () => {
    const refusal = refusalOf(() => refuse('supervision.task.notYetDue', { dueOn: '2026-12-01', days: 11 }));
    expect(refusal.texts).toEqual({ zh: '任务 2026-12-01 到期，还有 11 天', en: 'The task is due on 2026-12-01.' });
    expect(refusal.message).toBe(refusal.texts.en);
  });
  it('fills in nothing but what it was given, and that as it is', () => {
    const texts = { zh: '{a} {constructor} {b}', en: '{a} {c}' };
    expect(new Refusal('test.fill.asGiven', texts, { a: '$& {b}', b: null, c: ['x', 1] }).texts).toEqual({
      zh: '$& {b} {constructor} null',
      en: '$& {b} ["x",1]',
    });
  });
  it('has an empty detail when there are no figures', () =>
    expect(refusalOf(() => refuse('supervision.task.alreadyAccepted')).detail).toEqual({}));

  it('is known to the compiler: codes, figures, and that nothing follows it', () => {
    // @ts-expect-error a code that the table does not hold
    expect(() => refuse('supervision.task.unheardOf')).toThrow();
    // @ts-expect-error the Chinese text also calls for the days
    expect(() => refuse('supervision.task.notYetDue', { dueOn: '2026-12-01' })).toThrow(Refusal);
    // @ts-expect-error the texts call for figures
    expect(() => refuse('supervision.task.notYetDue')).toThrow(Refusal);

    const lengthOf = (text: string | null): number => {
      if (text === null) refuse('supervision.task.alreadyAccepted');
      return text.length;
    };
    expect(lengthOf('four')).toBe(4);
    expect(() => lengthOf(null)).toThrow(Refusal);
  });
});
