import type { Grant } from '@gongyou/contracts';
import { DataSource } from 'typeorm';
import { openAccountDatabase } from './account-database';
import { Account } from './account.entity';

/** An account as a backup keeps it: with its grants and the hash of its password, without its sessions. Times are ISO 8601 in UTC. */
export interface ArchivedAccount {
  accountId: string;
  username: string;
  passwordHash: string;
  mustChangePassword: boolean;
  wrongPasswords: number;
  lockedUntil: string | null;
  disabled: boolean;
  grants: Grant[];
  createdAt: string;
}

/** Something is kept already where accounts should be restored. */
export class AccountsNotEmpty extends Error {
  constructor() {
    super('the gateway keeps accounts already');
    this.name = 'AccountsNotEmpty';
  }
}

/** All accounts that a gateway keeps in this database; none where no gateway ever ran. Changes nothing. */
export async function archiveAccounts(databaseUrl: string): Promise<ArchivedAccount[]> {
  const database = new DataSource({ type: 'postgres', url: databaseUrl, schema: 'gateway', entities: [Account] });
  await database.initialize();
  try {
    const [{ there }] = await database.query<[{ there: boolean }]>(
      "SELECT to_regclass('gateway.account') IS NOT NULL AS there",
    );
    if (!there) return [];
    const accounts = await database.manager.find(Account, { order: { createdAt: 'ASC', accountId: 'ASC' } });
    return accounts.map(({ lockedUntil, createdAt, ...account }) => ({
      ...account,
      lockedUntil: lockedUntil?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    }));
  } finally {
    await database.destroy();
  }
}

/**
 * Restores accounts where there is none: all of them, or nothing.
 *
 * @throws AccountsNotEmpty
 */
export async function restoreAccounts(databaseUrl: string, accounts: readonly ArchivedAccount[]): Promise<void> {
  const database = await openAccountDatabase(databaseUrl);
  try {
    await database.transaction(async (manager) => {
      if (await manager.existsBy(Account, {})) throw new AccountsNotEmpty();
      for (const { lockedUntil, createdAt, ...account } of accounts) {
        await manager.insert(Account, {
          ...account,
          lockedUntil: lockedUntil === null ? null : new Date(lockedUntil),
          createdAt: new Date(createdAt),
        });
      }
    });
  } finally {
    await database.destroy();
  }
}
