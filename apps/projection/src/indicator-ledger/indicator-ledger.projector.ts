import { type IndicatorReturnEvent, indicatorReturnEvents, type TaskEvent, taskEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { addToRows, insertRows, upsertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { Balance } from './balance.entity';
import type { Booking, Entry } from './entry';
import { bookTellings, sourcesOf, tellingsOf } from './joined-books';
import { joinedRulesOf, joinedTypes } from './joined-rules';
import { Posting } from './posting.entity';
import { PostingAccount } from './posting-account.entity';
import { bookReturnEvent, type ReturnAccount } from './return-account';
import { standingRuleOf, standingTypes, type StandingEvent } from './standing-rules';
import { bookStandingEvent, type StandingAccount } from './standing-rule';
import { bookTaskEvent, type TaskAccount } from './task-account';

type ProgrammeEvent = TaskEvent | IndicatorReturnEvent;
type PostedEvent = ProgrammeEvent | StandingEvent;

/** Posts what each event changes, and keeps the balances that the postings add up to. */
@Injectable()
export class IndicatorLedgerProjector implements Projector<PostedEvent> {
  readonly name = 'indicator-ledger';
  readonly types = [
    ...new Set([...Object.keys(taskEvents), ...Object.keys(indicatorReturnEvents), ...standingTypes, ...joinedTypes]),
  ];

  async project(events: readonly Recorded<PostedEvent>[], tx: EntityManager): Promise<void> {
    const streams = events.flatMap(({ type, stream }) => (joinedOnly(type) ? [] : stream));
    const accounts = await accountsOf(tx, [...streams, ...sourcesOf(events)]);
    const tellings = tellingsOf(events, accounts);
    const subjects = tellings.flat().map(({ account }) => account);
    for (const [key, account] of await accountsOf(tx, subjects)) accounts.set(key, account);
    const postings: Posting[] = [];
    events.forEach((event, index) => {
      const entries = [...bookOwn(accounts, event), ...bookTellings(tellings[index]!, accounts)];
      entries.forEach((entry, line) => postings.push(posted(entry, event, line)));
    });
    await insertRows(tx, Posting, postings);
    await addToRows(tx, Balance, sumsOf(postings));
    await upsertRows(
      tx,
      PostingAccount,
      [...accounts].map(([stream, account]) => ({ stream, account })),
    );
  }
}

/** Whether nothing is remembered of an event's stream alone. */
const joinedOnly = (type: string): boolean => joinedRulesOf(type).length > 0 && !standingRuleOf(type);

async function accountsOf(tx: EntityManager, keys: readonly string[]): Promise<Map<string, object>> {
  const known = await rowsWith(tx, PostingAccount, 'stream', new Set(keys));
  return new Map(known.map(({ stream, account }) => [stream, account]));
}

/** The postings by what the event's own stream counts for. */
function bookOwn(accounts: Map<string, object>, event: Recorded<PostedEvent>): Entry[] {
  if (joinedOnly(event.type)) return [];
  const { entries, account } = book(accounts.get(event.stream), event);
  accounts.set(event.stream, account);
  return entries;
}

/** Written out: it is made for every posting of a rebuild, and a spread takes many times as long. */
const posted = (entry: Entry, { position, eventId }: Recorded<PostedEvent>, line: number): Posting => ({
  position,
  line,
  eventId,
  indicator: entry.indicator,
  programmeId: entry.programmeId,
  organizationId: entry.organizationId,
  measureId: entry.measureId,
  unitId: entry.unitId,
  periodMonth: entry.periodMonth,
  dimension: entry.dimension,
  day: entry.day,
  amount: entry.amount,
});

function book(before: object | undefined, event: Recorded<PostedEvent>): Booking<object> {
  const rule = standingRuleOf(event.type);
  if (rule) return bookStandingEvent(rule, before as StandingAccount | undefined, event as StandingEvent);
  return bookProgrammeEvent(before as TaskAccount | ReturnAccount | undefined, event as Recorded<ProgrammeEvent>);
}

const bookProgrammeEvent = (
  before: TaskAccount | ReturnAccount | undefined,
  event: Recorded<ProgrammeEvent>,
): Booking<TaskAccount | ReturnAccount> =>
  event.type === 'IndicatorReturned' || event.type === 'IndicatorReturnCorrected'
    ? bookReturnEvent(before, event)
    : bookTaskEvent(before as TaskAccount | undefined, event);

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
