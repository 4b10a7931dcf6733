import { validateSync } from 'class-validator';
import { BilingualText } from './bilingual';
import { isText } from './text';

describe('A text', () => {
  it.each(['工', 'a b', ' a ', 'line\nbreak\tand tab', "'; DROP TABLE event; --", '<script>', '👷'.repeat(10)])(
    'may be %p',
    (text) => expect(isText(text, 24)).toBe(true),
  );
  it.each(['', ' ', '\n\t', '\u3000', 'nul\u0000', 'bell\u0007', 'del\u007f', 'half\ud83d', null, 7, ['a']])(
    'is never %p',
    (value) => expect(isText(value, 20)).toBe(false),
  );
  it('is measured in characters, not in the units they are stored in', () => {
    expect(isText('👷👷', 2)).toBe(true);
    expect(isText('👷👷', 1)).toBe(false);
    expect(isText('abc', 2)).toBe(false);
  });
  it('is judged in no time however long', () => expect(isText(' '.repeat(4_000_000), 2_000_000)).toBe(false));
});

describe('A text in both languages', () => {
  const failing = (texts: object) => validateSync(Object.assign(new BilingualText(), texts)).map((e) => e.property);

  it('needs both, within bounds', () => {
    expect(failing({ zh: '任务', en: 'task' })).toEqual([]);
    expect(failing({ zh: '任'.repeat(2000), en: 'task' })).toEqual([]);
    expect(failing({ zh: '任'.repeat(2001), en: 'task' })).toEqual(['zh']);
    expect(failing({ zh: '任务' })).toEqual(['en']);
    expect(failing({})).toEqual(['zh', 'en']);
  });
});
