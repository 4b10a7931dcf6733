import type { LiaisonRole, LiaisonWorkRecord, LiaisonWorkRecordAnswer } from '@gongyou/contracts';
import { firstDay, lastDay, type Month, monthsOf, periodRange } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RegisteredLiaisonOfficer } from '../liaison-register/liaison-officer.entity';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { withUnitsAbove } from './units-above';

/** What a work log shows against the duties of the post (JX-19). */
@Injectable()
export class LiaisonWorkRecordQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, officer: officerId, period }: LiaisonWorkRecord,
    sender: Pick<Sender, 'after'>,
  ): Promise<LiaisonWorkRecordAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const log: Log = { officerId, months: monthsOf(period), below: await unitsBelow(tx, organization) };
      const found = await tx.findOneBy(RegisteredLiaisonOfficer, { officerId });
      const officer = found && log.below.includes(found.unitId) ? found : null;
      const duties = officer && (await dutiesOf(tx, officer, periodRange(period).to));
      const sums = await sumsByDuty(tx, log);
      const without = sums.find(({ dutyId }) => dutyId === null);
      return {
        officerId,
        months: await monthsWith(tx, log, officer),
        duties: (duties?.items ?? []).map(({ itemId, text }) => {
          const { entries = 0, minutes = 0 } = sums.find(({ dutyId }) => dutyId === itemId) ?? {};
          return { itemId, text, entries, minutes };
        }),
        dutiesStated: duties?.statedCount ?? null,
        entriesWithoutDuty: without?.entries ?? 0,
        results: await sumsByResult(tx, log),
        position,
      };
    });
  }
}

/** The part of an officer's log that is asked about: of these months, kept at posts within these units. */
interface Log {
  officerId: string;
  months: Month[];
  below: string[];
}

const OF_THE_LOG = 'officer_id = $1 AND month = ANY($2) AND post_unit_id = ANY($3)';
const parametersOf = ({ officerId, months, below }: Log): unknown[] => [officerId, months, below];

async function monthsWith(
  tx: EntityManager,
  log: Log,
  officer: RegisteredLiaisonOfficer | null,
): Promise<LiaisonWorkRecordAnswer['months']> {
  const counted = await tx.query<{ month: string; entries: number }[]>(
    `SELECT month, count(*)::integer AS entries FROM liaison_work_entry WHERE ${OF_THE_LOG} GROUP BY month`,
    parametersOf(log),
  );
  return log.months.map((month) => {
    const entries = counted.find((each) => each.month === month)?.entries ?? 0;
    return { month, entries, isEmpty: entries === 0 && servedWhole(officer, month) };
  });
}

/** As `organization.liaison-alerts` judges it: a month that the officer served whole is owed an entry. */
function servedWhole(officer: RegisteredLiaisonOfficer | null, month: Month): boolean {
  if (!officer || officer.onDutyFrom === null) return false;
  const { onDutyFrom, relievedOn } = officer;
  return onDutyFrom <= firstDay(month) && (relievedOn === null || relievedOn >= lastDay(month));
}

async function sumsByDuty(
  tx: EntityManager,
  log: Log,
): Promise<{ dutyId: string | null; entries: number; minutes: number }[]> {
  return tx.query(
    `SELECT duty AS "dutyId", count(*)::integer AS entries, COALESCE(sum(minutes), 0)::integer AS minutes
     FROM liaison_work_entry LEFT JOIN LATERAL json_array_elements_text(duty_ids) AS duty ON true
     WHERE ${OF_THE_LOG} GROUP BY duty`,
    parametersOf(log),
  );
}

async function sumsByResult(tx: EntityManager, log: Log): Promise<LiaisonWorkRecordAnswer['results']> {
  return tx.query(
    `SELECT result, count(*)::integer AS entries FROM liaison_work_entry
     WHERE ${OF_THE_LOG} GROUP BY result ORDER BY result NULLS LAST`,
    parametersOf(log),
  );
}

/** The duties of the post on a day, by the definition of its unit or of the nearest above. */
async function dutiesOf(
  tx: EntityManager,
  { unitId, level }: RegisteredLiaisonOfficer,
  on: string,
): Promise<LiaisonRole['duties'] | undefined> {
  const [found] = await tx.query<{ role: LiaisonRole }[]>(
    `${withUnitsAbove('$1::text')}
     SELECT role FROM above JOIN liaison_role_definition AS definition ON definition.organization_id = above.unit_id
     WHERE definition.level = $2 AND definition.effective_on <= $3
     ORDER BY above.steps, definition.version DESC LIMIT 1`,
    [unitId, level, on],
  );
  return found?.role.duties;
}
