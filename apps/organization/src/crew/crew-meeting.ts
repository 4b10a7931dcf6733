import type { CrewEvent, CrewMatter, RecordCrewMeeting, RecordedCrewMatter } from '@gongyou/contracts';
import { sameContent } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { refuse } from './crew.refusals';
import type { StandingCrew } from './crew.state';
import { withinItsLife } from './crew-days';
import { hasPowerOn } from './delegated-powers';

/**
 * A meeting in which the crew decides its own matters (QD-30). A matter that it decided without having the power for it is kept
 * and marked, for the project to take up: that it was decided is a fact.
 */
export function recordCrewMeeting(data: RecordCrewMeeting, crew: StandingCrew, moment: Moment): CrewEvent[] {
  const { unitId, meetingId, memberCount, presentCount, heldOn } = data;
  const known = crew.meetings.get(meetingId);
  if (known) {
    const told = { ...known, matters: known.matters.map(asPut) };
    return sameContent(data, told) ? [] : refuse('organization.crew.idTaken', { id: meetingId });
  }
  withinItsLife(heldOn, crew, moment);
  if (presentCount > memberCount) refuse('organization.crew.morePresentThanMembers', { presentCount, memberCount });
  data.matters.forEach((matter, index) => requireVote(matter, index + 1, presentCount));
  const matters = data.matters.map((matter) => ({
    ...matter,
    withinDelegatedPowers: matter.power !== undefined && hasPowerOn(crew, matter.power, heldOn),
  }));
  return [{ type: 'CrewMeetingHeld', data: { unitId, meetingId, memberCount, presentCount, matters, heldOn } }];
}

const asPut = ({ withinDelegatedPowers: _judged, ...matter }: RecordedCrewMatter): CrewMatter => matter;

function requireVote(
  { outcome, votesFor, votesAgainst, votesAbstained }: CrewMatter,
  matter: number,
  presentCount: number,
): void {
  const votes = votesFor + votesAgainst + votesAbstained;
  if (votes > presentCount) refuse('organization.crew.moreVotesThanPresent', { matter, votes, presentCount });
  if (outcome === 'decided' && votesFor <= votesAgainst) refuse('organization.crew.decidedAgainstTheVote', { matter });
}
