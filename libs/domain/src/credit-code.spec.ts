import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { checkCreditCode, type CreditCode, creditCode, isCreditCode, IsCreditCode } from './credit-code';
import { refusalOf } from './testing/refusal-of';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const valid = '91370200MA3TX8K00X';

describe('A credit code (T16)', () => {
  it.each([
    [valid, 'valid'],
    ['91370200MA3TX8K001', 'checkCharacterWrong'],
    ['9137020OMA3TX8K00X', 'malformed'],
    ['91370200MA3TX8KO0X', 'malformed'],
  ] as const)('%s is %s', (text, check) => expect(checkCreditCode(text)).toBe(check));

  it.each(['I', 'O', 'S', 'V', 'Z', 'x', ' ', '-', '０'])('holds no %p', (character) =>
    expect(checkCreditCode(`91370200MA3TX8K0${character}X`)).toBe('malformed'),
  );
  it.each(['', valid.slice(1), `${valid}0`, `${valid}\n`, valid.toLowerCase(), '91A70200MA3TX8K00X'])(
    'is not written %p',
    (text) => expect(checkCreditCode(text)).toBe('malformed'),
  );
  it('with one wrong character never passes', () =>
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...alphabet), (at, character) => {
        fc.pre(valid[at] !== character);
        expect(checkCreditCode(valid.slice(0, at) + character + valid.slice(at + 1))).not.toBe('valid');
      }),
      { numRuns: 500 },
    ));
  it('has exactly one right check character', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }), (body) => {
        const stem = `91370200${body.join('')}`;
        expect(alphabet.filter((character) => isCreditCode(stem + character))).toHaveLength(1);
      }),
    ));

  it('is refused by the way it fails', () => {
    expect(creditCode(valid)).toBe(valid);
    expect(refusalOf(() => creditCode('91370200MA3TX8K001')).code).toBe('domain.creditCode.checkCharacterWrong');
    expect(refusalOf(() => creditCode('O')).code).toBe('domain.creditCode.malformed');
  });
});

describe('A property marked @IsCreditCode', () => {
  class Enterprise {
    @IsCreditCode() creditCode!: CreditCode;
  }
  it.each([['91370200MA3TX8K001'], [null], [91370200]])('refuses %p by the name of its constraint', (value) => {
    const [error] = validateSync(Object.assign(new Enterprise(), { creditCode: value }));
    expect(Object.keys(error?.constraints ?? {})).toEqual(['isCreditCode']);
  });
  it('takes a valid code', () =>
    expect(validateSync(Object.assign(new Enterprise(), { creditCode: valid }))).toEqual([]));
});
