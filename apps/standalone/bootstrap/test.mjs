import './node-version.mjs';
import { installNodeModules } from './node-modules.mjs';
import { ensureNatsServer } from './nats-server.mjs';
import { commandOf, extendPath, project } from './project.mjs';
import { giveUp, run, runInTheOpen, step } from './steps.mjs';

// `npm test`: gets what is missing, checks everything, runs all tests. Each check runs even when one before it failed, so that one
// run tells all. Arguments go to jest: `npm test -- apps/ledger`.
const checks = [
  { zh: '检查格式', en: 'format', command: commandOf('prettier', 'bin/prettier.cjs'), args: ['--check', '.'] },
  {
    zh: '检查代码',
    en: 'lint',
    command: commandOf('eslint', 'bin/eslint.js'),
    args: ['--config', '.config/eslint.config.mjs', '.'],
  },
  {
    zh: '检查类型',
    en: 'types',
    command: commandOf('typescript', 'bin/tsc'),
    args: ['--noEmit', '--project', 'tsconfig.json'],
  },
  {
    zh: '检查依赖规则',
    en: 'dependency rules',
    command: commandOf('dependency-cruiser', 'bin/dependency-cruise.mjs'),
    args: ['--config', '.config/dependency-cruiser.cjs', 'apps', 'libs'],
  },
];

try {
  process.chdir(project);
  extendPath();
  await installNodeModules();
  // The tests start servers of their own, whatever NATS_URL says.
  await ensureNatsServer();
} catch (error) {
  giveUp(error);
}

const failed = [];
for (const { command, args, ...name } of checks) {
  await step(name, () => run(process.execPath, [command, ...args])).catch((error) => {
    failed.push(name);
    console.error(error.message);
  });
}
const jestOutcome = await runInTheOpen(process.execPath, [
  commandOf('jest', 'bin/jest.js'),
  '--config',
  '.config/jest.config.cjs',
  ...process.argv.slice(2),
]);
if (jestOutcome !== 0) failed.push({ zh: '测试', en: 'tests' });

if (failed.length > 0) {
  console.error(
    `\n未通过：${failed.map(({ zh }) => zh).join('、')} · failed: ${failed.map(({ en }) => en).join(', ')}`,
  );
  process.exitCode = 1;
}
