import 'reflect-metadata';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Logger } from '@nestjs/common';
import { onceToldToStop } from '../embedded';
import { faultRun, type FaultRunOutcome } from './fault-run';

const MOST_SHOWN = 20;

/** Bugs that a run can be given to find, and the programs that have them. */
const plants: Readonly<Record<string, string>> = {
  'acknowledge-before-commit': join(__dirname, 'testing', 'ledger-acknowledging-before-commit.js'),
};

const usage = `npm run faults -- [--seed N] [--seconds N] [--plant ${Object.keys(plants).join('|')}]`;

const interruption = new AbortController();
const ended = main().catch((error: unknown) => {
  if (!interruption.signal.aborted) console.error(error);
  process.exitCode = 1;
});
onceToldToStop(async () => {
  interruption.abort();
  await ended;
});

async function main(): Promise<void> {
  const { seed, seconds, plant } = settings();
  // Every other seed has two ledgers that share the work; a planted bug counts on being alone.
  const makeup = plant === undefined ? { ledgers: 1 + (seed % 2) } : { ledgers: 1, ledgerMain: plants[plant]! };
  const startedAt = Date.now();
  const report = (step: string): void => console.log(`[${((Date.now() - startedAt) / 1_000).toFixed(1)}s] ${step}`);
  Logger.overrideLogger(false);
  const planted = plant === undefined ? '' : `, planted bug: ${plant}`;
  console.log(`seed ${seed}, ${seconds} s, ledger processes: ${makeup.ledgers}${planted}`);

  const outcome = await faultRun({ seed, seconds, makeup, report, interrupted: interruption.signal });
  console.log(summary(outcome).join('\n'));
  if (outcome.findings.broken.length > 0) process.exitCode = 1;
  process.exit();
}

function settings(): { seed: number; seconds: number; plant: string | undefined } {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, seconds: { type: 'string' }, plant: { type: 'string' } },
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  const seconds = Number(values.seconds ?? 60);
  const { plant } = values;
  if (!Number.isSafeInteger(seed) || !(seconds >= 1) || (plant !== undefined && !(plant in plants))) {
    console.error(usage);
    process.exit(2);
  }
  return { seed, seconds, plant };
}

function summary({ faults, book, findings, folder }: FaultRunOutcome): string[] {
  const { events, published, received, receivedAgain, reports, unansweredYetStored } = findings.counts;
  const struck = [...faults].sort(([a], [b]) => a.localeCompare(b)).map(([name, times]) => `${name} ${times}`);
  const lines = [
    `faults: ${struck.join(', ')}`,
    `commands: acknowledged ${book.count('acknowledged')}, refused ${book.count('refused')}, unanswered ${book.count('unanswered')} (${unansweredYetStored} of them stored)`,
    `read back: ${events} events in the feed, ${published} in JetStream, ${reports} reports`,
    `an enterprise system received ${received} events, ${receivedAgain} of them more than once`,
  ];
  const { broken } = findings;
  if (broken.length === 0) return [...lines, 'PASS'];
  const more = broken.length > MOST_SHOWN ? [`… and ${broken.length - MOST_SHOWN} more`] : [];
  return [
    ...lines,
    `FAILED: ${broken.length} broken promises; data and logs: ${folder}`,
    ...broken.slice(0, MOST_SHOWN),
    ...more,
  ];
}
