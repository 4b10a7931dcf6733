import { day } from '@gongyou/domain';
import { readSimulationSettings } from './simulation-settings';

const TODAY = day('2026-11-27');
const read = (...words: string[]) => readSimulationSettings(words, TODAY);

describe('The words after npm run simulate', () => {
  it('may all be left out', () => {
    const usual = { seed: 1, workers: 1_000, months: 2, atOnce: 32, until: TODAY, data: undefined, to: undefined };
    expect(read()).toEqual(usual);
  });

  it('set the story', () => {
    const words = ['--workers', '60', '--months', '3', '--seed', '7', '--until', '2026-11-26', '--at-once', '8'];
    expect(read(...words)).toMatchObject({ workers: 60, months: 3, seed: 7, until: '2026-11-26', atOnce: 8 });
    expect(read('--data', '/srv/simulated')).toHaveProperty('data', '/srv/simulated');
    expect(read('--to', 'nats://127.0.0.1:14222')).toHaveProperty('to', 'nats://127.0.0.1:14222');
  });

  it.each([
    ['workers', 40, 120_000],
    ['months', 1, 12],
    ['seed', 1, 999_999],
    ['at-once', 1, 256],
  ])('take --%s from %d to %d', (name, least, most) => {
    for (const within of [least, most]) expect(() => read(`--${name}`, String(within))).not.toThrow();
    for (const beyond of [least - 1, most + 1]) expect(() => read(`--${name}`, String(beyond))).toThrow('usage');
    for (const wrong of ['', 'x', '1.5', '1e3', ' 50']) expect(() => read(`--${name}`, wrong)).toThrow('usage');
  });

  it('end the story no later than today', () => {
    expect(() => read('--until', '2026-11-27')).not.toThrow();
    expect(() => read('--until', '2026-11-28')).toThrow('--until');
    expect(() => read('--until', '2026-02-30')).toThrow('--until');
  });

  it('name one platform', () => {
    expect(() => read('--data', '/srv/simulated', '--to', 'nats://127.0.0.1:14222')).toThrow('--data, --to');
    expect(() => read('--to', 'http://127.0.0.1:8080')).toThrow('--to');
    expect(() => read('--elsewhere')).toThrow('usage');
  });
});
