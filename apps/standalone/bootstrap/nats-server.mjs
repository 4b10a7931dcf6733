import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, step, StepFailure } from './steps.mjs';

/** Makes sure that there is a nats-server to start: the one on the path, else the system's package where we may install it. */
export async function ensureNatsServer() {
  if (isThere()) return;
  const prefix = prefixForRoot();
  if (!existsSync('/usr/bin/apt-get') || !prefix) throw new StepFailure(howToInstall());

  const asRoot = (...words) => {
    const [command, ...args] = [...prefix, ...words];
    return run(command, args);
  };
  const aptGet = (...words) => asRoot('env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...words);
  await step({ zh: '安装 nats-server', en: 'installing nats-server' }, async () => {
    // One package source that does not answer need not matter: the installation tells.
    await aptGet('update').catch(() => undefined);
    await aptGet('install', '--yes', '--no-install-recommends', 'nats-server').catch((error) => {
      throw new StepFailure(`${error.message}\n\n${howToInstall()}`);
    });
    // The package also starts a server of its own, without passwords, on all addresses: nobody asked for that one.
    if (existsSync('/run/systemd/system'))
      await asRoot('systemctl', 'disable', '--now', 'nats-server').catch(() => undefined);
  });
  if (!isThere()) throw new StepFailure(howToInstall());
}

const isThere = () => spawnSync('nats-server', ['--version'], { stdio: 'ignore' }).status === 0;

/** What to put before a command to run it as root; undefined when there is no way without asking for a password. */
function prefixForRoot() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

function howToInstall() {
  const command =
    process.platform === 'darwin'
      ? 'brew install nats-server'
      : 'sudo apt-get update && sudo apt-get install -y nats-server';
  return [
    '缺少 nats-server（2.9 或更高版本）。请执行以下命令后重试，或用 NATS_URL 指定已有的服务器：',
    'There is no nats-server (2.9 or later). Run this and try again, or name a server of your own with NATS_URL:',
    '',
    `    ${command}`,
  ].join('\n');
}
