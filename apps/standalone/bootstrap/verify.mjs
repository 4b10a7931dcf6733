import { runCompiled } from './compiled.mjs';

// `npm run verify`: whether every stored event is what was written (docs/operations.md).
await runCompiled('apps', 'standalone', 'src', 'backup', 'verify.main.js');
