import { createHash } from 'node:crypto';
import { checked, ContractViolation } from '../check';
import { type EventContract, eventContracts, findEvent, UnknownEvent, upcast } from '../declare/event';

/** The files of the fixtures folder by name. */
export type FixtureFiles = Readonly<Record<string, string>>;

/** Lists the SHA-256 of each fixture in the form of `sha256sum`. */
export const sumsFile = 'SHA256SUMS';

/**
 * Everything that is wrong with the stored promises: each version of each event has one JSON file, `<EventType>.v<version>.json`,
 * that today's code reads, and none is changed or taken away. The sums cannot prevent that, but whoever changes a promise has to
 * say so a second time. Empty when all is well.
 */
export function fixtureFaults(files: FixtureFiles, contracts: readonly EventContract[] = eventContracts()): string[] {
  const fixtures = Object.keys(files).filter((name) => name !== sumsFile);
  const promised = contracts.flatMap(({ type, version }) =>
    Array.from({ length: version }, (_, earlier) => `${type}.v${earlier + 1}.json`),
  );
  return [
    ...promised.filter((name) => !(name in files)).map((name) => `${name}: is missing`),
    ...fixtures.flatMap((name) => unreadable(name, files[name]!)),
    ...sumFaults(files, fixtures),
  ];
}

function unreadable(name: string, text: string): string[] {
  const [, type, version] = /^([A-Za-z]+)\.v([1-9][0-9]*)\.json$/.exec(name) ?? [];
  if (!type) return [`${name}: is not named <EventType>.v<version>.json`];
  try {
    const data = upcast(type, Number(version), JSON.parse(text) as Record<string, unknown>);
    checked(findEvent(type)!.class, data);
    return [];
  } catch (error) {
    if (error instanceof UnknownEvent || error instanceof ContractViolation) return [`${name}: ${error.message}`];
    throw error;
  }
}

function sumFaults(files: FixtureFiles, fixtures: readonly string[]): string[] {
  const sums = new Map(
    (files[sumsFile] ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('  ') as [string, string])
      .map(([sum, name]) => [name, sum]),
  );
  return [
    ...fixtures.filter((name) => !sums.has(name)).map((name) => `${name}: has no sum in ${sumsFile}`),
    ...fixtures
      .filter((name) => sums.has(name) && sums.get(name) !== sha256(files[name]!))
      .map((name) => `${name}: was changed; what is stored cannot change, so add a version and an upcaster instead`),
    ...[...sums.keys()].filter((name) => !(name in files)).map((name) => `${name}: was taken away`),
  ];
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
