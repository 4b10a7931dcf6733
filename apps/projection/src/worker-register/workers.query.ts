import type { MaskedWorker, Workers, WorkersAnswer, WorkerSearch } from '@gongyou/contracts';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
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
      const below = await unitsBelow(tx, organization);
      const conditions = ['place.unit_id = ANY($1)', 'place.worker_id > $2'];
      const values: unknown[] = [below, cursor, limit + 1];
      if (workType !== undefined) conditions.push(`place.work_type = $${values.push(workType)}`);
      if (active === 'true') conditions.push('place.active');
      if (active === 'false') {
        // Asked for each worker as the page fills: as NOT EXISTS, PostgreSQL would first join all places of a great unit.
        conditions.push(`NOT (
          SELECT bool_or(other.active) FROM worker_place other
          WHERE other.worker_id = place.worker_id AND other.unit_id = ANY($1))`);
      }
      const found = await tx.query<{ worker_id: string }[]>(
        `SELECT DISTINCT place.worker_id FROM worker_place place
         WHERE ${conditions.join(' AND ')} ORDER BY place.worker_id LIMIT $3`,
        values,
      );
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
      const below = await unitsBelow(tx, asked.organization);
      const conditions = wanted.map(({ column }, index) => `worker.${column} = $${index + 4}`);
      const found = await tx.query<{ worker_id: string }[]>(
        `SELECT worker_id FROM worker
         WHERE ${conditions.join(' AND ')} AND worker_id > $2 AND EXISTS (
           SELECT 1 FROM worker_place place WHERE place.worker_id = worker.worker_id AND place.unit_id = ANY($1))
         ORDER BY worker_id LIMIT $3`,
        [below, asked.cursor ?? '', PAGE + 1, ...indexes],
      );
      const { rows, nextCursor } = pageOf(found, PAGE, ({ worker_id }) => worker_id);
      return { workers: await maskedWorkers(tx, rows), nextCursor, position };
    });
  }
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
