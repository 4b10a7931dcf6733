import { join } from 'node:path';
import { PlantedTree, project } from './planted-tree';

/** Each file, what it imports, and the one rule that must refuse it. */
const refused: [file: string, imports: string[], rule: string][] = [
  // Nothing that does not resolve, no circle, nothing of the tests, no package that is not declared.
  ['libs/messaging/src/misspelt.ts', ['./mispelt'], 'resolvable'],
  ['libs/messaging/src/not-installed.ts', ['nats-that-is-not-installed'], 'resolvable'],
  ['apps/ledger/src/alias.ts', ['@gongyou/store'], 'resolvable'],
  ['apps/gateway/src/circle-a.ts', ['./circle-b'], 'no-circle'],
  ['apps/ledger/src/with-testing.ts', ['@gongyou/event-sourcing/testing'], 'tests-only'],
  ['apps/rights/src/with-a-spec.ts', ['./clean.spec'], 'tests-only'],
  ['apps/ledger/src/with-a-development-package.ts', ['fast-check'], 'declared-packages'],
  ['libs/programmes/src/with-anothers-package.ts', ['left-over'], 'declared-packages'],
  ['apps/payroll/src/main.ts', ['@gongyou/contracts'], 'every-folder-has-a-list'],
  ['libs/wages/src/index.ts', ['@gongyou/domain'], 'every-folder-has-a-list'],

  // Each library's list.
  ['libs/domain/src/with-contracts.ts', ['@gongyou/contracts'], 'domain-stands-alone'],
  ['libs/domain/src/with-node.ts', ['node:fs'], 'domain-stands-alone'],
  ['libs/domain/src/with-nest.ts', ['@nestjs/common'], 'domain-stands-alone'],
  ['libs/contracts/src/with-messaging.ts', ['@gongyou/messaging'], 'contracts-rest-on-domain'],
  ['libs/contracts/src/with-nats.ts', ['nats'], 'contracts-rest-on-domain'],
  ['libs/contracts/src/with-the-inside-of-domain.ts', ['../../domain/src/fen'], 'contracts-rest-on-domain'],
  ['libs/contracts/src/with-an-app.ts', ['../../../apps/rights/src/wage-month/wage-month'], 'contracts-rest-on-domain'],
  ['libs/messaging/src/with-event-sourcing.ts', ['@gongyou/event-sourcing'], 'messaging'],
  ['libs/messaging/src/with-event-store.ts', ['@gongyou/event-store'], 'messaging'],
  ['libs/messaging/src/with-typeorm.ts', ['typeorm'], 'messaging'],
  ['libs/event-sourcing/src/with-event-store.ts', ['@gongyou/event-store'], 'event-sourcing'],
  ['libs/event-store/src/with-messaging.ts', ['@gongyou/messaging'], 'event-store'],
  ['libs/event-store/src/with-typeorm.ts', ['typeorm'], 'event-store'],
  ['libs/programmes/src/with-messaging.ts', ['@gongyou/messaging'], 'programmes'],

  // The pure files of a context, by name or by being nothing else.
  ['apps/rights/src/wage-month/wage-month.decider.ts', ['@nestjs/common'], 'domain-is-pure'],
  ['apps/rights/src/wage-month/six-documents.ts', ['node:fs'], 'domain-is-pure'],
  ['apps/rights/src/wage-month/with-messaging.ts', ['@gongyou/messaging'], 'domain-is-pure'],
  ['apps/rights/src/wage-month/with-a-type-of-nats.ts', ['type nats'], 'domain-is-pure'],
  ['apps/rights/src/wage-month/with-a-late-import.ts', ['later @nestjs/common'], 'domain-is-pure'],
  ['apps/rights/src/wage-month/with-require.ts', ['require nats'], 'domain-is-pure'],
  ['apps/rights/src/wage-month/with-another-app.ts', ['../../../training/src/course'], 'domain-is-pure'],
  ['apps/training/src/with-programmes.ts', ['@gongyou/programmes'], 'domain-is-pure'],
  ['apps/organization/src/with-the-inside.ts', ['../../../libs/event-sourcing/src/cache'], 'domain-is-pure'],
  ['apps/supervision/src/task.decider.ts', ['@gongyou/event-sourcing'], 'domain-takes-types-only'],
  ['apps/rights/src/wage-month/with-its-shell.ts', ['./wage-month.controller'], 'domain-knows-no-shell'],
  ['apps/rights/src/wage-month/with-the-index.ts', ['..'], 'domain-knows-no-shell'],

  // The shells of a context, and the other apps.
  ['apps/rights/src/store.controller.ts', ['@gongyou/event-store'], 'context'],
  ['apps/rights/src/rights.module.ts', ['@nestjs/typeorm'], 'context'],
  ['apps/rights/src/database.process.ts', ['pg'], 'context'],
  ['apps/rights/src/main.ts', ['../../supervision/src'], 'context'],
  ['apps/organization/src/unit.aggregate.ts', ['../../standalone/src'], 'context'],
  ['apps/ledger/src/with-typeorm.ts', ['typeorm'], 'ledger'],
  ['apps/ledger/src/with-the-gateway.ts', ['../../gateway/src'], 'ledger'],
  ['apps/projection/src/with-event-store.ts', ['@gongyou/event-store'], 'projection'],
  ['apps/projection/src/with-standalone.ts', ['../../standalone/src'], 'projection'],
  ['apps/gateway/src/with-event-store.ts', ['@gongyou/event-store'], 'gateway'],
  ['apps/gateway/src/with-a-type-of-a-context.ts', ['type ../../rights/src'], 'gateway'],
  ['apps/standalone/src/with-event-store.ts', ['@gongyou/event-store'], 'standalone'],
  ['apps/standalone/src/with-typeorm.ts', ['typeorm'], 'standalone'],
  ['apps/standalone/src/with-the-inside.ts', ['../../rights/src/wage-month/wage-month'], 'standalone'],

  // Tests.
  ['apps/rights/test/with-another-app.int-spec.ts', ['../../supervision/src'], 'tests'],
  ['apps/rights/src/with-standalone.spec.ts', ['../../standalone/src'], 'tests'],
  ['apps/gateway/test/with-event-store.e2e-spec.ts', ['@gongyou/event-store'], 'tests'],
  ['libs/messaging/src/with-an-app.spec.ts', ['../../../apps/rights/src'], 'tests'],
  ['apps/ledger/test/with-another-app.int-spec.ts', ['../../gateway/src'], 'tests-of-the-store'],
];

