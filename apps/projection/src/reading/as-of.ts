import { type Day, day } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import type { EntityManager } from 'typeorm';
import { recordedDayOf } from '../intake/recorded-day';
import type { BothClocks } from './both-clocks';

/** A point on both clocks whose day can be reckoned with. */
export type AsOf = BothClocks & { day: Day };

/** The first year that has days. */
export const FIRST_YEAR = 1900;
export const FIRST_DAY = day(`${FIRST_YEAR}-01-01`);

/** How far the read models must have come before they can tell what was known at a position. */
export const behind = ({ after }: Pick<Sender, 'after'>, asOfPosition: number | undefined): Pick<Sender, 'after'> =>
  asOfPosition === undefined ? { after } : { after: Math.max(asOfPosition, after ?? 0) };

/**
 * Without a position what is known now; without a day the one on which the event at that position was recorded, or, before the first
 * event, the first that there is.
 */
export async function clocksOf(
  tx: EntityManager,
  { asOfDay, asOfPosition }: { asOfDay?: Day | undefined; asOfPosition?: number | undefined },
  newest: number,
): Promise<AsOf> {
  const position = asOfPosition ?? newest;
  return { day: asOfDay ?? (await recordedDayOf(tx, position)) ?? FIRST_DAY, position };
}
