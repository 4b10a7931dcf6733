import {
  BeginRosterImport,
  EndRosterImport,
  MOST_ROSTER_ROWS,
  type RosterImportRow,
  TakeRosterRows,
} from '@gongyou/contracts';
import { Hand, type Lane, type Scene } from './act';
import type { InventedPerson } from './invented-person';
import type { Crew, Project, SimulatedGroup } from './simulated-group';
import { inventedAddress, inventedEducation, paperFor } from './invented-papers';
import { personOf } from './worker-life';

/** Rows in which the last character of the identity number was typed wrong: played for their refusal (ID-02). */
const MISTYPED_EVERY = 400;

/**
 * The rosters that are to come are begun first of all. Whoever comes by a roster is registered on the day on which its import began,
 * and cannot have entered before: so only people who enter on the last day of the story come that way.
 */
export const rostersBegin = (group: SimulatedGroup): Scene => ({
  title: { zh: '开始导入花名册', en: 'the rosters begin' },
  lanes: takenOver(group).map((project) => [
    handOf(project).tells('begin', group.until, BeginRosterImport, {
      importId: importIdOf(project),
      organizationId: project.unitId,
      fileName: `${project.name}花名册.xlsx`,
    }),
  ]),
});

/** Projects that the group takes over with all their people, on the last day of the story (CC-13c). */
export const rostersScene = (group: SimulatedGroup): Scene => ({
  title: { zh: '导入花名册', en: 'rosters are imported' },
  lanes: takenOver(group).map((project) => rosterOf(group, project)),
});

/** An import, and what becomes of its rows when it began by the last day of the story. */
export interface Roster {
  importId: string;
  /** Whose system may ask for it. */
  project: Project;
  registered: number;
  refused: number;
}

export const rostersOf = (group: SimulatedGroup): Roster[] =>
  takenOver(group).map((project) => {
    const numbers = project.crews.flatMap((crew) => [...numbersOf(crew)]);
    const refused = numbers.filter(isMistyped).length;
    return { importId: importIdOf(project), project, registered: numbers.length - refused, refused };
  });

const takenOver = ({ projects }: SimulatedGroup): Project[] => projects.filter(({ comesAsRoster }) => comesAsRoster);

const importIdOf = ({ unitId }: Project): string => `${unitId}-roster`;

const handOf = (project: Project): Hand => new Hand(project.company.system, importIdOf(project));

function* rosterOf(group: SimulatedGroup, project: Project): Lane {
  const by = handOf(project);
  const importId = importIdOf(project);
  const [first, people] = [project.crews[0]?.first ?? 0, project.crews.reduce((sum, { size }) => sum + size, 0)];
  // As in a sheet: the first row is the head.
  for (let from = 0; from < people; from += MOST_ROSTER_ROWS) {
    const to = Math.min(from + MOST_ROSTER_ROWS, people);
    const rows = Array.from({ length: to - from }, (_, index) => rowOf(group, first + from + index, from + index + 2));
    yield by.tells(`rows.${from}`, group.until, TakeRosterRows, { importId, fromRow: from + 2, toRow: to + 1, rows });
  }
  yield by.tells('end', group.until, EndRosterImport, { importId });
}

function rowOf(group: SimulatedGroup, number: number, row: number): RosterImportRow {
  const { until } = group;
  const crew: Crew = group.crewOf(number);
  const person = personOf(group, number);
  const chance = group.chance('roster', number);
  return {
    ...{ row, name: person.name, identityDocumentType: '01', identityNumber: numberIn(person, number) },
    ...{ ethnicGroup: '01', education: inventedEducation(chance), phone: person.phone },
    ...{ registeredAddress: inventedAddress(chance), presentAddress: `${crew.project.name}生活区` },
    ...{ contractKind: paperFor(person, until), employerUnitId: crew.subcontractor.unitId },
    ...{ contractSignedOn: until, contractStartsOn: until, safetyTrainedOn: until, safetyTrainingHours: 24 },
    ...{ projectId: crew.project.unitId, crewId: crew.unitId, workType: crew.trade, workRole: '20', enteredOn: until },
  };
}

function* numbersOf({ first, size }: Crew): Iterable<number> {
  for (let number = first; number < first + size; number += 1) yield number;
}

const isMistyped = (number: number): boolean => number % MISTYPED_EVERY === MISTYPED_EVERY / 8;

function numberIn({ identityNumber }: InventedPerson, number: number): string {
  if (!isMistyped(number)) return identityNumber;
  return identityNumber.slice(0, -1) + (identityNumber.endsWith('1') ? '2' : '1');
}
