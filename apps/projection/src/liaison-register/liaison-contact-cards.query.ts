import type {
  LiaisonContactCards,
  LiaisonContactCardsAnswer,
  LiaisonContactCardsRow,
  LiaisonContactCardsToIssue,
  LiaisonContactCardsToIssueAnswer,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { shareOf } from '../reading/share';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;
const WORKERS_A_PAGE = 500;

/** The contact cards of projects, and who of those on site holds the present edition (JX-12c). */
@Injectable()
export class LiaisonContactCardsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, cursor = '', limit = PAGE }: LiaisonContactCards,
    sender: Pick<Sender, 'after'>,
  ): Promise<LiaisonContactCardsAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<ProjectRow[]>(
        `SELECT unit.unit_id AS "projectId", unit.name AS "projectName", edition, card.officer_id AS "officerId", hotline,
           complaint_code AS "complaintCode", COALESCE(officer.stage = 'onDuty' AND officer.published, false) AS "officerServes"
         FROM unit
         LEFT JOIN liaison_contact_card AS card ON card.project_id = unit.unit_id
         LEFT JOIN liaison_officer AS officer ON officer.officer_id = card.officer_id AND officer.unit_id = unit.unit_id
         WHERE unit.unit_id = ANY($1) AND kind = 'project' AND closed_on IS NULL AND unit.unit_id > $2
         ORDER BY unit.unit_id LIMIT $3`,
        [await unitsBelow(tx, organization), cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ projectId }) => projectId);
      const counts = await tx.query<CountRow[]>(
        `SELECT project_id, count(*)::integer AS on_site, (count(*) FILTER (WHERE holds))::integer AS issued,
           (count(*) FILTER (WHERE holds AND acknowledged))::integer AS acknowledged
         FROM (
           SELECT stint.project_id, holder.acknowledged, COALESCE(holder.edition = card.edition, false) AS holds
           FROM (SELECT DISTINCT project_id, worker_id FROM site_stint WHERE project_id = ANY($1) AND until_day IS NULL) AS stint
           LEFT JOIN liaison_contact_card AS card USING (project_id)
           LEFT JOIN liaison_contact_card_holder AS holder USING (project_id, worker_id)
         ) AS worker GROUP BY project_id`,
        [rows.map(({ projectId }) => projectId)],
      );
      const countOf = new Map(counts.map((count) => [count.project_id, count]));
      return { cards: rows.map((row) => cardsRow(row, countOf.get(row.projectId))), nextCursor, position };
    });
  }

  /** Workers on site who do not hold the present edition, in the order of their ids. */
  toIssue(
    { projectId, cursor = '' }: LiaisonContactCardsToIssue,
    sender: Pick<Sender, 'after'>,
  ): Promise<LiaisonContactCardsToIssueAnswer> {
    return this.reading.snapshot(sender, async ({ tx }) => {
      const found = await tx.query<{ worker_id: string }[]>(
        `SELECT DISTINCT stint.worker_id
         FROM site_stint AS stint JOIN liaison_contact_card AS card USING (project_id)
         LEFT JOIN liaison_contact_card_holder AS holder USING (project_id, worker_id)
         WHERE project_id = $1 AND until_day IS NULL AND stint.worker_id > $2 AND holder.edition IS DISTINCT FROM card.edition
         ORDER BY stint.worker_id LIMIT $3`,
        [projectId, cursor, WORKERS_A_PAGE + 1],
      );
      const { rows, nextCursor } = pageOf(found, WORKERS_A_PAGE, ({ worker_id }) => worker_id);
      return { workerIds: rows.map(({ worker_id }) => worker_id), nextCursor };
    });
  }
}

type ProjectRow = Omit<LiaisonContactCardsRow, 'workersOnSite' | 'issued' | 'current' | 'currentBasisPoints'>;

interface CountRow {
  project_id: string;
  on_site: number;
  issued: number;
  acknowledged: number;
}

function cardsRow(row: ProjectRow, count: CountRow | undefined): LiaisonContactCardsRow {
  const workersOnSite = count?.on_site ?? 0;
  const current = row.officerServes ? (count?.acknowledged ?? 0) : 0;
  return {
    ...row,
    workersOnSite,
    issued: count?.issued ?? 0,
    current,
    currentBasisPoints: shareOf(current, workersOnSite),
  };
}
