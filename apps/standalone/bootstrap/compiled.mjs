import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { ensureNatsServer } from './nats-server.mjs';
import { installNodeModules } from './node-modules.mjs';
import { extendPath, inProject, project } from './project.mjs';
import { giveUp, tellProgressOn } from './steps.mjs';

/**
 * Gets what is missing, compiles what has changed, and becomes one of the operator's commands: a compiled script, named by its path
 * in dist. Standard output is kept for what the command has to say.
 */
export const runCompiled = (...path) => run(path, () => undefined);

/** The same for a command that starts a nats-server of its own. */
export const runCompiledWithNats = (...path) => run(path, ensureNatsServer);

async function run(path, getMore) {
  tellProgressOn(process.stderr);
  try {
    process.chdir(project);
    extendPath();
    await installNodeModules();
    await getMore();
    await build();
  } catch (error) {
    giveUp(error);
  }
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(inProject('dist', ...path)).href);
}
