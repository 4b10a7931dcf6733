import 'reflect-metadata';
import { join } from 'node:path';
import { RevokeEnterpriseClient } from '@gongyou/contracts';
import {
  Caller,
  connectBus,
  EVENTS_STREAM,
  eventsConsumerOf,
  inboxPrefixOf,
  PlatformProblem,
} from '@gongyou/messaging';
import { connect, type NatsConnection } from 'nats';
import { operatorSubjects } from '../bus/operator-door';
import { readOperatorFile } from '../bus/operator-file';
import { type Asked, readArguments, Stop } from './arguments';
import { letIn } from './let-in';

async function run(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  const operator = await connectOperator();
  try {
    if (asked.act === 'add') await add(operator, asked);
    else await revoke(operator, asked.name);
  } finally {
    await operator.connection.close();
  }
}

async function add(
  { caller, servers }: Operator,
  { name, organizationId, events }: Asked & { act: 'add' },
): Promise<void> {
  const password = await letIn(caller, { name, organizationId, events });
  // Shown only once it is known to work.
  await (await connect({ servers, user: name, pass: password })).close();
  show({
    server: servers,
    user: name,
    password,
    inboxPrefix: inboxPrefixOf(name),
    organizationId,
    ...(events !== undefined && {
      events: { stream: EVENTS_STREAM, consumer: eventsConsumerOf(name), subject: events },
    }),
  });
}

async function revoke({ caller }: Operator, name: string): Promise<void> {
  // The bus first: whoever is put out must not go on while the rest is done.
  await caller.request(operatorSubjects.remove, { name });
  await caller.command(RevokeEnterpriseClient, { clientName: name });
  show({ revoked: name });
}

/** The only thing that goes to standard output: whoever calls this may be a script. */
const show = (answer: object): void => console.log(JSON.stringify(answer, null, 2));

interface Operator {
  connection: NatsConnection;
  caller: Caller;
  servers: string;
}

async function connectOperator(): Promise<Operator> {
  const folder = process.env.GONGYOU_DATA || join(process.cwd(), '.gongyou');
  const access = await readOperatorFile(join(folder, 'nats'));
  try {
    if (!access) throw new Error('it holds no nats/operator.json');
    const connection = await connectBus({ servers: access.servers, user: 'operator', password: access.password });
    return { connection, caller: new Caller(connection, 'operator'), servers: access.servers };
  } catch (error) {
    throw new Stop(
      {
        zh: `没有找到正在运行的平台（数据目录 ${folder}）。请先执行 npm start；平台使用外部 NATS（NATS_URL）时，请在该服务器上登记用户，见 docs/operations.md`,
        en: `No platform runs in the data folder ${folder}. Start it with: npm start. With a NATS of your own (NATS_URL), add the user there: docs/operations.md`,
      },
      (error as Error).message,
    );
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof Stop) return error.message;
  if (!(error instanceof PlatformProblem)) return String((error as Error).stack ?? error);
  const violations = (error.violations ?? []).map(({ pointer, message }) => `  ${pointer}: ${message}`);
  return [error.texts.zh, error.texts.en, error.code, ...violations].join('\n');
}

run().catch((error: unknown) => {
  console.error(wordsOf(error));
  process.exitCode = 1;
});
