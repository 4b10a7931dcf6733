// What may import what (docs/architecture.md). Every app and every library has one list of what it may import; what is not on the
// list is refused, so that a new package, a new folder and a misspelt path are refused until somebody decides.
// apps/standalone/test/guards plants a violation for each rule and expects it to be found.

const contexts = 'organization|training|rights|supervision';

/** Roles of the files of a context that may know Nest, NATS and Node. Every other file there is pure. */
const shell = '(?:\\.(?:controller|process|module|config|aggregate|commands|lookup)|/main|/index)\\.ts$';
const test = '\\.(?:spec|int-spec|e2e-spec)\\.ts$|/test/|/testing/';

const library = (...names) => `^libs/(?:${names.join('|')})/src/index\\.ts$`;
const npm = (...names) => `^node_modules/(?:@types/)?(?:${names.join('|')})/`;
const anyNpmBut = (...names) => `^node_modules/(?!(?:${names.join('|')})/)`;

const typeOrm = ['typeorm', '@nestjs/typeorm'];
const anyNpm = anyNpmBut(...typeOrm);

/** Refuses what is not on the list. What cannot be resolved, and what only tests may import, have rules of their own. */
const only = (name, from, list, { node = true, why } = {}) => ({
  name,
  severity: 'error',
  comment: why ?? 'Not on the list of what this part may import. Is it in the right place?',
  from: { pathNot: test, ...from },
  to: { pathNot: [...list, test], couldNotResolve: false, ...(node && { dependencyTypesNot: ['core'] }) },
});

const pure =
  'A decider that can reach Nest, NATS, a store or Node cannot be replayed. Pass the value in with the command (ADR-0003).';

module.exports = {
  forbidden: [
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'What does not resolve slips past every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment:
        'Decorated classes that import each other in a circle fail at start-up with "Cannot access … before initialization".',
      from: {},
      to: { circular: true },
    },
    {
      name: 'tests-only',
      severity: 'error',
      comment: 'What stands in testing and test is for specs; production code may not rest on it.',
      from: { pathNot: test },
      to: { path: test, pathNot: '^node_modules/' },
    },
    {
      name: 'declared-packages',
      severity: 'error',
      comment:
        'Production code may import only what package.json lists under dependencies; another package may drop out of the lock file.',
      from: { path: '^(?:apps|libs)/', pathNot: test },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-peer'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'every-folder-has-a-list',
      severity: 'error',
      comment: 'A new app or library needs its own list in .config/dependency-cruiser.cjs.',
      from: {
        path: '^(?:apps|libs)/',
        pathNot: `^apps/(?:${contexts}|ledger|projection|gateway|standalone)/|^libs/(?:domain|contracts|messaging|event-sourcing|event-store|programmes)/`,
      },
      to: {},
    },

    only('domain-stands-alone', { path: '^libs/domain/' }, ['^libs/domain/', npm('class-validator', 'chinese-days')], {
      node: false,
      why: pure,
    }),
    only(
      'contracts-rest-on-domain',
      { path: '^libs/contracts/' },
      [
        '^libs/contracts/',
        library('domain'),
        npm('class-validator', 'class-transformer', 'class-validator-jsonschema'),
      ],
      {
        node: false,
        why: 'Contracts are what every part and every client shares: they rest on the value objects of libs/domain only.',
      },
    ),
    only('messaging', { path: '^libs/messaging/' }, ['^libs/messaging/', library('contracts', 'domain'), anyNpm]),
    only('event-sourcing', { path: '^libs/event-sourcing/' }, [
      '^libs/event-sourcing/',
      library('contracts', 'domain', 'messaging'),
      anyNpm,
    ]),
    only('event-store', { path: '^libs/event-store/' }, ['^libs/event-store/', library('contracts', 'domain'), anyNpm]),
    only('programmes', { path: '^libs/programmes/' }, ['^libs/programmes/', library('contracts', 'domain'), anyNpm]),

    only(
      'domain-is-pure',
      { path: `^apps/(${contexts})/src/`, pathNot: [shell, test] },
      [library('contracts', 'domain', 'event-sourcing'), '^libs/event-sourcing/src/decider\\.ts$', '^apps/$1/src/'],
      { node: false, why: pure },
    ),
    {
      name: 'domain-takes-types-only',
      severity: 'error',
      comment: `${pure} Of libs/event-sourcing take types, and functions from @gongyou/event-sourcing/decider.`,
      from: { path: `^apps/(?:${contexts})/src/`, pathNot: [shell, test] },
      to: { path: library('event-sourcing'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-knows-no-shell',
      severity: 'error',
      comment: pure,
      from: { path: `^apps/(?:${contexts})/src/`, pathNot: [shell, test] },
      to: { path: `^apps/.*${shell}` },
    },
    only(
      'context',
      { path: `^apps/(${contexts})/src.*${shell}` },
      [
        '^apps/$1/',
        library('contracts', 'domain', 'messaging', 'event-sourcing', 'programmes'),
        '^libs/event-sourcing/src/decider\\.ts$',
        anyNpmBut(...typeOrm, 'pg'),
      ],
      { why: 'A context owns no database and knows no other app: it speaks to them by messages.' },
    ),
    only('ledger', { path: '^apps/ledger/' }, [
      '^apps/ledger/',
      library('contracts', 'domain', 'messaging', 'event-store'),
      anyNpm,
    ]),
    only('projection', { path: '^apps/projection/' }, [
      '^apps/projection/',
      library('contracts', 'domain', 'messaging', 'programmes'),
      '^node_modules/',
    ]),
    only('gateway', { path: '^apps/gateway/' }, [
      '^apps/gateway/',
      library('contracts', 'domain', 'messaging'),
      '^node_modules/',
    ]),
    only('standalone', { path: '^apps/standalone/' }, [
      '^apps/standalone/',
      '^apps/[^/]+/src/index\\.ts$',
      library('contracts', 'domain', 'messaging', 'event-sourcing', 'programmes'),
      anyNpm,
    ]),

    only(
      'tests',
      { path: `^((?:apps|libs)/(?!standalone/|ledger/|event-store/)[^/]+)/.*(?:${test})`, pathNot: [] },
      ['^$1/', '^libs/(?!event-store/)', '^node_modules/'],
      {
        why: 'The tests of a part know that part and the libraries. What needs several parts is a test of apps/standalone.',
      },
    ),
    only('tests-of-the-store', { path: `^((?:apps/ledger|libs/event-store)/).*(?:${test})`, pathNot: [] }, [
      '^$1',
      '^libs/',
      '^node_modules/',
    ]),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count as well: what only the types of a file depend on is still known to it.
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
