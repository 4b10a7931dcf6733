import type { LiaisonLevel } from '@gongyou/contracts';
import { compareDays, type Day } from '@gongyou/domain';
import type { LiaisonOfficerState } from './liaison-officer.state';

/** From when to when somebody served in a post, for decisions on what he did there. */
export interface ServiceRecord {
  level: LiaisonLevel;
  unitId: string;
  /** The superiors of dual management, who judge the officer (JX-35). */
  managingUnitIds: readonly string[];
  onDutyFrom: Day;
  /** The last day: that of the relief, or that of the term where it ends before. None while no end is known. */
  endsOn: Day | null;
}

/** The present or last service; none of a person who never was on duty in the post. */
export function serviceRecordOf(state: LiaisonOfficerState): ServiceRecord | undefined {
  if (state.stage !== 'onDuty' && state.stage !== 'relieved') return undefined;
  const { nomination, appointment, termEndsOn, onDutyFrom } = state;
  if (!appointment || onDutyFrom === null) return undefined;
  const { level, unitId } = nomination;
  const ends = [state.stage === 'relieved' ? state.relievedOn : null, termEndsOn];
  const endsOn = ends.filter((each) => each !== null).sort(compareDays)[0] ?? null;
  return { level, unitId, managingUnitIds: appointment.managingUnitIds, onDutyFrom, endsOn };
}

/** Whether the officer was on duty on a day; the last day of duty counts. */
export const wasOnDuty = ({ onDutyFrom, endsOn }: ServiceRecord, on: Day): boolean =>
  onDutyFrom <= on && (endsOn === null || on <= endsOn);
