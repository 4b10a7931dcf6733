import './node-version.mjs';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
    // In a folder of this process's own: `npm start` and `npm run client` may build at the same time.
    mkdirSync(inProject('node_modules', '.cache'), { recursive: true });
    const next = mkdtempSync(inProject('node_modules', '.cache', 'gongyou-dist-'));
    try {
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
      replaceDist(next);
    } finally {
      rmSync(next, { recursive: true, force: true });
    }
  });
}

/** Moves a complete build to dist. What was there goes aside first, in one step: nobody ever sees half a dist. */
function replaceDist(next) {
  const former = `${next}-former`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (existsSync(inProject('dist'))) renameSync(inProject('dist'), former);
      renameSync(next, inProject('dist'));
      break;
    } catch (error) {
      // Another process did the same at the same moment.
      if (attempt === 5) throw error;
    } finally {
      rmSync(former, { recursive: true, force: true });
    }
  }
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
