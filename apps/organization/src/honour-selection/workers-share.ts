/** How many of the persons honoured in a round are industrial workers (CC-04b). */
export interface WorkersShare {
  workers: number;
  persons: number;
}

/** Whether industrial workers have a smaller share than in the round before. A round without persons is compared with nothing. */
export const hasFallen = (now: WorkersShare, before: WorkersShare | undefined): boolean =>
  before !== undefined &&
  before.persons > 0 &&
  now.persons > 0 &&
  now.workers * before.persons < before.workers * now.persons;
