import {
  type LabourSubcontractorSelectionEvent,
  labourSubcontractorSelectionEvents,
  type LiaisonParticipation,
  type ProcurementStepEvent,
  procurementStepEvents,
} from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun } from '../database/fold-rows';
import { rowsWith } from '../database/read-rows';
import { insertRows, upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import {
  CrewSelection,
  RecordedParticipation,
  RegisteredProcurementStep,
  RegisteredSelection,
} from './procurement.entity';
import { selectionAfter } from './registered-selection';

type ProcurementEvent = LabourSubcontractorSelectionEvent | ProcurementStepEvent;

/** Keeps selections of labour subcontractors, the steps that follow, and the liaison officers who took part in them. */
@Injectable()
export class ProcurementRegisterProjector implements Projector<ProcurementEvent> {
  readonly name = 'procurement-register';
  readonly types = [...Object.keys(labourSubcontractorSelectionEvents), ...Object.keys(procurementStepEvents)];

  async project(events: readonly Recorded<ProcurementEvent>[], tx: EntityManager): Promise<void> {
    const selectionIds = events.flatMap(({ data }) => ('selectionId' in data ? data.selectionId : []));
    const stepIds = events.flatMap(({ data }) => ('stepId' in data ? data.stepId : []));
    const changes = new ProcurementChanges(
      await rowsWith(tx, RegisteredSelection, 'selectionId', selectionIds),
      await rowsWith(tx, RegisteredProcurementStep, 'stepId', stepIds),
    );
    for (const event of events) changes.take(event);
    await upsertRows(tx, RegisteredSelection, [...changes.selections.values()]);
    await upsertRows(tx, CrewSelection, [...changes.crews.values()]);
    await upsertRows(tx, RegisteredProcurementStep, [...changes.steps.values()]);
    await insertRows(tx, RecordedParticipation, changes.participations);
  }
}

/** The changes of one batch, kept in memory until they are written. */
class ProcurementChanges {
  readonly selections: Map<string, RegisteredSelection>;
  readonly steps: Map<string, RegisteredProcurementStep>;
  readonly crews = new Map<string, CrewSelection>();
  readonly participations: RecordedParticipation[] = [];

  constructor(selections: readonly RegisteredSelection[], steps: readonly RegisteredProcurementStep[]) {
    this.selections = new Map(selections.map((each) => [each.selectionId, each]));
    this.steps = new Map(steps.map((each) => [each.stepId, each]));
  }

  take(event: Recorded<ProcurementEvent>): void {
    switch (event.type) {
      case 'ProcurementStepOpened': {
        const { labourSubcontractorId = null, ...opened } = event.data;
        const step = { ...opened, labourSubcontractorId, closedOn: null, outcome: null, officerRequired: null };
        this.steps.set(step.stepId, step);
        return;
      }
      case 'LiaisonOfficerJoinedStep': {
        const { stepId, kind, unitId } = this.step(event.data.stepId);
        this.join(event.data, { position: event.position, step: kind, decisionId: stepId, unitId });
        return;
      }
      case 'ProcurementStepClosed': {
        const { stepId, closedOn, outcome, officerRequired } = event.data;
        this.steps.set(stepId, { ...this.step(stepId), closedOn, outcome, officerRequired });
        return;
      }
      default:
        this.takeOfSelection(event);
    }
  }

  private takeOfSelection(event: Recorded<LabourSubcontractorSelectionEvent>): void {
    const { selectionId } = event.data;
    const selection = selectionAfter(this.selections.get(selectionId), event);
    this.selections.set(selectionId, selection);
    if (event.type === 'CrewReferredToSelection') this.crews.set(event.data.crewUnitId, event.data);
    if (event.type === 'LiaisonOfficerJoinedSelection') {
      const { position } = event;
      this.join(event.data, { position, step: 'selection', decisionId: selectionId, unitId: selection.unitId });
    }
  }

  private join(
    { officerId, opinion, statement, tookPartOn }: LiaisonParticipation,
    decision: Pick<RecordedParticipation, 'position' | 'step' | 'decisionId' | 'unitId'>,
  ): void {
    this.participations.push({ ...decision, officerId, opinion, statement, tookPartOn });
  }

  private step(stepId: string): RegisteredProcurementStep {
    return begun(this.steps.get(stepId), () => new BeginningMissing('procurement step'));
  }
}
