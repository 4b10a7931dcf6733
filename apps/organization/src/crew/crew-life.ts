import type { Day } from '@gongyou/domain';
import type { CrewState } from './crew.state';

/** How long a crew has stood, as others must know it. */
export interface CrewLife {
  formedOn: Day;
  dissolvedOn: Day | null;
}

/** None of a crew that was never formed. */
export function crewLifeOf(state: CrewState): CrewLife | undefined {
  if (state.stage === 'notFormed') return undefined;
  return { formedOn: state.formed.formedOn, dissolvedOn: state.stage === 'dissolved' ? state.dissolvedOn : null };
}

/** Whether a crew stood on a day, its last one included. */
export const stoodOn = ({ formedOn, dissolvedOn }: CrewLife, on: Day): boolean =>
  formedOn <= on && (dissolvedOn === null || on <= dissolvedOn);
