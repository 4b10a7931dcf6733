import { runCompiledWithNats } from './compiled.mjs';

// `npm run faults`: kills, cuts and pauses the parts of a running platform at random, and checks that nothing was lost.
await runCompiledWithNats('apps', 'standalone', 'src', 'faults', 'main.js');
