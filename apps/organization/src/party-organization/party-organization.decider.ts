import type {
  AppointPartySecretary,
  ChangePartyCoverage,
  DissolvePartyOrganization,
  ElectPartyOfficers,
  FoundPartyOrganization,
  FoundingWay,
  PartyOfficer,
  PartyOrganizationEvent,
  PartyOrganizationFounded,
  PartyOrganizationSetting,
  RelievePartySecretary,
  ReportPartyMembers,
  SecretaryMode,
} from '@gongyou/contracts';
import { addCalendarMonths, type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** Nobody has founded an organization under this id. */
export interface NotFounded {
  stage: 'notFounded';
}

interface Founded {
  founded: PartyOrganizationFounded;
  coveredUnitIds: readonly string[];
  fullMembers: number;
  hasCommittee: boolean;
  secretary: { memberId: string; mode: SecretaryMode; since: Day } | null;
  /** The last entry of each kind, to recognise what is told again. */
  said: { [Event in PartyOrganizationEvent as Event['type']]?: Event['data'] };
}

export interface Active extends Founded {
  stage: 'active';
}

export interface Dissolved extends Founded {
  stage: 'dissolved';
  dissolvedOn: Day;
}

export type PartyOrganizationState = NotFounded | Active | Dissolved;

/** What is known of the units that an organization is to cover; those that do not exist are left out. */
export type CoveredUnits = ReadonlyMap<string, { closed: boolean }>;

/** The commands, with what must be known beyond the organization. A superior that does not exist, or is dissolved, is `missing`. */
export type PartyOrganizationWish =
  | {
      type: 'FoundPartyOrganization';
      data: FoundPartyOrganization;
      units: CoveredUnits;
      superior: 'none' | 'active' | 'missing';
    }
  | { type: 'ElectPartyOfficers'; data: ElectPartyOfficers }
  | { type: 'AppointPartySecretary'; data: AppointPartySecretary }
  | { type: 'RelievePartySecretary'; data: RelievePartySecretary }
  | { type: 'ReportPartyMembers'; data: ReportPartyMembers }
  | { type: 'ChangePartyCoverage'; data: ChangePartyCoverage; units: CoveredUnits }
  | { type: 'DissolvePartyOrganization'; data: DissolvePartyOrganization };

/** The rules of a Party organization: how it is founded, led and dissolved (provisions WZ-14a, WZ-14c, HM-02a; PO-01, PO-02). */
export const partyOrganization: Decider<PartyOrganizationWish, PartyOrganizationEvent, PartyOrganizationState> = {
  initialState: { stage: 'notFounded' },
  evolve,
  decide,
};

function evolve(state: PartyOrganizationState, event: PartyOrganizationEvent): PartyOrganizationState {
  if (event.type === 'PartyOrganizationFounded') {
    const { coveredUnitIds, fullMembers } = event.data;
    const said = { [event.type]: event.data };
    return {
      stage: 'active',
      founded: event.data,
      coveredUnitIds,
      fullMembers,
      hasCommittee: false,
      secretary: null,
      said,
    };
  }
  const before = state as Active;
  const active: Active = { ...before, said: { ...before.said, [event.type]: event.data } };
  switch (event.type) {
    case 'PartyOfficersElected': {
      const { officers, secretaryMode, committee, electedOn } = event.data;
      const { memberId } = officers.find(isSecretary)!;
      return { ...active, hasCommittee: committee, secretary: { memberId, mode: secretaryMode, since: electedOn } };
    }
    case 'PartySecretaryAppointed': {
      const { memberId, mode, appointedOn } = event.data;
      return { ...active, secretary: { memberId, mode, since: appointedOn } };
    }
    case 'PartySecretaryRelieved':
      return { ...active, secretary: null };
    case 'PartyMembersReported':
      return { ...active, fullMembers: event.data.fullMembers };
    case 'PartyCoverageChanged':
      return { ...active, coveredUnitIds: event.data.coveredUnitIds };
    case 'PartyOrganizationDissolved':
      return { ...active, stage: 'dissolved', dissolvedOn: event.data.dissolvedOn };
    default:
      return unknownFact(event);
  }
}

function decide(wish: PartyOrganizationWish, state: PartyOrganizationState, moment: Moment): PartyOrganizationEvent[] {
  if (wish.type === 'FoundPartyOrganization') return found(wish, state, moment);
  switch (wish.type) {
    case 'ElectPartyOfficers':
      return electOfficers(wish.data, active(state), moment);
    case 'AppointPartySecretary':
      return appointSecretary(wish.data, active(state), moment);
    case 'RelievePartySecretary':
      return relieveSecretary(wish.data, active(state), moment);
    case 'ReportPartyMembers':
      return reportMembers(wish.data, active(state), moment);
    case 'ChangePartyCoverage':
      return changeCoverage(wish.data, wish.units, active(state), moment);
    case 'DissolvePartyOrganization':
      return dissolve(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const partyOrganizationRefusals = {
  'organization.partyOrganization.alreadyFounded': {
    zh: '该编号的党组织已经组建，内容不同',
    en: 'A Party organization with this id was founded already, with other content.',
  },
  'organization.partyOrganization.unknown': { zh: '没有这个党组织', en: 'There is no such Party organization.' },
  'organization.partyOrganization.dissolved': {
    zh: '党组织已于 {dissolvedOn} 撤销',
    en: 'The Party organization was dissolved on {dissolvedOn}.',
  },
  'organization.partyOrganization.superiorMissing': {
    zh: '上级党组织不存在或已撤销',
    en: 'The superior Party organization does not exist, or was dissolved.',
  },
  'organization.partyOrganization.tooFewFullMembers': {
    zh: '正式党员 {fullMembers} 人，不足 {needed} 人，应当与相邻单位组建联合党支部',
    en: 'A branch needs {needed} full members and has {fullMembers}: found a joint branch with units nearby.',
  },
  'organization.partyOrganization.jointNeedsUnits': {
    zh: '联合党组织至少覆盖两个单位',
    en: 'A joint Party organization covers at least two units.',
  },
  'organization.partyOrganization.independentCoversOne': {
    zh: '单独组建的党组织只覆盖本单位',
    en: 'A Party organization founded by a unit for itself covers that unit only.',
  },
  'organization.partyOrganization.unitsMissing': {
    zh: '组织单元 {unitIds} 不存在或已撤销',
    en: 'These units do not exist, or are closed: {unitIds}.',
  },
  'organization.partyOrganization.oneSecretary': {
    zh: '须有且只有一名书记',
    en: 'There must be one secretary, and one only.',
  },
  'organization.partyOrganization.officerTwice': {
    zh: '同一党员不能重复列入班子',
    en: 'One member is named twice among the officers.',
  },
  'organization.partyOrganization.noCommitteeBelowSeven': {
    zh: '正式党员 {fullMembers} 人，不足 7 人，只设书记 1 名、必要时设副书记 1 名',
    en: 'With {fullMembers} full members, fewer than 7, a branch has a secretary and at most one deputy, no committee.',
  },
  'organization.partyOrganization.committeeSize': {
    zh: '支部委员会由 3 至 7 人组成，现为 {officers} 人',
    en: 'A branch committee has 3 to 7 members, not {officers}.',
  },
  'organization.partyOrganization.noSecretary': { zh: '党组织没有书记', en: 'There is no secretary to relieve.' },
  'organization.partyOrganization.moreWorkersThanMembers': {
    zh: '工人党员多于党员总数',
    en: 'There are more worker members than members.',
  },
  'organization.partyOrganization.alreadyDissolved': {
    zh: '党组织已撤销，内容不同',
    en: 'The Party organization was dissolved already, told differently.',
  },
} as const satisfies Record<`organization.partyOrganization.${string}`, Bilingual>;

const refuse: RefuseOf<typeof partyOrganizationRefusals> = refuseWith(partyOrganizationRefusals);

/** 支部工作条例: full members that a branch needs, of any way of founding (PO-01). */
const FULL_MEMBERS_OF_A_BRANCH = 3;
/** From so many full members on there is a committee (PO-02). */
const FULL_MEMBERS_FOR_A_COMMITTEE = 7;
const COMMITTEE = { least: 3, most: 7 };

const joint: readonly FoundingWay[] = ['areaJoint', 'multiPartyJoint'];

/** Years that officers are elected for, as a rule (PO-02). */
const termYearsIn = (setting: PartyOrganizationSetting): number => (setting === 'villageOrCommunity' ? 5 : 3);

function found(
  { data, units, superior }: PartyOrganizationWish & { type: 'FoundPartyOrganization' },
  state: PartyOrganizationState,
  moment: Moment,
): PartyOrganizationEvent[] {
  if (state.stage !== 'notFounded') {
    if (sameContent(data, state.founded)) return [];
    return refuse('organization.partyOrganization.alreadyFounded');
  }
  const { kind, founding, fullMembers, coveredUnitIds, foundedOn } = data;
  requireEntryDay(foundedOn, moment);
  if (superior === 'missing') refuse('organization.partyOrganization.superiorMissing');
  if (kind === 'branch' && fullMembers < FULL_MEMBERS_OF_A_BRANCH) {
    refuse('organization.partyOrganization.tooFewFullMembers', { fullMembers, needed: FULL_MEMBERS_OF_A_BRANCH });
  }
  requireCoverage(coveredUnitIds, founding);
  requireOpenUnits([data.unitId, ...coveredUnitIds], units);
  return [{ type: 'PartyOrganizationFounded', data: { ...data } }];
}

function electOfficers(data: ElectPartyOfficers, state: Active, moment: Moment): PartyOrganizationEvent[] {
  const { partyOrganizationId, officers, secretaryMode, electedOn, termYears } = data;
  const years = termYears ?? termYearsIn(state.founded.setting);
  const elected: PartyOrganizationEvent = {
    type: 'PartyOfficersElected',
    data: {
      partyOrganizationId,
      officers,
      secretaryMode,
      committee: officers.length >= COMMITTEE.least,
      electedOn,
      termEndsOn: addCalendarMonths(electedOn, years * 12),
    },
  };
  if (sameContent(elected.data, state.said.PartyOfficersElected)) return [];
  requireEntryDay(electedOn, moment, state.founded.foundedOn);
  requireOfficers(officers, state);
  return [elected];
}

function appointSecretary(data: AppointPartySecretary, state: Active, moment: Moment): PartyOrganizationEvent[] {
  const { partyOrganizationId, memberId, mode, appointedOn } = data;
  if (state.secretary?.memberId === memberId && state.secretary.mode === mode) return [];
  requireEntryDay(appointedOn, moment, state.secretary?.since ?? state.founded.foundedOn);
  return [{ type: 'PartySecretaryAppointed', data: { partyOrganizationId, memberId, mode, appointedOn } }];
}

function relieveSecretary(data: RelievePartySecretary, state: Active, moment: Moment): PartyOrganizationEvent[] {
  const { partyOrganizationId, relievedOn } = data;
  if (!state.secretary) {
    if (state.said.PartySecretaryRelieved?.relievedOn === relievedOn) return [];
    return refuse('organization.partyOrganization.noSecretary');
  }
  requireEntryDay(relievedOn, moment, state.secretary.since);
  const { memberId } = state.secretary;
  return [{ type: 'PartySecretaryRelieved', data: { partyOrganizationId, memberId, relievedOn } }];
}

function reportMembers(data: ReportPartyMembers, state: Active, moment: Moment): PartyOrganizationEvent[] {
  if (sameContent(data, state.said.PartyMembersReported)) return [];
  const { fullMembers, probationaryMembers, workerMembers, countedOn } = data;
  requireEntryDay(countedOn, moment, state.said.PartyMembersReported?.countedOn ?? state.founded.foundedOn);
  if (workerMembers > fullMembers + probationaryMembers) {
    refuse('organization.partyOrganization.moreWorkersThanMembers');
  }
  return [{ type: 'PartyMembersReported', data: { ...data } }];
}

function changeCoverage(
  { partyOrganizationId, coveredUnitIds, changedOn }: ChangePartyCoverage,
  units: CoveredUnits,
  state: Active,
  moment: Moment,
): PartyOrganizationEvent[] {
  if (sameContent(coveredUnitIds, state.coveredUnitIds)) return [];
  requireEntryDay(changedOn, moment, state.said.PartyCoverageChanged?.changedOn ?? state.founded.foundedOn);
  requireCoverage(coveredUnitIds, state.founded.founding);
  requireOpenUnits(coveredUnitIds, units);
  return [{ type: 'PartyCoverageChanged', data: { partyOrganizationId, coveredUnitIds, changedOn } }];
}

function dissolve(
  { partyOrganizationId, reason, dissolvedOn }: DissolvePartyOrganization,
  state: PartyOrganizationState,
  moment: Moment,
): PartyOrganizationEvent[] {
  if (state.stage === 'dissolved') {
    if (state.dissolvedOn === dissolvedOn) return [];
    return refuse('organization.partyOrganization.alreadyDissolved');
  }
  requireEntryDay(dissolvedOn, moment, active(state).founded.foundedOn);
  return [{ type: 'PartyOrganizationDissolved', data: { partyOrganizationId, reason, dissolvedOn } }];
}

function active(state: PartyOrganizationState): Active {
  if (state.stage === 'notFounded') return refuse('organization.partyOrganization.unknown');
  if (state.stage === 'dissolved') {
    return refuse('organization.partyOrganization.dissolved', { dissolvedOn: state.dissolvedOn });
  }
  return state;
}

function requireCoverage(coveredUnitIds: readonly string[], founding: FoundingWay): void {
  const covered = new Set(coveredUnitIds).size;
  if (joint.includes(founding) && covered < 2) refuse('organization.partyOrganization.jointNeedsUnits');
  if (founding === 'independent' && covered > 1) refuse('organization.partyOrganization.independentCoversOne');
}

function requireOpenUnits(unitIds: readonly string[], units: CoveredUnits): void {
  const missing = [...new Set(unitIds)].filter((unitId) => units.get(unitId)?.closed !== false);
  if (missing.length > 0) refuse('organization.partyOrganization.unitsMissing', { unitIds: missing.join(', ') });
}

function requireOfficers(officers: readonly PartyOfficer[], { founded: { kind }, fullMembers }: Active): void {
  if (officers.filter(isSecretary).length !== 1) refuse('organization.partyOrganization.oneSecretary');
  if (new Set(officers.map(({ memberId }) => memberId)).size < officers.length) {
    refuse('organization.partyOrganization.officerTwice');
  }
  // PO-02 speaks of branches only.
  if (kind !== 'branch') return;
  if (fullMembers < FULL_MEMBERS_FOR_A_COMMITTEE) {
    const others = officers.filter(({ post }) => post !== 'secretary');
    if (others.length > 1 || others.some(({ post }) => post !== 'deputySecretary')) {
      refuse('organization.partyOrganization.noCommitteeBelowSeven', { fullMembers });
    }
  } else if (officers.length < COMMITTEE.least || officers.length > COMMITTEE.most) {
    refuse('organization.partyOrganization.committeeSize', { officers: officers.length });
  }
}

const isSecretary = ({ post }: PartyOfficer): boolean => post === 'secretary';
