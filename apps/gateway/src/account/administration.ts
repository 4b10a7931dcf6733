import type { Grant } from '@gongyou/contracts';
import { EVERYWHERE, OrganizationDirectory } from '@gongyou/messaging';
import { Inject, Injectable, type LoggerService } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource, MoreThan, QueryFailedError } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { LOG } from '../gateway.log';
import type { AccountRow } from './account.contract';
import { Account } from './account.entity';
import { accountProblem } from './account.problems';
import { passwordHash, randomPassword } from './password';
import { Session } from './session.entity';
import type { SignedIn } from './signed-in';

/** A password that is shown once to the administrator, and that its owner must change. */
export interface TemporaryPassword {
  accountId: string;
  username: string;
  password: string;
}

/**
 * Administrators manage accounts, each within his own scope: an account belongs to a scope when all its grants do, and a
 * grant does when its unit is one that he administers, or stands below it. So nobody can raise himself by way of another
 * account. Every change is logged with the ids of both accounts.
 */
@Injectable()
export class Administration {
  constructor(
    private readonly database: DataSource,
    private readonly directory: OrganizationDirectory,
    @Inject(LOG) private readonly log: LoggerService,
  ) {}

  async create(who: SignedIn, username: string, grants: readonly Grant[]): Promise<TemporaryPassword> {
    await this.checkGrants(who, grants);
    const password = randomPassword();
    const account = await newAccount(username, password, grants, true);
    try {
      await this.database.manager.insert(Account, account);
    } catch (error) {
      if (isUniqueViolation(error)) throw accountProblem('account.usernameTaken');
      throw error;
    }
    this.changed('account.created', who, account.accountId);
    return { accountId: account.accountId, username, password };
  }

  /** Accounts within the administrator's scope, by username. */
  async list(who: SignedIn, cursor = '', limit = 200): Promise<{ accounts: AccountRow[]; nextCursor: string | null }> {
    administratedBy(who);
    const found: Account[] = [];
    for (let after = cursor; found.length <= limit;) {
      const page = await this.database.manager.find(Account, {
        where: { username: MoreThan(after) },
        order: { username: 'ASC' },
        take: 500,
      });
      for (const account of page) if (await this.isWithin(who, account.grants)) found.push(account);
      if (page.length < 500) break;
      after = page.at(-1)!.username;
    }
    const accounts = found.slice(0, limit).map(rowOf);
    return { accounts, nextCursor: found.length > limit ? accounts.at(-1)!.username : null };
  }

  async setGrants(who: SignedIn, accountId: string, grants: readonly Grant[]): Promise<AccountRow> {
    const account = await this.another(who, accountId);
    await this.checkGrants(who, grants);
    await this.database.manager.update(Account, { accountId }, { grants: [...grants] });
    this.changed('account.grantsSet', who, accountId);
    return rowOf({ ...account, grants: [...grants] });
  }

  /** Ends all sessions of the account; it cannot log in any more. */
  async disable(who: SignedIn, accountId: string): Promise<AccountRow> {
    const account = await this.another(who, accountId);
    await this.database.transaction(async (manager) => {
      await manager.update(Account, { accountId }, { disabled: true });
      await manager.delete(Session, { accountId });
    });
    this.changed('account.disabled', who, accountId);
    return rowOf({ ...account, disabled: true });
  }

  async enable(who: SignedIn, accountId: string): Promise<AccountRow> {
    const account = await this.another(who, accountId);
    await this.database.manager.update(Account, { accountId }, { disabled: false });
    this.changed('account.enabled', who, accountId);
    return rowOf({ ...account, disabled: false });
  }

  /** Gives a temporary password, unlocks the account and ends its sessions. */
  async resetPassword(who: SignedIn, accountId: string): Promise<TemporaryPassword> {
    const { username } = await this.another(who, accountId);
    const password = randomPassword();
    const hashed = await passwordHash(password);
    await this.database.transaction(async (manager) => {
      const fresh = { passwordHash: hashed, mustChangePassword: true, wrongPasswords: 0, lockedUntil: null };
      await manager.update(Account, { accountId }, fresh);
      await manager.delete(Session, { accountId });
    });
    this.changed('account.passwordReset', who, accountId);
    return { accountId, username, password };
  }

  private async another(who: SignedIn, accountId: string): Promise<Account> {
    administratedBy(who);
    const account = isUUID(accountId) ? await this.database.manager.findOneBy(Account, { accountId }) : null;
    if (!account) throw accountProblem('account.unknown');
    if (accountId === who.accountId) throw accountProblem('account.notYourself');
    if (!(await this.isWithin(who, account.grants))) throw accountProblem('account.outsideScope');
    return account;
  }

  private async checkGrants(who: SignedIn, grants: readonly Grant[]): Promise<void> {
    if (!(await this.isWithin(who, grants))) throw accountProblem('account.outsideScope');
    for (const { organizationId } of grants) {
      if (organizationId !== EVERYWHERE && !(await this.directory.findUnit(organizationId))) {
        throw accountProblem('account.unknownUnit', { organizationId });
      }
    }
  }

  private async isWithin(who: SignedIn, grants: readonly Grant[]): Promise<boolean> {
    const tops = administratedBy(who);
    if (tops.includes(EVERYWHERE)) return true;
    for (const { organizationId } of grants) {
      if (organizationId === EVERYWHERE) return false;
      await this.directory.findUnit(organizationId);
      if (!tops.some((top) => this.directory.within(organizationId, top))) return false;
    }
    return true;
  }

  private changed(event: string, who: SignedIn, accountId: string): void {
    this.log.log({ event, accountId, by: who.accountId }, Administration.name);
  }
}

/** The account of a person, with a password that is known to whoever made it when it must be changed. */
export async function newAccount(
  username: string,
  password: string,
  grants: readonly Grant[],
  mustChangePassword: boolean,
): Promise<Account> {
  return {
    accountId: uuidv7(),
    username,
    passwordHash: await passwordHash(password),
    mustChangePassword,
    wrongPasswords: 0,
    lockedUntil: null,
    disabled: false,
    grants: [...grants],
    createdAt: new Date(),
  };
}

/** The units that somebody administers. Throws when there are none. */
function administratedBy(who: SignedIn): string[] {
  const tops = who.grants.filter(({ role }) => role === 'administrator').map(({ organizationId }) => organizationId);
  if (tops.length === 0) throw accountProblem('account.administratorsOnly');
  return tops;
}

const rowOf = ({
  accountId,
  username,
  grants,
  mustChangePassword,
  disabled,
  lockedUntil,
  createdAt,
}: Account): AccountRow => ({
  accountId,
  username,
  grants,
  mustChangePassword,
  disabled,
  lockedUntil: lockedUntil?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505';
