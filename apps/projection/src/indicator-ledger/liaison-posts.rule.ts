import type {
  CrewEvent,
  LiaisonLevel,
  LiaisonMeetingEvent,
  LiaisonMode,
  LiaisonOfficerEvent,
  ProjectEvent,
  UnitEvent,
} from '@gongyou/contracts';
import { addDays, type Day, periodOf, periodRange } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { JoinedRule, Telling } from './joined-rule';
import type { Count } from './standing-rule';

type CountedEvent =
  | Extract<UnitEvent, { type: 'UnitClosed' }>
  | Extract<ProjectEvent, { type: 'ProjectRegistered' | 'ProjectStatusChanged' }>
  | Extract<CrewEvent, { type: 'CrewFormed' | 'CrewDissolved' }>
  | Extract<LiaisonOfficerEvent, { type: (typeof officerTypes)[number] }>
  | LiaisonMeetingEvent;

const officerTypes = [
  'LiaisonOfficerNominated',
  'LiaisonOfficerAppointed',
  'LiaisonOfficerPutOnDuty',
  'LiaisonProfilePublished',
  'LiaisonProfileWithdrawn',
  'LiaisonTermRenewed',
  'LiaisonOfficerRelieved',
] as const satisfies LiaisonOfficerEvent['type'][];

/** Days from the first on; `until` is the first day on which it is over. */
interface Span {
  from: Day;
  until: Day | null;
}

/** A person in a post, from the nomination on. */
interface Service {
  officerId: string;
  unitId: string;
  level: LiaisonLevel;
  mode: LiaisonMode;
  /** Null until the officer is on duty. */
  onDutyFrom: Day | null;
  termEndsOn: Day | null;
  relievedOn: Day | null;
  disclosures: Span[];
}

type Told =
  | { fact: 'service'; service: Service & { onDutyFrom: Day } }
  | { fact: 'met' | 'closed'; on: Day }
  | { fact: 'needsOfficer'; as: NeedsOfficer | null; on: Day };

/** What makes a unit need an officer of its own, beside being a district. */
type NeedsOfficer = 'projectUnderConstruction' | 'standingCrew';

export interface LiaisonPostFacts {
  unitId: string;
  closedOn: Day | null;
  needs: { as: NeedsOfficer | null; from: Day }[];
  services: (Service & { onDutyFrom: Day })[];
  meetings: Day[];
}

/**
 * A unit counts once while an officer is on duty for it: a district when one is full-time (JX-07a), a project while it is under
 * construction (JX-07b), a crew while it stands (JX-08). Officers count by level and mode, and once more while they are disclosed
 * (JX-11). A district counts as having met for the rest of the quarter of its meeting (JX-20).
 */
export const liaisonPostsRule: JoinedRule<CountedEvent, Service, Told & { unitId: string }, LiaisonPostFacts> = {
  name: 'liaisonPosts',
  types: [
    'UnitClosed',
    'ProjectRegistered',
    'ProjectStatusChanged',
    'CrewFormed',
    'CrewDissolved',
    ...officerTypes,
    'LiaisonMeetingHeld',
  ],
  remember,
  tell: (event, service, before) =>
    tellingsOf(event, service, before).map(({ subject, told }) => ({ subject, told: { ...told, unitId: subject } })),
  evolve: (facts, told) => evolve(facts ?? { ...UNTOLD, unitId: told.unitId }, told),
  daysOf: ({ closedOn, needs, services, meetings }) =>
    [
      closedOn,
      ...needs.map(({ from }) => from),
      ...services.flatMap((each) => [dutyOf(each), ...each.disclosures]).flatMap(({ from, until }) => [from, until]),
      ...meetings.flatMap((on) => [on, nextQuarter(on)]),
    ].filter((day) => day !== null),
  countsOn,
};

function remember(service: Service | undefined, event: CountedEvent): Service | undefined {
  switch (event.type) {
    case 'LiaisonOfficerNominated': {
      const { officerId, unitId, level, mode } = event.data;
      return { officerId, unitId, level, mode, onDutyFrom: null, termEndsOn: null, relievedOn: null, disclosures: [] };
    }
    case 'LiaisonOfficerAppointed':
      return { ...begun(service), termEndsOn: event.data.termEndsOn ?? null };
    case 'LiaisonOfficerPutOnDuty':
      return { ...begun(service), onDutyFrom: event.data.onDutyFrom };
    case 'LiaisonProfilePublished': {
      const { disclosures, ...rest } = begun(service);
      const isPublic = disclosures.at(-1)?.until === null;
      return { ...rest, disclosures: isPublic ? disclosures : [...disclosures, from(event.data.consentedOn)] };
    }
    case 'LiaisonProfileWithdrawn': {
      const { disclosures, ...rest } = begun(service);
      const until = event.data.withdrawnOn;
      return { ...rest, disclosures: disclosures.map((span) => (span.until === null ? { ...span, until } : span)) };
    }
    case 'LiaisonTermRenewed':
      return { ...begun(service), termEndsOn: event.data.termEndsOn };
    case 'LiaisonOfficerRelieved':
      return { ...begun(service), relievedOn: event.data.relievedOn };
    default:
      return undefined;
  }
}

