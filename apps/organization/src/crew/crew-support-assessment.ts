import type { AssessCrewSupport, CrewEvent } from '@gongyou/contracts';
import { type Day, sameContent } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { refuse } from './crew.refusals';
import type { CrewState, DissolvedCrew, StandingCrew } from './crew.state';
import { notInFuture } from './crew-days';

/** How a manager answered for a crew is assessed from his first day on, also when he has gone or the crew has ended (QD-14). */
export function assessSupport(data: AssessCrewSupport, state: CrewState, moment: Moment): CrewEvent[] {
  if (state.stage === 'notFormed') return refuse('organization.crew.notFormed');
  const { unitId, assignmentId, assessmentId, grade, note, assessedOn } = data;
  const support = state.supports.get(assignmentId);
  if (!support) return refuse('organization.crew.recordUnknown', { id: assignmentId });
  const { managerId, fromDay } = support.made;
  const known = state.assessments.get(assessmentId);
  if (known) {
    return sameContent({ ...data, managerId }, known) ? [] : refuse('organization.crew.idTaken', { id: assessmentId });
  }
  notInFuture(assessedOn, moment);
  if (assessedOn < fromDay) refuse('organization.crew.assessedBeforeService', { fromDay });
  return [
    {
      type: 'CrewSupportAssessed',
      data: { unitId, assignmentId, assessmentId, managerId, grade, note, assessedOn },
    },
  ];
}

/** What stands on record of an assignment to answer for a crew. */
export interface SupportOnRecord {
  managerId: string;
  fromDay: Day;
  endedOn: Day | undefined;
  /** Of the latest assessment; of several of one day, the one told last. */
  grade: AssessCrewSupport['grade'] | undefined;
}

/** An assignment as it stands on record; none that was never made. It ends with its crew. */
export function supportOnRecord(state: CrewState, assignmentId: string): SupportOnRecord | undefined {
  if (state.stage === 'notFormed') return undefined;
  const support = state.supports.get(assignmentId);
  if (!support) return undefined;
  const { managerId, fromDay } = support.made;
  const endedOn = support.endedOn ?? (state.stage === 'dissolved' ? state.dissolvedOn : undefined);
  return { managerId, fromDay, endedOn, grade: latestGradeOf(state, assignmentId) };
}

const latestGradeOf = (
  { assessments }: StandingCrew | DissolvedCrew,
  assignmentId: string,
): AssessCrewSupport['grade'] | undefined =>
  [...assessments.values()]
    .filter((each) => each.assignmentId === assignmentId)
    .reduce<{ grade: AssessCrewSupport['grade']; assessedOn: Day } | undefined>(
      (last, each) => (last && each.assessedOn < last.assessedOn ? last : each),
      undefined,
    )?.grade;
