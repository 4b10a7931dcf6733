import { existsSync, readFileSync } from 'node:fs';
import { inProject } from './project.mjs';
import { run, step } from './steps.mjs';

/** Installs exactly what package-lock.json names, when anything of it is missing or of another version. */
export async function installNodeModules() {
  if (areInstalled()) return;
  await step(
    { zh: '安装 Node 模块（首次约需数分钟）', en: 'installing the node modules (minutes, the first time)' },
    () => npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'),
  );
}

/** npm writes down in node_modules what it installed there; the same holds whoever called npm. */
function areInstalled() {
  const record = inProject('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  const { packages: installed } = JSON.parse(readFileSync(record, 'utf8'));
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link || !path.startsWith('node_modules/')) return true;
    // Optional ones are for other platforms, as a rule; those of this platform npm has taken.
    if (!installed[path]) return optional === true;
    return installed[path].version === version && existsSync(inProject(path, 'package.json'));
  });
}

/** Through the npm that runs us, if one does, for another may come first on the path. */
function npm(...args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? run(process.execPath, [script, ...args]) : run('npm', args);
}
