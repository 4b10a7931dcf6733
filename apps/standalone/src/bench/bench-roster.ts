import { type Day, dayOfInstant } from '@gongyou/domain';
import { Randomness } from '../randomness';
import { type InventedPerson, inventedPerson } from '../simulation/invented-person';

/** The company below which the bench sets up its sites. */
export const ROSTER_TOP = 'example-highway';

const WORKERS_OF_CREW = 25;
const CREWS_OF_PROJECT = 40;
/** Whoever is older than this in days needs another paper than a labour contract (OA-04). */
const WORKING_AGE_DAYS = 48 * 365;

interface BenchUnit {
  unitId: string;
  kind: 'project' | 'crew';
  name: string;
  parentId: string;
}

const crewOf = (worker: number): number => Math.floor(worker / WORKERS_OF_CREW);
const projectOf = (crew: number): number => Math.floor(crew / CREWS_OF_PROJECT);
const crewId = (crew: number): string => `bench-roster-crew-${crew}`;

/** The site that a person of the roster works on, by his number. */
export const projectOfWorker = (worker: number): string => `bench-site-${projectOf(crewOf(worker))}`;

/** The sites and crews that so many workers need: crews of 25, forty of them on a site. */
export function unitsFor(workers: number): { projects: BenchUnit[]; crews: BenchUnit[] } {
  const lastCrew = crewOf(workers - 1);
  return {
    projects: Array.from({ length: projectOf(lastCrew) + 1 }, (_, project) => ({
      ...{ unitId: `bench-site-${project}`, kind: 'project' as const },
      ...{ name: `第${project + 1}标段项目部`, parentId: ROSTER_TOP },
    })),
    crews: Array.from({ length: lastCrew + 1 }, (_, crew) => ({
      ...{ unitId: crewId(crew), kind: 'crew' as const },
      ...{ name: `钢筋${crew + 1}班`, parentId: `bench-site-${projectOf(crew)}` },
    })),
  };
}

const COLUMNS = [
  ...['姓名', '证件类型', '证件号码', '民族', '文化程度', '手机号码', '户籍地址', '现住址', '合同类型', '合同签订日期'],
  ...['合同开始日期', '安全培训日期', '安全培训学时', '项目编号', '班组编号', '工种', '工人类型', '进场日期'],
];

/** A roster as a file of text, in pieces: each row a person who is nobody, with contract, training and crew, all of them good. */
export function* rosterFile(workers: number): Generator<string> {
  const chance = new Randomness(20261127);
  const today = dayOfInstant(new Date());
  yield `${COLUMNS.join(',')}\n`;
  for (let worker = 0; worker < workers; worker += 1) yield `${lineOf(worker, chance, today)}\n`;
}

function lineOf(worker: number, chance: Randomness, today: Day): string {
  const { name, identityNumber, phone } = workingAge(worker, chance, today);
  return [
    ...[name, '居民身份证', identityNumber, '汉族', '初中', phone, '某省某市某县某镇某村12号', '项目部生活区3栋'],
    ...['劳动合同', today, today, today, 32, projectOfWorker(worker), crewId(crewOf(worker)), '钢筋工', '20', today],
  ].join(',');
}

function workingAge(worker: number, chance: Randomness, today: Day): InventedPerson {
  for (;;) {
    const person = inventedPerson(worker, chance, today);
    if (Date.parse(today) - Date.parse(person.bornOn) < WORKING_AGE_DAYS * 86_400_000) return person;
  }
}
