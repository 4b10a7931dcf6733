import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { addFen, type Fen, fen, formatYuan, IsFen } from './fen';
import { refusalOf } from './testing/refusal-of';

class Payment {
  @IsFen() paidFen!: Fen;
}

const isAccepted = (paidFen: unknown) => validateSync(Object.assign(new Payment(), { paidFen })).length === 0;

describe('An amount in fen', () => {
  it.each([0, 1, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])('may be %d', (amount) =>
    expect(fen(amount)).toBe(amount),
  );
  it.each([0.1, Number.NaN, Infinity, Number.MAX_SAFE_INTEGER + 1])('is never %d', (amount) =>
    expect(refusalOf(() => fen(amount)).code).toBe('domain.fen.notWholeFen'),
  );
  it('has one zero', () => expect(Object.is(fen(-0), 0)).toBe(true));

  it('adds up to the fen', () => {
    expect(addFen()).toBe(0);
    expect(addFen(1, 2, -4)).toBe(-1);
    expect(addFen(Number.MAX_SAFE_INTEGER, -1, 1)).toBe(Number.MAX_SAFE_INTEGER);
  });
  it('refuses a sum that would lose a fen', () =>
    expect(refusalOf(() => addFen(Number.MAX_SAFE_INTEGER, 1)).code).toBe('domain.fen.tooLarge'));

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [99_999, '999.99'],
    [100_000, '1,000.00'],
    [-123_456_789, '-1,234,567.89'],
    [Number.MAX_SAFE_INTEGER, '90,071,992,547,409.91'],
  ])('writes %d fen as %s yuan', (amount, text) => expect(formatYuan(amount)).toBe(text));
  it('loses nothing when written', () =>
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(Number(formatYuan(amount).replace(/[,.]/g, ''))).toBe(fen(amount));
      }),
    ));
});

describe('A payment', () => {
  it.each([0, 1, Number.MAX_SAFE_INTEGER])('may be of %d fen', (amount) => expect(isAccepted(amount)).toBe(true));
  it.each([-1, 0.5, '100', null, undefined, 100n, [100], Number.MAX_SAFE_INTEGER + 1])('is never of %p', (amount) =>
    expect(isAccepted(amount)).toBe(false),
  );
});
