import './node-version.mjs';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { installNodeModules } from './node-modules.mjs';
import { inProject } from './project.mjs';
import { giveUp } from './steps.mjs';

// `npm run provisions`: how far the platform carries out the five policy documents; `-- --missing` lists what is not covered and why,
// `-- --covered` what is, wholly or partly, and by what; `--context organization` keeps to what one service carries out. Ends with an
// error when something names a provision that no document has, and when a context that is built neither covers one of its own nor says
// why (`awaiting.yaml`).
const require = createRequire(import.meta.url);
const fromDist = (...path) => require(inProject('dist', 'libs', 'programmes', 'src', ...path));

try {
  await installNodeModules();
  await build();
  const { values } = parseArgs({
    options: { missing: { type: 'boolean' }, covered: { type: 'boolean' }, context: { type: 'string' } },
  });
  process.exitCode = report(measure(), values);
} catch (error) {
  giveUp(error);
}

function measure() {
  require('reflect-metadata');
  const { bundledProgrammes } = fromDist('index.js');
  const { coverageOf, declaredCarriers, provisionsInProgrammes, testTitles } = fromDist('provisions', 'coverage.js');
  const file = (name) => parseYaml(inProject('libs', 'programmes', 'programmes', name));
  return {
    ...coverageOf({
      documents: file('provisions.yaml'),
      awaiting: file('awaiting.yaml') ?? {},
      carriers: declaredCarriers(),
      inProgrammes: provisionsInProgrammes(bundledProgrammes()),
      testTitles: ['apps', 'libs']
        .flatMap((folder) => specsIn(inProject(folder)))
        .flatMap((spec) => testTitles(readFileSync(spec, 'utf8'))),
    }),
    asksNothing: new Set(Object.values(file('left-out.yaml')).flatMap((provisions) => Object.keys(provisions))),
  };
}

function report({ documents: all, unknown, unexplained, wronglyAwaiting, asksNothing }, { missing, covered, context }) {
  const documents = all.map(({ document, provisions }) => ({
    document,
    provisions: provisions.filter((each) => !context || each.context === context),
  }));
  const count = (of, counts) => of.filter(counts).length;
  const rows = documents.map(({ document, provisions }) => [
    document,
    count(provisions, ({ covered }) => covered),
    count(provisions, ({ partly }) => partly),
    count(provisions, ({ covered, partly, inProgramme }) => !covered && !partly && inProgramme),
    count(
      provisions,
      ({ covered, partly, inProgramme, provisionId }) =>
        !covered && !partly && !inProgramme && asksNothing.has(provisionId),
    ),
    provisions.length,
  ]);
  const sums = [1, 2, 3, 4, 5].map((column) => rows.reduce((sum, row) => sum + row[column], 0));
  print(['document', 'covered', 'partly', 'in programme only', 'asks for nothing', 'all'], ...rows, ['all', ...sums]);

  for (const { document, provisions } of documents) {
    if (covered) {
      for (const each of provisions.filter(({ covered, partly }) => covered || partly)) {
        console.log(`\n${document} ${each.provisionId}${each.partly ? ' (partly)' : ''}`);
        for (const carrier of each.carriedBy) console.log(`  carried by ${carrier}`);
        for (const title of each.shownBy) console.log(`  shown by   ${title}`);
      }
    }
    if (missing) {
      console.log(`\n${document}`);
      for (const each of provisions.filter(({ covered }) => !covered)) {
        console.log(`  ${each.provisionId}  ${whatIsMissing(each, asksNothing)}`);
        if (each.awaiting) console.log(`    ${each.awaiting}`);
      }
    }
  }
  if (unknown.length > 0) console.error('\nNo document has these provisions:');
  for (const { provisionId, carriedBy } of unknown) console.error(`  ${provisionId} named by ${carriedBy}`);
  if (unexplained.length > 0)
    console.error(`\nNot covered, and awaiting.yaml does not say why: ${unexplained.join(', ')}`);
  if (wronglyAwaiting.length > 0)
    console.error(
      `\nCovered, or no provision of that context, and yet in awaiting.yaml: ${wronglyAwaiting.join(', ')}`,
    );
  return unknown.length + unexplained.length + wronglyAwaiting.length > 0 ? 1 : 0;
}

function whatIsMissing({ provisionId, carriedBy, shownBy, inProgramme, partly }, asksNothing) {
  if (partly) return `partly, by ${carriedBy.join(', ')}`;
  if (carriedBy.length > 0) return `carried by ${carriedBy.join(', ')}, but no test names it`;
  if (shownBy.length > 0) return 'named by tests, but nothing carries it out';
  if (inProgramme) return 'in the programme only';
  return asksNothing.has(provisionId) ? 'asks for nothing' : 'nowhere';
}

function print(...rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => (column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column])))
        .join('  '),
    );
  }
}

function parseYaml(file) {
  return require('yaml').parse(readFileSync(file, 'utf8'));
}

function specsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : specsIn(path);
    return /\.(spec|int-spec|e2e-spec)\.ts$/.test(entry.name) ? [path] : [];
  });
}
