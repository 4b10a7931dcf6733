import { runCompiled } from './compiled.mjs';

// `npm run client`: lets enterprise systems in and out of the platform that runs.
await runCompiled('apps', 'standalone', 'src', 'client', 'main.js');
