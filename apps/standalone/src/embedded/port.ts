import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedServerError } from './embedded-server.error';

const loopback = '127.0.0.1';

/**
 * The port that a variable names, or the one it stands for when it is not set; 0 means any free one.
 *
 * @throws EmbeddedServerError `standalone.port.invalid`
 */
export function portFrom(env: NodeJS.ProcessEnv, variable: string, otherwise: number): number {
  const value = env[variable];
  if (!value) return otherwise;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new EmbeddedServerError('standalone.port.invalid', { variable });
  return port;
}

/**
 * Makes sure that a server can listen on a port of the loopback address.
 *
 * @param variable the setting that names the port, for the message
 * @returns the port itself, or a free one for 0
 * @throws EmbeddedServerError `standalone.port.busy`, naming who holds the port as far as the system tells
 */
export async function freePort(port: number, variable: string): Promise<number> {
  // A server that was just ended lets go of its port a moment later.
  for (const deadline = Date.now() + 1_000; ; await delay(50)) {
    try {
      return await listenOnce(port);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES') throw new EmbeddedServerError('standalone.port.notAllowed', { port, variable });
      if (code !== 'EADDRINUSE') throw error;
      if (Date.now() < deadline) continue;
      throw new EmbeddedServerError('standalone.port.busy', { port, variable, holder: await holderOf(port) });
    }
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, loopback, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/** Linux tells which socket listens on a port, and each process which sockets it has open, as far as this user may look. */
async function holderOf(port: number): Promise<string | undefined> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((table) => readFile(table, 'utf8').catch(() => '')),
  );
  const localPort = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const sockets = new Set(
    tables
      .flatMap((table) => table.split('\n').map((line) => line.trim().split(/\s+/)))
      .filter(([, local, , state]) => local?.endsWith(localPort) && state === '0A')
      .map((columns) => `socket:[${columns[9]}]`),
  );
  if (sockets.size === 0) return undefined;

  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
  for (const pid of pids) {
    const open = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const links = await Promise.all(open.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
    if (!links.some((link) => sockets.has(link))) continue;
    // The program's name alone: its arguments may carry passwords.
    return `${(await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim()} (pid ${pid})`;
  }
  return undefined;
}
