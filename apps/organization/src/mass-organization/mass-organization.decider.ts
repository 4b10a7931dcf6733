import {
  type ApplyForMassOrganization,
  type ApproveMassOrganization,
  type ChangeMassOrganizationCoverage,
  type ConfirmMassOrganizationElection,
  type CoveredUnit,
  type DissolveMassOrganization,
  type MassOrganizationApplied,
  type MassOrganizationElected,
  type MassOrganizationEvent,
  type Officer,
  owesOwnCommittee,
  type RecordMassOrganizationElection,
  type RecordOfficerTime,
  tradeUnionLawOn,
  type UnitKind,
} from '@gongyou/contracts';
import {
  addCalendarMonths,
  addDays,
  type Bilingual,
  type Day,
  monthOf,
  type RefuseOf,
  refuseWith,
  sameContent,
} from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

/** Nobody has applied under this id. */
export interface NotApplied {
  stage: 'notApplied';
}

/** What a mass organization is, whatever stage it has reached. */
interface Founding {
  application: MassOrganizationApplied;
  coveredUnitIds: readonly string[];
  /** The day of the last entry: the next one cannot be before it. */
  lastOn: Day;
}

/** The level above is to decide. */
export interface Applied extends Founding {
  stage: 'applied';
}

/** It may be founded; its officers are to be elected. */
export interface Approved extends Founding {
  stage: 'approved';
}

/** The level above is to confirm the first election. */
export interface Elected extends Founding {
  stage: 'elected';
  election: MassOrganizationElected;
}

/** It works; a term runs, or has run out. */
export interface Active extends Founding {
  stage: 'active';
  officers: readonly Officer[];
  /** An election for the next term that is not confirmed yet. */
  election?: MassOrganizationElected;
  /** The days of union work in working time, by officer. */
  officerDays: ReadonlyMap<string, readonly Day[]>;
}

export interface Dissolved extends Founding {
  stage: 'dissolved';
  dissolvedOn: Day;
}

export type MassOrganizationState = NotApplied | Applied | Approved | Elected | Active | Dissolved;
type Founded = Exclude<MassOrganizationState, NotApplied>;

/** A unit that is to be covered, as the organization directory has it. */
export interface UnitToCover {
  kind: UnitKind;
  closed: boolean;
}

export type UnitsToCover = ReadonlyMap<string, UnitToCover>;

/**
 * The commands, with what must be known beyond the organization: the units to cover, which of the covered ones are still open,
 * whether the one to merge into works, and the unit above the host, whose level approves.
 */
export type MassOrganizationWish =
  | {
      type: 'ApplyForMassOrganization';
      data: ApplyForMassOrganization;
      units: UnitsToCover;
      /** The trade union that holds the seat of the host's own one; where it was not looked up, nobody. */
      ownUnionId?: string | undefined;
    }
  | { type: 'ApproveMassOrganization'; data: ApproveMassOrganization; unitAboveId?: string | undefined }
  | { type: 'RecordMassOrganizationElection'; data: RecordMassOrganizationElection }
  | { type: 'ConfirmMassOrganizationElection'; data: ConfirmMassOrganizationElection; unitAboveId?: string | undefined }
  | { type: 'ChangeMassOrganizationCoverage'; data: ChangeMassOrganizationCoverage; units: UnitsToCover }
  | { type: 'RecordOfficerTime'; data: RecordOfficerTime }
  | {
      type: 'DissolveMassOrganization';
      data: DissolveMassOrganization;
      unitAboveId?: string | undefined;
      openUnitIds: readonly string[];
      successorIsActive: boolean;
    };

