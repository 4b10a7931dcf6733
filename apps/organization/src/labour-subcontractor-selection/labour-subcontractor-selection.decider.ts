import type {
  AbandonLabourSubcontractorSelection,
  BlacklistAnswer,
  DecideLabourSubcontractorSelection,
  EnterSelectionCandidate,
  LabourSubcontractorSelected,
  LabourSubcontractorSelectionDecided,
  LabourSubcontractorSelectionEvent,
  LabourSubcontractorSelectionOpened,
  LiaisonParticipation,
  OpenLabourSubcontractorSelection,
  RecordSelectionParticipation,
  ReferCrewToSelection,
  ScoreSelectionCandidate,
  SelectionCandidateEntered,
  SelectionCandidateScored,
  UnitKind,
} from '@gongyou/contracts';
import { type Day, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';
import { type ParticipatingOfficer, type PlaceOfDecision, takesPart } from '../liaison-participation/participation';
import { requireSoundCriteria, scored } from './candidate-scores';
import { decideSelection } from './decide-selection';
import { refuse } from './labour-subcontractor-selection.refusals';

/** Nothing was opened under this id. */
export interface NotOpened {
  stage: 'notOpened';
}

export interface Candidate {
  entered: SelectionCandidateEntered;
  /** The last scoring; none yet where it was not scored. */
  scoring?: SelectionCandidateScored;
}

/** What a selection is, whatever stage it has reached. */
interface Selection {
  opening: LabourSubcontractorSelectionOpened;
  candidates: ReadonlyMap<string, Candidate>;
  participations: readonly LiaisonParticipation[];
  selected: ReadonlyMap<string, LabourSubcontractorSelected>;
}

/** Candidates are entered and compared. */
export interface Comparing extends Selection {
  stage: 'comparing';
  /** The latest day that anything was told of. */
  lastOn: Day;
}

/** Somebody is selected; crews of it refer to the record. */
export interface Decided extends Selection {
  stage: 'decided';
  decision: LabourSubcontractorSelectionDecided;
  crewUnitIds: ReadonlySet<string>;
}

/** Nobody was selected. */
export interface Abandoned extends Selection {
  stage: 'abandoned';
  abandonedOn: Day;
}

export type LabourSubcontractorSelectionState = NotOpened | Comparing | Decided | Abandoned;

/**
 * The commands, with what must be known beyond the selection. What is not known is `undefined`; so is the labour subcontractor of a
 * crew that does not stand, or is the enterprise's own.
 */
export type LabourSubcontractorSelectionWish =
  | { type: 'OpenLabourSubcontractorSelection'; data: OpenLabourSubcontractorSelection; unitIsOpen: boolean }
  | {
      type: 'EnterSelectionCandidate';
      data: EnterSelectionCandidate;
      candidateUnit?: { kind: UnitKind; closed: boolean } | undefined;
    }
  | { type: 'ScoreSelectionCandidate'; data: ScoreSelectionCandidate }
  | {
      type: 'RecordSelectionParticipation';
      data: RecordSelectionParticipation;
      officer?: ParticipatingOfficer | undefined;
      place: PlaceOfDecision;
    }
  | {
      type: 'DecideLabourSubcontractorSelection';
      data: DecideLabourSubcontractorSelection;
      blacklistAnswers: ReadonlyMap<string, BlacklistAnswer>;
      officerRequired: boolean;
    }
  | { type: 'AbandonLabourSubcontractorSelection'; data: AbandonLabourSubcontractorSelection }
  | { type: 'ReferCrewToSelection'; data: ReferCrewToSelection; labourSubcontractorId?: string | undefined };

/** The rules of the selection of a labour subcontractor: candidates, criteria, scores, decision, and the crews that follow (QD-49). */
export const labourSubcontractorSelection: Decider<
  LabourSubcontractorSelectionWish,
  LabourSubcontractorSelectionEvent,
  LabourSubcontractorSelectionState
> = {
  initialState: { stage: 'notOpened' },
  evolve,
  decide,
};

function evolve(
  state: LabourSubcontractorSelectionState,
  event: LabourSubcontractorSelectionEvent,
): LabourSubcontractorSelectionState {
  if (event.type === 'LabourSubcontractorSelectionOpened') {
    const nothingYet = { candidates: new Map(), participations: [], selected: new Map() };
    return { stage: 'comparing', opening: event.data, ...nothingYet, lastOn: event.data.openedOn };
  }
  const comparing = state as Comparing;
  const { opening, candidates, participations, selected, lastOn } = comparing;
  switch (event.type) {
    case 'SelectionCandidateEntered': {
      const { labourSubcontractorId, enteredOn } = event.data;
      const entered = new Map(candidates).set(labourSubcontractorId, { entered: event.data });
      return { ...comparing, candidates: entered, lastOn: later(lastOn, enteredOn) };
    }
    case 'SelectionCandidateScored': {
      const { labourSubcontractorId, scoredOn } = event.data;
      const candidate = { ...candidates.get(labourSubcontractorId)!, scoring: event.data };
      const compared = new Map(candidates).set(labourSubcontractorId, candidate);
      return { ...comparing, candidates: compared, lastOn: later(lastOn, scoredOn) };
    }
    case 'LiaisonOfficerJoinedSelection': {
      const { selectionId: _selectionId, ...participation } = event.data;
      const joined = [...participations, participation];
      return { ...comparing, participations: joined, lastOn: later(lastOn, participation.tookPartOn) };
    }
    case 'LabourSubcontractorSelected':
      return { ...comparing, selected: new Map(selected).set(event.data.labourSubcontractorId, event.data) };
    case 'LabourSubcontractorSelectionDecided': {
      const kept = { opening, candidates, participations, selected };
      return { stage: 'decided', ...kept, decision: event.data, crewUnitIds: new Set() };
    }
    case 'LabourSubcontractorSelectionAbandoned': {
      const kept = { opening, candidates, participations, selected };
      return { stage: 'abandoned', ...kept, abandonedOn: event.data.abandonedOn };
    }
    case 'CrewReferredToSelection': {
      const decided = state as Decided;
      return { ...decided, crewUnitIds: new Set([...decided.crewUnitIds, event.data.crewUnitId]) };
    }
    default:
      return unknownFact(event);
  }
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

function decide(
  wish: LabourSubcontractorSelectionWish,
  state: LabourSubcontractorSelectionState,
  moment: Moment,
): LabourSubcontractorSelectionEvent[] {
  switch (wish.type) {
    case 'OpenLabourSubcontractorSelection':
      return open(wish, state, moment);
    case 'EnterSelectionCandidate':
      return enter(wish, comparing(state), moment);
    case 'ScoreSelectionCandidate':
      return score(wish.data, comparing(state), moment);
    case 'RecordSelectionParticipation':
      return recordParticipation(wish, comparing(state), moment);
    case 'DecideLabourSubcontractorSelection':
      if (state.stage === 'decided' && sameDecision(wish.data, state)) return [];
      return decideSelection(wish, comparing(state), moment);
    case 'AbandonLabourSubcontractorSelection':
      return abandon(wish.data, state, moment);
    case 'ReferCrewToSelection':
      return referCrew(wish, state, moment);
    default:
      return unknownWish(wish);
  }
}

function open(
  { data, unitIsOpen }: LabourSubcontractorSelectionWish & { type: 'OpenLabourSubcontractorSelection' },
  state: LabourSubcontractorSelectionState,
  moment: Moment,
): LabourSubcontractorSelectionEvent[] {
  if (state.stage !== 'notOpened') {
    return sameContent(data, state.opening) ? [] : refuse('organization.labourSubcontractorSelection.alreadyOpened');
  }
  requireEntryDay(data.openedOn, moment);
  if (!unitIsOpen) refuse('organization.labourSubcontractorSelection.unitMissing');
  requireSoundCriteria(data.criteria);
  return [{ type: 'LabourSubcontractorSelectionOpened', data }];
}

function enter(
  { data, candidateUnit }: LabourSubcontractorSelectionWish & { type: 'EnterSelectionCandidate' },
  { opening, candidates }: Comparing,
  moment: Moment,
): LabourSubcontractorSelectionEvent[] {
  const { labourSubcontractorId: unitId } = data;
  if (candidates.has(unitId)) return [];
  requireEntryDay(data.enteredOn, moment, opening.openedOn);
  if (!candidateUnit || candidateUnit.closed || candidateUnit.kind !== 'labourSubcontractor') {
    refuse('organization.labourSubcontractorSelection.notALabourSubcontractor', { unitId });
  }
  return [{ type: 'SelectionCandidateEntered', data }];
}

function score(
  data: ScoreSelectionCandidate,
  { opening, candidates }: Comparing,
  moment: Moment,
): LabourSubcontractorSelectionEvent[] {
  const { labourSubcontractorId } = data;
  const candidate = candidates.get(labourSubcontractorId);
  if (!candidate) return refuse('organization.labourSubcontractorSelection.notACandidate', { labourSubcontractorId });
  const scoring = scored(data, opening.criteria);
  if (sameContent(scoring, candidate.scoring)) return [];
  requireEntryDay(data.scoredOn, moment, candidate.scoring?.scoredOn ?? candidate.entered.enteredOn);
  return [{ type: 'SelectionCandidateScored', data: scoring }];
}

function recordParticipation(
  { data, officer, place }: LabourSubcontractorSelectionWish & { type: 'RecordSelectionParticipation' },
  { opening, participations }: Comparing,
  moment: Moment,
): LabourSubcontractorSelectionEvent[] {
  const matter = { openedOn: opening.openedOn, place, participations };
  return takesPart(data, officer, matter, moment) ? [{ type: 'LiaisonOfficerJoinedSelection', data }] : [];
}

function sameDecision(
  { choices, selectionId, reason, whyNotTheBest, minutes, decidedOn }: DecideLabourSubcontractorSelection,
  { decision, selected }: Decided,
): boolean {
  const { candidates: _candidates, officerRequired: _officerRequired, ...told } = decision;
  const sameChoices =
    choices.length === selected.size &&
    choices.every(({ labourSubcontractorId }) => selected.has(labourSubcontractorId));
  return sameChoices && sameContent(told, { selectionId, reason, whyNotTheBest, minutes, decidedOn });
}

function abandon(
  data: AbandonLabourSubcontractorSelection,
  state: LabourSubcontractorSelectionState,
  moment: Moment,
): LabourSubcontractorSelectionEvent[] {
  if (state.stage === 'abandoned' && state.abandonedOn === data.abandonedOn) return [];
  requireEntryDay(data.abandonedOn, moment, comparing(state).lastOn);
  return [{ type: 'LabourSubcontractorSelectionAbandoned', data }];
}

function referCrew(
  { data, labourSubcontractorId }: LabourSubcontractorSelectionWish & { type: 'ReferCrewToSelection' },
  state: LabourSubcontractorSelectionState,
  moment: Moment,
): LabourSubcontractorSelectionEvent[] {
  if (state.stage === 'notOpened') return refuse('organization.labourSubcontractorSelection.unknown');
  if (state.stage !== 'decided') return refuse('organization.labourSubcontractorSelection.nobodySelected');
  if (state.crewUnitIds.has(data.crewUnitId)) return [];
  requireEntryDay(data.referredOn, moment, state.decision.decidedOn);
  if (labourSubcontractorId === undefined || !state.selected.has(labourSubcontractorId)) {
    return refuse('organization.labourSubcontractorSelection.crewOfAnother', { crewUnitId: data.crewUnitId });
  }
  return [{ type: 'CrewReferredToSelection', data: { ...data, labourSubcontractorId } }];
}

function comparing(state: LabourSubcontractorSelectionState): Comparing {
  switch (state.stage) {
    case 'notOpened':
      return refuse('organization.labourSubcontractorSelection.unknown');
    case 'decided':
      return refuse('organization.labourSubcontractorSelection.decided', { decidedOn: state.decision.decidedOn });
    case 'abandoned':
      return refuse('organization.labourSubcontractorSelection.abandoned', { abandonedOn: state.abandonedOn });
    case 'comparing':
      return state;
  }
}
