import { partyFigureReaders, partyFileReaders } from '@gongyou/contracts';
import { partyLines } from '../standing-indicators/party-lines';
import { standingLines } from '../standing-indicators/standing-lines';
import { eventReadersOf, isOfParty } from './figure-readers';
import { computedPartyIndicators, partyIndicators, standingIndicatorNames, taskIndicators } from './indicators';

describe('The readers of a figure', () => {
  it.each([
    ...Object.keys(partyIndicators),
    ...Object.keys(computedPartyIndicators),
  ] as (keyof typeof partyIndicators)[])('are few where it tells of the Party: %s', (indicator) => {
    expect(isOfParty(indicator)).toBe(true);
    expect([partyFigureReaders, partyFileReaders]).toContain(eventReadersOf(indicator));
  });

  it.each(['partyAdmissions', 'workerMembersInPosts', 'inclusionsSettled', 'vanguards', 'branchLifeHeld'] as const)(
    'are the Party affairs office alone where its events tell who is a member: %s',
    (indicator) => expect(eventReadersOf(indicator)).toEqual(['partyAffairsOffice']),
  );

  it('are few of every figure that stands in a line of the Party, and of none in the other lines', () => {
    for (const { numerator } of partyLines) expect(isOfParty(numerator.indicator)).toBe(true);
    for (const { numerator, denominator = numerator } of standingLines) {
      expect([numerator, denominator].some(({ indicator }) => isOfParty(indicator))).toBe(false);
    }
  });

  it('read the number of crews with a stationed Party member, and not who that is (QD-10)', () => {
    expect(isOfParty('guidedCrews')).toBe(false);
    expect(eventReadersOf('guidedCrews')).toEqual(['partyAffairsOffice']);
  });

  it('are all who read figures where it tells of nothing of the kind', () => {
    const others = standingIndicatorNames.filter((each) => !isOfParty(each) && each !== 'guidedCrews');
    expect(others).toContain('workersOnSite');
    for (const indicator of [...others, ...(Object.keys(taskIndicators) as (keyof typeof taskIndicators)[])]) {
      expect(eventReadersOf(indicator)).toBeNull();
    }
  });
});
