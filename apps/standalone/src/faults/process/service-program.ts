import { join } from 'node:path';
import type { Program } from './killable-process';

/** The folder that dist or the sources stand in, whichever this file was loaded from. */
const root = join(__dirname, '..', '..', '..', '..', '..');

/**
 * One service of the platform as a process, set up by its environment as an orchestrator would.
 *
 * @param instead another name, where there are several processes of a service; another program, for a planted bug
 */
export function serviceProgram(
  app: string,
  settings: Readonly<Record<string, string>>,
  instead: { name?: string | undefined; main?: string | undefined } = {},
): Program {
  const { name = app, main = join(root, 'apps', app, 'src', 'main.js') } = instead;
  return {
    name,
    command: process.execPath,
    args: ['--enable-source-maps', main],
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...settings },
    // Nest says so once all handlers are subscribed.
    ready: { says: 'microservice successfully started' },
  };
}
