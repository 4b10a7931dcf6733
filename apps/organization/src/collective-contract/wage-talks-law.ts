import { addDays, type Day } from '@gongyou/domain';

/** The numbers of 《工资集体协商试行办法》 (劳社部令第9号) in one of its versions, in calendar days (UN-09, V1; the objection UN-10, V1). */
export interface WageTalksLaw {
  inForceFrom: Day;
  replyWithinDays: number;
  papersBeforeTalksDays: number;
  submissionWithinDays: number;
  objectionWithinDays: number;
  announcementWithinDays: number;
  /** The next round is asked for within so many days before the contract ends. */
  nextRoundWithinDays: number;
  /** At most one of so many delegates of a side comes from outside. */
  oneFromOutsideOf: number;
}

/** In the order of their days. A new version is added; a case is judged by the one of its own day. */
const versions: readonly [WageTalksLaw, ...WageTalksLaw[]] = [
  {
    inForceFrom: '2000-11-08' as Day,
    replyWithinDays: 20,
    papersBeforeTalksDays: 5,
    submissionWithinDays: 7,
    objectionWithinDays: 15,
    announcementWithinDays: 5,
    nextRoundWithinDays: 60,
    oneFromOutsideOf: 3,
  },
];

/** The law on a day. A day before the first version is judged by that one. */
export const wageTalksLawOn = (day: Day): WageTalksLaw =>
  versions.findLast(({ inForceFrom }) => inForceFrom <= day) ?? versions[0];

/** The last day of a limit of the law that runs from the day after `from`. */
export const lastDayOf = (
  limit: 'replyWithinDays' | 'submissionWithinDays' | 'objectionWithinDays' | 'announcementWithinDays',
  from: Day,
): Day => addDays(from, wageTalksLawOn(from)[limit]);
