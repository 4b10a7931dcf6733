import { runCompiled } from './compiled.mjs';

// `npm run restore`: a platform from a backup into an empty place (docs/operations.md).
await runCompiled('apps', 'standalone', 'src', 'backup', 'restore.main.js');
