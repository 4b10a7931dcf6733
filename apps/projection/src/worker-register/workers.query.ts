import type { MaskedWorker, Workers, WorkersAnswer, WorkerSearch } from '@gongyou/contracts';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { amongUnits, unitsBelowUnlessAll } from '../unit-register/unit-tree';
import { PERSONAL_MASKS, type PersonalMasks } from './personal-masks';
import { RegisteredWorker } from './worker.entity';

const PAGE = 100;

/** The workers that a unit and those below it know, in the order of their ids. */
@Injectable()
export class WorkersQuery {
  constructor(
    private readonly reading: Reading,
    @Inject(PERSONAL_MASKS) private readonly ledger: PersonalMasks,
  ) {}

  answer(asked: Workers, sender: Pick<Sender, 'after'>): Promise<WorkersAnswer> {
    const { organization, active, workType, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const place: PlacesAsked = {
        tx,
        below: await unitsBelowUnlessAll(tx, organization),
        workType,
        cursor,
        limit: limit + 1,
      };
      const found = active === 'false' ? await onNoSite(place) : await knownThere(place, active === 'true');
      const { rows, nextCursor } = pageOf(found, limit, ({ worker_id }) => worker_id);
      const workers = await maskedWorkers(tx, rows);
      return { workers, nextCursor, position };
    });
  }

  /** Throws an `invalid` problem when nothing is asked for. */
  async search(asked: WorkerSearch, sender: Pick<Sender, 'after'>): Promise<WorkersAnswer> {
    const wanted = searchable.flatMap(({ kind, column }) => {
      const value = asked[kind];
      return value === undefined ? [] : [{ kind, column, value }];
    });
    if (wanted.length === 0) throw nothingAskedFor();
    const indexes = await this.ledger.blindIndexes(wanted.map(({ kind, value }) => ({ kind, value })));
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const below = await unitsBelowUnlessAll(tx, asked.organization);
      const conditions = wanted.map(({ column }, index) => `worker.${column} = $${index + 4}`);
      const found = await tx.query<{ worker_id: string }[]>(
        `SELECT worker_id FROM worker
         WHERE ${conditions.join(' AND ')} AND worker_id > $2 AND EXISTS (
           SELECT 1 FROM worker_place place WHERE place.worker_id = worker.worker_id AND ${amongUnits('place.unit_id', '$1')})
         ORDER BY worker_id LIMIT $3`,
        [below, asked.cursor ?? '', PAGE + 1, ...indexes],
      );
      const { rows, nextCursor } = pageOf(found, PAGE, ({ worker_id }) => worker_id);
      return { workers: await maskedWorkers(tx, rows), nextCursor, position };
    });
  }
}

interface PlacesAsked {
  tx: EntityManager;
  below: readonly string[] | null;
  workType: string | undefined;
  cursor: string;
  limit: number;
}

interface Found {
  worker_id: string;
}

function knownThere({ tx, below, workType, cursor, limit }: PlacesAsked, isActive: boolean): Promise<Found[]> {
  return tx.query<Found[]>(
    `SELECT DISTINCT place.worker_id FROM worker_place place
     WHERE ${amongUnits('place.unit_id', '$1')} AND place.worker_id > $2 AND ($4::text IS NULL OR place.work_type = $4)
       AND (NOT $5 OR place.active)
     ORDER BY place.worker_id LIMIT $3`,
    [below, cursor, limit, workType ?? null, isActive],
  );
}

/**
 * Those who are on no site at all are found by an index of their own, and beside them those who are on sites of other units only. Whether
 * a place is one of a great unit is asked of a hash of its ids: by the index each of the ids would be looked up for each worker.
 */
async function onNoSite({ tx, below, workType, cursor, limit }: PlacesAsked): Promise<Found[]> {
  const values = [below, cursor, limit, workType ?? null];
  const idle = await tx.query<Found[]>(
    `SELECT worker_id FROM worker
     WHERE NOT on_site AND worker_id > $2 AND EXISTS (
       SELECT FROM worker_place place
       WHERE place.worker_id = worker.worker_id AND ${amongUnits("(place.unit_id || '')", '$1')}
         AND ($4::text IS NULL OR place.work_type = $4))
     ORDER BY worker_id LIMIT $3`,
    values,
  );
  if (below === null) return idle;
  const elsewhere = await tx.query<Found[]>(
    `SELECT DISTINCT place.worker_id FROM worker_place place
     WHERE place.unit_id = ANY($1) AND place.worker_id > $2 AND NOT place.active
       AND ($4::text IS NULL OR place.work_type = $4)
       AND (SELECT bool_or(there.active) AND NOT bool_or(there.active AND (there.unit_id || '') = ANY($1))
            FROM worker_place there WHERE there.worker_id = place.worker_id)
     ORDER BY place.worker_id LIMIT $3`,
    values,
  );
  return [...idle, ...elsewhere].sort((a, b) => (a.worker_id < b.worker_id ? -1 : 1)).slice(0, limit);
}

const searchable = [
  { kind: 'name', column: 'name_index' },
  { kind: 'identityNumber', column: 'identity_number_index' },
  { kind: 'phone', column: 'phone_index' },
] as const;

async function maskedWorkers(tx: EntityManager, found: readonly { worker_id: string }[]): Promise<MaskedWorker[]> {
  const ids = found.map(({ worker_id }) => worker_id);
  const rows = new Map((await rowsWith(tx, RegisteredWorker, 'workerId', ids)).map((row) => [row.workerId, row]));
  return ids.map((id) => maskedWorker(rows.get(id)!));
}

/** What is shown of a worker in every list. */
export function maskedWorker(row: RegisteredWorker): MaskedWorker {
  const { workerId, organizationId, name, identityDocumentType, identityNumber, phone, sex, registeredOn } = row;
  return { workerId, organizationId, name, identityDocumentType, identityNumber, phone, sex, registeredOn };
}

const nothingAskedFor = (): PlatformProblem =>
  new PlatformProblem('invalid', 'organization.workerSearchEmpty', {
    zh: '请至少给出姓名、证件号码、手机号之一',
    en: 'Give a name, a document number or a phone number to search by.',
  });
