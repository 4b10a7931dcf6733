import { shareOf } from '../reading/share';
import { type Composition, compositionFindings, workersShareRose } from './composition';

const seats = (of: Partial<Composition> = {}): Composition => ({
  delegates: 30,
  frontLine: 20,
  management: 6,
  industrialWorkers: 20,
  staffCount: 600,
  ...of,
});
const codes = (of: Partial<Composition>) => compositionFindings(seats(of)).map(({ code }) => code);

describe('The make-up of a congress', () => {
  it('UN-08: is pointed out with fewer than 30 delegates: 29, not 30', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ delegates: 29, management: 5 })).toEqual(['fewerDelegatesThanUsual']);
  });
  it('UN-08: is pointed out with fewer delegates than 5% of the staff: 30 of 601, not of 600', () => {
    expect(codes({ staffCount: 600 })).toEqual([]);
    expect(codes({ staffCount: 601 })).toEqual(['fewerDelegatesThanUsual']);
  });
  it('UN-08: is pointed out with more managers than 20%: 7 of 30, not 6', () => {
    expect(codes({ management: 6 })).toEqual([]);
    expect(codes({ management: 7 })).toEqual(['moreManagersThanUsual']);
  });
  it('UN-08: is never shown as law, since the numbers are not verified', () => {
    const [finding] = compositionFindings(seats({ management: 7 }));
    expect(finding).toMatchObject({ verified: false });
    expect(finding!.note.zh).toContain('尚未核对原文');
  });
  it('is told in hundredths of a percent, rounded down', () => {
    expect(shareOf(20, 30)).toBe(6_666);
    expect(shareOf(0, 0)).toBeNull();
  });
});

describe('The share of industrial workers, against the term before (HM-04a, CC-03a)', () => {
  it('has risen with one seat more of as many', () =>
    expect(workersShareRose(seats({ industrialWorkers: 21 }), seats())).toBe(true));
  it('has not risen when it stayed, or when there are more seats with as many workers', () => {
    expect(workersShareRose(seats(), seats())).toBe(false);
    expect(workersShareRose(seats({ delegates: 31 }), seats())).toBe(false);
  });
  it('cannot be told without a term before', () => {
    expect(workersShareRose(seats(), undefined)).toBeNull();
    expect(workersShareRose(seats(), seats({ delegates: 0, industrialWorkers: 0 }))).toBeNull();
  });
});
