import type { EmployerType, PartyCoverage, PartyCoverageAnswer, UncoveredUnit } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { shareOf } from '../reading/share';
import { amongUnits, unitsBelowUnlessAll } from '../unit-register/unit-tree';
import { hasFoundingDuty } from './founding-duty';
import { FoundingDutyRecord, PartyParameterSet } from './founding-duty.entity';
import { parametersInForce } from './party-parameters';

const PAGE = 100;

/** How far the duties to found are met on a day, by the facts and coverage as they stand (应建尽建). */
@Injectable()
export class PartyCoverageQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: PartyCoverage, sender: Pick<Sender, 'after'>): Promise<PartyCoverageAnswer> {
    const { organization, asOfDay, employer, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const duties: DutiesAsked = { tx, below: await unitsBelowUnlessAll(tx, organization), asOfDay, employer };
      const { unitsWithDuty, unitsCovered } = await countDuties(duties);
      const after: UncoveredUnit[] = [];
      for await (const { covered, ...unit } of dutiesInPages({ ...duties, isCovered: false }, cursor, limit + 1)) {
        if (!covered) after.push(unit);
        if (after.length > limit) break;
      }
      const { rows, nextCursor } = pageOf(after, limit, ({ unitId }) => unitId);
      return {
        ...{ unitsWithDuty, unitsCovered },
        coverageBasisPoints: shareOf(unitsCovered, unitsWithDuty),
        uncovered: rows,
        nextCursor,
        position,
      };
    });
  }
}

/** Which duties are asked for. */
export interface DutiesAsked {
  tx: EntityManager;
  /** The units, all when null. */
  below: readonly string[] | null;
  asOfDay: string;
  employer?: EmployerType | undefined;
  /** Only those that an organization covers, or does not. */
  isCovered?: boolean | undefined;
}

/** A unit on which facts about a duty are recorded, and whether it has the duty on the day. */
export interface JudgedUnit extends UncoveredUnit {
  hasDuty: boolean;
  covered: boolean;
}

/** Units in the order of their ids, from behind one on, with or without the duty; at most so many. */
export async function judgedUnits(asked: DutiesAsked, after: string, limit: number): Promise<JudgedUnit[]> {
  const { tx, asOfDay } = asked;
  const records = await tx.query<(FoundingDutyRecord & { covered: boolean })[]>(
    `SELECT unit_id AS "unitId", place, employer, full_members AS "fullMembers", works_from AS "worksFrom", works_until AS "worksUntil",
       reason, founding_planned_on AS "foundingPlannedOn", instructor_assigned AS "instructorAssigned", ${COVERED} AS covered
     FROM founding_duty duty
     WHERE ${ASKED} AND unit_id > $4 ORDER BY unit_id LIMIT $5`,
    [...valuesOf(asked), after, limit],
  );
  const sets = await tx.find(PartyParameterSet);
  return records.map((record) => {
    const { parameters, basis } = parametersInForce(sets, record.place, asOfDay);
    const { unitId, employer, fullMembers, reason, foundingPlannedOn, instructorAssigned, covered } = record;
    const planMissed = foundingPlannedOn !== null && foundingPlannedOn < asOfDay;
    const plan = { reason, foundingPlannedOn, planMissed, instructorAssigned };
    const hasDuty = hasFoundingDuty(record, parameters, asOfDay);
    return { unitId, employer, fullMembers, basis, ...plan, hasDuty, covered };
  });
}

/** The units that have the duty, read in pages as long as somebody wants more. */
async function* dutiesInPages(
  asked: DutiesAsked,
  after: string,
  size: number,
): AsyncGenerator<UncoveredUnit & { covered: boolean }> {
  for (let from = after; ;) {
    const units = await judgedUnits(asked, from, size);
    for (const { hasDuty, ...unit } of units) if (hasDuty) yield unit;
    if (units.length < size) return;
    from = units.at(-1)!.unitId;
  }
}

/** Units that are alike in all that the duty depends on are judged once. */
async function countDuties(asked: DutiesAsked): Promise<{ unitsWithDuty: number; unitsCovered: number }> {
  const { tx, asOfDay } = asked;
  const alike = await tx.query<(DutyFacts & { units: number; covered: number })[]>(
    `SELECT place, full_members AS "fullMembers", works_from AS "worksFrom", works_until AS "worksUntil",
       count(*)::int AS units, count(*) FILTER (WHERE covered)::int AS covered
     FROM (SELECT duty.*, ${COVERED} AS covered FROM founding_duty duty WHERE ${ASKED}) duty
     GROUP BY place, full_members, works_from, works_until`,
    valuesOf(asked),
  );
  const sets = await tx.find(PartyParameterSet);
  let [unitsWithDuty, unitsCovered] = [0, 0];
  for (const { units, covered, ...facts } of alike) {
    if (!hasFoundingDuty(facts, parametersInForce(sets, facts.place, asOfDay).parameters, asOfDay)) continue;
    unitsWithDuty += units;
    unitsCovered += covered;
  }
  return { unitsWithDuty, unitsCovered };
}

type DutyFacts = Pick<FoundingDutyRecord, 'place' | 'fullMembers' | 'worksFrom' | 'worksUntil'>;

const COVERED = 'EXISTS (SELECT FROM party_coverage coverage WHERE coverage.unit_id = duty.unit_id)';
const ASKED = `${amongUnits('duty.unit_id', '$1')} AND ($2::text IS NULL OR duty.employer = $2)
  AND ($3::boolean IS NULL OR ${COVERED} = $3)`;

const valuesOf = ({ below, employer, isCovered }: DutiesAsked): unknown[] => [
  below,
  employer ?? null,
  isCovered ?? null,
];
