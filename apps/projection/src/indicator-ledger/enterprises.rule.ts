import {
  type CongressEvent,
  type EmployerEvent,
  type EnterpriseOwnership,
  isEnterpriseKind,
  type MassOrganizationEvent,
  type MassOrganizationKind,
  type UnitEvent,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { StandingIndicator } from './indicators';
import type { JoinedRule, Telling } from './joined-rule';
import { NOT_TOLD } from './workers.rule';
import { nextYear, sameYear } from './years';

type CountedEvent =
  | Extract<UnitEvent, { type: 'UnitEstablished' | 'UnitClosed' }>
  | Extract<EmployerEvent, { type: 'EnterpriseOwnershipRecorded' }>
  | Extract<
      MassOrganizationEvent,
      {
        type:
          | 'MassOrganizationApplied'
          | 'MassOrganizationTermBegan'
          | 'MassOrganizationCoverageChanged'
          | 'MassOrganizationDissolved';
      }
    >
  | Extract<CongressEvent, { type: 'CongressTermOpened' | 'CongressSessionHeld' }>;

/** What a stream says but once: that its unit is an enterprise, whom a mass organization covers, whose workers’ congress it is. */
type Source =
  | { of: 'enterprise' }
  | { of: 'massOrganization'; kind: MassOrganizationKind; unitIds: string[]; isActive: boolean }
  | { of: 'congress'; unitId: string };

type Told =
  | { fact: 'established' | 'closed' | 'session'; on: Day }
  | { fact: 'ownership'; ownership: EnterpriseOwnership; on: Day }
  | { fact: 'covered'; by: string; kind: MassOrganizationKind; on: Day }
  | { fact: 'uncovered'; by: string; on: Day };

interface Cover {
  by: string;
  kind: MassOrganizationKind;
  from: Day;
  /** The first day on which it is there no more. */
  until: Day | null;
}

export interface EnterpriseFacts {
  unitId: string;
  establishedOn: Day | null;
  closedOn: Day | null;
  ownerships: { ownership: EnterpriseOwnership; from: Day }[];
  covers: Cover[];
  sessions: Day[];
}

/**
 * An enterprise counts while it is open, under who owns it; once more for each kind of mass organization that is there for it (HM-03b,
 * HM-03e, HM-03f), and when its workers' congress has met in the year (HM-04f).
 */
export const enterprisesRule: JoinedRule<CountedEvent, Source, Told & { unitId: string }, EnterpriseFacts> = {
  name: 'enterprises',
  types: [
    'UnitEstablished',
    'UnitClosed',
    'EnterpriseOwnershipRecorded',
    'MassOrganizationApplied',
    'MassOrganizationTermBegan',
    'MassOrganizationCoverageChanged',
    'MassOrganizationDissolved',
    'CongressTermOpened',
    'CongressSessionHeld',
  ],
  remember,
  tell: (event, source, before) =>
    tellingsOf(event, source, before).map(({ subject, told }) => ({ subject, told: { ...told, unitId: subject } })),
  evolve: (facts, told) => evolve(facts ?? { ...UNTOLD, unitId: told.unitId }, told),
  daysOf: ({ establishedOn, closedOn, ownerships, covers, sessions }) =>
    [
      ...[establishedOn, closedOn],
      ...ownerships.map(({ from }) => from),
      ...covers.flatMap(({ from, until }) => [from, until]),
      ...sessions.flatMap((on) => [on, nextYear(on)]),
    ].filter((day) => day !== null),
  countsOn(facts, day) {
    const { unitId, establishedOn, closedOn, ownerships, covers, sessions } = facts;
    if (establishedOn === null || establishedOn > day || (closedOn !== null && closedOn <= day)) return [];
    const dimension = ownerships.findLast(({ from }) => from <= day)?.ownership ?? NOT_TOLD;
    const kinds = new Set(
      covers.filter(({ from, until }) => from <= day && (until === null || until > day)).map(({ kind }) => kind),
    );
    const hasMet = sessions.some((on) => on <= day && sameYear(on, day));
    const indicators: StandingIndicator[] = [
      'enterprises',
      ...[...kinds].map((kind) => coverIndicators[kind]),
      ...(hasMet ? (['enterprisesWithCongressSession'] as const) : []),
    ];
    return indicators.map((indicator) => ({ indicator, unitId, dimension }));
  },
};

const coverIndicators: Readonly<Record<MassOrganizationKind, StandingIndicator>> = {
  tradeUnion: 'enterprisesWithTradeUnion',
  youthLeague: 'enterprisesWithYouthLeague',
  womensFederation: 'enterprisesWithWomensFederation',
};

function remember(source: Source | undefined, { type, data }: CountedEvent): Source | undefined {
  switch (type) {
    case 'UnitEstablished':
      return isEnterpriseKind(data.kind) ? { of: 'enterprise' } : undefined;
    case 'MassOrganizationApplied':
      return {
        of: 'massOrganization',
        kind: data.kind,
        unitIds: data.coveredUnits.map(({ unitId }) => unitId),
        isActive: false,
      };
    case 'MassOrganizationTermBegan':
      return { ...massOrganization(source), isActive: true };
    case 'MassOrganizationCoverageChanged': {
      const union = massOrganization(source);
      const unitIds = [...union.unitIds, ...data.takenIn.map(({ unitId }) => unitId)];
      return { ...union, unitIds: unitIds.filter((unitId) => !data.letGoUnitIds.includes(unitId)) };
    }
    case 'MassOrganizationDissolved':
      return { ...massOrganization(source), isActive: false };
    case 'CongressTermOpened':
      return data.kind === 'workersCongress' ? { of: 'congress', unitId: data.unitId } : undefined;
    default:
      return source;
  }
}

function tellingsOf(event: CountedEvent, source: Source | undefined, before: Source | undefined): Telling<Told>[] {
  const { type, data } = event;
  switch (type) {
    case 'UnitEstablished':
      return source ? [{ subject: data.unitId, told: { fact: 'established', on: data.establishedOn } }] : [];
    case 'UnitClosed':
      return source ? [{ subject: data.unitId, told: { fact: 'closed', on: data.closedOn } }] : [];
    case 'EnterpriseOwnershipRecorded': {
      const { unitId, ownership, fromDay: on } = data;
      return [{ subject: unitId, told: { fact: 'ownership', ownership, on } }];
    }
    case 'MassOrganizationTermBegan':
      return coverChanges(data.massOrganizationId, data.confirmedOn, source, before);
    case 'MassOrganizationCoverageChanged':
      return coverChanges(data.massOrganizationId, data.changedOn, source, before);
    case 'MassOrganizationDissolved':
      return coverChanges(data.massOrganizationId, data.dissolvedOn, source, before);
    case 'CongressSessionHeld':
      return source?.of === 'congress' ? [{ subject: source.unitId, told: { fact: 'session', on: data.heldOn } }] : [];
    default:
      return [];
  }
}

function coverChanges(by: string, on: Day, source: Source | undefined, before: Source | undefined): Telling<Told>[] {
  const { kind } = massOrganization(source);
  const covered = coveredBy(before);
  const covers = coveredBy(source);
  return [
    ...covers
      .filter((unitId) => !covered.includes(unitId))
      .map((subject): Telling<Told> => ({ subject, told: { fact: 'covered', by, kind, on } })),
    ...covered
      .filter((unitId) => !covers.includes(unitId))
      .map((subject): Telling<Told> => ({ subject, told: { fact: 'uncovered', by, on } })),
  ];
}

function evolve(facts: EnterpriseFacts, told: Told): EnterpriseFacts {
  switch (told.fact) {
    case 'established':
      return { ...facts, establishedOn: told.on };
    case 'closed':
      return { ...facts, closedOn: told.on };
    case 'session':
      return { ...facts, sessions: [...facts.sessions, told.on] };
    case 'ownership':
      return { ...facts, ownerships: [...facts.ownerships, { ownership: told.ownership, from: told.on }] };
    case 'covered':
      return { ...facts, covers: [...facts.covers, { by: told.by, kind: told.kind, from: told.on, until: null }] };
    case 'uncovered':
      return {
        ...facts,
        covers: facts.covers.map((cover) =>
          cover.by === told.by && cover.until === null ? { ...cover, until: told.on } : cover,
        ),
      };
  }
}

const UNTOLD = { establishedOn: null, closedOn: null, ownerships: [], covers: [], sessions: [] };

function massOrganization(source: Source | undefined): Source & { of: 'massOrganization' } {
  if (source?.of !== 'massOrganization') throw new BeginningMissing('mass organization');
  return source;
}

const coveredBy = (source: Source | undefined): string[] =>
  source?.of === 'massOrganization' && source.isActive ? source.unitIds : [];
