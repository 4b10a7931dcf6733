import type {
  CrewSelectionRow,
  CrewSelections,
  CrewSelectionsAnswer,
  LabourSubcontractorSelections,
  LabourSubcontractorSelectionsAnswer,
  LiaisonParticipationRow,
  LiaisonParticipations,
  LiaisonParticipationsAnswer,
  ParticipationStep,
  ProcurementSteps,
  ProcurementStepsAnswer,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RegisteredCrew } from '../crew-register/crew.entity';
import { badCursor, pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { standsBelow } from '../unit-register/unit-tree';
import {
  CrewSelection,
  RecordedParticipation,
  RegisteredProcurementStep,
  RegisteredSelection,
} from './procurement.entity';

const PAGE = 100;

/** How labour subcontractors were selected and dealt with at or below a unit, and who took part. */
@Injectable()
export class ProcurementQuery {
  constructor(private readonly reading: Reading) {}

  selections(
    asked: LabourSubcontractorSelections,
    sender: Pick<Sender, 'after'>,
  ): Promise<LabourSubcontractorSelectionsAnswer> {
    const { organization, stage, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredSelection, 'each')
        .where(...(await standsBelow(tx, 'each.unit_id', organization)))
        .andWhere('each.selectionId > :cursor', { cursor })
        .orderBy('each.selectionId')
        .limit(limit + 1);
      if (stage !== undefined) query.andWhere('each.stage = :stage', { stage });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ selectionId }) => selectionId);
      const decisions = rows.map(({ selectionId: decisionId }) => ({ step: 'selection' as const, decisionId }));
      const joined = await participationsIn(tx, decisions);
      const selections = rows.map((row) => ({
        ...row,
        participations: joined.get(`selection~${row.selectionId}`) ?? [],
      }));
      return { selections, nextCursor, position };
    });
  }

  crews(asked: CrewSelections, sender: Pick<Sender, 'after'>): Promise<CrewSelectionsAnswer> {
    const { organization, referred, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredCrew, 'crew')
        .leftJoin(
          CrewSelection,
          'selection',
          'selection.crewUnitId = crew.unitId AND selection.labourSubcontractorId = crew.labourSubcontractorId',
        )
        .select('crew.unitId', 'crewUnitId')
        .addSelect('crew.labourSubcontractorId', 'labourSubcontractorId')
        .addSelect('crew.formedOn', 'formedOn')
        .addSelect('selection.selectionId', 'selectionId')
        .addSelect('selection.referredOn', 'referredOn')
        .where(...(await standsBelow(tx, 'crew.unit_id', organization)))
        .andWhere(`crew.stage <> 'dissolved' AND crew.labourSubcontractorId IS NOT NULL`)
        .andWhere('crew.unitId > :cursor', { cursor })
        .orderBy('crew.unitId')
        .limit(limit + 1);
      if (referred !== undefined)
        query.andWhere(`selection.selectionId IS ${referred === 'true' ? 'NOT NULL' : 'NULL'}`);
      const found = await query.getRawMany<CrewSelectionRow>();
      const { rows: crews, nextCursor } = pageOf(found, limit, ({ crewUnitId }) => crewUnitId);
      return { crews, nextCursor, position };
    });
  }

  steps(asked: ProcurementSteps, sender: Pick<Sender, 'after'>): Promise<ProcurementStepsAnswer> {
    const { organization, kind, open, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredProcurementStep, 'each')
        .where(...(await standsBelow(tx, 'each.unit_id', organization)))
        .andWhere('each.stepId > :cursor', { cursor })
        .orderBy('each.stepId')
        .limit(limit + 1);
      if (kind !== undefined) query.andWhere('each.kind = :kind', { kind });
      if (open !== undefined) query.andWhere(`each.closedOn IS ${open === 'true' ? 'NULL' : 'NOT NULL'}`);
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ stepId }) => stepId);
      const decisions = rows.map(({ kind: step, stepId: decisionId }) => ({ step, decisionId }));
      const joined = await participationsIn(tx, decisions);
      const steps = rows.map((row) => ({ ...row, participations: joined.get(`${row.kind}~${row.stepId}`) ?? [] }));
      return { steps, nextCursor, position };
    });
  }

  participations(asked: LiaisonParticipations, sender: Pick<Sender, 'after'>): Promise<LiaisonParticipationsAnswer> {
    const { organization, officer, step, cursor = '-1', limit = PAGE } = asked;
    if (!/^(-1|[0-9]{1,15})$/.test(cursor)) throw badCursor();
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RecordedParticipation, 'each')
        .where(...(await standsBelow(tx, 'each.unit_id', organization)))
        .andWhere('each.position > :cursor', { cursor })
        .orderBy('each.position')
        .limit(limit + 1);
      if (officer !== undefined) query.andWhere('each.officerId = :officer', { officer });
      if (step !== undefined) query.andWhere('each.step = :step', { step });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, (last) => String(last.position));
      return { participations: rows.map(participationRow), nextCursor, position };
    });
  }
}

/** Who took part in decisions, by step and decision, in the order in which it was recorded. */
async function participationsIn(
  tx: EntityManager,
  decisions: readonly { step: ParticipationStep; decisionId: string }[],
): Promise<ReadonlyMap<string, LiaisonParticipationRow[]>> {
  const found = await tx
    .createQueryBuilder(RecordedParticipation, 'each')
    .where('(each.step, each.decision_id) IN (SELECT * FROM unnest(:steps::text[], :decisionIds::text[]))', {
      steps: decisions.map(({ step }) => step),
      decisionIds: decisions.map(({ decisionId }) => decisionId),
    })
    .orderBy('each.position')
    .getMany();
  const byDecision = new Map<string, LiaisonParticipationRow[]>();
  for (const each of found) {
    const key = `${each.step}~${each.decisionId}`;
    byDecision.set(key, [...(byDecision.get(key) ?? []), participationRow(each)]);
  }
  return byDecision;
}

const participationRow = ({ position: _position, ...row }: RecordedParticipation): LiaisonParticipationRow => row;
