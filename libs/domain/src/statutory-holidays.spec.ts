import { stateCouncilSchedule } from './holiday-schedule';
import { lastYearOfStatutoryHolidays, statutoryHolidays } from './statutory-holidays';

describe('The statutory holidays', () => {
  it('of 2027 are these 13', () =>
    expect(statutoryHolidays(2027)).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]));
  it.each([2025, 2026])('of %d are all off in the schedule of that year', (year) => {
    const holidays = statutoryHolidays(year);
    expect(new Set(holidays).size).toBe(13);
    expect(holidays.filter((holiday) => !stateCouncilSchedule.holidays.has(holiday))).toEqual([]);
  });
  it.each([
    [2028, '2028-01-26', '2028-04-04', '2028-05-28', '2028-10-03'],
    [2029, '2029-02-13', '2029-04-04', '2029-06-16', '2029-09-22'],
    [2030, '2030-02-03', '2030-04-05', '2030-06-05', '2030-09-12'],
  ])(
    'of %d have the published lunar festivals and Qingming',
    (year, springFestival, qingming, dragonBoat, midAutumn) => {
      const holidays = statutoryHolidays(year);
      expect([holidays[2], holidays[5], holidays[8], holidays[9]]).toEqual([
        springFestival,
        qingming,
        dragonBoat,
        midAutumn,
      ]);
    },
  );
  it('begin with Spring Festival on a day between 21 January and 21 February, to the last year', () => {
    for (let year = 2027; year <= lastYearOfStatutoryHolidays; year += 1) {
      const holidays = statutoryHolidays(year);
      expect(holidays[2]! >= `${year}-01-21` && holidays[2]! <= `${year}-02-21`).toBe(true);
      expect(new Set(holidays).size).toBeGreaterThanOrEqual(12); // Mid-Autumn can be National Day
    }
  });
});
