import { runCompiledWithNats } from './compiled.mjs';

// `npm run simulate`: plays a construction group's life through the outside interfaces, and checks the figures (docs/operations.md).
await runCompiledWithNats('apps', 'standalone', 'src', 'simulation', 'main.js');
