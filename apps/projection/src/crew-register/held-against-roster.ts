import type { MorningMeetingExceptionRow } from '@gongyou/contracts';
import type { MorningMeeting } from './morning-meeting.entity';

/** Somebody on the roster of a crew: the person, and the registration that he entered under. */
export interface RosterMember {
  workerId: string;
  registeredAs: string;
}

/** The meetings of a crew on a day, held against its roster of that day (HS-09). Pure. */
export function heldAgainstRoster(
  meetings: readonly Pick<MorningMeeting, 'shift' | 'presentCount' | 'attendeeIds'>[],
  roster: readonly RosterMember[],
): Omit<MorningMeetingExceptionRow, 'unitId' | 'unitName'> {
  const onRoster = new Set(roster.flatMap(({ workerId, registeredAs }) => [workerId, registeredAs]));
  const named = new Set(meetings.flatMap(({ attendeeIds }) => attendeeIds ?? []));
  const allNamed = meetings.every(({ attendeeIds }) => attendeeIds !== null);
  const absent = roster.filter(({ workerId, registeredAs }) => !named.has(workerId) && !named.has(registeredAs));
  return {
    shifts: meetings.map(({ shift }) => shift).sort(),
    presentCount: meetings.reduce((sum, { presentCount }) => sum + presentCount, 0),
    onRosterCount: meetings.flatMap(({ attendeeIds }) => attendeeIds ?? []).filter((each) => onRoster.has(each)).length,
    notOnRoster: [...named].filter((each) => !onRoster.has(each)).sort(),
    notAtMeeting: allNamed ? absent.map(({ workerId }) => workerId).sort() : null,
  };
}
