import { runCompiledWithNats } from './compiled.mjs';

// `npm run bench`: how fast the platform is, in one table of one run; `-- --rounds N --seconds N --events FEW,MANY`.
await runCompiledWithNats('apps', 'standalone', 'src', 'bench', 'main.js');
