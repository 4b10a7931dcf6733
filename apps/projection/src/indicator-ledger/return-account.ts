import type { IndicatorReturnEvent } from '@gongyou/contracts';
import { type Day, monthOf, periodRange } from '@gongyou/domain';
import { laterDay } from '../intake/projector';
import type { Booking, Entry } from './entry';
import type { ReturnIndicator } from './indicators';

/** What is remembered of a returned indicator. */
export interface ReturnAccount {
  /** The latest day that was told of it. */
  day: Day;
}

/**
 * The postings of a returned indicator. A correction reverses what stood and posts what stands now. Noughts are posted too: that
 * nothing happened was returned as well, and must open to who returned it.
 */
export function bookReturnEvent(
  before: ReturnAccount | undefined,
  { type, data }: IndicatorReturnEvent,
): Booking<ReturnAccount> {
  const told = type === 'IndicatorReturned' ? data.returnedOn : data.correctedOn;
  const day = before ? laterDay(before.day, told) : told;
  const { programmeId, organizationId, unitId, indicator: dimension, period, numerator, denominator } = data;
  const periodMonth = monthOf(periodRange(period).to);
  const entries: Entry[] = [];
  const post = (indicator: ReturnIndicator, amount: number | undefined): void => {
    if (amount === undefined) return;
    entries.push({
      indicator,
      programmeId,
      organizationId,
      measureId: '',
      unitId,
      periodMonth,
      dimension,
      day,
      amount,
    });
  };
  if (type === 'IndicatorReturned') {
    post('indicatorReturns', 1);
  } else {
    post('indicatorNumerator', -data.replacedNumerator);
    post('indicatorDenominator', data.replacedDenominator === undefined ? undefined : -data.replacedDenominator);
  }
  post('indicatorNumerator', numerator);
  post('indicatorDenominator', denominator);
  return { entries, account: { day } };
}
