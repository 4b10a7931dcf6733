import { addDays, type Day } from '@gongyou/domain';
import type { Randomness } from '../randomness';
import { type InventedPerson, inventedPerson } from './invented-person';
import { anyDayIn, type PlayedMonth } from './months';
import type { Crew, Project, SimulatedGroup } from './simulated-group';

/** How a worker comes to a site, moves on it and leaves it. It is worked out anew whenever it is asked for, and kept nowhere. */
export interface WorkerLife {
  /** Of the person; nobody else has it. */
  number: number;
  workerId: string;
  /** The crew that he comes into. */
  crew: Crew;
  enteredOn: Day;
  moved?: { to: Crew; on: Day };
  /** His last day on the site. */
  leftOn?: Day;
}

/** The first of each crew stay: its leader, those who hold powers, the liaison person. */
const WHO_STAY = 6;
/** Of those who may go, in a month. */
const LEAVES = 0.06;
const MOVES = 0.04;
/** New people of a crew in a month. */
const MOST_HIRED = 3;
/** Persons that one seed may invent. Twelve seeds in a row have others each, so that their groups can live on one platform. */
const PERSONS_OF_A_SEED = 400_000;
const SEEDS_APART = 12;

/** The workers of a project that live on its site in the course of the story, those who are hired later included. */
export function* workersOf(group: SimulatedGroup, { crews }: Project): Iterable<WorkerLife> {
  for (const crew of crews) {
    for (let place = 0; place < crew.size; place += 1) yield fromTheBeginning(group, crew, place);
    for (const month of group.months) yield* hiredIn(group, crew, month);
  }
}

/** One of those whom a crew begins with. */
function fromTheBeginning(group: SimulatedGroup, crew: Crew, place: number): WorkerLife {
  const number = crew.first + place;
  const enteredOn = addDays(crew.project.beginsOn, number % 3);
  const life = { number, workerId: workerIdOf(group, number), crew, enteredOn };
  return place < WHO_STAY ? life : withWhatComes(group, life, 1);
}

const workerIdOf = (group: SimulatedGroup, number: number): string => group.id('worker', number);

/** The leader of a crew, the deputy and so on, by place; all of them stay. */
export const steadyMember = (group: SimulatedGroup, crew: Crew, place: number): string =>
  workerIdOf(group, crew.first + Math.min(place, crew.size - 1));

/** The person behind a number, of age on the first day of the story. */
export function personOf(group: SimulatedGroup, number: number): InventedPerson {
  const place = (group.settings.seed % SEEDS_APART) * PERSONS_OF_A_SEED + number;
  return inventedPerson(place, group.chance('person', number), group.beginsOn);
}

/** Whether he is on the roster of his site on a day, and in which crew. */
export function crewOn({ crew, enteredOn, moved, leftOn }: WorkerLife, on: Day): Crew | undefined {
  if (on < enteredOn || (leftOn !== undefined && on > leftOn)) return undefined;
  return moved && moved.on <= on ? moved.to : crew;
}

/** How many people each crew of a project has on a day. */
export function headsOn(group: SimulatedGroup, project: Project, on: Day): ReadonlyMap<Crew, number> {
  const heads = new Map<Crew, number>();
  for (const life of workersOf(group, project)) {
    const crew = crewOn(life, on);
    if (crew) heads.set(crew, (heads.get(crew) ?? 0) + 1);
  }
  return heads;
}

function* hiredIn(group: SimulatedGroup, crew: Crew, month: PlayedMonth): Iterable<WorkerLife> {
  const chance = group.chance('hired', crew.index, month.index);
  const count = chance.between(0, MOST_HIRED);
  const { workers, months } = group.settings;
  for (let each = 0; each < count; each += 1) {
    const enteredOn = anyDayIn(month, chance, 5, 25);
    if (enteredOn === undefined) continue;
    const number = workers + (crew.index * months + month.index) * MOST_HIRED + each;
    const life = { number, workerId: workerIdOf(group, number), crew, enteredOn };
    yield withWhatComes(group, life, month.index + 1);
  }
}

/** From the month of that number on he may be moved once, and may leave; nobody leaves on the last day of the story. */
function withWhatComes(group: SimulatedGroup, life: WorkerLife, fromMonth: number): WorkerLife {
  const chance = group.chance('life', life.number);
  let lived = life;
  for (const month of group.months.slice(fromMonth)) {
    const leaves = chance.happens(LEAVES);
    const on = anyDayIn(month, chance, 3, 27);
    if (on === undefined || on >= group.until) continue;
    if (leaves) return { ...lived, leftOn: on };
    if (!lived.moved && chance.happens(MOVES)) lived = movedOn(lived, on, chance);
  }
  return lived;
}

function movedOn(life: WorkerLife, on: Day, chance: Randomness): WorkerLife {
  const others = life.crew.project.crews.filter((each) => each !== life.crew);
  return others.length === 0 ? life : { ...life, moved: { to: chance.oneOf(others), on } };
}
