import { runCompiled } from './compiled.mjs';

// `npm run deploy:prepare`: the passwords and the NATS users of a platform in containers (docs/operations.md).
await runCompiled('apps', 'standalone', 'src', 'deployment', 'prepare.main.js');
