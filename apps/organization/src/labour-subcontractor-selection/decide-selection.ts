import type {
  BlacklistAnswer,
  LabourSubcontractorSelectionEvent,
  OwnBlacklistCheck,
  SubcontractorChoice,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';
import { requireParticipation } from '../liaison-participation/participation';
import type { Comparing, LabourSubcontractorSelectionWish } from './labour-subcontractor-selection.decider';
import { refuse } from './labour-subcontractor-selection.refusals';

/** A comparison (比选) has at least so many candidates. */
const LEAST_CANDIDATES = 2;

/**
 * Who is selected, with what the blacklist said of each (QD-49). Refuses a selection without comparison, of one that is listed or
 * passes over a better one without a reason, and one in which a required officer took no part (JX-23).
 */
export function decideSelection(
  wish: LabourSubcontractorSelectionWish & { type: 'DecideLabourSubcontractorSelection' },
  selection: Comparing,
  moment: Moment,
): LabourSubcontractorSelectionEvent[] {
  const { data, blacklistAnswers, officerRequired } = wish;
  const { choices, decidedOn, ...decision } = data;
  requireEntryDay(decidedOn, moment, selection.lastOn);
  const pointsById = totalPoints(selection);
  requireChoicesAmong(choices, pointsById);
  requireBest(choices, pointsById, data.whyNotTheBest);
  const chosen = choices.map((choice): LabourSubcontractorSelectionEvent => {
    const { labourSubcontractorId } = choice;
    const look = { checked: choice.blacklistCheck, from: selection.opening.openedOn, until: decidedOn };
    const blacklistAnswer = notListed(labourSubcontractorId, blacklistAnswers.get(labourSubcontractorId), look);
    const points = pointsById.get(labourSubcontractorId)!;
    return {
      type: 'LabourSubcontractorSelected',
      data: {
        selectionId: data.selectionId,
        labourSubcontractorId,
        totalPoints: points,
        blacklistAnswer,
        selectedOn: decidedOn,
      },
    };
  });
  requireParticipation('selection', officerRequired, selection.participations, decidedOn);
  const decided = { ...decision, candidates: pointsById.size, officerRequired, decidedOn };
  return [...chosen, { type: 'LabourSubcontractorSelectionDecided', data: decided }];
}

/** The points of each candidate. Refuses a comparison that is not complete. */
function totalPoints({ candidates }: Comparing): ReadonlyMap<string, number> {
  const scorings = [...candidates.values()].flatMap(({ scoring }) => scoring ?? []);
  const outstanding = candidates.size - scorings.length;
  if (outstanding > 0) refuse('organization.labourSubcontractorSelection.candidatesUnscored', { outstanding });
  if (scorings.length < LEAST_CANDIDATES) {
    refuse('organization.labourSubcontractorSelection.nothingCompared', { least: LEAST_CANDIDATES });
  }
  return new Map(scorings.map((scoring) => [scoring.labourSubcontractorId, scoring.totalPoints]));
}

function requireChoicesAmong(choices: readonly SubcontractorChoice[], pointsById: ReadonlyMap<string, number>): void {
  const ids = choices.map(({ labourSubcontractorId }) => labourSubcontractorId);
  for (const [index, labourSubcontractorId] of ids.entries()) {
    if (!pointsById.has(labourSubcontractorId)) {
      refuse('organization.labourSubcontractorSelection.notACandidate', { labourSubcontractorId });
    }
    if (ids.indexOf(labourSubcontractorId) !== index) {
      refuse('organization.labourSubcontractorSelection.chosenTwice', { labourSubcontractorId });
    }
  }
}

function requireBest(
  choices: readonly SubcontractorChoice[],
  pointsById: ReadonlyMap<string, number>,
  whyNotTheBest: string | undefined,
): void {
  if (whyNotTheBest !== undefined) return;
  const chosen = new Set(choices.map(({ labourSubcontractorId }) => labourSubcontractorId));
  const leastChosen = Math.min(...[...chosen].map((each) => pointsById.get(each)!));
  const passedOver = [...pointsById].find(([each, points]) => !chosen.has(each) && points > leastChosen);
  if (passedOver) {
    const [labourSubcontractorId, points] = passedOver;
    refuse('organization.labourSubcontractorSelection.betterOnePassedOver', { labourSubcontractorId, points });
  }
}

/** What the list itself answers goes before what the selecting unit saw there; a look from before the selection is too old. */
function notListed(
  labourSubcontractorId: string,
  listAnswer: BlacklistAnswer | undefined,
  { checked, from, until }: { checked: OwnBlacklistCheck | undefined; from: Day; until: Day },
): BlacklistAnswer {
  const answer = listAnswer ?? (checked && { answeredBy: 'selectingUnit' as const, ...checked });
  if (!answer) {
    return refuse('organization.labourSubcontractorSelection.blacklistAnswerMissing', { labourSubcontractorId });
  }
  if (answer.listed) refuse('organization.labourSubcontractorSelection.blacklisted', { labourSubcontractorId });
  if (answer.checkedOn < from || answer.checkedOn > until) {
    refuse('organization.labourSubcontractorSelection.blacklistCheckOutsideSelection', { from, until });
  }
  return answer;
}
