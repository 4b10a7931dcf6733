import { EVERYWHERE } from '@gongyou/messaging';
import type { DataSource } from 'typeorm';
import { Account } from './account.entity';
import { newAccount } from './administration';
import { checkPassword, randomPassword } from './password';

const USERNAME = 'admin';

/** As given by the operator; without a password one is made up. */
export interface FirstAdministrator {
  password?: string;
}

/**
 * Makes the account `admin` when there is no account yet.
 *
 * @returns the password, when it was made up: it is told once and must be changed. One that the operator chose himself
 * stands as it is, for unattended set-up.
 * @throws an account problem when the operator's password may not be chosen
 */
export async function ensureFirstAdministrator(
  database: DataSource,
  { password }: FirstAdministrator,
  passwordLeastLength: number,
): Promise<string | undefined> {
  if (await database.manager.existsBy(Account, {})) return undefined;
  if (password !== undefined) checkPassword(password, USERNAME, passwordLeastLength);
  const first = password ?? randomPassword();
  const grants = [{ role: 'administrator' as const, organizationId: EVERYWHERE }];
  const account = await newAccount(USERNAME, first, grants, password === undefined);
  // Of gateways that start together one makes the account; the others must not tell a password that opens nothing.
  const made = await database.manager
    .createQueryBuilder()
    .insert()
    .into(Account)
    .values(account)
    .orIgnore()
    .returning('account_id')
    .execute();
  return password === undefined && (made.raw as unknown[]).length > 0 ? first : undefined;
}
