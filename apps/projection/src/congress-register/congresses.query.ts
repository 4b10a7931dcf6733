import type {
  CongressList,
  CongressListAnswer,
  CongressResolutionRow,
  CongressResolutions,
  CongressResolutionsAnswer,
  CongressRow,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pageOf, twoIdsOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { shareOf } from '../reading/share';
import { unitsBelow } from '../unit-register/unit-tree';
import { type Composition, compositionFindings, workersShareRose } from './composition';
import { RegisteredCongress } from './congress.entity';

const PAGE = 100;

/** Congresses and what they resolved, at or below a unit. */
@Injectable()
export class CongressesQuery {
  constructor(private readonly reading: Reading) {}

  congresses(asked: CongressList, sender: Pick<Sender, 'after'>): Promise<CongressListAnswer> {
    const { organization, kind, runningOn, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredCongress, 'each')
        .where('each.unitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('each.congressId > :cursor', { cursor })
        .orderBy('each.congressId')
        .limit(limit + 1);
      if (kind !== undefined) query.andWhere('each.kind = :kind', { kind });
      if (runningOn !== undefined) query.andWhere(':runningOn BETWEEN each.beginsOn AND each.endsOn', { runningOn });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ congressId }) => congressId);
      return { congresses: await rowsOf(tx, rows), nextCursor, position };
    });
  }

  resolutions(asked: CongressResolutions, sender: Pick<Sender, 'after'>): Promise<CongressResolutionsAnswer> {
    const { organization, matter = null, passed = null, vitalInterest = null, cursor, limit = PAGE } = asked;
    const [congressId, resolutionId] = twoIdsOf(cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<CongressResolutionRow[]>(
        `SELECT each.congress_id AS "congressId", resolution_id AS "resolutionId", session_id AS "sessionId",
           congress.unit_id AS "unitId", matter, vital_interest AS "vitalInterest", title, passed, delegates,
           votes_for AS "votesFor", votes_against AS "votesAgainst", abstaining
         FROM congress_resolution AS each JOIN congress ON congress.congress_id = each.congress_id
         WHERE congress.unit_id = ANY($1) AND (each.congress_id, resolution_id) > ($2, $3)
           AND ($4::text IS NULL OR matter = $4) AND ($5::boolean IS NULL OR passed = $5)
           AND ($6::boolean IS NULL OR vital_interest = $6)
         ORDER BY each.congress_id, resolution_id LIMIT $7`,
        [await unitsBelow(tx, organization), congressId, resolutionId, matter, passed, vitalInterest, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, (each) => `${each.congressId}.${each.resolutionId}`);
      return { resolutions: rows, nextCursor, position };
    });
  }
}

async function rowsOf(tx: EntityManager, congresses: readonly RegisteredCongress[]): Promise<CongressRow[]> {
  const previousIds = congresses.flatMap(({ previousCongressId }) => previousCongressId ?? []);
  const compositions = await compositionsOf(tx, [...congresses.map(({ congressId }) => congressId), ...previousIds]);
  return congresses.map(({ previousCongressId, ...congress }) => {
    const { sessions, lastSessionOn, ...now } = compositions.get(congress.congressId)!;
    const before = previousCongressId === null ? undefined : compositions.get(previousCongressId);
    return {
      ...now,
      ...congress,
      frontLineBasisPoints: shareOf(now.frontLine, now.delegates),
      industrialWorkerBasisPoints: shareOf(now.industrialWorkers, now.delegates),
      previousIndustrialWorkerBasisPoints: before ? shareOf(before.industrialWorkers, before.delegates) : null,
      industrialWorkerShareRose: workersShareRose(now, before),
      sessions,
      lastSessionOn,
      findings: congress.kind === 'workersCongress' ? compositionFindings(now) : [],
    };
  });
}

type Counted = Composition & { congressId: string; sessions: number; lastSessionOn: string | null };

/** Who sits in each congress now, and how often it met. */
async function compositionsOf(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Counted>> {
  const rows = await tx.query<Counted[]>(
    `SELECT congress.congress_id AS "congressId", staff_count AS "staffCount", seated.*, held.*
     FROM congress
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS delegates,
         (count(*) FILTER (WHERE category = 'frontLine'))::int AS "frontLine",
         (count(*) FILTER (WHERE category = 'management'))::int AS management,
         (count(*) FILTER (WHERE industrial_worker))::int AS "industrialWorkers"
       FROM congress_delegate AS delegate
       WHERE delegate.congress_id = congress.congress_id AND delegate.vacated_on IS NULL
     ) AS seated
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS sessions, max(held_on) AS "lastSessionOn"
       FROM congress_session AS session WHERE session.congress_id = congress.congress_id
     ) AS held
     WHERE congress.congress_id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.congressId, row]));
}
