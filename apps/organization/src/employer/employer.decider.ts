import {
  type EmployerEvent,
  type EnterpriseOwnership,
  type HeadcountReported,
  type RecordEnterpriseOwnership,
  type ReportHeadcount,
  type ReportUnionContribution,
  type UnionContributionPaid,
  type UnitKind,
  isEnterpriseKind,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type Month, monthOf, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { unionContributionDue } from './union-contribution';

/** What is on record of an employer beside its place in the tree. */
export interface EmployerState {
  /** Who owns it, from a day on. */
  ownership?: { ownership: EnterpriseOwnership; fromDay: Day };
  headcount?: HeadcountReported;
  /** What was told of each month. */
  contributions: ReadonlyMap<Month, UnionContributionPaid>;
}

/** The employer's unit as the organization directory has it. */
export interface EmployerUnit {
  kind: UnitKind;
}

/** The commands, with the unit; one that is not known is `undefined`. */
export type EmployerWish = { unit?: EmployerUnit | undefined } & (
  | { type: 'RecordEnterpriseOwnership'; data: RecordEnterpriseOwnership }
  | { type: 'ReportHeadcount'; data: ReportHeadcount }
  | { type: 'ReportUnionContribution'; data: ReportUnionContribution }
);

/** What an employer tells of itself: who owns it, how many work for it, what it paid to the union. */
export const employer: Decider<EmployerWish, EmployerEvent, EmployerState> = {
  initialState: { contributions: new Map() },

  evolve(state, event) {
    switch (event.type) {
      case 'EnterpriseOwnershipRecorded':
        return { ...state, ownership: event.data };
      case 'HeadcountReported':
        return { ...state, headcount: event.data };
      case 'UnionContributionPaid':
      case 'UnionContributionFellShort':
        return { ...state, contributions: new Map(state.contributions).set(event.data.month, event.data) };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    if (!wish.unit) return refuse('organization.employer.unitUnknown');
    switch (wish.type) {
      case 'RecordEnterpriseOwnership':
        return recordOwnership(wish.data, wish.unit, state, moment);
      case 'ReportHeadcount':
        return reportHeadcount(wish.data, state, moment);
      case 'ReportUnionContribution':
        return reportContribution(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const employerRefusals = {
  'organization.employer.unitUnknown': { zh: '没有这个组织单元', en: 'There is no such unit.' },
  'organization.employer.notAnEnterprise': {
    zh: '“{kind}”类单元不是企业，没有所有制',
    en: 'A unit of the kind {kind} is no enterprise and has no owner to be recorded.',
  },
  'organization.employer.moreMembersThanStaff': {
    zh: '会员 {memberCount} 人，多于职工 {staffCount} 人',
    en: '{memberCount} members are more than the {staffCount} staff.',
  },
  'organization.employer.contributionToldOtherwise': {
    zh: '{month} 的工会经费已报送，内容不同',
    en: 'The contribution for {month} was told already, with other content.',
  },
  'organization.employer.paidBeforeMonth': {
    zh: '拨缴日期早于工资所属月份 {month}',
    en: 'The contribution cannot have been paid before the month of the wages, {month}.',
  },
  'organization.employer.beforeLastEntry': {
    zh: '日期早于已登记的日期 {lastOn}',
    en: 'The day is before the one on record, {lastOn}.',
  },
  'organization.employer.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
} as const satisfies Record<`organization.employer.${string}`, Bilingual>;

const refuse: RefuseOf<typeof employerRefusals> = refuseWith(employerRefusals);

function recordOwnership(
  { unitId, ownership, fromDay }: RecordEnterpriseOwnership,
  { kind }: EmployerUnit,
  state: EmployerState,
  moment: Moment,
): EmployerEvent[] {
  if (!isEnterpriseKind(kind)) refuse('organization.employer.notAnEnterprise', { kind });
  if (state.ownership?.ownership === ownership) return [];
  notBefore(state.ownership?.fromDay, fromDay, moment);
  return [{ type: 'EnterpriseOwnershipRecorded', data: { unitId, ownership, fromDay } }];
}

function reportHeadcount(
  { unitId, staffCount, memberCount, countedOn }: ReportHeadcount,
  { headcount }: EmployerState,
  moment: Moment,
): EmployerEvent[] {
  const told = { unitId, staffCount, memberCount, countedOn };
  if (headcount && sameContent(told, headcount)) return [];
  notBefore(headcount?.countedOn, countedOn, moment);
  if (memberCount > staffCount) refuse('organization.employer.moreMembersThanStaff', { memberCount, staffCount });
  return [{ type: 'HeadcountReported', data: told }];
}

function reportContribution(data: ReportUnionContribution, state: EmployerState, moment: Moment): EmployerEvent[] {
  const { unitId, month, wagesFen, paidFen, paidOn, evidence } = data;
  const dueFen = unionContributionDue(wagesFen, month);
  const told = { unitId, month, wagesFen, dueFen, paidFen, paidOn, evidence };
  const before = state.contributions.get(month);
  // What a month still lacked can be paid later; what was paid in full stays.
  if (before && sameContent(told, before)) return [];
  if (before && (before.paidFen >= before.dueFen || paidFen <= before.paidFen)) {
    refuse('organization.employer.contributionToldOtherwise', { month });
  }
  notBefore(undefined, paidOn, moment);
  if (monthOf(paidOn) < month) refuse('organization.employer.paidBeforeMonth', { month });
  return [{ type: paidFen < dueFen ? 'UnionContributionFellShort' : 'UnionContributionPaid', data: told }];
}

function notBefore(lastOn: Day | undefined, on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.employer.dayInFuture', { on });
  if (lastOn !== undefined && on < lastOn) refuse('organization.employer.beforeLastEntry', { lastOn });
}
