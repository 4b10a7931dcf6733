import { checkCreditCode, isCreditCode } from '@gongyou/domain';
import { Randomness } from '../randomness';
import {
  inventedCompanyName,
  inventedCreditCode,
  inventedSubcontractorName,
  inventedWork,
  mistyped,
  numeral,
} from './invented-unit';

describe('A number in a name', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
  ])('%d is written %s', (number, written) => expect(numeral(number)).toBe(written));
});

describe('An invented unit', () => {
  it('has a credit code that is right and that nobody has: no division begins with 19 (ID-01)', () => {
    const chance = new Randomness(7);
    for (let each = 0; each < 2_000; each += 1) {
      const code = inventedCreditCode(chance);
      expect(isCreditCode(code)).toBe(true);
      expect(code).toMatch(/^9119\d{4}/);
      expect(checkCreditCode(mistyped(code))).toBe('checkCharacterWrong');
    }
  });

  it.each([
    ['work', 500, (number: number) => inventedWork(number).name],
    ['company', 99, inventedCompanyName],
    ['subcontractor', 1_000, inventedSubcontractorName],
  ])('has another name than the other ones: %s, of %d', (_, count, nameOf) => {
    const names = Array.from({ length: count }, (_each, number) => nameOf(number));
    expect(new Set(names).size).toBe(names.length);
  });
});
