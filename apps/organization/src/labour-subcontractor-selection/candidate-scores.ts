import {
  type ScoreSelectionCandidate,
  type SelectionCandidateScored,
  type SelectionCriterion,
  selectionCriterionKinds,
} from '@gongyou/contracts';
import { refuse } from './labour-subcontractor-selection.refusals';

/** What every selection compares its candidates by (QD-49). */
export const requiredCriterionKinds = selectionCriterionKinds.slice(0, 3);

/** Refuses criteria of which two have one id, or one is missing that belongs to every selection. */
export function requireSoundCriteria(criteria: readonly SelectionCriterion[]): void {
  const ids = criteria.map(({ criterionId }) => criterionId);
  const repeated = ids.find((criterionId, index) => ids.indexOf(criterionId) !== index);
  if (repeated !== undefined) {
    refuse('organization.labourSubcontractorSelection.criterionRepeated', { criterionId: repeated });
  }
  const missing = requiredCriterionKinds.find((required) => criteria.every(({ kind }) => kind !== required));
  if (missing !== undefined) refuse('organization.labourSubcontractorSelection.criterionMissing', { kind: missing });
}

/** The scores of a candidate with their sum. Refuses scores that do not cover each criterion once, or exceed its full points. */
export function scored(
  data: ScoreSelectionCandidate,
  criteria: readonly SelectionCriterion[],
): SelectionCandidateScored {
  const pointsById = new Map(data.scores.map(({ criterionId, points }) => [criterionId, points]));
  for (const { criterionId, fullPoints } of criteria) {
    const points = pointsById.get(criterionId);
    if (points === undefined) {
      return refuse('organization.labourSubcontractorSelection.criterionUnscored', { criterionId });
    }
    if (points > fullPoints) {
      refuse('organization.labourSubcontractorSelection.moreThanFullPoints', { criterionId, points, fullPoints });
    }
  }
  if (data.scores.length !== criteria.length) {
    refuse('organization.labourSubcontractorSelection.scoresOutsideCriteria', { criteria: criteria.length });
  }
  return { ...data, totalPoints: data.scores.reduce((sum, { points }) => sum + points, 0) };
}
