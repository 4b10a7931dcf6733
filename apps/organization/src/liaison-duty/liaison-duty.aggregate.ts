import { liaisonDutyCommands, type LiaisonDutyEvent, liaisonDutyEvents } from '@gongyou/contracts';
import { type Day } from '@gongyou/domain';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { liaisonDuty, type LiaisonDutyState, type LiaisonDutyWish } from './liaison-duty.decider';

/** Carries out the commands on the duties of officers. */
export class LiaisonDutyHandling extends CommandHandling<LiaisonDutyWish, LiaisonDutyEvent, LiaisonDutyState> {}

export const liaisonDutyAggregate: Aggregate<LiaisonDutyWish, LiaisonDutyEvent, LiaisonDutyState> = {
  category: 'liaisonDuties',
  decider: liaisonDuty,
  commands: liaisonDutyCommands,
  events: liaisonDutyEvents,
  // Of an officer who never served only a grant over everything may learn that he did not.
  reach: ({ circumstances: { postUnitId } }) => (postUnitId === null ? [] : [postUnitId]),
  organizationOf: ({ circumstances: { postUnitId } }) => {
    if (postUnitId === null) throw new Error('an officer who never served has no duties');
    return postUnitId;
  },
};

/** The duties of an officer in the year of a day. */
export const dutiesId = (officerId: string, on: Day): string => `${officerId}~${on.slice(0, 4)}`;
