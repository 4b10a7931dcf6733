import type { VitalMatterList, VitalMatterListAnswer, VitalMatterRow } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** The matters of vital interest that are in force on a day, and by which resolution (HM-04i). */
@Injectable()
export class VitalMattersQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: VitalMatterList, sender: Pick<Sender, 'after'>): Promise<VitalMatterListAnswer> {
    const { organization, asOfDay, matter = null, findings, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<FoundMatter[]>(
        `SELECT matter_id AS "matterId", unit_id AS "unitId", each.matter, each.title, in_force_from AS "inForceFrom",
           found_on AS "foundOn", (covered_on IS NULL OR covered_on > $2) AS finding, each.congress_id AS "congressId",
           each.resolution_id AS "resolutionId", covered_on AS "coveredOn", votes_for AS "votesFor",
           votes_against AS "votesAgainst", abstaining, delegates
         FROM vital_matter AS each LEFT JOIN congress_resolution AS resolution
           ON resolution.congress_id = each.congress_id AND resolution.resolution_id = each.resolution_id
         WHERE unit_id = ANY($1) AND in_force_from <= $2 AND (revoked_on IS NULL OR revoked_on > $2)
           AND ($3::text IS NULL OR each.matter = $3) AND (NOT $4 OR covered_on IS NULL OR covered_on > $2)
           AND matter_id > $5
         ORDER BY matter_id LIMIT $6`,
        [await unitsBelow(tx, organization), asOfDay, matter, findings === 'true', cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ matterId }) => matterId);
      return { matters: rows.map(rowOf), nextCursor, position };
    });
  }
}

type FoundMatter = Omit<VitalMatterRow, 'resolution'> & NonNullable<VitalMatterRow['resolution']>;

const rowOf = ({ matterId, unitId, matter, title, inForceFrom, foundOn, finding, ...resolution }: FoundMatter) => ({
  ...{ matterId, unitId, matter, title, inForceFrom, foundOn, finding },
  resolution: finding ? null : resolution,
});
