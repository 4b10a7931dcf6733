import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Caller, connectBus, PlatformProblem } from '@gongyou/messaging';
import type { Comparison } from '../rebuild/rebuild';
import type { OperatorStatus } from './operator.controller';
import { operatorSubjects } from './operator.subjects';

/** Comparing and switching read every row. */
const WITHIN_MS = 30 * 60_000;
const LOOK_EVERY_MS = 500;

export const usage = `npm run projection -- status           现况 how the read models stand
npm run projection -- rebuild          在现用读模型旁重建（可中断，再次执行即续做） build them anew beside the live ones; --afresh 从头 from the start
npm run projection -- cancel           中断重建 leave the rebuild off; it can be gone on with
npm run projection -- compare          逐行比较 compare with the live ones, row by row
npm run projection -- switch           切换 make the rebuilt ones live; --force 不比较 without comparing
npm run projection -- rollback         退回上一套 make the previous ones live again
npm run projection -- replay-parked    重放搁置的事件 process the parked events again`;

/** The command was not given as it must be. */
export class WrongUsage extends Error {
  constructor() {
    super(usage);
  }
}

/** Where the bus is, and the password of its user `operator`. */
export interface OperatorAccess {
  servers: string;
  password: string;
}

/**
 * Carries out one command of the operator's on the projection that runs, and tells of it line by line. Answers whether all is well:
 * false for a comparison with differences, a rebuild that failed, and events that stay parked. `interrupted` leaves a rebuild off.
 */
export async function runProjectionCommand(
  given: readonly string[],
  access: OperatorAccess,
  tell: (line: string) => void,
  interrupted: AbortSignal,
): Promise<boolean> {
  const { act, afresh, force } = argumentsOf(given);
  const connection = await connectBus({ ...access, user: 'operator' });
  const caller = new Caller(connection, 'operator', WITHIN_MS);
  try {
    switch (act) {
      case 'status':
        return toldStatus(await caller.request(operatorSubjects.status, {}), tell);
      case 'rebuild':
        await caller.request(operatorSubjects.rebuild, { afresh });
        return await followed(caller, tell, interrupted);
      case 'cancel':
      case 'rollback':
        return toldStatus(await caller.request(operatorSubjects[act], {}), tell);
      case 'switch':
        return toldStatus(await caller.request(operatorSubjects.switch, { force }), tell);
      case 'compare':
        return toldComparison(await caller.request(operatorSubjects.compare, {}), tell);
      case 'replay-parked':
        return toldReplay(await caller.request(operatorSubjects.replayParked, {}), tell);
    }
  } finally {
    await connection.close();
  }
}

const acts = ['status', 'rebuild', 'cancel', 'compare', 'switch', 'rollback', 'replay-parked'] as const;
type Act = (typeof acts)[number];

function argumentsOf(given: readonly string[]): { act: Act; afresh: boolean; force: boolean } {
  try {
    const { positionals, values } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { afresh: { type: 'boolean', default: false }, force: { type: 'boolean', default: false } },
    });
    const [act] = positionals;
    const fits =
      positionals.length === 1 && (!values.afresh || act === 'rebuild') && (!values.force || act === 'switch');
    if (fits && acts.includes(act as Act)) return { act: act as Act, ...values };
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) throw error;
  }
  throw new WrongUsage();
}

async function followed(caller: Caller, tell: (line: string) => void, interrupted: AbortSignal): Promise<boolean> {
  for (;;) {
    const status = await caller.request<OperatorStatus>(operatorSubjects.status, {});
    if (status.rebuild.state !== 'running') return toldStatus(status, tell);
    if (interrupted.aborted) return toldStatus(await caller.request(operatorSubjects.cancel, {}), tell);
    tell(`重建至 rebuilt to ${status.rebuild.next ?? -1} / ${status.head}`);
    await pause(LOOK_EVERY_MS, undefined, { signal: interrupted }).catch(() => undefined);
  }
}

function toldStatus({ position, head, lag, parked, lastError, rebuild }: OperatorStatus, tell: (line: string) => void) {
  const place = (of: number | null): string => (of === null ? '无 none' : String(of));
  tell(`账本 ledger ${head}，现用 live ${position}，落后 behind ${lag}，搁置 parked ${parked}`);
  if (lastError) {
    const { at, handler, message } = lastError;
    tell(`最近错误 last error: ${at} 位置 position ${lastError.position} ${handler}: ${message}`);
  }
  tell(`重建的 next ${place(rebuild.next)}（${rebuild.state}），上一套 previous ${place(rebuild.previous)}`);
  if (rebuild.failure !== null) tell(`重建失败 the rebuild failed: ${rebuild.failure}`);
  return rebuild.state !== 'failed';
}

function toldComparison({ position, tables, differing }: Comparison, tell: (line: string) => void): boolean {
  tell(`比较位置 compared at position ${position}`);
  for (const { table, rows, differing: different, keys } of tables) {
    tell(`${table}: ${rows} 行 rows, ${different} 处不同 differ${keys.map((key) => `\n  ${key}`).join('')}`);
  }
  tell(differing === 0 ? '一致 no difference' : `不一致 ${differing} differences`);
  return differing === 0;
}

function toldReplay(
  { processed, parked }: { processed: number; parked: number },
  tell: (line: string) => void,
): boolean {
  tell(`已重放 processed ${processed}，仍搁置 still parked ${parked}`);
  return parked === 0;
}

/** What went wrong, in words for the operator. */
export function wordsOf(error: unknown): string {
  if (error instanceof PlatformProblem) return `${error.texts.zh}\n${error.texts.en}\n${error.code}`;
  if (error instanceof WrongUsage) return `用法 usage:\n${error.message}`;
  return String((error as Error).stack ?? error);
}
