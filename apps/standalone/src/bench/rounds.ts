import { performance } from 'node:perf_hooks';

/** A line of the table: what was measured, in what, and what it is compared with. */
export interface Line {
  what: string;
  value: string;
  /** The figure of the same run that this one is compared with. */
  floor: string;
  ratio: string;
}

/** The middle one of several rounds: one bad moment of the machine must not decide. */
export async function median(rounds: number, measure: () => Promise<number>): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round < rounds; round += 1) figures.push(await measure());
  return figures.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

/** How often a second something is done when so many do it at once, each again as soon as it is done; `weight` is what one time counts. */
export async function perSecond(
  clients: number,
  seconds: number,
  act: (client: number) => Promise<unknown>,
  weight = 1,
): Promise<number> {
  const start = performance.now();
  const until = start + seconds * 1000;
  let times = 0;
  const work = async (client: number): Promise<void> => {
    while (performance.now() < until) {
      await act(client);
      times += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  return (times * weight * 1000) / (performance.now() - start);
}

/** Milliseconds that each of so many calls takes, one after the other. */
export async function timed(calls: number, act: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let call = 0; call < calls; call += 1) took.push(await milliseconds(act));
  return took;
}

export async function milliseconds(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/**
 * Milliseconds that each call takes when calls begin at a steady rate, whether or not the one before has been answered:
 * a slow answer makes the next ones wait, as it would for people.
 */
export async function timedAtRate(
  ratePerSecond: number,
  seconds: number,
  act: (call: number) => Promise<unknown>,
): Promise<number[]> {
  const start = performance.now();
  const calls = Math.floor(ratePerSecond * seconds);
  const answers: Promise<number>[] = [];
  for (let call = 0; call < calls; call += 1) {
    const due = start + (call * 1000) / ratePerSecond;
    while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
    answers.push(act(call).then(() => performance.now() - due));
  }
  return Promise.all(answers);
}

export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export const whole = (figure: number): string => Math.round(figure).toLocaleString('en-US');

export const ms = (figure: number): string => `${figure.toFixed(figure < 10 ? 2 : 1)} ms`;
