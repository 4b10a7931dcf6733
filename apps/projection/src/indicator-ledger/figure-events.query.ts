import type { FigureEvent, FigureEventsAnswer } from '@gongyou/contracts';
import type { RecordedEvent, Sender } from '@gongyou/messaging';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { measuresLedBy, programmeInForce } from '../adoption-register/programme-in-force';
import { citedEvents } from '../intake/cited-events';
import { EVENT_LOG, type EventLog } from '../intake/event-log';
import { badCursor, pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelowAsOf } from '../unit-register/unit-tree';
import { type LedgerScope, STANDING } from './cells.query';
import { computedFigures } from './computed-figures';
import { type FigureKey, figureIdOf, isStanding, type ProgrammeFigureKey, type StandingFigureKey } from './figure-key';
import { isComputed, ledgerIndicators } from './indicators';

const PAGE = 100;
/** No event makes as many postings. */
const MOST_LINES = 10_000;
/** An answer must fit into one message. */
const MOST_BYTES = 400_000;

interface CitingRow {
  position: number;
  line: number;
  unitId: string;
  day: string;
  amount: number;
}

/** After which row a page begins. */
type Place = Pick<CitingRow, 'position' | 'line'>;

/** The postings that add up to a figure, in the order of the ledger, each with the event that it cites. */
@Injectable()
export class FigureEventsQuery {
  constructor(
    private readonly reading: Reading,
    @Inject(EVENT_LOG) private readonly log: EventLog,
  ) {}

  async answer(
    key: FigureKey,
    { cursor, limit = PAGE }: { cursor?: string; limit?: number },
    sender: Pick<Sender, 'after'>,
  ): Promise<FigureEventsAnswer> {
    const place = placeOf(cursor);
    const after = Math.max(sender.after ?? 0, key.asOf.position);
    const { value, rows, position } = await this.reading.snapshot({ after }, async ({ tx, position }) => {
      return { ...(await citing(tx, key, place, limit + 1)), position };
    });
    const positions = [...new Set(rows.slice(0, limit).map((row) => row.position))];
    const events = await citedEvents(this.log, positions, MOST_BYTES);
    const fitting = rows.findIndex((row) => !events.has(row.position));
    const page = pageOf(
      rows,
      fitting < 0 ? limit : Math.min(limit, fitting),
      (last) => `${last.position}.${last.line}`,
    );
    return {
      figure: figureIdOf(key),
      ...groundOf(key),
      value,
      events: page.rows.map((row) => figureEventOf(row, events.get(row.position)!)),
      nextCursor: page.nextCursor,
      position,
    };
  }
}

/** What the figure comes to, and a page of the postings, or of the units found, that add up to it. */
async function citing(
  tx: EntityManager,
  key: FigureKey,
  place: Place,
  limit: number,
): Promise<{ value: number; rows: CitingRow[] }> {
  if (isStanding(key) && isComputed(key.indicator)) {
    const { unitIds } = await standingScope(tx, key);
    const found = await computedFigures(tx, unitIds, key.asOf)(key.indicator);
    const rows = found.filter(
      ({ position, line }) => position > place.position || (position === place.position && line > place.line),
    );
    return { value: found.length, rows: rows.slice(0, limit).map((each) => ({ ...each, amount: 1 })) };
  }
  const filter = await filterOf(tx, key);
  return { value: await sumOf(tx, filter), rows: await rowsAfter(tx, filter, place, limit) };
}

/** What the figure's key says, in words where a reader needs them. */
function groundOf(
  key: FigureKey,
): Pick<FigureEventsAnswer, 'indicator' | 'unit' | 'organizationId' | 'asOf' | 'since'> {
  const { indicator, organization, asOf, since } = key;
  const { unit } = ledgerIndicators[indicator];
  return {
    indicator: wordsOf(key),
    ...(unit && { unit }),
    organizationId: organization,
    asOf: { ...asOf },
    ...(since && { since: { ...since } }),
  };
}

