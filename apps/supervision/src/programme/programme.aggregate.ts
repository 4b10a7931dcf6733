import { programmeCommands, type ProgrammeEvent, programmeEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { PLATFORM_UNIT } from '../platform-unit';
import { programme, type ProgrammeState, type ProgrammeWish } from './programme.decider';

/** Carries out the commands on reform programmes. */
export class ProgrammeHandling extends CommandHandling<ProgrammeWish, ProgrammeEvent, ProgrammeState> {}

export const programmeAggregate: Aggregate<ProgrammeWish, ProgrammeEvent, ProgrammeState> = {
  category: 'programme',
  decider: programme,
  commands: programmeCommands,
  events: programmeEvents,
  // Who publishes a programme may amend it; one without a publisher belongs to the platform.
  reach: (wish, state) => unitsOf(publisherOf(wish, state)),
  organizationOf: (wish, state) => publisherOf(wish, state) ?? PLATFORM_UNIT,
};

function publisherOf(wish: ProgrammeWish, state: ProgrammeState): string | undefined {
  if (wish.type === 'PublishProgramme') return wish.data.publishedByUnitId;
  return state.stage === 'published' ? state.publishedByUnitId : undefined;
}

const unitsOf = (publisher: string | undefined): string[] => (publisher === undefined ? [] : [publisher]);
