/** Lets those who share a key go one after the other, in the order in which they came, and all others at once. */
export class OneAtATime {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs when everybody before has finished who holds one of the keys. */
  async inTurn<T>(keys: readonly string[], run: () => Promise<T>): Promise<T> {
    const before = keys.map((key) => this.last.get(key)).filter((promise) => promise !== undefined);
    const mine = Promise.allSettled(before).then(run);
    for (const key of keys) this.last.set(key, mine);
    try {
      return await mine;
    } finally {
      for (const key of keys) if (this.last.get(key) === mine) this.last.delete(key);
    }
  }
}
