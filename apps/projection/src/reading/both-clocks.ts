/** A point on both clocks: what had happened by the end of a day, as far as it was known at a position of the ledger. */
export interface BothClocks {
  day: string;
  position: number;
}
