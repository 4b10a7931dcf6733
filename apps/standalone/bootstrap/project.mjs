import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const project = fileURLToPath(new URL('../../..', import.meta.url));

/** A path inside the project. */
export const inProject = (...path) => join(project, ...path);

/** The script behind a node module's command, to be run by this very Node on every system. */
export const commandOf = (module, script) => inProject('node_modules', module, script);

/** Debian installs servers where the path of an ordinary user does not lead. */
export function extendPath() {
  process.env.PATH = [process.env.PATH, '/usr/local/sbin', '/usr/sbin', '/sbin'].join(delimiter);
}
