import type {
  CollectiveUnionAdmissionList,
  CollectiveUnionAdmissionListAnswer,
  CollectiveUnionAdmissionRow,
  CollectiveUnionAdmissionWorkers,
  CollectiveUnionAdmissionWorkersAnswer,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** Collective admissions at or below a unit, and their workers (CC-12a). */
@Injectable()
export class CollectiveAdmissionsQuery {
  constructor(private readonly reading: Reading) {}

  admissions(
    asked: CollectiveUnionAdmissionList,
    sender: Pick<Sender, 'after'>,
  ): Promise<CollectiveUnionAdmissionListAnswer> {
    const { organization, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<CollectiveUnionAdmissionRow[]>(
        `SELECT admission.admission_id AS "admissionId", mass_organization_id AS "massOrganizationId", unit_id AS "unitId",
           basis, rules, opened_on AS "openedOn", held_on AS "heldOn", answered.*
         FROM collective_admission AS admission CROSS JOIN LATERAL (
           SELECT (count(*) FILTER (WHERE standing = 'consented'))::int AS consented,
             (count(*) FILTER (WHERE standing = 'declined'))::int AS declined,
             (count(*) FILTER (WHERE standing = 'admitted'))::int AS admitted,
             (count(member.membership_number) FILTER (WHERE standing = 'admitted'))::int AS "cardsIssued"
           FROM collective_admission_worker AS worker
           LEFT JOIN union_member AS member ON member.worker_id = worker.worker_id
           WHERE worker.admission_id = admission.admission_id
         ) AS answered
         WHERE unit_id = ANY($1) AND admission.admission_id > $2 ORDER BY admission.admission_id LIMIT $3`,
        [await unitsBelow(tx, organization), cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ admissionId }) => admissionId);
      return { admissions: rows, nextCursor, position };
    });
  }

  workers(
    asked: CollectiveUnionAdmissionWorkers,
    sender: Pick<Sender, 'after'>,
  ): Promise<CollectiveUnionAdmissionWorkersAnswer> {
    const { organization, admission, standing = null, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<CollectiveUnionAdmissionWorkersAnswer['workers']>(
        `SELECT worker.worker_id AS "workerId", standing, worker.employment_form AS "employmentForm", told_on AS "toldOn",
           membership_number AS "membershipNumber", card_issued_on AS "cardIssuedOn"
         FROM collective_admission_worker AS worker
         JOIN collective_admission AS admission ON admission.admission_id = worker.admission_id
         LEFT JOIN union_member AS member ON member.worker_id = worker.worker_id
         WHERE worker.admission_id = $2 AND admission.unit_id = ANY($1) AND ($3::text IS NULL OR standing = $3)
           AND worker.worker_id > $4
         ORDER BY worker.worker_id LIMIT $5`,
        [await unitsBelow(tx, organization), admission, standing, cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ workerId }) => workerId);
      return { workers: rows, nextCursor, position };
    });
  }
}
