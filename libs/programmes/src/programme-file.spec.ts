import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProgramme, programmeFileMaxCharacters } from './programme-file';
import { ProgrammeFileError } from './programme-file-error';

const guide = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'programme-files.md'), 'utf8');
const example = /```yaml\n([\s\S]*?)```/.exec(guide)![1]!;

const edited = (from: string, to: string): string => {
  expect(example).toContain(from);
  return example.replace(from, to);
};

const errorOf = (yamlText: string): ProgrammeFileError => {
  try {
    loadProgramme(yamlText, 'mine.yaml');
  } catch (error) {
    if (error instanceof ProgrammeFileError) return error;
    throw error;
  }
  throw new Error('the file was taken');
};

/** As `31 measures[0].partId unknownPart`: line, path and the last part of the code. */
const faultsOf = (yamlText: string): string[] =>
  errorOf(yamlText).faults.map(({ line, path, code }) => `${line ?? '-'} ${path || '.'} ${code.split('.')[2]}`);

const lineOf = (text: string, of = example): number => of.slice(0, of.indexOf(text)).split('\n').length;

describe('A programme file', () => {
  it('is taken as the guide writes it', () => {
    const programme = loadProgramme(example, 'guide');
    expect(programme.programmeId).toBe('harbour-crews');
    expect(programme.measures[0]!.items.map((item) => item.kind)).toEqual(['ratio', 'rhythm']);
    expect(programme.duties[0]!.period).toBe('quarter');
  });

  it('that is not YAML is refused with the line', () => {
    expect(faultsOf(`${example}  - [unclosed`)).toEqual([expect.stringMatching(/^\d+ \. brokenYaml$/)]);
    expect(faultsOf('programmeId: "no end')).toEqual(['1 . brokenYaml']);
  });

  it.each(['', '# nothing\n', '[]', '42', 'just words', 'null'])('that is no mapping is refused: %j', (text) => {
    expect(errorOf(text).faults.map(({ code }) => code)).toEqual(['supervision.programmeFile.notAnObject']);
  });

  it('with a key written twice is refused at the second', () => {
    const text = `${example}programmeId: another\n`;
    expect(faultsOf(text)).toEqual([`${lineOf('programmeId: another', text)} . duplicateKey`]);
  });

  it('with two documents is refused', () => {
    expect(faultsOf(`${example}---\na: 1\n`)).toEqual([expect.stringContaining('brokenYaml')]);
  });

  it('with an alias to itself is refused', () => {
    expect(faultsOf(edited('items: []', 'items: &loop [*loop]'))).toEqual([`${lineOf('items: []')} . alias`]);
  });

  it('with aliases that would unfold into gigabytes is refused without unfolding them', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(10)}]`,
    );
    const { faults } = errorOf(['a0: &a0 lol', ...levels].join('\n'));
    expect(faults).toHaveLength(120);
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['supervision.programmeFile.alias']));
  });

  it.each([
    ['lists', '['.repeat(200_000)],
    ['mappings', '{a: '.repeat(100_000)],
    ['closed lists', `items: ${'['.repeat(100)}${']'.repeat(100)}`],
    ['blocks', Array.from({ length: 1200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('nested beyond reason in %s is refused', (_, text) => {
    expect(errorOf(text).faults.map(({ code }) => code)).toEqual(['supervision.programmeFile.tooDeep']);
  });

  it('with a tag of its own is refused', () => {
    expect(faultsOf(edited('value: 100', 'value: !!js/function "x"'))).toEqual([expect.stringContaining('brokenYaml')]);
  });

  it('larger than any programme may be is refused before it is read', () => {
    expect(faultsOf(' '.repeat(programmeFileMaxCharacters + 1))).toEqual(['- . tooLarge']);
  });

  it.each([
    [
      'a field that no programme has',
      'number: 1\n    partId',
      'colour: red\n    partId',
      'measures[0].colour unknownField',
    ],
    ['a field left out', 'issuer: { zh: 港口集团, en: Harbour Group }\n', '', 'issuer missing'],
    ['a text in one language only', '{ zh: 港口集团, en: Harbour Group }', '{ zh: 港口集团 }', 'issuer.en missing'],
    ['a number where a text belongs', 'zh: 港口集团', 'zh: 42', 'issuer.zh wrongValue'],
    ['a text where a number belongs', 'value: 100', "value: '100'", 'measures[0].items[0].target.value wrongValue'],
    ['a list where an object belongs', '{ zh: 港口集团, en: Harbour Group }', '[]', 'issuer wrongValue'],
    ['a list within a list', 'items: []', 'items: [[]]', 'items wrongValue'],
    ['an object where a list belongs', 'items: []', 'items: {}', 'items wrongValue'],
    ['an empty list entry', 'items: []', 'items: [~]', 'items wrongValue'],
    ['an identifier with capitals', 'programmeId: harbour-crews', 'programmeId: Harbour', 'programmeId wrongValue'],
    ['a day that is not in the calendar', "'2026-03-01'", "'2026-02-30'", 'issuedOn wrongValue'],
    ['an unknown kind', 'kind: ratio', 'kind: wish', 'measures[0].items[0].kind wrongValue'],
    ['an unknown comparison', "op: '>='", "op: '>'", 'measures[0].items[0].target.op wrongValue'],
    ['a share below nothing', 'value: 100', 'value: -1', 'measures[0].items[0].target.value wrongValue'],
    ['a value that is no number', 'value: 100', 'value: .inf', 'measures[0].items[0].target.value wrongValue'],
    ['a text with a control character', 'zh: 港口集团', 'zh: "港\\u0000口"', 'issuer.zh wrongValue'],
    ['a text that is too long', 'zh: 港口集团', `zh: ${'长'.repeat(2001)}`, 'issuer.zh wrongValue'],
    ['a key that reaches for the prototype', 'items: []', 'items: []\n__proto__: {}', '__proto__ unknownField'],
    ['a key that every object has', 'items: []', 'items: []\nconstructor: {}', 'constructor unknownField'],
    ['no measure', 'measures:', 'measures: []\nunused:', 'measures wrongValue'],
  ])('with %s is refused', (_, from, to, expected) => {
    const faults = faultsOf(edited(from, to)).map((fault) => fault.replace(/^\d+ /, ''));
    expect(faults).toContain(expected);
  });

  it('keeps HTML and SQL in a text as the text that it is', () => {
    const text = '<img src=x onerror=alert(1)>; DROP TABLE programme --';
    const programme = loadProgramme(edited('en: Harbour Group }', `en: '${text}' }`), 'mine.yaml');
    expect(programme.issuer.en).toBe(text);
  });

  it('shows a fault at the line of the value, and a missing one at the line of what should hold it', () => {
    expect(faultsOf(edited('kind: ratio', 'kind: wish'))).toEqual([
      `${lineOf('kind: ratio')} measures[0].items[0].kind wrongValue`,
    ]);
    expect(faultsOf(edited('        kind: ratio\n', ''))).toEqual([
      `${lineOf('- provisionId: HC-1a')} measures[0].items[0].kind missing`,
    ]);
  });

  it('lists all faults of what refers to what, each with line, path and both languages', () => {
    const text = edited('leadDepartmentIds: [human-resources]', 'leadDepartmentIds: [humanresources]').replace(
      'kind: ratio',
      'withinProvisionId: HC-1b\n        kind: ratio',
    );
    expect(faultsOf(text)).toEqual([
      `${lineOf('leadDepartmentIds')} measures[0].leadDepartmentIds[0] unknownDepartment`,
      `${lineOf('kind: ratio')} measures[0].items[0].withinProvisionId provisionCycle`,
    ]);
    const lines = errorOf(text).message.split('\n');
    expect(lines[0]).toBe('mine.yaml: 2 fault(s) / 2 处错误');
    expect(lines[1]).toBe(
      '  36:25 measures[0].leadDepartmentIds[0]: Department "humanresources" is not among the departments. / 部门“humanresources”不在部门列表中',
    );
  });
});
