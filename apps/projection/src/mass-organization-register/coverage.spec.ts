import { coverageOf } from './coverage';

describe('The trade union coverage of private enterprises', () => {
  it('HM-03f: reaches its target with 17 of 20, which are 85%', () =>
    expect(coverageOf(17, 20)).toEqual({ enterprises: 20, covered: 17, basisPoints: 8_500, met: true }));
  it('HM-03f: misses it with 16 of 20, and reaches it with 18', () => {
    expect(coverageOf(16, 20)).toMatchObject({ basisPoints: 8_000, met: false });
    expect(coverageOf(18, 20)).toMatchObject({ basisPoints: 9_000, met: true });
  });
  it('HM-03f: is not rounded up to it: 84,999 of 100,000 miss it', () =>
    expect(coverageOf(84_999, 100_000)).toMatchObject({ basisPoints: 8_499, met: false }));
  it('is nothing where there is no private enterprise', () =>
    expect(coverageOf(0, 0)).toEqual({ enterprises: 0, covered: 0, basisPoints: null, met: null }));
});
