import type { LiaisonOfficerRow, LiaisonOfficers, LiaisonOfficersAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitNamesOf } from '../unit-register/unit-names';
import { unitsBelow } from '../unit-register/unit-tree';
import { RegisteredLiaisonOfficer } from './liaison-officer.entity';

const PAGE = 100;

/** The register of liaison officers, in the order of their ids. */
@Injectable()
export class LiaisonOfficersQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: LiaisonOfficers, sender: Pick<Sender, 'after'>): Promise<LiaisonOfficersAnswer> {
    const { organization, level, stage, published, trained, cursor, limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredLiaisonOfficer, 'officer')
        .where('officer.unitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .orderBy('officer.officerId')
        .limit(limit + 1);
      if (level !== undefined) query.andWhere('officer.level = :level', { level });
      if (stage !== undefined) query.andWhere('officer.stage = :stage', { stage });
      if (published !== undefined)
        query.andWhere('officer.published = :published', { published: published === 'true' });
      if (trained !== undefined) query.andWhere('officer.trained = :trained', { trained: trained === 'true' });
      if (cursor !== undefined) query.andWhere('officer.officerId > :cursor', { cursor });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ officerId }) => officerId);
      const names = await unitNamesOf(
        tx,
        rows.map(({ unitId }) => unitId),
      );
      const officers = rows.map(({ trained: _trained, ...row }): LiaisonOfficerRow => ({
        ...row,
        unitName: names.get(row.unitId) ?? row.unitId,
      }));
      return { officers, nextCursor, position };
    });
  }
}
