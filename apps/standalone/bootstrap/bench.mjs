import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { ensureNatsServer } from './nats-server.mjs';
import { installNodeModules } from './node-modules.mjs';
import { extendPath, inProject, project } from './project.mjs';
import { giveUp } from './steps.mjs';

// `npm run bench`: how fast the platform is, in one table of one run; `-- --rounds N --seconds N --events FEW,MANY`.
try {
  process.chdir(project);
  extendPath();
  await installNodeModules();
  await ensureNatsServer();
  await build();
} catch (error) {
  giveUp(error);
}

await import(pathToFileURL(inProject('dist', 'apps', 'standalone', 'src', 'bench', 'main.js')).href);
