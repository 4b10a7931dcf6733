import type { Bilingual } from '@gongyou/domain';
import { OperatorError } from '../operator-error';

/** Something under the platform (data folder, port, PostgreSQL, nats-server) is not as it must be; says what to do about it. */
export class EmbeddedServerError<
  Code extends EmbeddedServerErrorCode = EmbeddedServerErrorCode,
> extends OperatorError<Code> {
  override readonly name = 'EmbeddedServerError';

  constructor(code: Code, detail: Parameters<(typeof texts)[Code]>[0], options?: ErrorOptions) {
    super(code, (texts[code] as (of: typeof detail) => Bilingual)(detail), options);
  }
}

export type EmbeddedServerErrorCode = keyof typeof texts;

const texts = {
  'standalone.dataFolder.inUse': ({ folder, pid, address }: { folder: string; pid: number; address?: string }) => ({
    zh: `数据目录 ${folder} 正由进程 ${pid} 使用${address ? `，地址 ${address}` : ''}。`,
    en: `The data folder ${folder} is in use by process ${pid}${address ? ` at ${address}` : ''}.`,
  }),
  'standalone.dataFolder.notOurs': ({ folder }: { folder: string }) => ({
    zh: `${folder} 中有其他文件，请将 GONGYOU_DATA 设为空目录或新目录。`,
    en: `${folder} holds other files. Set GONGYOU_DATA to an empty or a new folder.`,
  }),
  'standalone.dataFolder.newerLayout': ({ folder, layout }: { folder: string; layout: string }) => ({
    zh: `数据目录 ${folder} 由更新版本的程序建立（布局 ${layout}），请使用该版本启动。`,
    en: `The data folder ${folder} was made by a newer version (layout ${layout}). Start that version.`,
  }),
  'standalone.dataFolder.notWritable': ({ folder }: { folder: string }) => ({
    zh: `当前用户无法写入数据目录 ${folder}。请用建立它的用户启动，或将 GONGYOU_DATA 设为其他目录。`,
    en: `This user cannot write to the data folder ${folder}. Start as the user who made it, or set GONGYOU_DATA to another folder.`,
  }),
  'standalone.port.busy': ({ port, variable, holder }: { port: number; variable: string; holder?: string }) => ({
    zh: `端口 ${port} 已被占用${holder ? `（${holder}）` : ''}。请用 ${variable} 指定其他端口。`,
    en: `Port ${port} is already in use${holder ? ` by ${holder}` : ''}. Choose another with ${variable}.`,
  }),
  'standalone.port.notAllowed': ({ port, variable }: { port: number; variable: string }) => ({
    zh: `当前用户不能使用端口 ${port}。请用 ${variable} 指定 1024 以上的端口。`,
    en: `This user may not listen on port ${port}. Choose one above 1024 with ${variable}.`,
  }),
  'standalone.port.invalid': ({ variable }: { variable: string }) => ({
    zh: `${variable} 必须是 0 至 65535 的整数。`,
    en: `${variable} must be a whole number from 0 to 65535.`,
  }),
  'standalone.server.didNotStart': ({ server, log }: { server: string; log: readonly string[] }) => ({
    zh: `${server} 未能启动。其日志：\n${indented(log)}`,
    en: `${server} did not start. Its own words:\n${indented(log)}`,
  }),
  'standalone.server.keepsEnding': ({ server, logFile }: { server: string; logFile: string }) => ({
    zh: `${server} 反复意外退出，不再重启。日志见 ${logFile}。`,
    en: `${server} keeps ending unexpectedly and is not started again. See ${logFile}.`,
  }),
  'standalone.server.leftoverStays': ({ server, pid }: { server: string; pid: number }) => ({
    zh: `上次运行遗留的 ${server}（进程 ${pid}）无法停止。请执行：sudo kill -INT ${pid}`,
    en: `The ${server} left behind by an earlier run (process ${pid}) could not be stopped. Run: sudo kill -INT ${pid}`,
  }),
  'standalone.postgres.noBinaries': ({ platform }: { platform: string }) => ({
    zh: `没有适用于 ${platform} 的内嵌 PostgreSQL。请用 DATABASE_URL 指定已有的 PostgreSQL。`,
    en: `There is no embedded PostgreSQL for ${platform}. Name a PostgreSQL of your own with DATABASE_URL.`,
  }),
  'standalone.postgres.otherVersion': ({
    data,
    stored,
    shipped,
  }: {
    data: string;
    stored: string;
    shipped: string;
  }) => ({
    zh: `${data} 由 PostgreSQL ${stored} 建立，而现有程序为 ${shipped}，需先迁移数据。`,
    en: `${data} was made by PostgreSQL ${stored}, the binaries are ${shipped}. The data must be migrated first.`,
  }),
  'standalone.postgres.noAccount': ({ account, command }: { account: string; command: string }) => ({
    zh: `PostgreSQL 不能以 root 运行，且无法建立系统用户 ${account}。请执行：${command}`,
    en: `PostgreSQL does not run as root, and the system user ${account} could not be made. Run: ${command}`,
  }),
  'standalone.postgres.unreachable': ({ folder, account }: { folder: string; account: string }) => ({
    zh: `系统用户 ${account} 无法进入 ${folder}。请将 GONGYOU_DATA 设为该用户可到达的目录（如 /srv/gongyou），或放开上级目录的 x 权限。`,
    en: `The system user ${account} cannot enter ${folder}. Set GONGYOU_DATA to a folder it can reach (such as /srv/gongyou), or grant x on the folders above.`,
  }),
  'standalone.nats.missing': () => ({
    zh: '找不到 nats-server。请安装（Debian：sudo apt-get install -y nats-server），或用 NATS_URL 指定已有的服务器。',
    en: 'There is no nats-server. Install it (Debian: sudo apt-get install -y nats-server), or name a server of your own with NATS_URL.',
  }),
  'standalone.nats.badConfiguration': ({ reason }: { reason: string }) => ({
    zh: `nats-server 拒绝该配置：${reason}`,
    en: `nats-server refuses the configuration: ${reason}`,
  }),
  'standalone.nats.notReloaded': ({ reason }: { reason: string }) => ({
    zh: `nats-server 未采用新配置，仍按原配置运行：${reason}`,
    en: `nats-server did not take the new configuration and keeps the old one: ${reason}`,
  }),
} as const;

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join('\n');
