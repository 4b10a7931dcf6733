import type { MatterRow, Matters, MattersAnswer, MattersToEscalate, MattersToEscalateAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitNamesOf } from '../unit-register/unit-names';
import { standsBelow } from '../unit-register/unit-tree';
import { RegisteredMatter } from './matter.entity';

const PAGE = 100;
const ESCALATION_PAGE = 500;
const IS_OPEN = "matter.stage IN ('unanswered', 'answered')";
/** JX-15: nobody is named, or a liaison officer was named and is relieved since. */
const IS_OWNERLESS = `(matter.owner_id IS NULL OR EXISTS (
  SELECT FROM liaison_officer AS officer
  WHERE officer.officer_id = matter.owner_id AND officer.stage = 'relieved' AND officer.relieved_on >= matter.owned_since))`;

/** The register of matters, in the order of their ids. */
@Injectable()
export class MattersQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: Matters, sender: Pick<Sender, 'after'>): Promise<MattersAnswer> {
    const { organization, limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredMatter, 'matter')
        .where(...(await standsBelow(tx, 'matter.unit_id', organization)))
        .orderBy('matter.matterId')
        .limit(limit + 1);
      for (const [condition, values] of conditionsOf(asked)) query.andWhere(condition, values);
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ matterId }) => matterId);
      return { matters: await matterRowsOf(tx, rows), nextCursor, position };
    });
  }

  /** Those that a closed day finds overdue. At the highest level there is nobody to hand them up to. */
  toEscalate(
    { closedDay, cursor = '' }: MattersToEscalate,
    sender: Pick<Sender, 'after'>,
  ): Promise<MattersToEscalateAnswer> {
    return this.reading.snapshot(sender, async ({ tx }) => {
      const found = await tx.query<{ matter_id: string }[]>(
        `SELECT matter_id FROM matter
         WHERE stage = 'unanswered' AND level <> 'company' AND due_on <= $1 AND matter_id > $2
         ORDER BY matter_id LIMIT $3`,
        [closedDay, cursor, ESCALATION_PAGE + 1],
      );
      const { rows, nextCursor } = pageOf(found, ESCALATION_PAGE, ({ matter_id }) => matter_id);
      return { matterIds: rows.map(({ matter_id }) => matter_id), nextCursor };
    });
  }
}

function* conditionsOf(asked: Matters): Generator<[string, object]> {
  const { stage, kind, level, owner, record, overdueOn, ownerless, cursor } = asked;
  if (stage !== undefined) yield ['matter.stage = :stage', { stage }];
  if (kind !== undefined) yield ['matter.kind = :kind', { kind }];
  if (level !== undefined) yield ['matter.level = :level', { level }];
  if (owner !== undefined) yield ['matter.ownerId = :owner', { owner }];
  if (record !== undefined) yield ['matter.recordId = :record', { record }];
  if (overdueOn !== undefined) yield [`${IS_OPEN} AND matter.dueOn < :overdueOn`, { overdueOn }];
  if (ownerless !== undefined) yield [`${IS_OPEN} AND ${IS_OWNERLESS}`, {}];
  if (cursor !== undefined) yield ['matter.matterId > :cursor', { cursor }];
}

/** Matters as they are shown, with the names of today of the units that ask. */
export async function matterRowsOf(tx: EntityManager, matters: readonly RegisteredMatter[]): Promise<MatterRow[]> {
  const names = await unitNamesOf(
    tx,
    matters.map(({ unitId }) => unitId),
  );
  return matters.map(({ ownedSince: _ownedSince, ...matter }) => ({
    ...matter,
    unitName: names.get(matter.unitId) ?? matter.unitId,
  }));
}
