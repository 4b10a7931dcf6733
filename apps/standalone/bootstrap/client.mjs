import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { installNodeModules } from './node-modules.mjs';
import { inProject, project } from './project.mjs';
import { giveUp, tellProgressOn } from './steps.mjs';

// `npm run client`: lets enterprise systems in and out of the platform that runs. Standard output is kept for the answer.
tellProgressOn(process.stderr);
try {
  process.chdir(project);
  await installNodeModules();
  await build();
} catch (error) {
  giveUp(error);
}

process.setSourceMapsEnabled(true);
await import(pathToFileURL(inProject('dist', 'apps', 'standalone', 'src', 'client', 'main.js')).href);
