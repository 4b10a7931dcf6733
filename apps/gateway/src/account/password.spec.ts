import { checkPassword, passwordHash, passwordMatches, randomPassword } from './password';

describe('A password', () => {
  it('is kept as argon2id and known again', async () => {
    const hash = await passwordHash('正确的密码 correct');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches(hash, '正确的密码 correct')).toBe(true);
    expect(await passwordMatches(hash, '正确的密码 Correct')).toBe(false);
  });

  it('is the same however a keyboard composes its letters', async () => {
    expect(await passwordMatches(await passwordHash('caf\u00e9 crème'), 'cafe\u0301 cre\u0300me')).toBe(true);
  });

  it.each([
    ['123456789', 'account.passwordTooShort'],
    ['一二三四五六七八九', 'account.passwordTooShort'],
    ['👷👷👷👷👷👷👷👷👷', 'account.passwordTooShort'],
    ['Zhang.Gong1', 'account.passwordIsUsername'],
  ])('%s may not be chosen', (password, code) => {
    expect(() => checkPassword(password, 'zhang.gong1', 10)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('of ten characters may be chosen', () => {
    expect(() => checkPassword('一二三四五六七八九十', 'zhang', 10)).not.toThrow();
  });

  it('that is made up is another one each time', () => {
    expect(new Set(Array.from({ length: 1000 }, randomPassword)).size).toBe(1000);
  });
});
