import type { Bilingual } from '@gongyou/domain';
import { PlatformProblem, type ProblemKind } from '@gongyou/messaging';

/** Every «no» about accounts and sessions. The texts never say whether a username exists. */
export const accountProblems = {
  'account.loginFailed': {
    kind: 'unauthenticated',
    zh: '用户名或密码不正确；连续输错多次后账户会被暂时锁定',
    en: 'Wrong username or password. After several wrong passwords an account is locked for a while.',
  },
  'account.notSignedIn': { kind: 'unauthenticated', zh: '请先登录', en: 'Log in first.' },
  'account.tooManyLogins': {
    kind: 'tooMany',
    zh: '登录失败次数过多，请稍后再试',
    en: 'Too many failed logins. Try again later.',
  },
  'account.passwordMustChange': {
    kind: 'forbidden',
    zh: '首次登录须先修改密码',
    en: 'The password must be changed before anything else.',
  },
  'account.wrongPassword': { kind: 'forbidden', zh: '当前密码不正确', en: 'The current password is wrong.' },
  'account.passwordTooShort': {
    kind: 'refused',
    zh: '密码至少 {least} 个字符',
    en: 'A password has at least {least} characters.',
  },
  'account.passwordIsUsername': {
    kind: 'refused',
    zh: '密码不能与用户名相同',
    en: 'The password must not be the username.',
  },
  'account.passwordUnchanged': {
    kind: 'refused',
    zh: '新密码不能与当前密码相同',
    en: 'The new password must be another one.',
  },
  'account.usernameTaken': { kind: 'refused', zh: '用户名已被使用', en: 'The username is taken.' },
  'account.unknown': { kind: 'notFound', zh: '没有这个账户', en: 'There is no such account.' },
  'account.unknownUnit': {
    kind: 'refused',
    zh: '没有组织单元 {organizationId}',
    en: 'There is no organization unit {organizationId}.',
  },
  'account.administratorsOnly': {
    kind: 'forbidden',
    zh: '只有系统管理员可以管理账户',
    en: 'Only administrators manage accounts.',
  },
  'account.outsideScope': {
    kind: 'forbidden',
    zh: '超出您管理的单位范围',
    en: 'This reaches outside the organization unit that you administer.',
  },
  'account.notYourself': {
    kind: 'refused',
    zh: '不能停用自己的账户或更改自己的授权',
    en: 'You cannot disable your own account or change your own grants.',
  },
} as const satisfies Record<`account.${string}`, Bilingual & { kind: ProblemKind }>;

export type AccountProblemCode = keyof typeof accountProblems;

/** @param figures fill the `{placeholders}` of the texts */
export function accountProblem(
  code: AccountProblemCode,
  figures: Readonly<Record<string, string | number>> = {},
): PlatformProblem {
  const { kind, zh, en } = accountProblems[code];
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (all, name: string) => String(figures[name] ?? all));
  return new PlatformProblem(kind, code, { zh: filled(zh), en: filled(en) }, figures);
}
