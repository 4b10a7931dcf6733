import { join, relative } from 'node:path';
import { PlantedTree, project } from './planted-tree';

const decider = 'apps/rights/src/wage-month/wage-month.decider.ts';
const promise = 'export async function pay(): Promise<number> {\n  return Promise.resolve(1);\n}\n';

/** Each file, its code, and the rules that must complain, no others. */
const refused: [why: string, file: string, code: string, rules: string[]][] = [
  ['a clock in a decider', decider, 'export const today = Date.now();', ['no-restricted-properties']],
  ['the day it is, in a decider', 'apps/rights/src/a.ts', 'export const today = new Date();', ['no-restricted-syntax']],
  [
    'the day it is as a text, in a decider',
    'apps/rights/src/b.ts',
    'export const today = Date();',
    ['no-restricted-syntax'],
  ],
  [
    'chance in a value object',
    'libs/domain/src/c.ts',
    'export const fen = Math.random();',
    ['no-restricted-properties'],
  ],
  [
    'the environment in a decider',
    'apps/training/src/d.ts',
    'export const city = process.env.CITY;',
    ['no-restricted-globals'],
  ],
  [
    'an id made up in a decider',
    'apps/rights/src/e.ts',
    'export const id = crypto.randomUUID();',
    ['no-restricted-globals'],
  ],
  ['a timer in a decider', 'apps/supervision/src/f.ts', 'setTimeout(() => undefined, 1);', ['no-restricted-globals']],
  [
    'the environment by another door',
    'apps/supervision/src/g.ts',
    'export const all = globalThis;',
    ['no-restricted-globals'],
  ],
  [
    'files in a contract',
    'libs/contracts/src/h.ts',
    "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
    ['no-restricted-imports'],
  ],
  [
    'the inside of a library',
    'apps/ledger/src/i.ts',
    "import { fen } from '../../../libs/domain/src/fen';\nexport const value = fen;",
    ['no-restricted-imports'],
  ],
  [
    'the inside of a library in a decider',
    'apps/rights/src/j.ts',
    "import { fen } from '../../../libs/domain/src/fen';\nexport const value = fen;",
    ['no-restricted-imports'],
  ],
  [
    'a promise nobody waits for',
    'apps/ledger/src/k.ts',
    `${promise}pay();`,
    ['@typescript-eslint/no-floating-promises'],
  ],
  [
    'a promise where a truth is asked for',
    'apps/ledger/src/l.ts',
    `${promise}export const paid = (): number => (pay() ? 1 : 0);`,
    ['@typescript-eslint/no-misused-promises'],
  ],
  [
    'a value of any type that is handed on',
    'libs/messaging/src/m.ts',
    "export const body: { fen: number } = JSON.parse('{}');",
    ['@typescript-eslint/no-unsafe-assignment'],
  ],
  [
    'a type that is imported as a value',
    'libs/messaging/src/n.ts',
    "import { Server } from 'node:net';\nexport const close = (server: Server) => server.close();",
    ['@typescript-eslint/consistent-type-imports'],
  ],
  [
    'a stage that a switch forgets',
    'apps/rights/src/o.ts',
    "export function words(stage: 'due' | 'paid'): string | undefined {\n  switch (stage) {\n    case 'due':\n      return '应付';\n  }\n  return undefined;\n}",
    ['@typescript-eslint/switch-exhaustiveness-check'],
  ],
  [
    'something that is not used',
    'apps/ledger/src/p.ts',
    'const fen = 1;\nexport {};',
    ['@typescript-eslint/no-unused-vars'],
  ],
  [
    'a comparison that converts',
    'apps/ledger/src/q.ts',
    'export const same = (a: number, b: number) => a == b;',
    ['eqeqeq'],
  ],
  ['the terminal in a service', 'apps/ledger/src/r.ts', "console.log('started');", ['no-console']],
  [
    'a directive that silences nothing',
    'apps/ledger/src/s.ts',
    '// eslint-disable-next-line no-console\nexport const fen = 1;',
    ['null'],
  ],
  ['an unknown name in a script', 'apps/standalone/bootstrap/t.mjs', 'proces.exit(1);', ['no-undef']],
];

const allowed: [why: string, file: string, code: string][] = [
  ['a given instant in a value object', 'libs/domain/src/ok.ts', 'export const at = (ms: number) => new Date(ms);'],
  ['the clock in a controller', 'apps/rights/src/wage-month/ok.controller.ts', 'export const now = () => new Date();'],
  ['the clock in a process manager', 'apps/rights/src/ok.process.ts', 'export const now = () => Date.now();'],
  [
    'the environment in main',
    'apps/rights/src/main.ts',
    "import { join } from 'node:path';\nexport const at = join(process.cwd(), 'a');",
  ],
  ['the clock in a test', 'apps/rights/src/ok.spec.ts', 'export const now = Date.now();'],
  ['the clock in the ledger', 'apps/ledger/src/ok.ts', 'export const now = () => Date.now();'],
  ['the terminal in the start of the platform', 'apps/standalone/src/ok.ts', "console.log('started');"],
  [
    'a question for nothing',
    'apps/ledger/src/null.ts',
    'export const none = (a: number | null | undefined) => a == null;',
  ],
  [
    'a class that injection needs at run time',
    'apps/ledger/src/injected.ts',
    "import { Injectable } from '@nestjs/common';\nimport { Clock } from './clock';\n@Injectable()\nexport class Tower {\n  constructor(readonly clock: Clock) {}\n}",
  ],
  ['the class itself', 'apps/ledger/src/clock.ts', 'export class Clock {\n  readonly hour: number = 1;\n}'],
];

type Linted = { filePath: string; messages: { ruleId: string | null; message: string; fatal?: boolean }[] }[];

describe('The lint rules', () => {
  let tree: PlantedTree;
  let found: Map<string, Linted[number]['messages']>;

  beforeAll(async () => {
    const files = [...refused, ...allowed].map(([, file, code]) => [file, `${code}\n`]);
    files.push(['libs/domain/src/fen.ts', 'export const fen = 1;\n']);
    tree = await (await PlantedTree.of(Object.fromEntries(files) as Record<string, string>)).withPackages();
    const config = join(project, '.config', 'eslint.config.mjs');
    const linted = await tree.askedAbout<Linted>(
      'eslint/bin/eslint.js',
      '--config',
      config,
      '--format',
      'json',
      'apps',
      'libs',
    );
    found = new Map(linted.map(({ filePath, messages }) => [relative(tree.folder, filePath), messages]));
  });
  afterAll(() => tree.uproot());

  const rulesFor = (file: string): string[] => {
    const messages = found.get(file);
    if (!messages) throw new Error(`${file} was not looked at`);
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    return [...new Set(messages.map(({ ruleId }) => String(ruleId)))];
  };

  it.each(refused)('refuse %s', (_why, file, _code, rules) => {
    expect(rulesFor(file)).toEqual(rules);
  });

  it.each(allowed)('allow %s', (_why, file) => {
    expect(rulesFor(file)).toEqual([]);
  });
});
