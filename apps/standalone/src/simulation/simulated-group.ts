import type { ProjectCategory } from '@gongyou/contracts';
import { addDays, type CreditCode, type Day } from '@gongyou/domain';
import { Randomness } from '../randomness';
import type { Actor } from './act';
import {
  inventedCompanyName,
  inventedCreditCode,
  inventedSubcontractorName,
  inventedWork,
  numeral,
} from './invented-unit';
import { monthsUpTo, type PlayedMonth } from './months';

/** What a story is made of: the same settings make the same story, act for act. */
export interface StorySettings {
  /** Also names the group, so that two stories on one platform have two groups. */
  seed: number;
  /** How many workers the group begins with and takes over at the end; those who are hired in between come on top. */
  workers: number;
  /** Calendar months, the one of `until` included. */
  months: number;
  /** The last day of the story. What is told of a later day would be refused. */
  until: Day;
}

export interface Company {
  index: number;
  unitId: string;
  name: string;
  creditCode: CreditCode;
  /** Of its headquarters. */
  personnelId: string;
  partyWorkId: string;
  districts: District[];
  projects: Project[];
  /** Its system for people and sites. */
  system: Actor;
}

export interface District {
  unitId: string;
  name: string;
  company: Company;
  projects: Project[];
}

export interface Subcontractor {
  unitId: string;
  name: string;
  creditCode: CreditCode;
}

export interface Project {
  index: number;
  unitId: string;
  name: string;
  category: ProjectCategory;
  district: District;
  company: Company;
  crews: Crew[];
  subcontractors: Subcontractor[];
  /** Taken over at the end of the story: its people come as a roster, on the last day. */
  comesAsRoster: boolean;
  beginsOn: Day;
}

export interface Crew {
  index: number;
  unitId: string;
  name: string;
  trade: (typeof trades)[number]['code'];
  project: Project;
  subcontractor: Subcontractor;
  /** The numbers of the workers that it begins with: from `first` on, `size` of them. */
  first: number;
  size: number;
}

const trades = [
  { code: '020', name: '钢筋' },
  { code: '050', name: '模板' },
  { code: '040', name: '混凝土' },
  { code: '030', name: '架子' },
  { code: '160', name: '桩基' },
  { code: '240', name: '木工' },
  { code: '130', name: '电工' },
  { code: '270', name: '电焊' },
  { code: '010', name: '砌筑' },
  { code: '230', name: '防水' },
  { code: '080', name: '起重' },
  { code: '390', name: '普工' },
] as const;

const CREW = { least: 20, usual: 24, most: 30 };
const CREWS_OF_A_PROJECT = 10;
const PROJECTS_OF_A_DISTRICT = 4;
/** Of three projects one is taken over at the end. */
const ROSTERS = { every: 3, at: 1 };

/** A construction group that a seed invents: its tree, and who speaks for it. It holds no persons. */
export class SimulatedGroup {
  readonly unitId: string;
  readonly name: string;
  readonly creditCode: CreditCode;
  readonly months: readonly PlayedMonth[];
  readonly companies: Company[] = [];
  readonly projects: Project[] = [];
  readonly crews: Crew[] = [];
  /** The Party-building system of the whole group. */
  readonly partySystem: Actor;
  /** The group's trade union office: what one level approves of another, and who is honoured, people decide. */
  readonly unionOffice: Actor;

  constructor(readonly settings: StorySettings) {
    this.unitId = this.id('group');
    this.name = `示例建设集团有限公司（模拟${settings.seed}）`;
    this.creditCode = inventedCreditCode(this.chance('group'));
    this.months = monthsUpTo(settings.until, settings.months);
    this.partySystem = { kind: 'system', name: this.id('party'), organizationId: this.unitId };
    this.unionOffice = {
      kind: 'person',
      username: this.id('union-office'),
      role: 'leadDepartment',
      organizationId: this.unitId,
    };
    this.build();
  }

  /** An identifier that tells nothing but the seed and what is given. */
  id(...parts: readonly (string | number)[]): string {
    return [`sim${this.settings.seed}`, ...parts].join('-');
  }

  /** The chance of one thing in this group. */
  chance(...thing: readonly (string | number)[]): Randomness {
    return Randomness.of(this.settings.seed, ...thing);
  }

