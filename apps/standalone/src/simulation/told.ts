/** What the platform answered to a command that it took. */
export interface Told {
  /** Of the ledger, after the command. */
  position: number;
  /** How many events came of it; none when it was so already. */
  events: number;
  /** Whether it is the answer of an earlier time. */
  isRepeated: boolean;
}

/** The platform did not take a command or a query, or did not answer. */
export class Untold extends Error {
  constructor(
    readonly code: string,
    /** Whether the same may be taken later. */
    readonly isRetryable: boolean,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'Untold';
  }
}
