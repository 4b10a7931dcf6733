import { spawnSync } from 'node:child_process';
import { chmod, chown, lstat, mkdir, mkdtemp, readdir, realpath, rmdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedServerError } from './embedded-server.error';
import type { PostgresAccount } from './postgres-account';
import type { Report } from './report';

/** Where root may put what another user must be able to reach, whatever the folders above the project allow. */
const systemFolder = '/var/lib/gongyou';

/**
 * PostgreSQL's own part of the data folder. Where its account cannot enter the data folder (a checkout below `/root`), the
 * part is a new folder in `/var/lib/gongyou`, and the data folder links to it.
 *
 * @returns its real path
 * @throws EmbeddedServerError `standalone.postgres.unreachable`
 */
export async function postgresHome(
  dataFolder: string,
  account: PostgresAccount | undefined,
  report: Report,
): Promise<string> {
  const part = join(dataFolder, 'postgres');
  const isLink = await lstat(part).then(
    (entry) => entry.isSymbolicLink(),
    () => false,
  );
  if (!isLink) await mkdir(part, { recursive: true, mode: 0o700 });
  if (!account) return realpath(part);

  if (!isLink) {
    await chown(part, account.uid, account.gid);
    if (canUse(account, part)) return part;
    if ((await readdir(part)).length === 0) {
      await rmdir(part);
      await symlink(await outside(account, dataFolder, report), part);
    }
  }
  const home = await realpath(part).catch(() => part);
  if (canUse(account, home)) return home;
  throw new EmbeddedServerError('standalone.postgres.unreachable', { folder: home, account: account.name });
}

async function outside(account: PostgresAccount, dataFolder: string, report: Report): Promise<string> {
  try {
    await mkdir(systemFolder, { recursive: true });
    await chmod(systemFolder, 0o711);
    const home = await mkdtemp(join(systemFolder, 'postgres-'));
    await chown(home, account.uid, account.gid);
    report({
      zh: `用户 ${account.name} 无法进入 ${dataFolder}，PostgreSQL 的数据改存 ${home}`,
      en: `User ${account.name} cannot enter ${dataFolder}; PostgreSQL keeps its data in ${home}`,
    });
    return home;
  } catch (error) {
    throw new EmbeddedServerError(
      'standalone.postgres.unreachable',
      { folder: dataFolder, account: account.name },
      { cause: error },
    );
  }
}

/** Asked of the system rather than worked out from modes: there are also groups, access lists and mount options. */
function canUse({ uid, gid }: PostgresAccount, folder: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', folder], { cwd: '/', uid, gid });
  return status === 0;
}
