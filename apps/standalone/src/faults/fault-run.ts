import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PublishProgramme, RegisterEnterpriseClient } from '@gongyou/contracts';
import { Caller, createLog, NatsLedger, NestLog } from '@gongyou/messaging';
import { bundledProgrammes } from '@gongyou/programmes';
import { EXAMPLE_PROGRAMME } from '../example/example-group';
import { playExample } from '../example/play-example';
import { checkCommands } from './check/commands.check';
import { Findings } from './check/findings';
import { checkJetStream } from './check/jetstream.check';
import { checkTables, readFeed } from './check/ledger.check';
import { checkProjection } from './check/projection.check';
import { Faults } from './faults';
import type { CommandBook } from './load/command-book';
import { Load } from './load/load';
import { enterpriseSystems, type PlatformMakeup, PlatformUnderFaults } from './platform-under-faults';
import { Randomness } from '../randomness';

export interface FaultRunSettings {
  seed: number;
  /** How long things are broken. Start and check come on top. */
  seconds: number;
  makeup: PlatformMakeup;
  /** Told what the run does at the moment. */
  report: (step: string) => void;
  /** Aborted when somebody does not want to wait. */
  interrupted: AbortSignal;
}

export interface FaultRunOutcome {
  faults: ReadonlyMap<string, number>;
  book: CommandBook;
  findings: Findings;
  /** Data and logs, kept when something is broken. */
  folder: string;
}

/** How soon after the last fault every part must answer again. */
const TAKEN_WITHIN_MS = 45_000;

/** Starts the platform, sends commands while things break, mends everything, and reads everything back. */
export async function faultRun({
  seed,
  seconds,
  makeup,
  report,
  interrupted,
}: FaultRunSettings): Promise<FaultRunOutcome> {
  const randomness = new Randomness(seed);
  const findings = new Findings();
  report('starting the platform, one process per service');
  const platform = await PlatformUnderFaults.start(makeup);
  const load = new Load(platform, randomness.fork());
  const faults = new Faults(platform, load, randomness.fork(), seconds);
  try {
    await setUp(platform);
    report(`breaking things for ${seconds} s`);
    await load.start();
    faults.start();
    await pause(seconds * 1_000, undefined, { signal: interrupted });
    await faults.stop();

    report('mending everything');
    await platform.heal();
    await load.stop();
    const mendedAt = Date.now();
    findings.expect(
      await load.isTaken(TAKEN_WITHIN_MS),
      () => `everything was mended, and commands were still not taken after ${TAKEN_WITHIN_MS / 1_000} s`,
    );
    report(`commands are taken again after ${((Date.now() - mendedAt) / 1_000).toFixed(1)} s`);
    await load.askAgain();
    report('reading everything back');
    await readBack(platform, load.book, findings);
  } finally {
    await Promise.all([faults.stop(), load.stop()]);
    await platform.close();
    if (interrupted.aborted) await platform.removeFolder();
  }
  if (findings.broken.length === 0) await platform.removeFolder();
  return { faults: faults.counts, book: load.book, findings, folder: platform.folder };
}

/** The five programmes, the example group, and the enterprise systems that act for its units. */
async function setUp(platform: PlatformUnderFaults): Promise<void> {
  const operator = new Caller(await platform.as('operator'), 'operator');
  const programmes = bundledProgrammes();
  for (const programme of programmes) await operator.command(PublishProgramme, { programme });
  const example = programmes.find(({ programmeId }) => programmeId === EXAMPLE_PROGRAMME)!;
  await playExample(new Caller(await platform.as('gateway'), 'gateway'), example, 0);
  for (const [clientName, organizationId] of Object.entries(enterpriseSystems)) {
    await operator.command(RegisterEnterpriseClient, { clientName, organizationId });
  }
}

async function readBack(platform: PlatformUnderFaults, book: CommandBook, findings: Findings): Promise<void> {
  // Whoever writes is stopped first: what was accepted is carried out, and then the ledger stands still.
  for (const name of ['organization', 'supervision'] as const) {
    const code = await platform.service(name).stop();
    findings.expect(code === 0, () => `${name} did not stop in order: exit code ${code}`);
  }
  const ledger = new NatsLedger(new Caller(await platform.as('operator'), 'operator'));
  const feed = await readFeed(ledger, findings);
  await checkTables(platform.databaseUrl, feed, findings);
  checkCommands(book.commands, feed, findings);
  await checkJetStream(await platform.as('ledger'), feed, findings);
  const pino = createLog('checker', 'info', createWriteStream(join(platform.folder, 'logs', 'checker.log')));
  await checkProjection(platform, feed.length - 1, new NestLog(pino), findings);

  for (const { ownEndings } of platform.services) {
    for (const { name, how, lastWords } of ownEndings) {
      findings.broken.push(`${name} ended by itself (${how}) when nobody had ended it:\n${lastWords}`);
    }
  }
  findings.expect(book.count('acknowledged') > 0, () => 'no command was acknowledged, so nothing is proved');
}
