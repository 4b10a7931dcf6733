import { setTimeout as pause } from 'node:timers/promises';
import { RosterImport, type RosterImportAnswer, type StandingIndicatorsAnswer } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { OutsideDoors } from './outside-doors';
import { guidedFrom, supportedFrom } from './crews.scene';
import { type Roster, rostersOf } from './rosters.scene';
import type { SimulatedGroup } from './simulated-group';
import { Untold } from './told';
import { crewOn, workersOf } from './worker-life';

/** A figure as the platform tells it and, where the story can count it too, as the story has it. */
export interface ComparedFigure {
  figure: string;
  inTheStory?: number;
  onThePlatform: number;
}

/** The projection follows the ledger; after a long story it may be far behind. */
const CAUGHT_UP_WITHIN_MS = 600_000;
const ASK_AGAIN_MS = 500;

/** Sets what was played against what the platform tells of the story's last day. */
export async function comparedFigures(
  doors: OutsideDoors,
  group: SimulatedGroup,
  position: number,
): Promise<ComparedFigure[]> {
  const { indicators } = await standingIndicators(doors, group, position);
  const rosters = await Promise.all(rostersOf(group).map((roster) => comparedRoster(doors, group, roster)));
  const inTheStory = standingInTheStory(
    group,
    rosters.reduce((sum, { registered }) => sum + registered.inTheStory, 0),
  );
  const standing = indicators.flatMap(({ indicator, numerator, denominator }) => [
    { figure: indicator, onThePlatform: numerator.value },
    ...(denominator ? [{ figure: ofWhat(indicator), onThePlatform: denominator.value }] : []),
  ]);
  const missing = [...inTheStory.keys()].filter((figure) => !standing.some((each) => each.figure === figure));
  if (missing.length > 0) throw new Error(`the platform does not tell of ${missing.join(', ')}`);
  return [
    ...standing.map((each) => {
      const counted = inTheStory.get(each.figure);
      return counted === undefined ? each : { ...each, inTheStory: counted };
    }),
    ...rosters.flatMap(({ registered, refused }) => [registered, refused]),
  ];
}

/** Whether the platform tells what the story has; a figure that the story does not count cannot differ. */
export const agrees = ({ inTheStory, onThePlatform }: ComparedFigure): boolean =>
  inTheStory === undefined || inTheStory === onThePlatform;

/** What a share is taken of. */
const ofWhat = (indicator: string): string => `${indicator}: of`;

/** The standing indicators that the story can count itself. */
function standingInTheStory(group: SimulatedGroup, cameByRoster: number): Map<string, number> {
  const { crews, projects, until } = group;
  const have = (from: (crew: (typeof crews)[number]) => Day | undefined): number =>
    crews.map(from).filter((on) => on !== undefined && on <= until).length;
  return new Map([
    ['workersOnSite', cameByRoster + cameOneByOne(group)],
    ['openProjects', projects.length],
    ['openCrews', crews.length],
    ['crewsWithStationedManagerRate', have((crew) => supportedFrom(group, crew))],
    [ofWhat('crewsWithStationedManagerRate'), crews.length],
    ['crewsWithStationedPartyMemberRate', have((crew) => guidedFrom(group, crew))],
  ]);
}

function cameOneByOne(group: SimulatedGroup): number {
  let onSite = 0;
  for (const project of group.projects.filter(({ comesAsRoster }) => !comesAsRoster)) {
    for (const life of workersOf(group, project)) if (crewOn(life, group.until)) onSite += 1;
  }
  return onSite;
}

async function standingIndicators(
  { administrator }: OutsideDoors,
  { unitId, until }: SimulatedGroup,
  position: number,
): Promise<StandingIndicatorsAnswer> {
  const path = `/api/reporting/standing-indicators?organization=${unitId}&asOfDay=${until}&after=${position}`;
  for (const deadline = Date.now() + CAUGHT_UP_WITHIN_MS; ; await pause(ASK_AGAIN_MS)) {
    try {
      return await administrator.get<StandingIndicatorsAnswer>(path);
    } catch (error) {
      if (!(error instanceof Untold && error.isRetryable) || Date.now() > deadline) throw error;
    }
  }
}

async function comparedRoster(doors: OutsideDoors, { until }: SimulatedGroup, roster: Roster) {
  const { importId, project } = roster;
  const { system } = project.company;
  const told = await doors.ask<RosterImport, RosterImportAnswer>(system, RosterImport, { import: importId });
  // Nobody enters before he is registered, and an import registers on the day on which it began.
  const came = told.begunOn <= until;
  const { registered, refused } = came ? roster : { registered: 0, refused: roster.registered + roster.refused };
  return {
    registered: {
      ...{ figure: `${importId}: registered`, inTheStory: registered },
      onThePlatform: told.registered + told.known,
    },
    refused: { figure: `${importId}: refused`, inTheStory: refused, onThePlatform: told.refused },
  };
}
