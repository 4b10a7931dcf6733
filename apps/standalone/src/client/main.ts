import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  clientNamePattern,
  platformClients,
  RegisterEnterpriseClient,
  RevokeEnterpriseClient,
} from '@gongyou/contracts';
import type { Bilingual } from '@gongyou/domain';
import { Caller, connectBus, inboxPrefixOf, PlatformProblem } from '@gongyou/messaging';
import { hash } from 'bcryptjs';
import { connect, type NatsConnection } from 'nats';
import { operatorSubjects } from '../bus/operator-door';
import { readOperatorFile } from '../bus/operator-file';

const usage = `npm run client -- add <name> --organization <unit id> [--events <subject>]
npm run client -- revoke <name>

  add      登记企业系统，输出其连接参数（密码只显示一次；再次执行即更换密码）
           binds an enterprise system to a unit and prints how it connects (the password is shown once; adding again changes it)
  revoke   注销企业系统，立即断开
           takes its access away and disconnects it at once
  --events 例如 events.supervision.*：允许其接收全平台该类事件
           lets it receive all the platform's events on this subject`;

/** bcrypt's cost: slow enough against guessing, fast enough to log in. */
const ROUNDS = 11;

async function run(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { organization: { type: 'string' }, events: { type: 'string' } },
  });
  const [act, name] = positionals;
  const complete =
    name !== undefined &&
    positionals.length === 2 &&
    (act === 'revoke' || (act === 'add' && values.organization !== undefined));
  if (!complete) throw new Stop({ zh: '用法：', en: 'usage:' }, usage);
  if (!clientNamePattern.test(name) || (platformClients as readonly string[]).includes(name)) {
    throw new Stop({
      zh: '名称应为小写字母、数字和短横线，且不能是平台自用名称',
      en: 'The name takes small letters, digits and dashes, and may not be one of the platform’s own.',
    });
  }
  const operator = await connectOperator();
  try {
    if (act === 'add') await add(operator, name, values.organization!, values.events);
    else await revoke(operator, name);
  } finally {
    await operator.connection.drain();
  }
}

async function add(
  { caller, servers }: Operator,
  name: string,
  organizationId: string,
  events: string | undefined,
): Promise<void> {
  if (events !== undefined && !/^events(\.([A-Za-z]+|\*))*(\.>)?$/.test(events)) {
    throw new Stop({
      zh: '--events 应为事件主题，例如 events.supervision.*',
      en: '--events takes a subject such as events.supervision.*',
    });
  }
  const registered: RegisterEnterpriseClient = Object.assign(new RegisterEnterpriseClient(), {
    clientName: name,
    organizationId,
  });
  await caller.command(RegisterEnterpriseClient, registered);
  const password = randomBytes(24).toString('base64url');
  await caller.request(operatorSubjects.put, {
    name,
    passwordHash: await hash(password, ROUNDS),
    ...(events !== undefined && { eventsSubject: events }),
  });
  const access = { server: servers, user: name, password, inboxPrefix: inboxPrefixOf(name), organizationId };
  // Shown only once it is known to work.
  await (await connect({ servers, user: name, pass: password })).close();
  console.log(
    JSON.stringify(
      { ...access, ...(events !== undefined && { events: { stream: 'EVENTS', consumer: name, subject: events } }) },
      null,
      2,
    ),
  );
}

async function revoke({ caller }: Operator, name: string): Promise<void> {
  const revoked: RevokeEnterpriseClient = Object.assign(new RevokeEnterpriseClient(), { clientName: name });
  // The bus first: whoever is put out must not go on while the rest is done.
  await caller.request(operatorSubjects.remove, { name });
  await caller.command(RevokeEnterpriseClient, revoked);
  console.log(JSON.stringify({ revoked: name }));
}

interface Operator {
  connection: NatsConnection;
  caller: Caller;
  servers: string;
}

async function connectOperator(): Promise<Operator> {
  const folder = process.env.GONGYOU_DATA || join(process.cwd(), '.gongyou');
  const access = await readOperatorFile(join(folder, 'nats'));
  try {
    if (!access) throw new Error('no platform was ever started here');
    const connection = await connectBus({ servers: access.servers, user: 'operator', password: access.password });
    return { connection, caller: new Caller(connection, 'operator'), servers: access.servers };
  } catch (error) {
    throw new Stop(
      {
        zh: `没有找到正在运行的平台（数据目录 ${folder}）。请先执行 npm start`,
        en: `No platform is running in ${folder}. Start it with: npm start`,
      },
      (error as Error).message,
    );
  }
}

/** Ends the command with words for the operator. */
class Stop extends Error {
  constructor(texts: Bilingual, more = '') {
    super([texts.zh, texts.en, more].filter(Boolean).join('\n'));
  }
}

run().catch((error: unknown) => {
  if (error instanceof Stop) console.error(error.message);
  else if (error instanceof PlatformProblem)
    console.error(`${error.texts.zh}\n${error.texts.en}\n${error.code} ${JSON.stringify(error.detail)}`);
  else console.error(error);
  process.exitCode = 1;
});
