import type { EntityManager } from 'typeorm';
import { type CountedUnit, countedUnits } from '../indicator-ledger/counted-units';
import type { BothClocks } from '../reading/both-clocks';
import { hasFoundingDuty } from './founding-duty';
import { FoundingFacts, PartyParameterSet } from './founding-duty.entity';
import { parametersInForce } from './party-parameters';

/** A unit that has the duty to found, by the facts that it reported last. */
export interface FoundingDuty extends FoundingFacts {
  /** The document that the parameters of the place rest on. */
  basis: string;
  /** What made it covered; null where no Party organization covers it. */
  coveredBy: CountedUnit | null;
}

/** The units of a list with the duty to found on both clocks (应建; WZ-04a, HM-02a), covered or not, in the order of their ids. */
export async function foundingDutiesAsOf(
  tx: EntityManager,
  unitIds: readonly string[],
  asOf: BothClocks,
): Promise<FoundingDuty[]> {
  const facts = await factsAsOf(tx, unitIds, asOf);
  const sets = (await tx.find(PartyParameterSet)).filter(({ position }) => position <= asOf.position);
  const duties = facts.flatMap((each) => {
    const { parameters, basis } = parametersInForce(sets, each.place, asOf.day);
    return hasFoundingDuty(each, parameters, asOf.day) ? [{ ...each, basis }] : [];
  });
  const covered = await countedUnits(
    tx,
    { indicator: 'partyCoverings' },
    duties.map(({ unitId }) => unitId),
    asOf,
  );
  const coverings = new Map(covered.map((each) => [each.unitId, each]));
  return duties.map((duty) => ({ ...duty, coveredBy: coverings.get(duty.unitId) ?? null }));
}

/**
 * The facts of each unit that held on a day: the last that were counted by then. The first ones tell of the days before them too,
 * since a duty does not begin with its being reported.
 */
function factsAsOf(
  tx: EntityManager,
  unitIds: readonly string[],
  { day, position }: BothClocks,
): Promise<FoundingFacts[]> {
  return tx
    .createQueryBuilder(FoundingFacts, 'facts')
    .distinctOn(['facts.unitId'])
    .where('facts.unitId = ANY(:unitIds) AND facts.position <= :position', { unitIds, position, day })
    .orderBy('facts.unit_id')
    .addOrderBy('facts.counted_on > :day')
    .addOrderBy('CASE WHEN facts.counted_on > :day THEN facts.position ELSE -facts.position END')
    .getMany();
}