/** The rules of a trade union, Youth League or women's federation: applied for, approved, elected, active, dissolved (HM-03e). */
export const massOrganization: Decider<MassOrganizationWish, MassOrganizationEvent, MassOrganizationState> = {
  initialState: { stage: 'notApplied' },

  evolve(state, event) {
    const before = state as Founded;
    switch (event.type) {
      case 'MassOrganizationApplied':
        return {
          stage: 'applied',
          application: event.data,
          coveredUnitIds: event.data.coveredUnits.map(({ unitId }) => unitId),
          lastOn: event.data.appliedOn,
        };
      case 'MassOrganizationApproved':
        return { ...foundingOf(before), stage: 'approved', lastOn: event.data.approvedOn };
      case 'MassOrganizationElected': {
        const elected = { election: event.data, lastOn: event.data.electedOn };
        if (before.stage === 'active') return { ...before, ...elected };
        return { ...foundingOf(before), stage: 'elected', ...elected };
      }
      case 'MassOrganizationTermBegan':
        return {
          ...foundingOf(before),
          stage: 'active',
          officers: event.data.officers,
          officerDays: before.stage === 'active' ? before.officerDays : new Map(),
          lastOn: event.data.confirmedOn,
        };
      case 'MassOrganizationCoverageChanged':
        return { ...before, coveredUnitIds: coveredAfter(before, event.data), lastOn: event.data.changedOn };
      case 'OfficerTimeRecorded': {
        const { workerId, workedOn } = event.data;
        const { officerDays } = before as Active;
        const days = [...(officerDays.get(workerId) ?? []), workedOn];
        return { ...(before as Active), officerDays: new Map(officerDays).set(workerId, days) };
      }
      case 'MassOrganizationDissolved':
        return { ...foundingOf(before), stage: 'dissolved', dissolvedOn: event.data.dissolvedOn };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    if (wish.type === 'ApplyForMassOrganization') {
      return state.stage === 'notApplied' ? apply(wish, moment) : appliedAlready(wish.data, state);
    }
    if (state.stage === 'notApplied') return refuse('organization.massOrganization.unknown');
    switch (wish.type) {
      case 'ApproveMassOrganization':
        return approve(wish.data, state, moment);
      case 'RecordMassOrganizationElection':
        return recordElection(wish.data, state, moment);
      case 'ConfirmMassOrganizationElection':
        return confirmElection(wish.data, state, moment);
      case 'ChangeMassOrganizationCoverage':
        return changeCoverage(wish.data, wish.units, state, moment);
      case 'RecordOfficerTime':
        return recordOfficerTime(wish.data, state, moment);
      case 'DissolveMassOrganization':
        return dissolve(wish, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const massOrganizationRefusals = {
  'organization.massOrganization.unknown': { zh: '没有这个群团组织', en: 'There is no such mass organization.' },
  'organization.massOrganization.alreadyApplied': {
    zh: '该编号已申请建立群团组织，内容不同',
    en: 'A mass organization with this id was applied for already, with other content.',
  },
  'organization.massOrganization.unitUnknown': { zh: '没有组织单元 {unitId}', en: 'There is no unit {unitId}.' },
  'organization.massOrganization.unitClosed': {
    zh: '组织单元 {unitId} 已撤销，不能纳入覆盖',
    en: 'Unit {unitId} is closed and cannot be covered.',
  },
  'organization.massOrganization.unitNamedTwice': {
    zh: '组织单元 {unitId} 重复',
    en: 'Unit {unitId} is named more than once.',
  },
  'organization.massOrganization.hostNotCovered': {
    zh: '所在单位须在覆盖单位之内',
    en: 'The host must be among the units that are covered.',
  },
  'organization.massOrganization.hostHasOwnUnion': {
    zh: '单位 {hostUnitId} 已有单独建立的工会 {ownUnionId}，一个单位只建一个基层工会',
    en: 'Unit {hostUnitId} has a trade union of its own already, {ownUnionId}; an employer has one.',
  },
  'organization.massOrganization.formDoesNotFit': {
    zh: '单独建立只覆盖一个单位，联合建立须覆盖两个以上单位',
    en: 'One of its own covers one unit alone; a joint one covers at least two.',
  },
  'organization.massOrganization.moreMembersThanStaff': {
    zh: '单位 {unitId} 的会员人数多于职工人数',
    en: 'Unit {unitId} is told to have more members than staff.',
  },
  'organization.massOrganization.ownCommitteeDue': {
    zh: '单位 {unitId} 有会员 {memberCount} 人，达到 {from} 人应当单独建立基层工会委员会（工会法第十一条）',
    en: 'Unit {unitId} has {memberCount} members; from {from} on it must have a committee of its own (Trade Union Law, Art. 11).',
  },
  'organization.massOrganization.notApplied': {
    zh: '该群团组织不在待批复阶段',
    en: 'The organization is not waiting for approval.',
  },
  'organization.massOrganization.notApproved': {
    zh: '尚未批复同意建立，不能选举',
    en: 'It was not approved yet, so nobody can be elected.',
  },
  'organization.massOrganization.nothingToConfirm': {
    zh: '没有待批复的选举结果',
    en: 'No election is waiting to be confirmed.',
  },
  'organization.massOrganization.notActive': {
    zh: '该群团组织尚未成立',
    en: 'The organization is not active yet.',
  },
  'organization.massOrganization.dissolved': {
    zh: '该群团组织已于 {dissolvedOn} 撤销',
    en: 'The organization was dissolved on {dissolvedOn}.',
  },
  'organization.massOrganization.termNotLawful': {
    zh: '工会每届任期为三年或者五年（工会法第十六条）',
    en: 'The term of a trade union is three or five years (Trade Union Law, Art. 16).',
  },
  'organization.massOrganization.needsOneChair': {
    zh: '须有且只有一名主席（负责人）',
    en: 'Exactly one chair must be elected.',
  },
  'organization.massOrganization.officerNamedTwice': {
    zh: '同一人在同一届中只能登记一次',
    en: 'A person is named once in a term.',
  },
  'organization.massOrganization.tooFewForFullTimeChair': {
    zh: '职工 {staffCount} 人，{from} 人以上方可设专职工会主席（工会法第十四条）',
    en: 'With {staffCount} staff there can be no full-time chair; the law provides for one from {from} on (Art. 14).',
  },
  'organization.massOrganization.notJoint': {
    zh: '只有联合建立的组织可以调整覆盖单位',
    en: 'Only a joint organization takes in units and lets go of them.',
  },
  'organization.massOrganization.hostCannotLeave': {
    zh: '所在单位不能退出覆盖',
    en: 'The host cannot be let go of.',
  },
  'organization.massOrganization.notAnOfficer': {
    zh: '此人不是本届委员',
    en: 'This person is no officer of the running term.',
  },
  'organization.massOrganization.officerIsFullTime': {
    zh: '专职干部不适用每月三日的限制，无须登记',
    en: 'A full-time officer’s time is not counted.',
  },
  'organization.massOrganization.officerDaysUsedUp': {
    zh: '非专职委员每月占用工作时间不超过 {most} 个工作日（工会法第四十一条）',
    en: 'An officer with other work may spend at most {most} working days a month on the union (Trade Union Law, Art. 41).',
  },
  'organization.massOrganization.unitsStillOpen': {
    zh: '所覆盖的单位尚有 {openUnits} 个未撤销，不能随意撤销该组织',
    en: '{openUnits} of the units that it covers are still open; it ends with them, not at will.',
  },
  'organization.massOrganization.successorNotActive': {
    zh: '并入的组织不存在或者尚未成立',
    en: 'The organization that it is to merge into is not active.',
  },
  'organization.massOrganization.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.massOrganization.beforeLastEntry': {
    zh: '日期早于上一条记录的日期 {lastOn}',
    en: 'The day is before that of the last entry, {lastOn}.',
  },
} as const satisfies Record<`organization.massOrganization.${string}`, Bilingual>;

const refuse: RefuseOf<typeof massOrganizationRefusals> = refuseWith(massOrganizationRefusals);

function apply(
  { data, units, ownUnionId }: MassOrganizationWish & { type: 'ApplyForMassOrganization' },
  moment: Moment,
): MassOrganizationEvent[] {
  const { massOrganizationId, kind, form, name, hostUnitId, coveredUnits, appliedOn } = data;
  notInFuture(appliedOn, moment);
  if (!coveredUnits.some(({ unitId }) => unitId === hostUnitId)) refuse('organization.massOrganization.hostNotCovered');
  if ((form === 'joint') !== coveredUnits.length > 1) refuse('organization.massOrganization.formDoesNotFit');
  requireCoverable(data, coveredUnits, [], units, appliedOn);
  if (ownUnionId !== undefined && ownUnionId !== massOrganizationId) {
    refuse('organization.massOrganization.hostHasOwnUnion', { hostUnitId, ownUnionId });
  }
  return [
    {
      type: 'MassOrganizationApplied',
      data: { massOrganizationId, kind, form, name, hostUnitId, coveredUnits, appliedOn },
    },
  ];
}

function appliedAlready(data: ApplyForMassOrganization, { application }: Founded): MassOrganizationEvent[] {
  return sameContent(data, application) ? [] : refuse('organization.massOrganization.alreadyApplied');
}

function approve(
  { massOrganizationId, approvedBy, documentNumber, approvedOn }: ApproveMassOrganization,
  state: Founded,
  moment: Moment,
): MassOrganizationEvent[] {
  notDissolved(state);
  if (state.stage === 'approved') return [];
  if (state.stage !== 'applied') return refuse('organization.massOrganization.notApplied');
  notBefore(state.lastOn, approvedOn, moment);
  return [{ type: 'MassOrganizationApproved', data: { massOrganizationId, approvedBy, documentNumber, approvedOn } }];
}

function recordElection(data: RecordMassOrganizationElection, state: Founded, moment: Moment): MassOrganizationEvent[] {
  notDissolved(state);
  if (state.stage === 'applied') return refuse('organization.massOrganization.notApproved');
  if ('election' in state && state.election && sameContent(data, state.election)) return [];
  notBefore(state.lastOn, data.electedOn, moment);
  requireLawfulElection(data, state);
  const { massOrganizationId, electedOn, termYears, staffCount, officers, evidence } = data;
  return [
    {
      type: 'MassOrganizationElected',
      data: { massOrganizationId, electedOn, termYears, staffCount, officers, evidence },
    },
  ];
}

function confirmElection(
  { massOrganizationId, documentNumber, confirmedOn }: ConfirmMassOrganizationElection,
  state: Founded,
  moment: Moment,
): MassOrganizationEvent[] {
  notDissolved(state);
  if (!('election' in state) || !state.election) {
    // Without a next election a running term was confirmed already.
    return state.stage === 'active' ? [] : refuse('organization.massOrganization.nothingToConfirm');
  }
  notBefore(state.lastOn, confirmedOn, moment);
  const { staffCount, officers } = state.election;
  const endsOn = endOfTerm(state.election);
  return [
    {
      type: 'MassOrganizationTermBegan',
      data: { massOrganizationId, documentNumber, confirmedOn, endsOn, staffCount, officers },
    },
  ];
}

function changeCoverage(
  data: ChangeMassOrganizationCoverage,
  units: UnitsToCover,
  state: Founded,
  moment: Moment,
): MassOrganizationEvent[] {
  const { application, coveredUnitIds, lastOn } = active(state);
  const { massOrganizationId, changedOn } = data;
  const takenIn = data.takenIn.filter(({ unitId }) => !coveredUnitIds.includes(unitId));
  const letGoUnitIds = data.letGoUnitIds.filter((unitId) => coveredUnitIds.includes(unitId));
  if (takenIn.length === 0 && letGoUnitIds.length === 0) return [];
  if (application.form !== 'joint') refuse('organization.massOrganization.notJoint');
  notBefore(lastOn, changedOn, moment);
  if (letGoUnitIds.includes(application.hostUnitId)) refuse('organization.massOrganization.hostCannotLeave');
  requireCoverable(application, takenIn, letGoUnitIds, units, changedOn);
  return [{ type: 'MassOrganizationCoverageChanged', data: { massOrganizationId, takenIn, letGoUnitIds, changedOn } }];
}

function recordOfficerTime(
  { massOrganizationId, workerId, workedOn }: RecordOfficerTime,
  state: Founded,
  moment: Moment,
): MassOrganizationEvent[] {
  const { officers, officerDays } = active(state);
  notInFuture(workedOn, moment);
  const officer = officers.find((each) => each.workerId === workerId);
  if (!officer) return refuse('organization.massOrganization.notAnOfficer');
  if (officer.fullTime) return refuse('organization.massOrganization.officerIsFullTime');
  const days = officerDays.get(workerId) ?? [];
  if (days.includes(workedOn)) return [];
  const { officerDaysAMonth: most } = tradeUnionLawOn(workedOn);
  if (days.filter((each) => monthOf(each) === monthOf(workedOn)).length >= most) {
    refuse('organization.massOrganization.officerDaysUsedUp', { most });
  }
  return [{ type: 'OfficerTimeRecorded', data: { massOrganizationId, workerId, workedOn } }];
}

function dissolve(
  { data, openUnitIds, successorIsActive }: MassOrganizationWish & { type: 'DissolveMassOrganization' },
  state: Founded,
  moment: Moment,
): MassOrganizationEvent[] {
  if (state.stage === 'dissolved') return [];
  const { massOrganizationId, reason, mergedIntoId, note, dissolvedOn } = data;
  notBefore(state.lastOn, dissolvedOn, moment);
  if (reason === 'unitEnded' && openUnitIds.length > 0) {
    refuse('organization.massOrganization.unitsStillOpen', { openUnits: openUnitIds.length });
  }
  if (reason === 'merged' && !successorIsActive) refuse('organization.massOrganization.successorNotActive');
  return [{ type: 'MassOrganizationDissolved', data: { massOrganizationId, reason, mergedIntoId, note, dissolvedOn } }];
}

function requireCoverable(
  { kind, form }: Pick<MassOrganizationApplied, 'kind' | 'form'>,
  covered: readonly CoveredUnit[],
  letGo: readonly string[],
  units: UnitsToCover,
  on: Day,
): void {
  for (const { unitId, memberCount, staffCount } of covered) {
    const unit = units.get(unitId);
    if (!unit) return refuse('organization.massOrganization.unitUnknown', { unitId });
    if (unit.closed) refuse('organization.massOrganization.unitClosed', { unitId });
    if (letGo.includes(unitId) || covered.filter((each) => each.unitId === unitId).length > 1) {
      refuse('organization.massOrganization.unitNamedTwice', { unitId });
    }
    if (memberCount > staffCount) refuse('organization.massOrganization.moreMembersThanStaff', { unitId });
  }
  if (kind !== 'tradeUnion' || form === 'own') return;
  const tooLarge = covered.find((each) => owesOwnCommittee(units.get(each.unitId)!.kind, each.memberCount, on));
  if (!tooLarge) return;
  const { unitId, memberCount } = tooLarge;
  const { ownCommitteeFromMembers: from } = tradeUnionLawOn(on);
  refuse('organization.massOrganization.ownCommitteeDue', { unitId, memberCount, from });
}

function requireLawfulElection(
  { officers, termYears, staffCount, electedOn }: RecordMassOrganizationElection,
  { application: { kind } }: Founded,
): void {
  const [chair, ...others] = officers.filter(({ post }) => post === 'chair');
  if (!chair || others.length > 0) return refuse('organization.massOrganization.needsOneChair');
  if (new Set(officers.map(({ workerId }) => workerId)).size < officers.length) {
    refuse('organization.massOrganization.officerNamedTwice');
  }
  if (kind !== 'tradeUnion') return;
  const { termYears: lawful, fullTimeChairFromStaff: from } = tradeUnionLawOn(electedOn);
  if (!lawful.includes(termYears)) refuse('organization.massOrganization.termNotLawful');
  if (chair.fullTime && staffCount < from) {
    refuse('organization.massOrganization.tooFewForFullTimeChair', { staffCount, from });
  }
}

/** The last day of a term that begins with an election. */
const endOfTerm = ({ electedOn, termYears }: MassOrganizationElected): Day =>
  addDays(addCalendarMonths(electedOn, termYears * 12), -1);

function coveredAfter(
  { coveredUnitIds }: Founded,
  { takenIn, letGoUnitIds }: Pick<ChangeMassOrganizationCoverage, 'takenIn' | 'letGoUnitIds'>,
): string[] {
  return [...coveredUnitIds, ...takenIn.map(({ unitId }) => unitId)].filter((id) => !letGoUnitIds.includes(id));
}

/** Whether it is a trade union that a unit founds for itself alone: of these a unit has one. */
export const isOwnUnion = ({ kind, form }: Pick<MassOrganizationApplied, 'kind' | 'form'>): boolean =>
  kind === 'tradeUnion' && form === 'own';

/** Whether workers can join it. */
export const isActiveTradeUnion = (state: MassOrganizationState): state is Active =>
  state.stage === 'active' && state.application.kind === 'tradeUnion';

const foundingOf = ({ application, coveredUnitIds, lastOn }: Founded): Founding => ({
  application,
  coveredUnitIds,
  lastOn,
});

function active(state: Founded): Active {
  notDissolved(state);
  return state.stage === 'active' ? state : refuse('organization.massOrganization.notActive');
}

function notDissolved(state: Founded): void {
  if (state.stage !== 'dissolved') return;
  refuse('organization.massOrganization.dissolved', { dissolvedOn: state.dissolvedOn });
}

function notBefore(lastOn: Day, on: Day, moment: Moment): void {
  notInFuture(on, moment);
  if (on < lastOn) refuse('organization.massOrganization.beforeLastEntry', { lastOn });
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.massOrganization.dayInFuture', { on });
}
