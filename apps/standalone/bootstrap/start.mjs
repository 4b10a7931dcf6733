import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { ensureNatsServer } from './nats-server.mjs';
import { installNodeModules } from './node-modules.mjs';
import { extendPath, inProject, project } from './project.mjs';
import { giveUp } from './steps.mjs';

// `npm start`: gets what is missing, then becomes the platform. In this very process, so that a signal is one signal, and
// nothing runs on when this process is killed.
try {
  process.chdir(project);
  extendPath();
  await installNodeModules();
  if (!process.env.NATS_URL) await ensureNatsServer();
  await build();
} catch (error) {
  giveUp(error);
}

process.setSourceMapsEnabled(true);
await import(pathToFileURL(inProject('dist', 'apps', 'standalone', 'src', 'main.js')).href);
