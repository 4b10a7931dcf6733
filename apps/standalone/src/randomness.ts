/** Chance that a seed determines: the same seed draws the same numbers again. */
export class Randomness {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** The chance of one thing among all that hang on a seed: it draws the same whenever, and in whatever order, it is asked for. */
  static of(seed: number, ...thing: readonly (string | number)[]): Randomness {
    // FNV-1a; what is left of its order the generator mixes away.
    let hash = 0x811c9dc5 ^ seed;
    for (const letter of thing.join('/')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
    return new Randomness(hash);
  }

  /** A source of its own, so that what one part draws does not depend on how fast another one draws. */
  fork(): Randomness {
    return new Randomness(Math.floor(this.next() * 2 ** 32));
  }

  /** From 0 to below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  oneOf<T>(choices: readonly T[]): T {
    return choices[this.between(0, choices.length - 1)]!;
  }

  shuffled<T>(all: readonly T[]): T[] {
    return all
      .map((each) => ({ each, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ each }) => each);
  }

  /** Lower-case hexadecimal digits. */
  hex(digits: number): string {
    return Array.from({ length: digits }, () => this.between(0, 15).toString(16)).join('');
  }
}
