import type {
  CloseProcurementStep,
  LiaisonParticipation,
  OpenProcurementStep,
  ProcurementStepClosed,
  ProcurementStepEvent,
  ProcurementStepOpened,
  RecordStepParticipation,
  UnitKind,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';
import {
  type ParticipatingOfficer,
  type PlaceOfDecision,
  requireParticipation,
  takesPart,
} from '../liaison-participation/participation';

/** Nothing was opened under this id. */
export interface NotOpened {
  stage: 'notOpened';
}

/** The step is on its way. */
export interface Open {
  stage: 'open';
  opening: ProcurementStepOpened;
  participations: readonly LiaisonParticipation[];
}

/** The step has its outcome. */
export interface Closed {
  stage: 'closed';
  opening: ProcurementStepOpened;
  closing: ProcurementStepClosed;
}

export type ProcurementStepState = NotOpened | Open | Closed;

/** The commands, with what must be known of units and liaison officers. A unit or an officer that is not known is `undefined`. */
export type ProcurementStepWish =
  | {
      type: 'OpenProcurementStep';
      data: OpenProcurementStep;
      unitIsOpen: boolean;
      labourSubcontractorKind?: UnitKind | undefined;
    }
  | {
      type: 'RecordStepParticipation';
      data: RecordStepParticipation;
      officer?: ParticipatingOfficer | undefined;
      place: PlaceOfDecision;
    }
  | { type: 'CloseProcurementStep'; data: CloseProcurementStep; officerRequired: boolean };

/** The rules of a tender, contract, measurement or price decision, in which a liaison officer takes part (JX-23). */
export const procurementStep: Decider<ProcurementStepWish, ProcurementStepEvent, ProcurementStepState> = {
  initialState: { stage: 'notOpened' },
  evolve,
  decide,
};

function evolve(state: ProcurementStepState, event: ProcurementStepEvent): ProcurementStepState {
  if (event.type === 'ProcurementStepOpened') return { stage: 'open', opening: event.data, participations: [] };
  const step = state as Open;
  switch (event.type) {
    case 'LiaisonOfficerJoinedStep': {
      const { stepId: _stepId, ...participation } = event.data;
      return { ...step, participations: [...step.participations, participation] };
    }
    case 'ProcurementStepClosed':
      return { stage: 'closed', opening: step.opening, closing: event.data };
    default:
      return unknownFact(event);
  }
}

function decide(wish: ProcurementStepWish, state: ProcurementStepState, moment: Moment): ProcurementStepEvent[] {
  switch (wish.type) {
    case 'OpenProcurementStep':
      return openStep(wish, state, moment);
    case 'RecordStepParticipation':
      return recordParticipation(wish, open(state), moment);
    case 'CloseProcurementStep':
      return close(wish, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const procurementStepRefusals = {
  'organization.procurementStep.alreadyOpened': {
    zh: '该编号的环节已启动，内容不同',
    en: 'A step with this id was opened already, with other content.',
  },
  'organization.procurementStep.unknown': { zh: '没有这个环节', en: 'There is no such step.' },
  'organization.procurementStep.closed': { zh: '环节已于 {closedOn} 办结', en: 'The step was closed on {closedOn}.' },
  'organization.procurementStep.unitMissing': {
    zh: '组织单元不存在或已撤销',
    en: 'The unit does not exist, or is closed.',
  },
  'organization.procurementStep.notALabourSubcontractor': {
    zh: '{unitId} 不是劳务分包单位',
    en: 'Unit {unitId} is no labour subcontractor.',
  },
} as const satisfies Record<`organization.procurementStep.${string}`, Bilingual>;

const refuse: RefuseOf<typeof procurementStepRefusals> = refuseWith(procurementStepRefusals);

function openStep(
  { data, unitIsOpen, labourSubcontractorKind }: ProcurementStepWish & { type: 'OpenProcurementStep' },
  state: ProcurementStepState,
  moment: Moment,
): ProcurementStepEvent[] {
  if (state.stage !== 'notOpened') {
    return sameContent(data, state.opening) ? [] : refuse('organization.procurementStep.alreadyOpened');
  }
  requireEntryDay(data.openedOn, moment);
  if (!unitIsOpen) refuse('organization.procurementStep.unitMissing');
  const { labourSubcontractorId: unitId } = data;
  if (unitId !== undefined && labourSubcontractorKind !== 'labourSubcontractor') {
    refuse('organization.procurementStep.notALabourSubcontractor', { unitId });
  }
  return [{ type: 'ProcurementStepOpened', data }];
}

function recordParticipation(
  { data, officer, place }: ProcurementStepWish & { type: 'RecordStepParticipation' },
  { opening, participations }: Open,
  moment: Moment,
): ProcurementStepEvent[] {
  const matter = { openedOn: opening.openedOn, place, participations };
  return takesPart(data, officer, matter, moment) ? [{ type: 'LiaisonOfficerJoinedStep', data }] : [];
}

function close(
  { data, officerRequired }: ProcurementStepWish & { type: 'CloseProcurementStep' },
  state: ProcurementStepState,
  moment: Moment,
): ProcurementStepEvent[] {
  if (state.stage === 'closed') {
    const { officerRequired: _officerRequired, ...closing } = state.closing;
    if (sameContent(data, closing)) return [];
  }
  const { opening, participations } = open(state);
  requireEntryDay(data.closedOn, moment, opening.openedOn);
  requireParticipation(opening.kind, officerRequired, participations, data.closedOn);
  return [{ type: 'ProcurementStepClosed', data: { ...data, officerRequired } }];
}

function open(state: ProcurementStepState): Open {
  if (state.stage === 'notOpened') return refuse('organization.procurementStep.unknown');
  if (state.stage === 'closed') {
    return refuse('organization.procurementStep.closed', { closedOn: state.closing.closedOn });
  }
  return state;
}
