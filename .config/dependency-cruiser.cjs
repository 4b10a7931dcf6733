// What may import what (docs/architecture.md). Every app and library has one list of what it may import; what is not on the list is
// refused, so that a new file and a new package are refused until somebody decides. apps/standalone/test/guards plants a violation
// for each rule.

const contexts = '(organization|training|rights|supervision)';
const tests = '\\.(spec|int-spec|e2e-spec)\\.ts$|/test/|/testing/';

/** Files of a context that may know Nest, NATS and the outside; all others there are pure. */
const shells = '\\.(controller|process|module|config|aggregate|lookup)\\.ts$|/src/(main|index)\\.ts$';

const own = (name) => `^${name}/`;
const lib = (...names) => names.map((name) => `^libs/${name}/src/`);
const npm = (...names) => names.map((name) => `^node_modules/(@types/)?${name}/`);

const nestAndNats = npm('@nestjs/(common|core|microservices)', 'nats', 'rxjs', 'reflect-metadata', 'class-validator', 'class-transformer');
const typeOrm = npm('typeorm', '@nestjs/typeorm', 'pg');

/** A rule that refuses every import which is not on the list; unresolvable ones are the business of their own rule. */
const allow = (name, comment, from, { list, node = false }) => ({
  name,
  severity: 'error',
  comment,
  from: { pathNot: tests, ...from },
  to: { pathNot: list, couldNotResolve: false, ...(!node && {}), ...(node && { dependencyTypesNot: ['core'] }) },
});

module.exports = { forbidden: [], allow };
