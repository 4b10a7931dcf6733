import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCompiled } from './compiled.mjs';

// `npm run projection`: rebuilds, compares and switches the read models of the platform that runs (docs/operations.md). With a bus of
// its own the platform's operator is named by NATS_URL and NATS_PASSWORD; else by what the platform has left in its data folder.
const file = join(process.env.GONGYOU_DATA || join(process.cwd(), '.gongyou'), 'nats', 'operator.json');
if (!process.env.NATS_URL) {
  try {
    const { servers, password } = JSON.parse(await readFile(file, 'utf8'));
    Object.assign(process.env, { NATS_URL: servers, NATS_PASSWORD: password });
  } catch {
    console.error(`没有找到正在运行的平台（${file}）。请先执行 npm start，或设置 NATS_URL 和 NATS_PASSWORD。`);
    console.error(`No platform runs here (${file}). Start it with npm start, or set NATS_URL and NATS_PASSWORD.`);
    process.exit(1);
  }
}
await runCompiled('apps', 'projection', 'src', 'operator', 'main.js');
