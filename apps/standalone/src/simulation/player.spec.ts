import { EstablishUnit } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { type Act, ADMINISTRATOR, type Lane, type Scene } from './act';
import { Player, type Teller } from './player';
import { type Told, Untold } from './told';

const act = (key: string, refusedWith?: string): Act => ({
  ...{ by: ADMINISTRATOR, on: day('2026-11-01'), key, command: EstablishUnit, data: {} },
  ...(refusedWith !== undefined && { refusedWith }),
});
const scene = (...lanes: Lane[]): Scene => ({ title: { zh: '场景', en: 'scene' }, lanes });
const answer: Told = { position: 5, events: 1, isRepeated: false };

/** Answers each act as told, once for each time; and remembers what it heard, and how many acts it had open at once. */
class Listener implements Teller {
  readonly heard: string[] = [];
  open = 0;
  mostOpen = 0;

  constructor(private readonly answers: Record<string, (Told | Untold)[]> = {}) {}

  async tell({ key }: Act): Promise<Told> {
    this.open += 1;
    this.mostOpen = Math.max(this.mostOpen, this.open);
    await Promise.resolve();
    this.open -= 1;
    this.heard.push(key);
    const next = this.answers[key]?.shift() ?? answer;
    if (next instanceof Untold) throw next;
    return next;
  }
}

const busy = (): Untold => new Untold('platform.noAnswer', true);

describe('The player of a story', () => {
  it('plays the acts of a lane one after another, and a scene after the one before it', async () => {
    const listener = new Listener();
    const scenes = [scene([act('a1'), act('a2')], [act('b1'), act('b2')]), scene([act('c')])];
    await new Player(listener, { atOnce: 8 }).play(scenes);
    expect(listener.heard.filter((key) => key.startsWith('a'))).toEqual(['a1', 'a2']);
    expect(listener.heard.filter((key) => key.startsWith('b'))).toEqual(['b1', 'b2']);
    expect(listener.heard.at(-1)).toBe('c');
  });

  it.each([1, 3])('plays no more than %d lanes at once', async (atOnce) => {
    const listener = new Listener();
    const lanes = Array.from({ length: 9 }, (_, index) => [act(`x${index}`), act(`y${index}`)]);
    await new Player(listener, { atOnce }).play([scene(...lanes)]);
    expect(listener.mostOpen).toBe(atOnce);
    expect(listener.heard).toHaveLength(18);
  });

  it('tells an act again when nobody could answer', async () => {
    const listener = new Listener({ a: [busy(), busy()] });
    const tally = await new Player(listener, { atOnce: 1 }).play([scene([act('a'), act('b')])]);
    expect(listener.heard).toEqual(['a', 'a', 'a', 'b']);
    expect(tally).toMatchObject({ told: 2, accepted: 2, toldAgain: 2, events: 2, position: 5 });
  });

  it('stops when nobody answers for longer than it has patience', async () => {
    const listener = new Listener({ a: [busy()] });
    const playing = new Player(listener, { atOnce: 2, patienceMs: -1 }).play([scene([act('a'), act('b')])]);
    await expect(playing).rejects.toThrow('platform.noAnswer');
    expect(listener.heard).toEqual(['a']);
  });

  it('counts what was refused as the story has it, and what went against it', async () => {
    const listener = new Listener({
      wanted: [new Untold('organization.unit.unknown', false)],
      other: [new Untold('organization.unit.closed', false)],
      unwanted: [new Untold('access.outsideScope', false)],
    });
    const code = 'organization.unit.unknown';
    const acts = [act('wanted', code), act('other', code), act('unwanted'), act('accepted', code), act('right')];
    const tally = await new Player(listener, { atOnce: 1 }).play([scene(acts)]);
    expect([...tally.refusedOnPurpose]).toEqual([[code, 1]]);
    expect([...tally.unexpected]).toEqual([
      ['organization.unit.establish: organization.unit.closed', { count: 1, firstKey: 'other' }],
      ['organization.unit.establish: access.outsideScope', { count: 1, firstKey: 'unwanted' }],
      ['organization.unit.establish was accepted', { count: 1, firstKey: 'accepted' }],
    ]);
    expect(tally).toMatchObject({ told: 5, accepted: 2 });
  });

  it('counts no events for an answer of an earlier time', async () => {
    const listener = new Listener({ a: [{ ...answer, isRepeated: true }] });
    const tally = await new Player(listener, { atOnce: 1 }).play([scene([act('a'), act('b')])]);
    expect(tally).toMatchObject({ accepted: 2, repeated: 1, events: 1 });
  });
});
