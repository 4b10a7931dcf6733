import { spawn } from 'node:child_process';
import { project } from './project.mjs';

/** A step that failed in a way the user has been told about, or is about to be. */
export class StepFailure extends Error {}

let progress = process.stdout;

/** Where steps tell of themselves from now on; standard output unless told. */
export function tellProgressOn(stream) {
  progress = stream;
}

/**
 * Does one step, and says so: a line while it runs, with the seconds so far, and the same line again with what it took.
 * Where the output is not a terminal, a line at the start, one every 15 seconds, and one at the end.
 *
 * @param {{zh: string, en: string}} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @template T
 */
export async function step({ zh, en }, work) {
  const startedAt = Date.now();
  const { isTTY } = progress;
  const say = (mark, isFinal) => {
    const line = `${mark} ${zh} · ${en} (${((Date.now() - startedAt) / 1000).toFixed(isFinal ? 1 : 0)} s)`;
    progress.write(isTTY ? `\r${line}\u001b[K${isFinal ? '\n' : ''}` : `${line}\n`);
  };

  say('…', false);
  const ticking = setInterval(() => say('…', false), isTTY ? 1_000 : 15_000);
  try {
    const result = await work();
    clearInterval(ticking);
    say('✓', true);
    return result;
  } catch (error) {
    clearInterval(ticking);
    say('✗', true);
    throw error;
  }
}

/**
 * Runs a program in the project's folder, silently unless it fails: then with all it said.
 *
 * @throws {StepFailure}
 */
export async function run(command, args, { env = {} } = {}) {
  const child = spawn(command, args, {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const outcome = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  if (outcome === 0) return;
  throw new StepFailure(`${Buffer.concat(said)}\n${[command, ...args].join(' ')}: ${outcome}`);
}

/** Runs a program with its output on the terminal, and answers its exit code. */
export function runInTheOpen(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: project, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ? 1 : code));
  });
}

/** Tells the user why it goes no further, and ends with exit code 1. */
export function giveUp(error) {
  console.error(error instanceof StepFailure ? error.message : error);
  process.exit(1);
}
