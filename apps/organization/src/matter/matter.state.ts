import type { MatterAnswered, MatterEvent, MatterRaised, MatterStation } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { unknownFact } from '@gongyou/event-sourcing/decider';

/** Nobody has raised a matter under this id. */
export interface NotRaised {
  stage: 'notRaised';
}

/** The matter lies at a level: unanswered on its way up, answered on its way back. */
export interface OpenMatter {
  stage: 'unanswered' | 'answered';
  raised: MatterRaised;
  /** Where it lay on its way up, lowest first, with the owner that it had there last. */
  climbed: readonly MatterStation[];
  station: MatterStation;
  /** A level let its time limit pass. */
  limitMissed: boolean;
  answered: MatterAnswered | null;
  /** The latest day that anything was told of. */
  lastOn: Day;
}

/** The crew was told, or the matter should never have been entered. */
export interface EndedMatter extends Omit<OpenMatter, 'stage'> {
  stage: 'closed' | 'withdrawn';
}

export type MatterState = NotRaised | OpenMatter | EndedMatter;

export const initialMatter: MatterState = { stage: 'notRaised' };

export function evolveMatter(state: MatterState, event: MatterEvent): MatterState {
  if (event.type === 'MatterRaised') {
    const { station, raisedOn: lastOn } = event.data;
    return {
      stage: 'unanswered',
      raised: event.data,
      climbed: [station],
      station,
      limitMissed: false,
      answered: null,
      lastOn,
    };
  }
  const matter = state as OpenMatter;
  switch (event.type) {
    case 'MatterOwnerAssigned': {
      const { ownerId, assignedOn: lastOn } = event.data;
      const station = { ...matter.station, ownerId };
      const climbed = matter.climbed.map((each) => (each.level === station.level ? { ...each, ownerId } : each));
      return { ...matter, station, climbed, lastOn };
    }
    case 'MatterEscalated': {
      const { station, escalatedOn: lastOn, reason } = event.data;
      const limitMissed = matter.limitMissed || reason === 'timeLimitPassed' || lastOn > matter.station.limit.dueOn;
      return { ...matter, station, climbed: [...matter.climbed, station], limitMissed, lastOn };
    }
    case 'MatterAnswered': {
      const { limit, answeredOn: lastOn } = event.data;
      return { ...matter, stage: 'answered', answered: event.data, station: { ...matter.station, limit }, lastOn };
    }
    case 'MatterAnswerPassedOn':
      return { ...matter, station: event.data.station, lastOn: event.data.passedOn };
    case 'MatterClosed':
      return { ...matter, stage: 'closed', lastOn: event.data.toldOn };
    case 'MatterWithdrawn':
      return { ...matter, stage: 'withdrawn', lastOn: event.data.withdrawnOn };
    default:
      return unknownFact(event);
  }
}
