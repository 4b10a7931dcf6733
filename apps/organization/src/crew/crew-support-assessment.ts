import type { AssessCrewSupport, CrewEvent, CrewSupportAssessed, CrewSupportGrade } from '@gongyou/contracts';
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

/** An assignment to answer for a crew, as it stood on a day. */
export interface SupportOnRecord {
  managerId: string;
  fromDay: Day;
  /** His last day, when that had come. */
  endedOn: Day | undefined;
  /** Of the latest assessment until then; of several of one day, the one told last. */
  grade: CrewSupportGrade | undefined;
}

/** None that was never made. An assignment ends with its crew. */
export function supportOnRecord(state: CrewState, assignmentId: string, on: Day): SupportOnRecord | undefined {
  if (state.stage === 'notFormed') return undefined;
  const support = state.supports.get(assignmentId);
  if (!support) return undefined;
  const { managerId, fromDay } = support.made;
  const ended = support.endedOn ?? (state.stage === 'dissolved' ? state.dissolvedOn : undefined);
  const endedOn = ended !== undefined && ended <= on ? ended : undefined;
  return { managerId, fromDay, endedOn, grade: gradeOn(state, assignmentId, on) };
}

function gradeOn(
  { assessments }: StandingCrew | DissolvedCrew,
  assignmentId: string,
  on: Day,
): CrewSupportGrade | undefined {
  let last: CrewSupportAssessed | undefined;
  for (const each of assessments.values()) {
    if (each.assignmentId !== assignmentId || each.assessedOn > on) continue;
    if (!last || each.assessedOn >= last.assessedOn) last = each;
  }
  return last?.grade;
}