/** What must pass. */
const allowed: [file: string, imports: string[]][] = [
  // The other half of the circle, which is told of once.
  ['apps/gateway/src/circle-b.ts', ['./circle-a']],
  ['libs/domain/src/fen.ts', ['class-validator']],
  ['libs/contracts/src/wage.contract.ts', ['@gongyou/domain', 'class-validator', 'class-transformer']],
  ['libs/messaging/src/caller.ts', ['@gongyou/contracts', '@gongyou/domain', 'nats', '@nestjs/common', 'node:crypto']],
  ['libs/event-sourcing/src/cache.ts', ['@gongyou/contracts', '@gongyou/domain', '@gongyou/messaging', 'node:crypto']],
  ['libs/event-store/src/postgres.ts', ['@gongyou/contracts', 'pg', 'node:crypto']],
  ['libs/programmes/src/file.ts', ['@gongyou/contracts', '@gongyou/domain', 'yaml', 'node:fs']],
  [
    'apps/rights/src/wage-month/wage-month.ts',
    [
      '@gongyou/contracts',
      '@gongyou/domain',
      'type @gongyou/event-sourcing',
      '@gongyou/event-sourcing/decider',
      './rule',
    ],
  ],
  ['apps/rights/src/wage-month/rule.ts', []],
  ['apps/rights/src/wage-month/wage-month.controller.ts', ['@gongyou/messaging', '@nestjs/common', './wage-month']],
  ['apps/rights/src/clean.spec.ts', ['./wage-month/wage-month', '@gongyou/event-sourcing/testing', 'fast-check']],
  ['apps/training/src/course.ts', []],
  ['apps/ledger/src/clean.ts', ['@gongyou/event-store', '@gongyou/messaging', 'pg', 'node:fs']],
  ['apps/ledger/test/clean.int-spec.ts', ['@gongyou/event-store/testing', '@gongyou/event-sourcing/testing']],
  ['apps/projection/src/clean.ts', ['typeorm', '@nestjs/typeorm', '@gongyou/messaging', '@gongyou/programmes']],
  ['apps/gateway/src/clean.ts', ['typeorm', '@gongyou/messaging']],
  ['apps/standalone/src/clean.ts', ['../../rights/src', '../../gateway/src', '@gongyou/messaging', 'pg']],
  ['apps/standalone/test/clean.e2e-spec.ts', ['../../rights/src', '@gongyou/event-store']],
];