  /** The first day of the story. */
  get beginsOn(): Day {
    return this.months[0]!.from;
  }

  get until(): Day {
    return this.settings.until;
  }

  /** The crew that a worker of the first hour belongs to. */
  crewOf(worker: number): Crew {
    let [low, high] = [0, this.crews.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.crews[middle]!.first <= worker) low = middle;
      else high = middle - 1;
    }
    return this.crews[low]!;
  }

  private build(): void {
    const sizes = crewSizes(this.settings.workers, this.chance('crew sizes'));
    const projects = Math.max(2, Math.round(sizes.length / CREWS_OF_A_PROJECT));
    const companies = Math.max(1, Math.round(Math.sqrt(projects) / 1.5));
    for (let index = 0; index < companies; index += 1) this.companies.push(this.company(index));
    for (let index = 0; index < projects; index += 1) {
      this.projects.push(this.project(index, this.companies[index % companies]!));
    }
    let first = 0;
    for (const [index, size] of sizes.entries()) {
      const project = this.projects[Math.floor((index * projects) / sizes.length)]!;
      this.crews.push(this.crew(index, project, first, size));
      first += size;
    }
  }

  private company(index: number): Company {
    const unitId = this.id('company', index + 1);
    return {
      index,
      unitId,
      name: inventedCompanyName(index),
      creditCode: inventedCreditCode(this.chance('company', index)),
      personnelId: `${unitId}-personnel`,
      partyWorkId: `${unitId}-party-work`,
      districts: [],
      projects: [],
      system: { kind: 'system', name: `${unitId}-system`, organizationId: unitId },
    };
  }

  private project(index: number, company: Company): Project {
    const unitId = this.id('project', index + 1);
    const comesAsRoster = index % ROSTERS.every === ROSTERS.at;
    const subcontractors = [0, 1].map((each) => ({
      unitId: `${unitId}-labour-${each + 1}`,
      name: inventedSubcontractorName(2 * index + each),
      creditCode: inventedCreditCode(this.chance('subcontractor', index, each)),
    }));
    const project = {
      index,
      unitId,
      ...inventedWork(index),
      district: districtWithRoom(company),
      company,
      crews: [],
      subcontractors,
      comesAsRoster,
      beginsOn: comesAsRoster ? this.until : this.beginsOn,
    };
    company.projects.push(project);
    project.district.projects.push(project);
    return project;
  }

  private crew(index: number, project: Project, first: number, size: number): Crew {
    const { code, name } = trades[project.crews.length % trades.length]!;
    const round = Math.floor(project.crews.length / trades.length) + 1;
    const crew: Crew = {
      index,
      unitId: this.id('crew', index + 1),
      name: `${name}${numeral(round)}班`,
      trade: code,
      project,
      subcontractor: project.subcontractors[index % project.subcontractors.length]!,
      first,
      size,
    };
    project.crews.push(crew);
    return crew;
  }
}

/** The day on which the group, its companies and their departments were set up, long before the story. */
export const establishedOf = ({ beginsOn }: SimulatedGroup): Day => addDays(beginsOn, -1_500);

function districtWithRoom(company: Company): District {
  const last = company.districts.at(-1);
  if (last && last.projects.length < PROJECTS_OF_A_DISTRICT) return last;
  const number = company.districts.length + 1;
  const district = {
    unitId: `${company.unitId}-district-${number}`,
    name: `第${numeral(number)}片区`,
    company,
    projects: [],
  };
  company.districts.push(district);
  return district;
}

/** Crews of 20 to 30 that add up to so many workers, from 40 on. */
function crewSizes(workers: number, chance: Randomness): number[] {
  const { least, usual, most } = CREW;
  const count = Math.max(Math.ceil(workers / most), Math.min(Math.floor(workers / least), Math.round(workers / usual)));
  const sizes = Array.from({ length: count }, (_, index) => Math.floor((workers + index) / count));
  // What one of two neighbours has more, the other has less.
  for (let one = 0; one + 1 < count; one += 2) {
    const more = chance.between(0, Math.min(most - sizes[one]!, sizes[one + 1]! - least));
    sizes[one]! += more;
    sizes[one + 1]! -= more;
  }
  return sizes;
}
