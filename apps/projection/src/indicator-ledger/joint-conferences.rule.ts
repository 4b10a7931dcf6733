import type { JointConferenceEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { JoinedRule } from './joined-rule';
import { nextYear, sameYear } from './years';

export interface JointConferenceFacts {
  unitId: string;
  establishedOn: Day;
  heldOn: Day[];
}

/** A joint conference counts in the government's unit, with its meetings, and once more from its first meeting of a year to the end of that year (HM-04d). */
export const jointConferencesRule: JoinedRule<JointConferenceEvent, never, JointConferenceEvent, JointConferenceFacts> =
  {
    name: 'joint-conferences',
    types: ['JointConferenceEstablished', 'JointConferenceMet'],
    remember: () => undefined,
    tell: (event) => [{ subject: event.data.jointConferenceId, told: event }],
    evolve(facts, { type, data }) {
      if (type === 'JointConferenceEstablished') {
        return { unitId: data.governmentUnitId, establishedOn: data.establishedOn, heldOn: [] };
      }
      if (!facts) throw new BeginningMissing('joint conference');
      return { ...facts, heldOn: [...facts.heldOn, data.heldOn] };
    },
    daysOf: ({ establishedOn, heldOn }) => [establishedOn, ...heldOn.flatMap((on) => [on, nextYear(on)])],
    countsOn({ unitId, establishedOn, heldOn }, day) {
      if (day < establishedOn) return [];
      const held = heldOn.filter((on) => on <= day);
      const hasMet = held.some((on) => sameYear(on, day));
      return [
        { indicator: 'jointConferences', unitId },
        { indicator: 'jointConferencesHeld', unitId, amount: held.length },
        ...(hasMet ? [{ indicator: 'jointConferencesMetInYear', unitId } as const] : []),
      ];
    },
  };
