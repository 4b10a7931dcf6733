import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { day } from './day';
import { birthDayOf, checkResidentId, IsResidentId, type ResidentId, residentId, sexOf } from './resident-id';
import { refusalOf } from './testing/refusal-of';

const today = day('2026-11-20');
const valid = '11010519491231002X';

describe('An identity number (T15)', () => {
  it('11010519491231002X is valid', () => expect(checkResidentId(valid, today)).toBe('valid'));
  it('with last digit 1 is not', () => expect(checkResidentId('110105194912310021', today)).toBe('checkDigitWrong'));

  it('tells the birth day and the sex', () => {
    const id = residentId(valid, today);
    expect(birthDayOf(id)).toBe('1949-12-31');
    expect(sexOf(id)).toBe('female');
    expect(sexOf(residentId('110105194912310011', today))).toBe('male');
  });

  it.each([
    ['11010519490229002X', 'birthDateImpossible'],
    ['110105194913310020', 'birthDateImpossible'],
    ['110105184912310020', 'birthDateImpossible'],
    ['010105194912310020', 'malformed'],
    ['11010519491231002x', 'malformed'],
    ['1101051949123100X2', 'malformed'],
    ['110105491231002', 'malformed'],
    [`${valid}\n`, 'malformed'],
    ['１１010519491231002X', 'malformed'],
    ['', 'malformed'],
  ] as const)('%p is %s', (text, check) => expect(checkResidentId(text, today)).toBe(check));

  it('belongs to somebody born by the day of the judgement', () => {
    expect(checkResidentId(valid, day('1949-12-31'))).toBe('valid');
    expect(checkResidentId(valid, day('1949-12-30'))).toBe('birthDateInFuture');
  });
  it('with one wrong character never passes', () =>
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...'0123456789X'), (at, character) => {
        fc.pre(valid[at] !== character);
        expect(checkResidentId(valid.slice(0, at) + character + valid.slice(at + 1), today)).not.toBe('valid');
      }),
      { numRuns: 500 },
    ));

  it.each([
    ['110105194912310021', 'checkDigitWrong'],
    ['11010519490229002X', 'birthDateImpossible'],
    ['11010519491231002x', 'malformed'],
  ])('%s is refused as %s, and the refusal does not hold it', (text, rule) => {
    const refusal = refusalOf(() => residentId(text, today));
    expect(refusal).toMatchObject({ code: `domain.residentId.${rule}` });
    expect(JSON.stringify({ ...refusal, message: refusal.message, stack: refusal.stack })).not.toContain(text);
  });
});

describe('A property marked @IsResidentId', () => {
  class Worker {
    @IsResidentId() residentId!: ResidentId;
  }
  it('says what it wants without the number', () => {
    const [error] = validateSync(Object.assign(new Worker(), { residentId: '110105194912310021' }));
    expect(error?.constraints).toEqual({
      isResidentId: 'residentId must be an identity number of 18 characters with a right birth date and check digit',
    });
  });
  it('takes a valid number', () =>
    expect(validateSync(Object.assign(new Worker(), { residentId: valid }))).toEqual([]));
});
