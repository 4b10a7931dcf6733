import type {
  LabourSubcontractorSelected,
  LabourSubcontractorSelectionDecided,
  LabourSubcontractorSelectionEvent,
  LabourSubcontractorSelectionOpened,
  LiaisonParticipation,
  SelectionCandidateEntered,
  SelectionCandidateScored,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { unknownFact } from '@gongyou/event-sourcing/decider';

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

export function evolveSelection(
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
