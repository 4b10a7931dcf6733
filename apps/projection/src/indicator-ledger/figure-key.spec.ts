import { day, month } from '@gongyou/domain';
import { PlatformProblem } from '@gongyou/messaging';
import fc from 'fast-check';
import { figureIdOf, type ProgrammeFigureKey, figureKeyOf } from './figure-key';

const key: ProgrammeFigureKey = {
  v: 1,
  indicator: 'tasksDone',
  programme: 'cccc-reform',
  adopter: 'cccc',
  organization: 'company-a',
  measure: 'cc-13',
  from: month('2026-01'),
  to: month('2026-12'),
  asOf: { day: day('2026-11-20'), position: 1234 },
};

const idOf = (plain: unknown): string =>
  Buffer.from(typeof plain === 'string' ? plain : JSON.stringify(plain)).toString('base64url');

describe('The id of a figure', () => {
  it('leads back to the figure', () => {
    expect({ ...figureKeyOf(figureIdOf(key)) }).toEqual(key);
    const since = {
      ...key,
      since: { day: day('2026-10-31'), position: 7 },
      dimension: 'accountRate',
      department: 'personnel',
    };
    expect(figureIdOf(figureKeyOf(figureIdOf(since)))).toBe(figureIdOf(since));
  });

  it('fits into the parameter that takes it, for the longest names', () => {
    const long = 'a'.repeat(64);
    const longest = {
      ...key,
      ...{
        programme: long,
        adopter: long,
        organization: long,
        measure: long,
        department: long,
        dimension: 'a'.repeat(100),
      },
      asOf: { day: key.asOf.day, position: Number.MAX_SAFE_INTEGER },
      since: { day: key.asOf.day, position: Number.MAX_SAFE_INTEGER },
    };
    expect(figureIdOf(longest).length).toBeLessThanOrEqual(2000);
    expect(figureIdOf(figureKeyOf(figureIdOf(longest)))).toBe(figureIdOf(longest));
  });

  it('of how things stand names no programme', () => {
    const standing = {
      v: 1 as const,
      indicator: 'openUnits' as const,
      organization: 'company-a',
      dimension: 'crew',
      asOf: key.asOf,
    };
    expect({ ...figureKeyOf(figureIdOf(standing)) }).toEqual(standing);
    expect(() => figureKeyOf(idOf({ ...standing, indicator: 'tasksDone' }))).toThrow('reporting.badFigure');
    expect(() => figureKeyOf(idOf({ ...key, indicator: 'openUnits' }))).toThrow('reporting.badFigure');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', idOf('{"v":1')],
    ['no object', idOf('[1]')],
    ['null', idOf('null')],
    ['another version', idOf({ ...key, v: 2 })],
    ['an unknown indicator', idOf({ ...key, indicator: 'wages' })],
    ['SQL in a name', idOf({ ...key, programme: "x' OR 1=1 --" })],
    ['an object in place of a name', idOf({ ...key, organization: { toString: 'cccc' } })],
    ['a list in place of the clocks', idOf({ ...key, asOf: [] })],
    ['a day that does not exist', idOf({ ...key, asOf: { day: '2026-02-30', position: 1 } })],
    ['a negative position', idOf({ ...key, asOf: { day: '2026-11-20', position: -1 } })],
    ['a position beyond whole numbers', idOf(JSON.stringify(key).replace('1234', '1e30'))],
    ['a field that no figure has', idOf({ ...key, drop: 'table' })],
    ['a prototype', idOf(JSON.stringify(key).replace('{', '{"__proto__":{"admin":true},'))],
    ['a period that ends before it begins', idOf({ ...key, from: '2026-12', to: '2026-01' })],
    ['another spelling of a real key', idOf(JSON.stringify(key, null, 1))],
    ['a padded id', `${figureIdOf(key)}=`],
  ])('is refused when it holds %s', (_, id) => {
    expect(() => figureKeyOf(id)).toThrow('reporting.badFigure');
  });

  it('never breaks the reader, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.base64String(), fc.json().map(idOf), fc.string()), (id) => {
        try {
          figureKeyOf(id);
        } catch (error) {
          expect(error).toBeInstanceOf(PlatformProblem);
        }
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });
});
