import type { Day } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { refuse } from './crew.refusals';
import type { StandingCrew } from './crew.state';

/** What is told of a crew has happened, and not before the crew was there. */
export function withinItsLife(on: Day, { formed: { formedOn } }: StandingCrew, moment: Moment): void {
  notInFuture(on, moment);
  if (on < formedOn) refuse('organization.crew.beforeFormation', { formedOn });
}

export function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.crew.dayInFuture', { on });
}

/** Days are taken as whole days, both ends included: what begins and ends on the same day lasts one day. */
export function notBeforeItsBeginning(end: Day | undefined, fromDay: Day): void {
  if (end !== undefined && end < fromDay) refuse('organization.crew.endsBeforeItBegins', { fromDay });
}
