import {
  type CommandDeclaration,
  commandContracts,
  eventContracts,
  type Programme,
  queryContracts,
} from '@gongyou/contracts';

/** Something that carries out a provision, wholly or in a part: a command, a query, an event. */
export interface Carrier {
  provisionId: string;
  /** As people look it up: `command supervision.task.plan`. */
  by: string;
  wholly: boolean;
}

/** How far one provision is carried out. */
export interface ProvisionCoverage {
  provisionId: string;
  /** The service that carries it out. */
  context: string;
  /** Carried out wholly, and a test's title names it. */
  covered: boolean;
  /** Not covered, but something takes a part in it, and a test's title names it. */
  partly: boolean;
  /** A programme file has it as a measure, an item or a duty. */
  inProgramme: boolean;
  carriedBy: string[];
  /** Titles of tests that name it. */
  shownBy: string[];
  /** Why it is not covered yet, though its context is built. */
  awaiting?: string;
}

export interface Coverage {
  documents: { document: string; provisions: ProvisionCoverage[] }[];
  /** Named by a carrier, and in no document. */
  unknown: { provisionId: string; carriedBy: string }[];
  /** Ids of provisions of a built context that are not covered, and nobody says why. */
  unexplained: string[];
  /** Ids of provisions that are said to be waiting, and are covered or none of that context's. */
  wronglyAwaiting: string[];
}

/** What coverage is measured from. */
export interface CoverageMaterial {
  /** The provisions of each document in the order of its text, with the context that carries each out. */
  documents: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Of each context that is built, what is not covered yet and why. */
  awaiting: Readonly<Record<string, Readonly<Record<string, string>>>>;
  carriers: readonly Carrier[];
  inProgrammes: ReadonlySet<string>;
  testTitles: readonly string[];
}

/** How far the platform carries out the policy documents. Pure. */
export function coverageOf({ documents, awaiting, carriers, inProgrammes, testTitles }: CoverageMaterial): Coverage {
  const carriersOf = grouped(carriers, ({ provisionId }) => [provisionId]);
  const titlesOf = grouped(testTitles, provisionsNamedIn);
  const measured = ([provisionId, context]: [string, string]): ProvisionCoverage => {
    const own = carriersOf.get(provisionId) ?? [];
    const shownBy = titlesOf.get(provisionId) ?? [];
    const covered = shownBy.length > 0 && own.some(({ wholly }) => wholly);
    const reason = awaiting[context]?.[provisionId];
    return {
      provisionId,
      context,
      covered,
      partly: !covered && own.length > 0 && shownBy.length > 0,
      inProgramme: inProgrammes.has(provisionId),
      carriedBy: own.map(({ by }) => by),
      shownBy,
      ...(reason && { awaiting: reason }),
    };
  };
  const all = Object.entries(documents).map(([document, provisions]) => ({
    document,
    provisions: Object.entries(provisions).map(measured),
  }));
  const known = new Map(all.flatMap(({ provisions }) => provisions.map((each) => [each.provisionId, each])));
  return {
    documents: all,
    unknown: carriers
      .filter(({ provisionId }) => !known.has(provisionId))
      .map(({ provisionId, by }) => ({ provisionId, carriedBy: by })),
    unexplained: [...known.values()]
      .filter(({ context, covered, awaiting: reason }) => awaiting[context] && !covered && !reason)
      .map(({ provisionId }) => provisionId),
    wronglyAwaiting: Object.entries(awaiting).flatMap(([context, reasons]) =>
      Object.keys(reasons).filter((id) => known.get(id)?.context !== context || known.get(id)!.covered),
    ),
  };
}

/** All that the contracts declare to carry out provisions. */
export const declaredCarriers = (): Carrier[] => [
  ...commandContracts().flatMap((each) => carriersIn(each, `command ${each.name}`)),
  ...queryContracts().flatMap((each) => carriersIn(each, `query ${each.name}`)),
  ...eventContracts().flatMap((each) => carriersIn(each, `event ${each.type}`)),
];

const carriersIn = (
  { provisions = [], towards = [] }: Pick<CommandDeclaration, 'provisions' | 'towards'>,
  by: string,
): Carrier[] => [
  ...provisions.map((provisionId) => ({ provisionId, by, wholly: true })),
  ...towards.map((provisionId) => ({ provisionId, by, wholly: false })),
];

/** Every provision that a programme file has as a measure, an item or a recurring duty. */
export const provisionsInProgrammes = (programmes: readonly Programme[]): Set<string> =>
  new Set(
    programmes.flatMap(({ items, measures, duties }) => [
      ...items.map(({ provisionId }) => provisionId),
      ...measures.flatMap((measure) => [
        ...measure.provisionIds,
        ...measure.items.map(({ provisionId }) => provisionId),
      ]),
      ...duties.map(({ provisionId }) => provisionId),
    ]),
  );

/** The titles of the tests in the text of a spec: the first argument of `it`, of `describe`, and of what their `each` gives. */
export const testTitles = (spec: string): string[] =>
  [...spec.matchAll(/(?:\b(?:it|describe)(?:\.\w+)*|\))\s*\(\s*(['"`])((?:\\[\s\S]|(?!\1)[^\\])*)\1/g)].map(
    ([, , title]) => title!,
  );

/** Ids of provisions: the document, a dash, and the place in it. */
const provisionsNamedIn = (title: string): string[] => [
  ...new Set(title.match(/(?<![A-Za-z0-9-])(?:QD|WZ|HM|CC|JX)-[A-Z0-9]+[a-z]?(?![A-Za-z0-9])/g) ?? []),
];

function grouped<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return groups;
}
