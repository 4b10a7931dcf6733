import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedServerError } from './embedded-server.error';

const run = promisify(execFile);

/** The system user as whom PostgreSQL runs. */
export interface PostgresAccount {
  name: string;
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to another user: to the owner of the data if there are any, else to
 * `postgres`, who is made where missing. Nobody else can hand it on: undefined.
 *
 * @throws EmbeddedServerError `standalone.postgres.noAccount`
 */
export async function postgresAccount(data: string): Promise<PostgresAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(data).catch(() => undefined);
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  return (await accountNamed('postgres')) ?? makeAccount('postgres');
}

async function makeAccount(name: string): Promise<PostgresAccount> {
  const options = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ];
  const cause = await run('/usr/sbin/useradd', options).then(
    () => undefined,
    (error: unknown) => error,
  );
  const account = await accountNamed(name);
  if (account) return account;
  throw new EmbeddedServerError(
    'standalone.postgres.noAccount',
    { account: name, command: `useradd ${options.join(' ')}` },
    { cause },
  );
}

async function accountNamed(name: string): Promise<PostgresAccount | undefined> {
  try {
    const [{ stdout: uid }, { stdout: gid }] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { name, uid: Number(uid), gid: Number(gid) };
  } catch {
    return undefined;
  }
}
