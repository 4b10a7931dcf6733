import {
  admissionGroups,
  admissionStages,
  distinctions,
  employerTypes,
  industrialWorkerFloorPerMille,
  type PartyAdmissionCounts,
  type PartyAdmissionCountsAnswer,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

interface Counted {
  name: string;
  count: number;
}

/** Those admitted in a year who had been given an honour by then that was not taken back: the selections know, whatever the application said. */
const HOLDING_HONOUR = `
  SELECT count(*) AS count FROM party_admission
  WHERE admitted_unit_id = ANY($1) AND admitted_on BETWEEN $2 AND $3 AND EXISTS (
    SELECT FROM honour_nomination
    WHERE candidate_id = applicant_id AND candidate_kind = 'worker' AND standing = 'honoured' AND given_on <= admitted_on
  )`;

/** Admissions of a year in counts: the drill-down ends here, with numbers (HM-02b, HM-02c). */
@Injectable()
export class PartyAdmissionCountsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, year }: PartyAdmissionCounts,
    sender: Pick<Sender, 'after'>,
  ): Promise<PartyAdmissionCountsAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const below = await unitsBelow(tx, organization);
      const ofYear = [below, `${year}-01-01`, `${year}-12-31`];
      const counted = (what: string, from = '') =>
        tx.query<Counted[]>(
          `SELECT ${what} AS name, count(*) AS count FROM party_admission${from}
           WHERE admitted_unit_id = ANY($1) AND admitted_on BETWEEN $2 AND $3 GROUP BY 1`,
          ofYear,
        );
      const [all] = await counted("'all'");
      const admitted = all?.count ?? 0;
      const byGroup = every(admissionGroups, await counted('member', ', json_array_elements_text(groups) AS member'));
      const byDistinction = await counted('member', ', json_array_elements_text(distinctions) AS member');
      const [holding] = await tx.query<{ count: number }[]>(HOLDING_HONOUR, ofYear);
      const byStage = await tx.query<Counted[]>(
        'SELECT stage AS name, count(*) AS count FROM party_admission WHERE unit_id = ANY($1) GROUP BY 1',
        [below],
      );
      return {
        admitted,
        byGroup,
        byEmployer: every(employerTypes, await counted('employer')),
        byDistinction: every(distinctions, byDistinction),
        holdingHonour: holding!.count,
        ...industrialWorkerShare(byGroup.industrialWorker, admitted),
        byStage: every(admissionStages, byStage),
        position,
      };
    });
  }
}

/** The share per thousand of all admitted, and whether it falls short of the floor of CC-02b (千分之五, as a rule). */
export function industrialWorkerShare(
  industrialWorkers: number,
  admitted: number,
): Pick<PartyAdmissionCountsAnswer, 'industrialWorkersPerMille' | 'belowFloor'> {
  if (admitted === 0) return { industrialWorkersPerMille: null, belowFloor: false };
  return {
    industrialWorkersPerMille: Math.floor((industrialWorkers * 1000) / admitted),
    belowFloor: industrialWorkers * 1000 < industrialWorkerFloorPerMille * admitted,
  };
}

/** Every name with its count, 0 where nothing was counted. */
const every = <Name extends string>(names: readonly Name[], counted: readonly Counted[]): Record<Name, number> => {
  const counts = new Map(counted.map(({ name, count }) => [name, count]));
  return Object.fromEntries(names.map((name) => [name, counts.get(name) ?? 0])) as Record<Name, number>;
};