/** What the figure counts, in both languages. */
function wordsOf({ indicator, dimension }: FigureKey): string {
  const { zh, en } = ledgerIndicators[indicator];
  return dimension === undefined ? `${zh} / ${en}` : `${zh} / ${en}: ${dimension}`;
}

function figureEventOf({ amount, day, position, unitId }: CitingRow, event: RecordedEvent): FigureEvent {
  const { eventId, type, stream, occurredAt, recordedAt, actor, client, data } = event;
  return { amount, day, position, eventId, type, stream, unitId, occurredAt, recordedAt, actor, client, data };
}

/** The condition that a figure's postings meet, and its parameters. */
interface Filter {
  where: string;
  values: unknown[];
}

async function filterOf(tx: EntityManager, key: FigureKey): Promise<Filter> {
  const { indicator, asOf, since } = key;
  const scope = isStanding(key) ? await standingScope(tx, key) : await programmeScope(tx, key);
  return {
    where: `organization_id = $1 AND programme_id = $2 AND indicator = $3 AND period_month BETWEEN $4 AND $5
      AND position <= $6 AND day <= $7
      AND ($8::text[] IS NULL OR unit_id = ANY($8)) AND ($9::text[] IS NULL OR measure_id = ANY($9))
      AND ($10::text IS NULL OR dimension = $10)
      AND ($11::bigint IS NULL OR position > $11 OR day > $12::date)`,
    values: [
      scope.organizationId,
      scope.programmeId,
      indicator,
      scope.from,
      scope.to,
      asOf.position,
      asOf.day,
      scope.unitIds,
      isStanding(key) ? null : await measuresOf(tx, key),
      key.dimension ?? null,
      since?.position ?? null,
      since?.day ?? null,
    ],
  };
}

const standingScope = async (
  tx: EntityManager,
  { organization, asOf, from = STANDING.from, to = STANDING.to }: StandingFigureKey,
): Promise<LedgerScope & { unitIds: string[] }> => ({
  ...STANDING,
  ...{ from, to },
  unitIds: await unitsBelowAsOf(tx, organization, asOf),
});

const programmeScope = async (tx: EntityManager, key: ProgrammeFigureKey): Promise<LedgerScope> => ({
  organizationId: key.adopter,
  programmeId: key.programme,
  from: key.from,
  to: key.to,
  unitIds: key.organization === key.adopter ? null : await unitsBelowAsOf(tx, key.organization, key.asOf),
});

/** The measures that the figure is limited to; null for no limit. */
async function measuresOf(tx: EntityManager, key: ProgrammeFigureKey): Promise<string[] | null> {
  const { programme, adopter, measure, department, asOf } = key;
  if (department === undefined) return measure === undefined ? null : [measure];
  const inForce = await programmeInForce(tx, programme, adopter, asOf);
  const led = inForce ? measuresLedBy(inForce.programme, department) : [];
  return measure === undefined ? led : led.filter((measureId) => measureId === measure);
}

async function sumOf(tx: EntityManager, { where, values }: Filter): Promise<number> {
  const [row] = await tx.query<{ value: number }[]>(
    `SELECT coalesce(sum(amount), 0)::bigint AS value FROM posting WHERE ${where}`,
    values,
  );
  return row!.value;
}

function placeOf(cursor: string | undefined): Place {
  if (cursor === undefined) return { position: -1, line: 0 };
  const [position, line] = cursor.split('.').map(Number) as [number, number];
  if (!Number.isSafeInteger(position) || line > MOST_LINES) throw badCursor();
  return { position, line };
}

function rowsAfter(
  tx: EntityManager,
  { where, values }: Filter,
  { position, line }: Place,
  limit: number,
): Promise<CitingRow[]> {
  return tx.query<CitingRow[]>(
    `SELECT position, line, unit_id AS "unitId", day, amount FROM posting
     WHERE ${where} AND (position, line) > ($13::bigint, $14::int) ORDER BY position, line LIMIT $15`,
    [...values, position, line, limit],
  );
}