const packages = [
  ...['typeorm', '@nestjs/typeorm', '@nestjs/common', 'nats', 'pg', 'yaml', 'class-validator', 'class-transformer'],
  ...['fast-check', 'left-over'],
];
const apps = ['organization', 'training', 'rights', 'supervision', 'ledger', 'projection', 'gateway', 'standalone'];
const libraries = ['domain', 'contracts', 'messaging', 'event-sourcing', 'event-store', 'programmes'];
const nothing = 'export {};\n';

/** An import of each name; a word before it says of which kind. */
const sourceOf = (imports: readonly string[]): string =>
  imports
    .map((each, index) => {
      const [name, kind] = each.split(' ').reverse() as [string, string | undefined];
      if (kind === 'type')
        return `import type * as import${index} from '${name}';\nexport type Type${index} = typeof import${index};\n`;
      if (kind === 'later') return `export const value${index} = () => import('${name}');\n`;
      if (kind === 'require') return `export const value${index} = require('${name}');\n`;
      return `import * as import${index} from '${name}';\nexport const value${index} = import${index};\n`;
    })
    .join('') || nothing;

interface Cruised {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
}

describe('The dependency rules', () => {
  let tree: PlantedTree;
  let found: Record<string, string[]>;

  beforeAll(async () => {
    tree = await PlantedTree.of({
      ...Object.fromEntries(
        packages.flatMap((name) => [
          [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
          [`node_modules/${name}/index.js`, ''],
        ]),
      ),
      ...Object.fromEntries(apps.map((name) => [`apps/${name}/src/index.ts`, nothing])),
      ...Object.fromEntries(libraries.map((name) => [`libs/${name}/src/index.ts`, nothing])),
      ...Object.fromEntries(
        ['event-sourcing', 'event-store'].map((name) => [`libs/${name}/src/testing/index.ts`, nothing]),
      ),
      'libs/event-sourcing/src/decider.ts': nothing,
      ...Object.fromEntries([...allowed, ...refused].map(([file, imports]) => [file, sourceOf(imports)])),
    });
    const config = join(project, '.config', 'dependency-cruiser.cjs');
    const { summary } = await tree.askedAbout<Cruised>(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', config, '--output-type', 'json', 'apps', 'libs'],
    );
    found = {};
    for (const { from, rule } of summary.violations) (found[from] ??= []).push(rule.name);
  });
  afterAll(() => tree.uproot());

  it.each(refused)('refuse %s that imports %j by %s alone', (file, _imports, rule) => {
    expect([...new Set(found[file])]).toEqual([rule]);
  });

  it.each(allowed)('let %s import %j', (file) => {
    expect(found[file]).toBeUndefined();
  });

  it('are each proved by a planted violation', async () => {
    const { forbidden } = (await import(join(project, '.config', 'dependency-cruiser.cjs'))) as {
      forbidden: { name: string; severity: string }[];
    };
    expect([...new Set(refused.map(([, , rule]) => rule))].sort()).toEqual(forbidden.map(({ name }) => name).sort());
    expect(forbidden.filter(({ severity }) => severity !== 'error')).toEqual([]);
  });
});
