import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import type { Program } from './killable-process';

/** A nats-server with JetStream, whose store outlives it. */
export async function natsProgram(folder: string, port: number, configuration: string): Promise<Program> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'nats-server.conf');
  const own = [`listen: "127.0.0.1:${port}"`, `jetstream { store_dir: ${JSON.stringify(join(folder, 'jetstream'))} }`];
  await writeFile(file, [...own, configuration, ''].join('\n'), { mode: 0o600 });
  // Debian installs nats-server where the path of an ordinary user does not lead.
  const PATH = [process.env.PATH, '/usr/local/sbin', '/usr/sbin', '/sbin'].join(delimiter);
  return {
    name: 'nats',
    command: 'nats-server',
    args: ['-c', file],
    env: { PATH },
    ready: { answers: () => greets(port) },
  };
}

/** nats-server speaks first, as soon as it takes connections. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (greeted: boolean) => () => {
      socket.destroy();
      resolve(greeted);
    };
    socket.once('data', end(true)).once('error', end(false)).once('close', end(false));
  });
}
