import { runCompiled } from './compiled.mjs';

// `npm run backup`: a platform, running or stopped, to one file (docs/operations.md).
await runCompiled('apps', 'standalone', 'src', 'backup', 'backup.main.js');
