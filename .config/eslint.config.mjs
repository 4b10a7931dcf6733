import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The same decision must come out when history is replayed: what it needs of the outside arrives with the command (ADR-0003). */
const arrivesWithTheCommand = 'A replay must give the same decision: pass the value in with the command (ADR-0003).';

/** Shells of a context; every other file there is pure. */
const shells = ['controller', 'process', 'module', 'config'].map((role) => `apps/*/src/**/*.${role}.ts`);
const tests = ['**/*.{spec,int-spec,e2e-spec}.ts', '**/testing/**/*.ts', '**/test/**/*.ts'];

export default defineConfig(
  globalIgnores(['**/node_modules', 'dist', 'coverage', '.gongyou']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    name: 'gongyou/typescript',
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The rule knows that a class in a decorated signature is needed at run time, and leaves it alone.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A plain value is as good as a promise of it; an async function without await only differs in how it throws.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/dist/**', '**/libs/*/src', '**/libs/*/src/**'], message: 'Import a library by its name: @gongyou/…' }] },
      ],
    },
  },

  {
    name: 'gongyou/pure',
    files: ['apps/{organization,training,rights,supervision}/src/**/*.ts', 'libs/domain/src/**/*.ts', 'libs/contracts/src/**/*.ts'],
    ignores: [...shells, 'apps/*/src/{main,index}.ts', ...tests],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'crypto', 'performance', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map(
          (name) => ({ name, message: arrivesWithTheCommand }),
        ),
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
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: arrivesWithTheCommand }] }],
    },
  },

  {
    name: 'gongyou/tests',
    files: tests,
    rules: {
      // expect(service.method) is how jest is asked about a method.
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  {
    name: 'gongyou/scripts',
    files: ['**/*.{mjs,cjs}'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly', Buffer: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', TextEncoder: 'readonly', TextDecoder: 'readonly', fetch: 'readonly' } },
  },
  {
    name: 'gongyou/commonjs-scripts',
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' } },
  },
);
