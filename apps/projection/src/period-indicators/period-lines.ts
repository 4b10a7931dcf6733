import type { PeriodIndicatorLine, PeriodIndicators } from '@gongyou/contracts';
import type { BilingualText } from '@gongyou/domain';
import type { StandingIndicator } from '../indicator-ledger/indicators';

/** Which postings are added up: those of the period, or all up to its end. */
export interface PeriodCount {
  indicator: StandingIndicator;
  dimension?: string;
  of: 'period' | 'end';
}

/** A line of the indicators of a period: a sum of counts, or a share of one sum in another. */
export interface PeriodLine {
  indicator: string;
  title: BilingualText;
  counted: PeriodCount[];
  outOf?: PeriodCount[];
  target?: NonNullable<PeriodIndicatorLine['target']>;
}

/**
 * What is shown of a period, in this order. Of those who would be on the roster at its end if nobody had been lost, the retention rate
 * is the share that is there, and the turnover rate the share that is not (流失人数 ÷ (流失人数 + 期末人数)): the two add up to 100
 * percent, and a transfer within a site changes neither. Nobody is lost whose work was done, or who was moved to another site.
 */
export function periodLines(cut: Pick<PeriodIndicators, 'contractor' | 'employmentForm'>): PeriodLine[] {
  const { lost, stayed } = rosterCounts(cut);
  return [
    {
      indicator: 'crewsThatMet',
      title: { zh: '召开班组会议的班组数（逐月合计）', en: 'Crews that held a meeting, month by month' },
      counted: [{ indicator: 'crewsThatMet', of: 'period' }],
    },
    {
      indicator: 'workerEntries',
      title: { zh: '进场人次', en: 'Entries of workers' },
      counted: [{ indicator: 'workerEntries', of: 'period' }],
    },
    {
      indicator: 'workerReEntries',
      title: { zh: '再次进场人次', en: 'Entries of workers who had left the site before' },
      counted: [{ indicator: 'workerEntries', dimension: 'again', of: 'period' }],
    },
    {
      indicator: 'workerExits',
      title: { zh: '退场人次', en: 'Exits of workers' },
      counted: [{ indicator: 'workerExits', of: 'period' }],
    },
    {
      indicator: 'voluntaryExits',
      title: { zh: '自愿离开人次', en: 'Exits of workers who left of their own will' },
      counted: [{ indicator: 'workerExits', dimension: 'voluntary', of: 'period' }],
    },
    {
      indicator: 'workerRetentionRate',
      title: { zh: '工人留存率', en: 'Retention rate of workers' },
      counted: [stayed],
      outOf: [stayed, lost],
      target: { provisionId: 'QD-48', op: 'increase' },
    },
    {
      indicator: 'workerTurnoverRate',
      title: { zh: '工人流失率', en: 'Turnover rate of workers' },
      counted: [lost],
      outOf: [stayed, lost],
    },
  ];
}

/** Who was lost and who is there: of all, or of one employer or form of employment. */
function rosterCounts({ contractor, employmentForm }: Pick<PeriodIndicators, 'contractor' | 'employmentForm'>): {
  lost: PeriodCount;
  stayed: PeriodCount;
} {
  if (contractor !== undefined) {
    return {
      lost: { indicator: 'workersLostByContractor', dimension: contractor, of: 'period' },
      stayed: { indicator: 'workersOnSiteByContractor', dimension: contractor, of: 'end' },
    };
  }
  const form = employmentForm === undefined ? {} : { dimension: employmentForm };
  return {
    lost: { indicator: 'workersLostByForm', ...form, of: 'period' },
    stayed: { indicator: 'workersOnSiteByForm', ...form, of: 'end' },
  };
}
