import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventContracts } from '../index';
import { fixtureFaults, type FixtureFiles, sha256, sumsFile } from '../testing/event-fixtures';

const folder = join(__dirname, '..', '..', 'fixtures');
const files: FixtureFiles = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const withSum = (name: string, text: string): FixtureFiles => ({
  ...files,
  [name]: text,
  [sumsFile]: `${files[sumsFile]}${sha256(text)}  ${name}\n`,
});
const without = (name: string): FixtureFiles =>
  Object.fromEntries(Object.entries(files).filter(([each]) => each !== name));

describe('Every version of every event', () => {
  it('has a stored example that today’s code reads, unchanged since it was stored', () => {
    expect(fixtureFaults(files)).toEqual([]);
    expect(Object.keys(files).length).toBeGreaterThan(eventContracts().length);
  });

  it('is missed when its example is taken away', () => {
    expect(fixtureFaults(without('TaskPlanned.v1.json'))).toEqual([
      'TaskPlanned.v1.json: is missing',
      'TaskPlanned.v1.json: was taken away',
    ]);
  });

  it('is missed when a new version comes without an example', () => {
    const raised = eventContracts().map((each) => (each.type === 'DayClosed' ? { ...each, version: 2 } : each));
    expect(fixtureFaults(files, raised)).toEqual(['DayClosed.v2.json: is missing']);
  });

  it('must have a sum, so that a new example is as safe as the old ones', () => {
    expect(fixtureFaults({ ...files, [sumsFile]: files[sumsFile]!.replace(/^.*DayClosed.*\n/m, '') })).toEqual([
      `DayClosed.v1.json: has no sum in ${sumsFile}`,
    ]);
  });

  it('cannot change: a stored example that was edited is found', () => {
    const [fault] = fixtureFaults({ ...files, 'DayClosed.v1.json': '{ "day": "2026-10-01" }' });
    expect(fault).toMatch(/^DayClosed\.v1\.json: was changed/);
  });

  it('is still read: an example of an event that is declared no more is a fault', () => {
    expect(fixtureFaults(withSum('WagePaid.v1.json', '{}'))).toEqual([
      expect.stringMatching(/^WagePaid\.v1\.json: .*unknown/),
    ]);
    expect(fixtureFaults(withSum('DayClosed.v2.json', '{ "day": "2026-09-30" }'))).toEqual([
      expect.stringMatching(/^DayClosed\.v2\.json: .*newer/),
    ]);
  });

  it('keeps being readable: a field that was renamed or made required is found', () => {
    const renamed = files['DayClosed.v1.json']!.replace('"day"', '"closedDay"');
    expect(fixtureFaults(withSum('DayClosed.v1.json', renamed))).toEqual([
      expect.stringMatching(/^DayClosed\.v1\.json: .*\/day/),
    ]);
  });
});
