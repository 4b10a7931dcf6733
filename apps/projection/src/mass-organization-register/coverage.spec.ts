import { coverageOf, coverageTarget } from './coverage';

describe('The coverage of enterprises', () => {
  const target = coverageTarget('tradeUnion', 'private');
  it('HM-03f: reaches its target with 17 of 20 private enterprises, which are 85%', () =>
    expect(coverageOf(17, 20, target)).toEqual({ enterprises: 20, covered: 17, basisPoints: 8_500, met: true }));
  it('HM-03f: misses it with 16 of 20, and reaches it with 18', () => {
    expect(coverageOf(16, 20, target)).toMatchObject({ basisPoints: 8_000, met: false });
    expect(coverageOf(18, 20, target)).toMatchObject({ basisPoints: 9_000, met: true });
  });
  it('HM-03f: is not rounded up to it: 84,999 of 100,000 miss it', () =>
    expect(coverageOf(84_999, 100_000, target)).toMatchObject({ basisPoints: 8_499, met: false }));
  it.each(['tradeUnion', 'youthLeague', 'womensFederation'] as const)(
    'HM-03b: of state-owned enterprises by the %s is whole, or it is unmet',
    (kind) => {
      expect(coverageOf(20, 20, coverageTarget(kind, 'stateOwned'))).toMatchObject({ met: true });
      expect(coverageOf(19, 20, coverageTarget(kind, 'stateOwned'))).toMatchObject({ met: false });
    },
  );
  it('is measured against nothing where no provision names a target', () =>
    expect(coverageOf(1, 20, coverageTarget('youthLeague', 'private'))).toMatchObject({ basisPoints: 500, met: null }));
  it('is nothing where there is no enterprise', () =>
    expect(coverageOf(0, 0, target)).toEqual({ enterprises: 0, covered: 0, basisPoints: null, met: null }));
});
