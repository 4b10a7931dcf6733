import { type IndicatorReturnEvent, indicatorReturnEvents, type TaskEvent, taskEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addToRows, insertRows, upsertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { Balance } from './balance.entity';
import type { Booking } from './entry';
import { Posting } from './posting.entity';
import { PostingAccount } from './posting-account.entity';
import { bookReturnEvent } from './return-account';
import { bookTaskEvent, type TaskAccount } from './task-account';

type PostedEvent = TaskEvent | IndicatorReturnEvent;

/** Posts what each event changes, and keeps the balances that the postings add up to. */
@Injectable()
export class IndicatorLedgerProjector implements Projector<PostedEvent> {
  readonly name = 'indicator-ledger';
  readonly types = [...Object.keys(taskEvents), ...Object.keys(indicatorReturnEvents)];

  async project(events: readonly Recorded<PostedEvent>[], tx: EntityManager): Promise<void> {
    const accounts = await accountsOf(
      tx,
      events.map(({ stream }) => stream),
    );
    const postings: Posting[] = [];
    for (const event of events) {
      const { entries, account } = book(accounts.get(event.stream), event);
      accounts.set(event.stream, account);
      entries.forEach((entry, line) =>
        postings.push({ ...entry, position: event.position, line, eventId: event.eventId }),
      );
    }
    await insertRows(tx, Posting, postings);
    await addToRows(tx, Balance, sumsOf(postings));
    await upsertRows(
      tx,
      PostingAccount,
      [...accounts].map(([stream, account]) => ({ stream, account })),
    );
  }
}

function book(
  before: PostingAccount['account'] | undefined,
  event: Recorded<PostedEvent>,
): Booking<PostingAccount['account']> {
  return event.type === 'IndicatorReturned' || event.type === 'IndicatorReturnCorrected'
    ? bookReturnEvent(before, event)
    : bookTaskEvent(before as TaskAccount | undefined, event);
}

async function accountsOf(
  tx: EntityManager,
  streams: readonly string[],
): Promise<Map<string, PostingAccount['account']>> {
  const rows = await tx
    .createQueryBuilder(PostingAccount, 'account')
    .where('account.stream = ANY(:streams)', { streams: [...new Set(streams)] })
    .getMany();
  return new Map(rows.map(({ stream, account }) => [stream, account]));
}

function sumsOf(postings: readonly Posting[]): Balance[] {
  const sums = new Map<string, Balance>();
  for (const {
    organizationId,
    programmeId,
    periodMonth,
    indicator,
    measureId,
    unitId,
    dimension,
    amount,
  } of postings) {
    const key = [organizationId, programmeId, periodMonth, indicator, measureId, unitId, dimension].join('~');
    const sum = sums.get(key);
    if (sum) sum.amount += amount;
    else sums.set(key, { organizationId, programmeId, periodMonth, indicator, measureId, unitId, dimension, amount });
  }
  return [...sums.values()];
}
