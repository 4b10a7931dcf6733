import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { ensureNatsServer } from './nats-server.mjs';
import { installNodeModules } from './node-modules.mjs';
import { extendPath, inProject, project } from './project.mjs';
import { giveUp } from './steps.mjs';

// `npm run faults`: kills, cuts and pauses the parts of a running platform at random, and checks that nothing was lost.
try {
  process.chdir(project);
  extendPath();
  await installNodeModules();
  await ensureNatsServer();
  await build();
} catch (error) {
  giveUp(error);
}

process.setSourceMapsEnabled(true);
await import(pathToFileURL(inProject('dist', 'apps', 'standalone', 'src', 'faults', 'main.js')).href);
