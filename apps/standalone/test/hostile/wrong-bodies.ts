import type { ContractClass } from '@gongyou/contracts';
import { fullBody, walk } from './contract-schema';
import { MARK } from './refusal';

/** A body in which one place holds something that cannot stand there. */
export interface WrongBody {
  /** JSON pointer of the place; list places as `*`. */
  place: string;
  /** What was put there, in words. */
  wrong: string;
  /** The body as JSON text. */
  text: string;
}

/** For every place of a contract, bodies that are right but for that place. Made from the contract, so that a new one is covered by itself. */
export function wrongBodies(contract: ContractClass): WrongBody[] {
  const body = fullBody(contract);
  const signed = placesBelowZero(contract);
  return placesOf(body).flatMap(({ place, steps, value }) =>
    wrongFor(value)
      .filter(([wrong]) => wrong !== LESS_THAN_ANY_COUNT || !signed.has(place))
      .map(([wrong, json]) => ({ place, wrong, text: replaced(body, steps, json) })),
  );
}

/** Every place that the contract names: to see that `wrongBodies` leaves none out. */
export function placesOfContract(contract: ContractClass): string[] {
  const places: string[] = [];
  walk(contract, (_, place) => places.push(place));
  return places;
}

/** The places where a number below zero is right, such as a latitude. */
function placesBelowZero(contract: ContractClass): ReadonlySet<string> {
  const places = new Set<string>();
  walk(contract, ({ minimum = 0 }, place) => {
    if (minimum < 0) places.add(place);
  });
  return places;
}

interface Place {
  place: string;
  steps: string[];
  value: unknown;
}

function placesOf(value: unknown, place = '', steps: string[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => {
    const at = `${place}/${Array.isArray(value) ? '*' : name}`;
    const way = [...steps, name];
    return [{ place: at, steps: way, value: inside as unknown }, ...placesOf(inside, at, way)];
  });
}

const everywhere: [string, string][] = [
  ['null', 'null'],
  ['true', 'true'],
  ['a list in a list', '[[]]'],
];
const texts: [string, string][] = [
  ['a number', '7'],
  ['an object', `{"text":"${MARK}"}`],
  ['a list of texts', `["${MARK}"]`],
  ['an empty text', '""'],
  ['a NUL', `"${MARK}\\u0000"`],
  ['a bell', `"${MARK}\\u0007"`],
  ['half a pair', `"${MARK}\\ud83d"`],
  ['a text without end', JSON.stringify(MARK.repeat(2000))],
];
const LESS_THAN_ANY_COUNT = 'less than any count';
const numbers: [string, string][] = [
  ['a text', '"7"'],
  ['NaN as a text', '"NaN"'],
  ['more than any number', '1e400'],
  ['less than any number', '-1e400'],
  [LESS_THAN_ANY_COUNT, '-1'],
  ['an object', '{}'],
];
const booleans: [string, string][] = [
  ['null', 'null'],
  ['a text', '"true"'],
  ['a number', '1'],
  ['a list in a list', '[[]]'],
  ['an object', '{}'],
];
const lists: [string, string][] = [
  ['a text', `"${MARK}"`],
  ['an object', '{}'],
  ['what looks like a list', `{"length":1,"0":"${MARK}"}`],
  ['nothing in a list', '[null]'],
  ['too many', JSON.stringify(Array.from({ length: 501 }, () => MARK))],
];
const objects: [string, string][] = [
  ['a text', `"${MARK}"`],
  ['a number', '7'],
  ['a list', '[]'],
  ['a field that every object has', `{"__proto__":{"admin":true},"constructor":"${MARK}"}`],
];

function wrongFor(value: unknown): [string, string][] {
  if (typeof value === 'string') return [...everywhere, ...texts];
  if (typeof value === 'boolean') return booleans;
  if (typeof value === 'number') return [...everywhere, ...numbers];
  return [...everywhere, ...(Array.isArray(value) ? lists : objects)];
}

/** The body as text with one value written as given, which need not be what JSON.stringify could write. */
function replaced(body: unknown, steps: readonly string[], json: string): string {
  const copy: unknown = structuredClone(body);
  let parent = copy as Record<string, unknown>;
  for (const step of steps.slice(0, -1)) parent = parent[step] as Record<string, unknown>;
  parent[steps.at(-1)!] = '\u0000here';
  return JSON.stringify(copy).replace(JSON.stringify('\u0000here'), () => json);
}