function tellingsOf(event: CountedEvent, after: Service | undefined, before: Service | undefined): Telling<Told>[] {
  const { type, data } = event;
  switch (type) {
    case 'UnitClosed':
      return [{ subject: data.unitId, told: { fact: 'closed', on: data.closedOn } }];
    case 'ProjectRegistered':
      return [needs(data.unitId, data.status === 'underConstruction' && 'projectUnderConstruction', data.registeredOn)];
    case 'ProjectStatusChanged':
      return [needs(data.unitId, data.to === 'underConstruction' && 'projectUnderConstruction', data.changedOn)];
    case 'CrewFormed':
      return [needs(data.unitId, 'standingCrew', data.formedOn)];
    case 'CrewDissolved':
      return [needs(data.unitId, false, data.dissolvedOn)];
    case 'LiaisonMeetingHeld':
      return [{ subject: data.districtId, told: { fact: 'met', on: data.heldOn } }];
    case 'LiaisonOfficerNominated':
      return [];
    default: {
      const service = begun(after ?? before);
      const { onDutyFrom } = service;
      if (onDutyFrom === null) return [];
      return [{ subject: service.unitId, told: { fact: 'service', service: { ...service, onDutyFrom } } }];
    }
  }
}

const needs = (subject: string, as: NeedsOfficer | false, on: Day): Telling<Told> => ({
  subject,
  told: { fact: 'needsOfficer', as: as || null, on },
});

function evolve(facts: LiaisonPostFacts, told: Told): LiaisonPostFacts {
  switch (told.fact) {
    case 'closed':
      return { ...facts, closedOn: told.on };
    case 'met':
      return { ...facts, meetings: [...facts.meetings, told.on] };
    case 'needsOfficer':
      return { ...facts, needs: [...facts.needs, { as: told.as, from: told.on }] };
    case 'service': {
      const { officerId, onDutyFrom } = told.service;
      const others = facts.services.filter((each) => each.officerId !== officerId || each.onDutyFrom !== onDutyFrom);
      return { ...facts, services: [...others, told.service] };
    }
  }
}

function countsOn({ unitId, closedOn, needs: needed, services, meetings }: LiaisonPostFacts, day: Day): Count[] {
  if (closedOn !== null && closedOn <= day) return [];
  const serving = services.filter((each) => lasts(dutyOf(each), day));
  const need = needed.findLast((each) => each.from <= day)?.as ?? null;
  const counts: Count[] = [];
  if (serving.some(({ level, mode }) => level === 'district' && mode === 'fullTime'))
    counts.push({ indicator: 'districtsWithFullTimeOfficer', unitId });
  if (need === 'projectUnderConstruction') {
    counts.push({ indicator: 'projectsUnderConstruction', unitId });
    if (serving.length > 0) counts.push({ indicator: 'projectsWithLiaisonOfficer', unitId });
  }
  if (need === 'standingCrew' && serving.length > 0) counts.push({ indicator: 'crewsWithLiaisonPerson', unitId });
  if (meetings.some((on) => on <= day && day < nextQuarter(on)))
    counts.push({ indicator: 'districtsThatMetInQuarter', unitId });
  return [...counts, ...officerCounts(unitId, serving, day)];
}

function officerCounts(unitId: string, serving: readonly Service[], day: Day): Count[] {
  const kinds = new Map<string, Service[]>();
  for (const each of serving) {
    const dimension = `${each.level}-${each.mode}`;
    kinds.set(dimension, [...(kinds.get(dimension) ?? []), each]);
  }
  return [...kinds].flatMap(([dimension, officers]): Count[] => {
    const disclosed = officers.filter(({ disclosures }) => disclosures.some((span) => lasts(span, day))).length;
    const counts: Count[] = [{ indicator: 'liaisonOfficersOnDuty', unitId, dimension, amount: officers.length }];
    if (disclosed > 0) counts.push({ indicator: 'liaisonOfficersDisclosed', unitId, dimension, amount: disclosed });
    return counts;
  });
}

/** The last day of duty counts: that of the relief, or that of the term where it ends before. */
function dutyOf({ onDutyFrom, termEndsOn, relievedOn }: Service & { onDutyFrom: Day }): Span {
  const [last] = [termEndsOn, relievedOn].filter((each) => each !== null).sort();
  return { from: onDutyFrom, until: last === undefined ? null : addDays(last, 1) };
}

const lasts = (span: Span, day: Day): boolean => span.from <= day && (span.until === null || day < span.until);

const from = (day: Day): Span => ({ from: day, until: null });

const nextQuarter = (on: Day): Day => addDays(periodRange(periodOf(on, 'quarter')).to, 1);

const UNTOLD = { closedOn: null, needs: [], services: [], meetings: [] };

function begun(service: Service | undefined): Service {
  if (!service) throw new BeginningMissing('liaison officer');
  return service;
}
