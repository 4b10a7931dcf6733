import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable, type LoggerService } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan, Not } from 'typeorm';
import { LOG } from '../gateway.log';
import { type GatewayParameters, PARAMETERS } from '../gateway.parameters';
import { usernamePattern } from './account.contract';
import { Account } from './account.entity';
import { accountProblem } from './account.problems';
import { checkPassword, passwordHash, passwordMatches, randomPassword } from './password';
import { Session } from './session.entity';
import type { SignedIn } from './signed-in';

const MINUTE_MS = 60_000;
/** A session's last use is written down no more often than this. */
const SEEN_EVERY_MS = MINUTE_MS;

export interface OpenedSession {
  token: string;
  expiresAt: Date;
  mustChangePassword: boolean;
}

type FoundSession = Pick<Account, 'accountId' | 'username' | 'grants' | 'mustChangePassword'> &
  Pick<Session, 'expiresAt' | 'lastSeenAt'>;

/** Logging in and out. An unknown, a disabled and a locked account answer alike, and after about the same time. */
@Injectable()
export class Sessions {
  private readonly hashOfNobody = passwordHash(randomPassword());

  constructor(
    private readonly database: DataSource,
    @Inject(PARAMETERS) private readonly parameters: GatewayParameters,
    @Inject(LOG) private readonly log: LoggerService,
  ) {}

  /** Throws `account.loginFailed`. */
  async open(username: string, password: string): Promise<OpenedSession> {
    const known = usernamePattern.test(username) ? { username } : undefined;
    const account = await this.verified(known, password);
    if (!account) throw accountProblem('account.loginFailed');
    const token = randomBytes(32).toString('base64url');
    const now = new Date();
    const expiresAt = new Date(now.getTime() + this.parameters.sessionHours * 60 * MINUTE_MS);
    await this.database.transaction(async (manager) => {
      await manager.delete(Session, { expiresAt: LessThan(now) });
      await manager.insert(Session, {
        tokenSha256: sha256(token),
        accountId: account.accountId,
        createdAt: now,
        expiresAt,
        lastSeenAt: now,
      });
    });
    this.log.log({ event: 'session.opened', accountId: account.accountId }, Sessions.name);
    return { token, expiresAt, mustChangePassword: account.mustChangePassword };
  }

  /** Who bears the token; undefined when it was never given out, has expired or its account is disabled. */
  async find(token: string): Promise<SignedIn | undefined> {
    const tokenSha256 = sha256(token);
    const session = await this.openSession(tokenSha256);
    if (!session) return undefined;
    const now = Date.now();
    const idleSince = session.lastSeenAt.getTime();
    const idleUntil = idleSince + this.parameters.sessionIdleMinutes * MINUTE_MS;
    if (session.expiresAt.getTime() <= now || idleUntil <= now) return undefined;
    if (now - idleSince > SEEN_EVERY_MS)
      await this.database.manager.update(Session, { tokenSha256 }, { lastSeenAt: new Date(now) });
    const { accountId, username, grants, mustChangePassword, expiresAt } = session;
    return { accountId, username, grants, mustChangePassword, tokenSha256, expiresAt };
  }

  /** Every request asks this: the same by TypeORM's entities cost a seventh of the gateway's time. */
  private async openSession(tokenSha256: string): Promise<FoundSession | undefined> {
    const [session] = await this.database.query<FoundSession[]>(
      `SELECT account_id AS "accountId", username, grants, must_change_password AS "mustChangePassword",
              expires_at AS "expiresAt", last_seen_at AS "lastSeenAt"
       FROM gateway.session JOIN gateway.account USING (account_id) WHERE token_sha256 = $1 AND NOT disabled`,
      [tokenSha256],
    );
    return session;
  }

  async close(who: SignedIn): Promise<void> {
    await this.database.manager.delete(Session, { tokenSha256: who.tokenSha256 });
    this.log.log({ event: 'session.closed', accountId: who.accountId }, Sessions.name);
  }

  /** Chooses a new password. All other sessions of the account end. */
  async changePassword(who: SignedIn, currentPassword: string, newPassword: string): Promise<void> {
    checkPassword(newPassword, who.username, this.parameters.passwordLeastLength);
    const account = await this.verified({ accountId: who.accountId }, currentPassword);
    if (!account) throw accountProblem('account.wrongPassword');
    if (await passwordMatches(account.passwordHash, newPassword)) throw accountProblem('account.passwordUnchanged');
    const hashed = await passwordHash(newPassword);
    await this.database.transaction(async (manager) => {
      await manager.update(Account, { accountId: who.accountId }, { passwordHash: hashed, mustChangePassword: false });
      await manager.delete(Session, { accountId: who.accountId, tokenSha256: Not(who.tokenSha256) });
    });
    this.log.log({ event: 'account.passwordChanged', accountId: who.accountId }, Sessions.name);
  }

  /**
   * The account, when the password is right and the account takes passwords at the moment. Attempts on one account wait for
   * each other, so that a hundred guesses at once count as a hundred.
   */
  private verified(
    key: { username: string } | { accountId: string } | undefined,
    password: string,
  ): Promise<Account | undefined> {
    return this.database.transaction(async (manager) => {
      const account = key && (await manager.findOne(Account, { where: key, lock: { mode: 'pessimistic_write' } }));
      const right = await passwordMatches(account?.passwordHash ?? (await this.hashOfNobody), password);
      if (!account || account.disabled || isLocked(account)) return undefined;
      await this.note(manager, account, right);
      return right ? account : undefined;
    });
  }

  private async note(manager: EntityManager, account: Account, right: boolean): Promise<void> {
    const { accountId, wrongPasswords, lockedUntil } = account;
    if (right && wrongPasswords === 0 && lockedUntil === null) return;
    const counted = right ? 0 : wrongPasswords + 1;
    const locks = counted >= this.parameters.wrongPasswordsBeforeLock;
    await manager.update(
      Account,
      { accountId },
      {
        wrongPasswords: locks ? 0 : counted,
        lockedUntil: locks ? new Date(Date.now() + this.parameters.lockMinutes * MINUTE_MS) : null,
      },
    );
    if (locks) this.log.warn({ event: 'account.locked', accountId }, Sessions.name);
  }
}

const isLocked = (account: Account): boolean =>
  account.lockedUntil !== null && account.lockedUntil.getTime() > Date.now();

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
