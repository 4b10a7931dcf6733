const { compilerOptions } = require('../tsconfig.json');

const aliases = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([alias, [path]]) => [`^${alias}$`, path.replace('./', '<rootDir>/')]),
);

/** @type {import('jest').Config} */
module.exports = {
  rootDir: '..',
  testMatch: ['<rootDir>/{apps,libs}/**/*.{spec,int-spec,e2e-spec}.ts'],
  moduleFileExtensions: ['ts', 'js', 'json'],
  moduleNameMapper: aliases,
  transform: { '^.+\\.(t|j)s$': '@swc/jest' },
  globalSetup: '<rootDir>/apps/standalone/src/testing/start-postgres.ts',
  globalTeardown: '<rootDir>/apps/standalone/src/testing/stop-postgres.ts',
  setupFiles: ['reflect-metadata'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.gongyou'],
  coverageProvider: 'v8',
  maxWorkers: 2,
  testTimeout: 60_000,
};
