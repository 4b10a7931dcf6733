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
 * Those who are on no site of the units. Each place says where its worker is now, which tells at once of nearly all that they are there; only
 * for those who are elsewhere it is asked whether they are on a second site.
 */
function onNoSite({ tx, below, workType, cursor, limit }: PlacesAsked): Promise<Found[]> {
  return tx.query<Found[]>(
    `SELECT DISTINCT place.worker_id FROM worker_place place
     WHERE place.worker_id > $2 AND ($4::text IS NULL OR place.work_type = $4) AND ${
       below === null
         ? '$1::text[] IS NULL AND place.active_in IS NULL'
         : `place.unit_id = ANY($1) AND (place.active_in IS NULL OR place.active_in <> ALL($1) AND NOT EXISTS (
              SELECT FROM worker_place other
              WHERE other.worker_id = place.worker_id AND other.active AND (other.unit_id || '') = ANY($1)))`
     }
     ORDER BY place.worker_id LIMIT $3`,
    [below, cursor, limit, workType ?? null],
  );
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
