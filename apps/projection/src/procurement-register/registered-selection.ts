import type {
  LabourSubcontractorSelected,
  LabourSubcontractorSelectionEvent,
  SelectionCandidateRow,
  SelectionCandidateScored,
} from '@gongyou/contracts';
import { begun } from '../database/fold-rows';
import { BeginningMissing } from '../intake/projector';
import type { RegisteredSelection } from './procurement.entity';

/** The selection after an event. Throws `BeginningMissing` for an event of a selection that was never opened. */
export function selectionAfter(
  known: RegisteredSelection | undefined,
  { type, data }: LabourSubcontractorSelectionEvent,
): RegisteredSelection {
  if (type === 'LabourSubcontractorSelectionOpened') {
    const nothingYet = { endedOn: null, reason: null, whyNotTheBest: null, officerRequired: null };
    return { ...data, stage: 'comparing', candidates: [], ...nothingYet };
  }
  const selection = begun(known, () => new BeginningMissing('selection of a labour subcontractor'));
  switch (type) {
    case 'SelectionCandidateEntered': {
      const { labourSubcontractorId, enteredOn } = data;
      const unscored = { scores: [], totalPoints: null, isSelected: false, blacklistAnswer: null };
      return { ...selection, candidates: [...selection.candidates, { labourSubcontractorId, enteredOn, ...unscored }] };
    }
    case 'SelectionCandidateScored': {
      const { scores, totalPoints } = data;
      return withCandidate(selection, data, { scores, totalPoints });
    }
    case 'LabourSubcontractorSelected':
      return withCandidate(selection, data, { isSelected: true, blacklistAnswer: data.blacklistAnswer });
    case 'LabourSubcontractorSelectionDecided': {
      const { reason, whyNotTheBest = null, officerRequired, decidedOn: endedOn } = data;
      return { ...selection, stage: 'decided', reason, whyNotTheBest, officerRequired, endedOn };
    }
    case 'LabourSubcontractorSelectionAbandoned':
      return { ...selection, stage: 'abandoned', reason: data.reason, endedOn: data.abandonedOn };
    case 'LiaisonOfficerJoinedSelection':
    case 'CrewReferredToSelection':
      return selection;
  }
}

const withCandidate = (
  selection: RegisteredSelection,
  { labourSubcontractorId }: Pick<SelectionCandidateScored | LabourSubcontractorSelected, 'labourSubcontractorId'>,
  changes: Partial<SelectionCandidateRow>,
): RegisteredSelection => ({
  ...selection,
  candidates: selection.candidates.map((each) =>
    each.labourSubcontractorId === labourSubcontractorId ? { ...each, ...changes } : each,
  ),
});
