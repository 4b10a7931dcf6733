import { type NewestEvent, NewestEvents } from './newest-events';

const event = (name: string, type = 'DayClosed'): NewestEvent => ({ entry: name, data: '.', type });
const named = (newest: NewestEvents, after: number, limit = 100, types?: string[]): [string, number] | undefined => {
  const page = newest.page({ after, limit, ...(types && { types }) });
  return page && [page.events.map(({ entry }) => entry).join(''), page.through];
};

describe('The newest events', () => {
  it('are served behind any position that they begin at or before', () => {
    const newest = new NewestEvents(1_000);
    newest.take(5, [event('f'), event('g')]);
    newest.take(7, [event('h')]);
    expect([3, 4, 5, 6, 7, 8].map((after) => named(newest, after))).toEqual([
      undefined,
      ['fgh', 7],
      ['gh', 7],
      ['h', 7],
      undefined,
      undefined,
    ]);
  });

  it('are served in pages', () => {
    const newest = new NewestEvents(1_000);
    newest.take(0, [event('a'), event('b'), event('c')]);
    expect(named(newest, -1, 2)).toEqual(['ab', 1]);
    expect(named(newest, 1, 2)).toEqual(['c', 2]);
  });

  it('are picked by their types, and what is passed over counts as seen', () => {
    const newest = new NewestEvents(1_000);
    newest.take(0, [event('a'), event('b', 'TaskPlanned'), event('c'), event('d')]);
    expect(named(newest, -1, 1, ['TaskPlanned'])).toEqual(['b', 1]);
    expect(named(newest, -1, 2, ['TaskPlanned'])).toEqual(['b', 3]);
    expect(named(newest, 1, 2, ['TaskPlanned'])).toEqual(['', 3]);
  });

  it('begin anew behind what another process has written: a page never has a gap', () => {
    const newest = new NewestEvents(1_000);
    newest.take(0, [event('a'), event('b')]);
    newest.take(3, [event('d')]);
    expect([-1, 0, 1, 2].map((after) => named(newest, after))).toEqual([undefined, undefined, undefined, ['d', 3]]);
  });

  it('are bounded: the oldest are dropped, half at once, when there is one character more than may be kept', () => {
    const newest = new NewestEvents(8);
    newest.take(0, [event('a'), event('b'), event('c'), event('d')]);
    expect(named(newest, -1)).toEqual(['abcd', 3]);
    newest.take(4, [event('e')]);
    expect([1, 2].map((after) => named(newest, after))).toEqual([undefined, ['de', 4]]);
  });

  it('are none, when none may be kept', () => {
    const newest = new NewestEvents(0);
    newest.take(0, [event('a')]);
    expect(named(newest, -1)).toBeUndefined();
    newest.take(1, [event('b')]);
    expect(named(newest, 0)).toBeUndefined();
  });
});
