import 'reflect-metadata';
import { LeadingGroupReportQuery, type LeadingGroupReportAnswer } from '@gongyou/contracts';
import { type Bilingual, dayOfInstant, type Period } from '@gongyou/domain';
import {
  Caller,
  connectBus,
  createLog,
  NestLog,
  PlatformProblem,
  readConfig,
  requestHeaders,
  WrongSettings,
} from '@gongyou/messaging';
import { bundledProgrammes } from '@gongyou/programmes';
import { connect, type NatsConnection } from 'nats';
import { EmbeddedBus } from './bus/embedded-bus';
import { samePassword } from './bus/platform-passwords';
import { publishProgrammes } from './deployment/publish-programmes';
import { WrongMasterKey } from '../../ledger/src';
import { DataFolder, EmbeddedPostgres, EmbeddedServerError, freePort, onceToldToStop, portFrom } from './embedded';
import { EXAMPLE_GROUP, EXAMPLE_PROGRAMME } from './example/example-group';
import { playExample } from './example/play-example';
import { personMasterKey } from './person-master-key';
import { platformLog } from './platform-log';
import { startPlatform } from './platform';
import { reportTable } from './report-table';
import { StandaloneConfig } from './standalone.config';

/** What is to be undone when the platform stops, last first. */
const undo: (() => Promise<void> | void)[] = [];
const startedAt = Date.now();

onceToldToStop(async () => {
  say({ zh: '正在停止……', en: 'stopping …' });
  await stop();
  say({ zh: '已停止，数据已保存', en: 'stopped; all data are kept' });
});

start().catch(async (error: unknown) => {
  console.error(wordsOf(error));
  await stop();
  process.exit(1);
});

async function start(): Promise<void> {
  const config = readConfig(StandaloneConfig, process.env);
  const folder = await DataFolder.open(process.env);
  undo.push(() => folder.close());
  const gatewayPort = await freePort(portFrom(process.env, 'GATEWAY_PORT', 8080), 'GATEWAY_PORT');
  const { destination, file } = await platformLog(folder);
  const pino = createLog('gongyou', config.LOG_LEVEL ?? 'info', destination);

  const databaseUrl = config.DATABASE_URL ?? (await startPostgres(folder));
  const bus = await startBus(folder, config);
  const platform = await startPlatform({
    natsUrl: bus.url,
    passwords: bus.passwords,
    databaseUrl,
    masterKey: await personMasterKey(folder),
    gatewayPort,
    ...(config.ADMIN_PASSWORD !== undefined && { administratorPassword: config.ADMIN_PASSWORD }),
    ...(config.CLOSE_DAYS_THROUGH !== undefined && { closeDaysThrough: config.CLOSE_DAYS_THROUGH }),
    logger: new NestLog(pino),
  });
  undo.push(() => platform.close());
  folder.announce(platform.url);
  say({ zh: '各服务已启动', en: 'all services run' });

  const report = await setUp(bus.url, bus.passwords, config.EXAMPLE !== 'none');
  if (report) console.log(`\n${report}\n`);
  console.log(welcome(platform.url, file, platform.firstPassword));
}

async function startPostgres(folder: DataFolder): Promise<string> {
  const port = portFrom(process.env, 'POSTGRES_PORT', 15432);
  const postgres = await EmbeddedPostgres.start({ folder, port, report: say, onLost: lost });
  undo.push(() => postgres.stop());
  say({ zh: 'PostgreSQL 已就绪', en: 'PostgreSQL is ready' });
  return postgres.url;
}

type Bus = Pick<EmbeddedBus, 'url' | 'passwords'>;

async function startBus(folder: DataFolder, config: StandaloneConfig): Promise<Bus> {
  if (config.NATS_URL !== undefined) return foreignBus(config.NATS_URL, config.NATS_PASSWORD);
  const port = portFrom(process.env, 'NATS_PORT', 14222);
  const bus = await EmbeddedBus.start({ folder, port, report: say, onLost: lost });
  undo.push(() => bus.stop());
  say({ zh: 'NATS 已就绪', en: 'NATS is ready' });
  return bus;
}

/** A bus that somebody else runs: its users are set up there (docs/operations.md). */
async function foreignBus(url: string, password: string | undefined): Promise<Bus> {
  const open = await connect({ servers: url }).then(
    (connection) => connection.close().then(() => true),
    () => false,
  );
  if (open) {
    say({
      zh: '警告：该 NATS 不要求登录，任何人都可以冒充他人发送命令；请仅用于试用',
      en: 'warning: this NATS asks nobody to log in, so anybody can act as anybody; use it for trials only',
    });
  }
  return { url, passwords: samePassword(() => password ?? '') };
}

/** Publishes the five programmes, and plays the example; the first report as a table. */
async function setUp(natsUrl: string, passwords: Bus['passwords'], withExample: boolean): Promise<string | undefined> {
  const as = (user: 'operator' | 'gateway'): Promise<NatsConnection> =>
    connectBus({ servers: natsUrl, user, password: passwords[user] });
  const [operator, gateway] = await Promise.all([as('operator'), as('gateway')]);
  try {
    const position = await publishProgrammes(new Caller(operator, 'operator'));
    const programmes = bundledProgrammes();
    say({ zh: `${programmes.length} 个改革实施方案已载入`, en: `${programmes.length} reform programmes are loaded` });
    if (!withExample) return undefined;
    const caller = new Caller(gateway, 'gateway');
    const example = programmes.find(({ programmeId }) => programmeId === EXAMPLE_PROGRAMME)!;
    return await firstReport(caller, await playExample(caller, example, position));
  } finally {
    await Promise.all([operator.close(), gateway.close()]);
  }
}

async function firstReport(gateway: Caller, position: number): Promise<string> {
  const inspector = {
    [requestHeaders.actor]: 'platform:example-inspector',
    [requestHeaders.grants]: JSON.stringify([{ role: 'inspector', organizationId: EXAMPLE_GROUP }]),
    [requestHeaders.after]: String(position),
  };
  const period = dayOfInstant(new Date()).slice(0, 4) as Period;
  const asked = { programme: EXAMPLE_PROGRAMME, organization: EXAMPLE_GROUP, period };
  const { report } = await gateway.query<LeadingGroupReportQuery, LeadingGroupReportAnswer>(
    LeadingGroupReportQuery,
    asked,
    inspector,
  );
  return reportTable(report);
}

function welcome(url: string, logFile: string, firstPassword: string | undefined): string {
  const login =
    firstPassword === undefined
      ? []
      : [
          `  用户 admin，初始密码（仅显示一次，首次登录须修改）: ${firstPassword}`,
          '  user admin; the first password above is shown once and must be changed',
        ];
  return [`工友平台  ${url}`, ...login, `  日志 logs: ${logFile}`, '  Ctrl-C 停止 stops'].join('\n');
}

async function stop(): Promise<void> {
  for (const step of undo.splice(0).reverse()) {
    await Promise.resolve(step()).catch((error: unknown) => console.error(error));
  }
}

function lost(error: unknown): void {
  console.error(wordsOf(error));
  void stop().then(() => process.exit(1));
}

function say({ zh, en }: Bilingual): void {
  console.log(`[${((Date.now() - startedAt) / 1000).toFixed(1)}s] ${zh} (${en})`);
}

function wordsOf(error: unknown): string {
  if (error instanceof EmbeddedServerError || error instanceof WrongSettings || error instanceof WrongMasterKey)
    return error.message;
  if (error instanceof PlatformProblem) return `${error.texts.zh}\n${error.texts.en}\n${error.code}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
