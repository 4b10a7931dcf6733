/** What the checker found broken, in sentences that name positions; and what it counted on the way. */
export class Findings {
  readonly broken: string[] = [];
  readonly counts: Record<string, number> = {};

  /** Notes a sentence when something does not hold. */
  expect(holds: boolean, otherwise: () => string): void {
    if (!holds) this.broken.push(otherwise());
  }

  count(what: string, number: number): void {
    this.counts[what] = number;
  }
}
