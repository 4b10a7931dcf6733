import { jointConferenceCommands, type JointConferenceEvent, jointConferenceEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { jointConference, type JointConferenceState, type JointConferenceWish } from './joint-conference.decider';

/** Carries out the commands on joint conferences. */
export class JointConferences extends CommandHandling<
  JointConferenceWish,
  JointConferenceEvent,
  JointConferenceState
> {}

export const jointConferenceAggregate: Aggregate<JointConferenceWish, JointConferenceEvent, JointConferenceState> = {
  category: 'jointConference',
  decider: jointConference,
  commands: jointConferenceCommands,
  events: jointConferenceEvents,
  // Either side may keep the minutes.
  reach: sidesOf,
  organizationOf: (wish, state) => {
    const [governmentUnitId] = sidesOf(wish, state);
    if (governmentUnitId === undefined) throw new Error('a conference that was never established cannot have events');
    return governmentUnitId;
  },
};

function sidesOf(wish: JointConferenceWish, state: JointConferenceState): string[] {
  const sides = state.stage === 'standing' ? state.established : wish.data;
  return 'governmentUnitId' in sides ? [sides.governmentUnitId, sides.unionUnitId] : [];
}
