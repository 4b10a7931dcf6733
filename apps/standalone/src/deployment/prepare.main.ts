import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clientNamePattern, platformClients } from '@gongyou/contracts';
import { inboxPrefixOf } from '@gongyou/messaging';
import { hash } from 'bcryptjs';
import { runCommand, WrongUsage } from '../backup/operator-command';
import { Deployment } from './deployment';

const usage = `npm run deploy:prepare -- [--store kurrentdb|postgres] [--client <name>] [--revoke <name>]

  生成 deploy/.env、deploy/nats/users.conf 与 deploy/ledger/person-master-key（个人信息主密钥），已有的保持不变
  writes deploy/.env, deploy/nats/users.conf and deploy/ledger/person-master-key, the master key of personal data; what is there stays
  --store   事件保存在 KurrentDB（默认）或 PostgreSQL where the events are kept
  --client  允许企业系统登录 NATS，密码只显示一次 lets an enterprise system in to NATS; its password is shown once
  --revoke  取消其登录 takes that back`;

/** bcrypt's cost: slow enough against guessing, fast enough to log in. */
const ROUNDS = 11;

runCommand(async () => {
  const { store, client, revoke } = given();
  let deployment = await Deployment.open(join(process.cwd(), 'deploy'));
  if (store !== undefined) deployment = deployment.keepEventsIn(store);
  if (revoke !== undefined) await deployment.clients.remove(revoke);
  if (client !== undefined) await letIn(deployment, client);
  await deployment.save();
  console.error('已写入 written: deploy/.env, deploy/nats/users.conf, deploy/ledger/person-master-key');
});

async function letIn({ clients }: Deployment, name: string): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  await clients.put({ name, passwordHash: await hash(password, ROUNDS) });
  console.log(JSON.stringify({ user: name, password, inboxPrefix: inboxPrefixOf(name) }, null, 2));
}

function given(): { store?: 'kurrentdb' | 'postgres'; client?: string; revoke?: string } {
  const { values } = parseArgs({
    options: { store: { type: 'string' }, client: { type: 'string' }, revoke: { type: 'string' } },
  });
  const { store, client, revoke } = values;
  const isName = (name: string): boolean =>
    clientNamePattern.test(name) && !(platformClients as readonly string[]).includes(name);
  if (store !== undefined && store !== 'kurrentdb' && store !== 'postgres') throw new WrongUsage(usage);
  if (client !== undefined && !isName(client)) throw new WrongUsage(usage);
  return { ...(store && { store }), ...(client && { client }), ...(revoke && { revoke }) };
}
