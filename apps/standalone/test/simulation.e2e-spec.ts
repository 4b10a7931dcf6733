import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { dayOfInstant } from '@gongyou/domain';
import { Client } from 'pg';
import type { Scene } from '../src/simulation/act';
import { agrees, comparedFigures } from '../src/simulation/figures';
import { wentAsTold } from '../src/simulation/outcome';
import { OutsideDoors } from '../src/simulation/outside-doors';
import { Player, type Tally } from '../src/simulation/player';
import { SimulatedGroup } from '../src/simulation/simulated-group';
import { storyOf } from '../src/simulation/story';
import { OperatedPlatform } from './operated-platform';

const ADMINISTRATOR = 'password-of-the-simulation';
const settings = { seed: 7, workers: 60, months: 2, until: dayOfInstant(new Date()) };

describe('A simulated group of 60 workers, played for two months through the outside interfaces', () => {
  let platform: OperatedPlatform;
  let position: number;

  beforeAll(async () => {
    platform = await OperatedPlatform.start(ADMINISTRATOR);
  }, 120_000);
  afterAll(async () => platform?.close());

  /** Each time as a new run would: with nothing in hand but the seed and the operator's access. */
  const withDoors = async <T>(act: (doors: OutsideDoors, group: SimulatedGroup) => Promise<T>): Promise<T> => {
    const { bus, url: gatewayUrl } = platform;
    const operatorPassword = (): Promise<string> => Promise.resolve(bus.passwords.operator);
    const address = { natsUrl: bus.url, operatorPassword, gatewayUrl, administratorPassword: ADMINISTRATOR };
    const doors = new OutsideDoors(address);
    try {
      return await act(doors, new SimulatedGroup(settings));
    } finally {
      await doors.close();
    }
  };
  const play = (cut: (scenes: Iterable<Scene>) => Iterable<Scene> = (scenes) => scenes): Promise<Tally> =>
    withDoors((doors, group) => new Player(doors, { atOnce: 16 }).play(cut(storyOf(group))));

  const recordedFromOutside = async (): Promise<number> => {
    const database = new Client({ connectionString: platform.databaseUrl });
    await database.connect();
    try {
      const { rows } = await database.query<{ count: number }>(
        `SELECT count(*)::int FROM ledger.events WHERE entry::json->>'client' = 'gateway' OR entry::json->>'client' LIKE 'sim7-%'`,
      );
      return rows[0]!.count;
    } finally {
      await database.end();
    }
  };

  it('goes on after a run that was killed, and nothing is refused but what is played for it', async () => {
    const begun = await play(firstOf(7));
    const whole = await play();
    position = whole.position;
    expect([...begun.unexpected, ...whole.unexpected]).toEqual([]);
    expect(begun.accepted).toBeGreaterThan(100);
    expect(whole.repeated).toBe(begun.accepted);
    expect(whole.accepted).toBeGreaterThan(350);
    expect(Object.fromEntries(whole.refusedOnPurpose)).toEqual({
      'organization.crew.powerNotInForce': 1,
      'organization.unit.creditCodeWrong': 2,
      'organization.worker.identityTaken': 1,
    });
  });

  it('has the figures on the platform that it has itself', async () => {
    const figures = await withDoors((doors, group) => comparedFigures(doors, group, position));
    expect(figures.filter((figure) => !agrees(figure))).toEqual([]);
    const counted = new Map(figures.map(({ figure, inTheStory }) => [figure, inTheStory]));
    expect(counted.get('workersOnSite')).toBeGreaterThan(50);
    expect(counted.get('openCrews')).toBe(3);
    expect(counted.get('sim7-project-2-roster: registered')).toBeGreaterThan(15);
  });

  it('sends the same again in a second run, and adds nothing', async () => {
    const before = await recordedFromOutside();
    const again = await play();
    expect([...again.unexpected]).toEqual([]);
    expect(again.events).toBe(0);
    expect(again.position).toBe(position);
    expect(await recordedFromOutside()).toBe(before);
  });

  it('tells when a figure differs', async () => {
    const [figures, tally] = await withDoors(async (doors) => {
      const larger = new SimulatedGroup({ ...settings, workers: 80 });
      const compared = await comparedFigures(doors, larger, position);
      return [compared, await new Player(doors, { atOnce: 1 }).play([])] as const;
    });
    expect(wentAsTold(tally, figures)).toBe(false);
    expect(figures.filter((figure) => !agrees(figure)).map(({ figure }) => figure)).toContain('workersOnSite');
  });
});

describe('npm run simulate', () => {
  it('plays on a platform of its own, and ends with what was played', async () => {
    const command = join(__dirname, '..', 'bootstrap', 'simulate.mjs');
    const { code, text } = await new Promise<{ code: number; text: string }>((resolve) => {
      execFile(
        process.execPath,
        [command, '--workers', '40', '--months', '1', '--seed', '3'],
        (error, stdout, stderr) => resolve({ code: error ? 1 : 0, text: stdout + stderr }),
      );
    });
    expect(text).toContain('workersOnSite');
    expect(text).not.toMatch(/DIFFERS|NOT IN THE STORY/);
    expect(code).toBe(0);
  }, 240_000);
});

const firstOf = (count: number) =>
  function* (scenes: Iterable<Scene>): Iterable<Scene> {
    let left = count;
    for (const scene of scenes) {
      if (left-- === 0) return;
      yield scene;
    }
  };
