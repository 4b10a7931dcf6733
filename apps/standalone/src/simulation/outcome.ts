import Table from 'cli-table3';
import { agrees, type ComparedFigure } from './figures';
import type { Tally } from './player';

const MOST_COMMANDS = 15;
const whole = (number: number): string => Math.round(number).toLocaleString('en');

/** Whether all went as the story has it: nothing was refused or accepted against it, and every figure that it counts agrees. */
export const wentAsTold = (tally: Tally, figures: readonly ComparedFigure[]): boolean =>
  tally.unexpected.size === 0 && figures.every(agrees);

/** One line of how far it is. */
export function progressOf(tally: Tally, scene: string, seconds: number): string {
  const { told, events, toldAgain } = tally;
  const rate = seconds > 0 ? `${whole(told / seconds)}/s` : '';
  const again = toldAgain > 0 ? `, ${whole(toldAgain)} told again` : '';
  return `${scene}: ${whole(told)} commands, ${whole(events)} events, ${rate}, ${memoryNow()} MiB${again}`;
}

/** What was played, where the time went, what was refused, and the figures on both sides. */
export function outcomeOf(tally: Tally, figures: readonly ComparedFigure[], seconds: number): string {
  const { accepted, repeated, events, refusedOnPurpose, unexpected, toldAgain } = tally;
  const sums = tableOf(['', '']);
  sums.push(
    ['commands told', whole(tally.told)],
    ['accepted', whole(accepted)],
    ['… of them answered as before', whole(repeated)],
    ['events recorded', whole(events)],
    ['told again after no answer', whole(toldAgain)],
    ['seconds', seconds.toFixed(1)],
    ['commands per second', whole(tally.told / seconds)],
    ['events per second', whole(events / seconds)],
    ...[...refusedOnPurpose].map(([code, count]) => [`refused on purpose: ${code}`, whole(count)]),
    ...[...unexpected].map(([what, { count, firstKey }]) => [
      `NOT IN THE STORY: ${what} (first: ${firstKey})`,
      whole(count),
    ]),
  );
  return [sums, timesOf(tally), figuresTable(figures)].map((table) => table.toString()).join('\n\n');
}

/** Where the time goes: the commands that took longest in all. Many are waited for at once, so these seconds add up to more. */
function timesOf({ commands }: Tally): Table.Table {
  const table = tableOf(['command', 'told', 'ms on average', 'seconds in all']);
  const longest = [...commands].sort(([, a], [, b]) => b.milliseconds - a.milliseconds).slice(0, MOST_COMMANDS);
  for (const [name, { count, milliseconds }] of longest) {
    table.push([name, whole(count), (milliseconds / count).toFixed(1), (milliseconds / 1_000).toFixed(1)]);
  }
  return table;
}

function figuresTable(figures: readonly ComparedFigure[]): Table.Table {
  const table = tableOf(['figure', 'in the story', 'on the platform', '']);
  for (const each of figures) {
    const counted = each.inTheStory === undefined ? '' : whole(each.inTheStory);
    table.push([each.figure, counted, whole(each.onThePlatform), agrees(each) ? '' : 'DIFFERS']);
  }
  return table;
}

const tableOf = (head: string[]): Table.Table =>
  new Table({
    head,
    style: { head: [], border: [], compact: true },
    colAligns: head.map((_, index) => (index === 0 ? 'left' : 'right')),
  });

const memoryNow = (): string => whole(process.memoryUsage().rss / 2 ** 20);
