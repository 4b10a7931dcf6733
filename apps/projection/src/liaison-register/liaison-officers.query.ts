import type {
  LiaisonOfficerRow,
  LiaisonOfficers,
  LiaisonOfficersAnswer,
  LiaisonTermsOver,
  LiaisonTermsOverAnswer,
} from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitNamesOf } from '../unit-register/unit-names';
import { unitsBelow } from '../unit-register/unit-tree';
import { RegisteredLiaisonOfficer } from './liaison-officer.entity';

const PAGE = 100;
const ON_DUTY = `officer.onDutyFrom <= :onDutyOn
  AND (officer.relievedOn IS NULL OR officer.relievedOn >= :onDutyOn)
  AND (officer.termEndsOn IS NULL OR officer.termEndsOn >= :onDutyOn)`;

/** The register of liaison officers, in the order of their ids. */
@Injectable()
export class LiaisonOfficersQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: LiaisonOfficers, sender: Pick<Sender, 'after'>): Promise<LiaisonOfficersAnswer> {
    const { organization, level, stage, onDutyOn, published, trained, managedBy, cursor, limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredLiaisonOfficer, 'officer')
        .where('officer.unitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .orderBy('officer.officerId')
        .limit(limit + 1);
      if (level !== undefined) query.andWhere('officer.level = :level', { level });
      if (stage !== undefined) query.andWhere('officer.stage = :stage', { stage });
      if (onDutyOn !== undefined) query.andWhere(ON_DUTY, { onDutyOn });
      if (published !== undefined)
        query.andWhere('officer.published = :published', { published: published === 'true' });
      if (trained !== undefined) query.andWhere('officer.trained = :trained', { trained: trained === 'true' });
      if (managedBy !== undefined)
        query.andWhere('CAST(officer.managingUnitIds AS jsonb) @> to_jsonb(CAST(:managedBy AS text))', { managedBy });
      if (cursor !== undefined) query.andWhere('officer.officerId > :cursor', { cursor });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ officerId }) => officerId);
      const names = await unitNamesOf(
        tx,
        rows.map(({ unitId }) => unitId),
      );
      return { officers: rows.map((row) => officerRow(row, names)), nextCursor, position };
    });
  }

  /** Holders of a post whose term had its last day by the day that is closed. */
  termsOver(
    { closedDay, cursor = '' }: LiaisonTermsOver,
    sender: Pick<Sender, 'after'>,
  ): Promise<LiaisonTermsOverAnswer> {
    return this.reading.snapshot(sender, async ({ tx }) => {
      const found = await tx.query<{ officer_id: string; term_ends_on: string }[]>(
        `SELECT officer_id, term_ends_on FROM liaison_officer
         WHERE stage IN ('appointed', 'onDuty') AND term_ends_on <= $1 AND officer_id > $2 ORDER BY officer_id LIMIT $3`,
        [closedDay, cursor, PAGE + 1],
      );
      const { rows, nextCursor } = pageOf(found, PAGE, ({ officer_id }) => officer_id);
      const terms = rows.map(({ officer_id: officerId, term_ends_on }) => ({
        officerId,
        termEndsOn: day(term_ends_on),
      }));
      return { terms, nextCursor };
    });
  }
}

/** An officer as the register shows him. */
export const officerRow = (
  { trained: _trained, ...row }: RegisteredLiaisonOfficer,
  names: ReadonlyMap<string, string>,
): LiaisonOfficerRow => ({ ...row, unitName: names.get(row.unitId) ?? row.unitId });
