import { parseArgs } from 'node:util';
import { type Day, isDay } from '@gongyou/domain';
import { Stop } from '../client/arguments';
import type { StorySettings } from './simulated-group';

/** What the command line asks for. */
export interface SimulationSettings extends StorySettings {
  /** Lanes that are played side by side. */
  atOnce: number;
  /** A data folder that stays; a temporary one when left out. */
  data: string | undefined;
  /** The bus of a platform that runs already; one of its own when left out. */
  to: string | undefined;
}

const limits = {
  seed: { usual: 1, least: 1, most: 999_999 },
  // One seed invents 400,000 persons, and those who are hired in a year come on top of the workers.
  workers: { usual: 1_000, least: 40, most: 120_000 },
  months: { usual: 2, least: 1, most: 12 },
  'at-once': { usual: 32, least: 1, most: 256 },
} as const;

/** @throws Stop for what cannot be asked, before anything is done */
export function readSimulationSettings(words: readonly string[], today: Day): SimulationSettings {
  const values = parsed(words);
  const until = values.until ?? today;
  if (!isDay(until) || until > today) throw misused('--until');
  if (values.data !== undefined && values.to !== undefined) throw misused('--data, --to');
  if (values.to !== undefined && !/^(nats|tls):\/\//.test(values.to)) throw misused('--to');
  return {
    seed: whole(values, 'seed'),
    workers: whole(values, 'workers'),
    months: whole(values, 'months'),
    atOnce: whole(values, 'at-once'),
    until,
    data: values.data,
    to: values.to,
  };
}

function whole(values: Partial<Record<keyof typeof limits, string>>, name: keyof typeof limits): number {
  const { usual, least, most } = limits[name];
  const text = values[name] ?? String(usual);
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) throw misused(`--${name} ${least}–${most}`);
  return number;
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        ...{ seed: { type: 'string' }, workers: { type: 'string' }, months: { type: 'string' } },
        ...{
          until: { type: 'string' },
          'at-once': { type: 'string' },
          data: { type: 'string' },
          to: { type: 'string' },
        },
      },
    }).values;
  } catch (error) {
    throw misused((error as Error).message);
  }
}

const misused = (reason: string): Stop => new Stop({ zh: '用法：', en: 'usage:' }, `${reason}\n${usage}`);

const usage = `  npm run simulate -- [--workers N] [--months M] [--seed S] [--until YYYY-MM-DD] [--data FOLDER | --to nats://…] [--at-once N]

  --data   保留的数据目录，之后可用 npm start 打开；需 ADMIN_PASSWORD
           a data folder that stays, to be opened with npm start; needs ADMIN_PASSWORD
  --to     对正在运行的平台模拟；需 GATEWAY_URL、ADMIN_PASSWORD，以及 NATS_PASSWORD 或 GONGYOU_DATA
           plays to a platform that runs; needs GATEWAY_URL, ADMIN_PASSWORD, and NATS_PASSWORD or GONGYOU_DATA
  --until  最后一日；隔日续跑时写明第一次运行的日期
           the last day; name the day of the first run when you go on with it on another day`;
