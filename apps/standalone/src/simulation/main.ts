import 'reflect-metadata';
import { join } from 'node:path';
import { dayOfInstant } from '@gongyou/domain';
import { Stop } from '../client/arguments';
import { onceToldToStop } from '../embedded';
import { comparedFigures } from './figures';
import { wentAsTold, outcomeOf, progressOf } from './outcome';
import { operatorPasswordIn } from './operator-password';
import { OutsideDoors, type PlatformAddress } from './outside-doors';
import { OwnPlatform } from './own-platform';
import { Player } from './player';
import { SimulatedGroup } from './simulated-group';
import { readSimulationSettings, type SimulationSettings } from './simulation-settings';
import { storyOf } from './story';

run().then(
  (asTold) => (process.exitCode = asTold ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  },
);

async function run(): Promise<boolean> {
  const settings = readSimulationSettings(process.argv.slice(2), dayOfInstant(new Date()));
  if (settings.to !== undefined) return play(settings, addressOf(settings.to));
  const administratorPassword = process.env.ADMIN_PASSWORD;
  if (settings.data !== undefined && administratorPassword === undefined) throw missing('ADMIN_PASSWORD');
  const platform = await OwnPlatform.start({ dataFolder: settings.data, administratorPassword });
  onceToldToStop(() => platform.stop());
  try {
    const asTold = await play(settings, platform.address);
    console.log(`peak memory of the platform's services: ${mebibytes(await platform.peakMemory())}`);
    return asTold;
  } finally {
    await platform.stop();
  }
}

async function play(settings: SimulationSettings, address: PlatformAddress): Promise<boolean> {
  const group = new SimulatedGroup(settings);
  const doors = new OutsideDoors(address);
  try {
    const begunAt = performance.now();
    const seconds = (): number => (performance.now() - begunAt) / 1_000;
    const player = new Player(doors, {
      atOnce: settings.atOnce,
      onProgress: (tally, { title }, hasEnded) =>
        process.stderr.write(`${hasEnded ? '✓' : '…'} ${progressOf(tally, `${title.zh} · ${title.en}`, seconds())}\n`),
    });
    const tally = await player.play(storyOf(group));
    const played = seconds();
    const figures = await comparedFigures(doors, group, tally.position);
    console.log(`group ${group.unitId}, seed ${settings.seed}, ${group.beginsOn} to ${group.until}`);
    console.log(outcomeOf(tally, figures, played));
    console.log(`the projection was level ${(seconds() - played).toFixed(1)} s after the last command`);
    console.log(`peak memory of the simulator: ${mebibytes(process.resourceUsage().maxRSS / 1024)}`);
    return wentAsTold(tally, figures);
  } finally {
    await doors.close();
  }
}

/** A platform that runs already: the settings are the same as for `npm run projection`, and where its gateway is. */
function addressOf(natsUrl: string): PlatformAddress {
  const { GATEWAY_URL: gatewayUrl, ADMIN_PASSWORD: administratorPassword, NATS_PASSWORD, GONGYOU_DATA } = process.env;
  if (gatewayUrl === undefined) throw missing('GATEWAY_URL');
  if (administratorPassword === undefined) throw missing('ADMIN_PASSWORD');
  const folder = GONGYOU_DATA || join(process.cwd(), '.gongyou');
  const operatorPassword = (): Promise<string> =>
    NATS_PASSWORD === undefined ? operatorPasswordIn(folder) : Promise.resolve(NATS_PASSWORD);
  return { natsUrl, operatorPassword, gatewayUrl: gatewayUrl.replace(/\/$/, ''), administratorPassword };
}

function missing(variable: string): Stop {
  return new Stop({ zh: `缺少设置 ${variable}`, en: `${variable} is not set.` });
}

const mebibytes = (count: number | undefined): string =>
  count === undefined ? 'not known here' : `${Math.round(count).toLocaleString('en')} MiB`;
