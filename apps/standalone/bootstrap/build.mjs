import './node-version.mjs';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installNodeModules } from './node-modules.mjs';
import { commandOf, inProject, project } from './project.mjs';
import { giveUp, run, step } from './steps.mjs';

/** Compiles apps and libs into dist, when a source has changed since the last time. */
export async function build() {
  const fingerprint = fingerprintOfSources();
  const stamp = inProject('dist', '.sources');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;

  await step({ zh: '编译', en: 'building' }, async () => {
    // Built beside dist and moved there when complete: nothing of deleted sources stays, and a build that fails changes nothing.
    const next = inProject('node_modules', '.cache', 'gongyou-dist');
    rmSync(next, { recursive: true, force: true });
    mkdirSync(next, { recursive: true });
    const ignored = leftOut.flatMap((pattern) => ['--ignore', pattern]);
    await run(process.execPath, [
      commandOf('@swc/cli', 'bin/swc.js'),
      'apps',
      'libs',
      '-d',
      next,
      '--config-file',
      '.swcrc',
      '--copy-files',
      ...ignored,
    ]);
    writeFileSync(join(next, '.sources'), fingerprint);
    rmSync(inProject('dist'), { recursive: true, force: true });
    renameSync(next, inProject('dist'));
  });
}

const leftOut = [
  '**/*.spec.ts',
  '**/*.int-spec.ts',
  '**/*.e2e-spec.ts',
  'apps/standalone/bootstrap/**',
  'apps/console/**',
];

function fingerprintOfSources() {
  const hash = createHash('sha256');
  for (const file of [
    ...['apps', 'libs'].flatMap((folder) => filesIn(inProject(folder))),
    inProject('.swcrc'),
    inProject('package-lock.json'),
  ]) {
    hash.update(relative(project, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
      return entry.isFile() ? [path] : [];
    });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await installNodeModules().then(build).catch(giveUp);
