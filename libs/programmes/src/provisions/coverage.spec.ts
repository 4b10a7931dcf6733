import { bundledProgrammes } from '../bundled-programmes';
import { type Carrier, coverageOf, declaredCarriers, provisionsInProgrammes, testTitles } from './coverage';

const whole = (provisionId: string): Carrier => ({ provisionId, by: 'command a.b.c', wholly: true });
const part = (provisionId: string): Carrier => ({ provisionId, by: 'event Happened', wholly: false });

function measured(carriers: Carrier[], titles: string[], provisionId = 'CC-13b') {
  const { documents, unknown } = coverageOf({
    documents: { cccc: { 'CC-13a': 'organization', 'CC-13b': 'rights' } },
    awaiting: {},
    carriers,
    inProgrammes: new Set(['CC-13a']),
    testTitles: titles,
  });
  return { ...documents[0]!.provisions.find((each) => each.provisionId === provisionId)!, unknown };
}

describe('A provision', () => {
  it('is covered by what carries it out wholly, where a test names it', () =>
    expect(measured([whole('CC-13b')], ['opens an account (CC-13b)'])).toMatchObject({
      covered: true,
      partly: false,
      carriedBy: ['command a.b.c'],
      shownBy: ['opens an account (CC-13b)'],
    }));
  it('is not covered where no test names it', () =>
    expect(measured([whole('CC-13b')], ['opens an account'])).toMatchObject({ covered: false, partly: false }));
  it('is partly covered by what takes a part in it, where a test names it', () =>
    expect(measured([part('CC-13b')], ['CC-13b: an account'])).toMatchObject({ covered: false, partly: true }));
  it('is not covered by a test alone', () =>
    expect(measured([], ['CC-13b'])).toMatchObject({ covered: false, partly: false, shownBy: ['CC-13b'] }));
  it.each(['CC-13', 'CC-13bc', 'XCC-13b', 'CC-13b2'])('is not named by %s', (title) =>
    expect(measured([whole('CC-13b')], [title]).shownBy).toEqual([]),
  );
  it('may stand in a programme only', () =>
    expect(measured([], [], 'CC-13a')).toMatchObject({ covered: false, inProgramme: true }));
  it('that no document has is found out', () =>
    expect(measured([whole('CC-99z')], []).unknown).toEqual([{ provisionId: 'CC-99z', carriedBy: 'command a.b.c' }]));
});

describe('A context that is built', () => {
  const built = (awaiting: Record<string, string>, titles: string[] = []) =>
    coverageOf({
      documents: { cccc: { 'CC-13a': 'organization', 'CC-13b': 'rights' } },
      awaiting: { organization: awaiting },
      carriers: [whole('CC-13a')],
      inProgrammes: new Set(),
      testTitles: titles,
    });

  it('covers each of its provisions, or says why not', () => {
    expect(built({}).unexplained).toEqual(['CC-13a']);
    expect(built({}, ['enters by name (CC-13a)']).unexplained).toEqual([]);
    const explained = built({ 'CC-13a': 'Waits for attendance.' });
    expect(explained.unexplained).toEqual([]);
    expect(explained.documents[0]!.provisions[0]).toMatchObject({ awaiting: 'Waits for attendance.' });
  });
  it('gives no reason for what it covers, nor for what another carries out', () => {
    expect(built({ 'CC-13a': 'Waits.' }, ['CC-13a']).wronglyAwaiting).toEqual(['CC-13a']);
    expect(built({ 'CC-13a': 'Waits.', 'CC-13b': 'Waits.', 'CC-9': 'Waits.' }).wronglyAwaiting).toEqual([
      'CC-13b',
      'CC-9',
    ]);
  });
});

describe('The titles of a spec', () => {
  it('are the first arguments of its tests, of their tables too', () =>
    expect(
      testTitles(`describe('A crew', () => {
        it("meets (QD-30)", () => {});
        it.each([['a', 1], ['b', 2]] as const)('takes %s (QD-31)', () => {});
        it(\`ends\`, () => call('not a title'));
      });`),
    ).toEqual(['A crew', 'meets (QD-30)', 'takes %s (QD-31)', 'ends']));
});

describe('What is declared', () => {
  it('carries provisions wholly and in part', () => {
    const carriers = declaredCarriers();
    expect(carriers).toContainEqual({
      provisionId: 'QD-08',
      by: expect.stringMatching(/^(command|event|query) /) as string,
      wholly: true,
    });
    expect(carriers.some(({ wholly }) => !wholly)).toBe(true);
  });
  it('stands in the programmes as measures, items and duties', () => {
    const ids = provisionsInProgrammes(bundledProgrammes());
    expect(ids.has('CC-13b')).toBe(true);
    expect(ids.size).toBeGreaterThan(400);
  });
});
