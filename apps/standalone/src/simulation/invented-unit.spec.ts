import { checkCreditCode, isCreditCode } from '@gongyou/domain';
import { Randomness } from '../randomness';
import {
  inventedCompanyName,
  inventedCreditCode,
  inventedSubcontractorName,
  inventedWork,
  mistyped,
} from './invented-unit';

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
    ['work', (number: number) => inventedWork(number).name],
    ['company', inventedCompanyName],
    ['subcontractor', inventedSubcontractorName],
  ])('has another name than the other ones: %s', (_, nameOf) => {
    const names = Array.from({ length: 500 }, (_each, number) => nameOf(number));
    expect(new Set(names).size).toBe(names.length);
  });
});
