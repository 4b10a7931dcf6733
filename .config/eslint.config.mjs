import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const tests = ['**/*.{spec,int-spec,e2e-spec}.ts', '**/testing/**/*.ts', '**/test/**/*.ts'];

/** Roles of the files of a context that may know Nest, NATS and Node. Every other file there is pure. */
const shells = [
  'apps/*/src/**/*.{controller,process,module,config,aggregate,commands,lookup}.ts',
  'apps/*/src/{main,index}.ts',
];

const arrivesWithTheCommand = 'A replay must give the same decision: pass the value in with the command (ADR-0003).';

const librariesByName = {
  group: ['**/libs/*/src', '**/libs/*/src/**'],
  message: 'Import a library by its name: @gongyou/…',
};

/** What Node gives every script. */
const nodeGlobals = [
  ...['Buffer', 'URL', 'TextDecoder', 'TextEncoder', 'clearInterval', 'clearTimeout', 'console', 'fetch', 'process'],
  ...['performance', 'setInterval', 'setTimeout', 'structuredClone'],
];
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default defineConfig(
  globalIgnores(['**/node_modules', 'dist', 'coverage', '.gongyou']),
  { name: 'gongyou/directives', linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    name: 'gongyou/typescript',
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // It leaves classes in decorated signatures alone: injection needs them at run time.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A method that promises a value keeps its promise with or without an await; without async it would throw at once.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: [librariesByName] }],
    },
  },
  {
    name: 'gongyou/pure',
    files: [
      'apps/{organization,training,rights,supervision}/src/**/*.ts',
      'libs/domain/src/**/*.ts',
      'libs/contracts/src/**/*.ts',
    ],
    ignores: [...shells, ...tests],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          ...['crypto', 'fetch', 'performance', 'process', 'global', 'globalThis'],
          ...['queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout'],
        ].map((name) => ({ name, message: arrivesWithTheCommand })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: arrivesWithTheCommand },
        { object: 'Math', property: 'random', message: arrivesWithTheCommand },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: arrivesWithTheCommand },
        { selector: 'CallExpression[callee.name="Date"]', message: arrivesWithTheCommand },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [librariesByName, { regex: '^node:', message: arrivesWithTheCommand }] },
      ],
    },
  },
  {
    name: 'gongyou/terminal',
    // Their interface is the terminal: the start of the platform, its commands, and a service that cannot read its settings.
    files: ['apps/standalone/**/*.ts', 'apps/*/src/main.ts', 'libs/messaging/src/process.ts', ...tests],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'gongyou/tests',
    files: tests,
    rules: {
      // expect.any(), expect.objectContaining() and the like are typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    name: 'gongyou/jest-setup',
    // Loaded before jest knows the names of the libraries.
    files: ['apps/standalone/src/testing/{start,stop}-postgres.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },

  {
    name: 'gongyou/scripts',
    files: ['**/*.{mjs,cjs}'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: readonly(nodeGlobals) },
    rules: { eqeqeq: ['error', 'always', { null: 'ignore' }] },
  },
  {
    name: 'gongyou/commonjs-scripts',
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: readonly(['__dirname', 'module', 'require']) },
  },
);
