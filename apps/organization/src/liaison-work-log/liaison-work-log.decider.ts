import {
  type LiaisonActivity,
  type LiaisonRole,
  type LiaisonWorkEntry,
  type LiaisonWorkLogCommand,
  type LiaisonWorkLogEvent,
  type RecordLiaisonWork,
  type WithdrawLiaisonWork,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { type ServiceRecord, wasOnDuty } from '../liaison-officer/service-record';
import { requireRaisable, type RequestGround } from '../matter/raising';
import { isSubordinate, type SubordinatePost } from './subordinate';

/** What an entry is judged by: the officer's service, where the entry's unit stands, and the definition of the post that day. */
export interface WorkCircumstances {
  service: ServiceRecord | undefined;
  /** The entry's unit and those above it; empty when there is no such unit. */
  unitIds: readonly string[];
  role: LiaisonRole | undefined;
  /** Where the requests of the entry lead to. */
  requestGround: RequestGround;
  /** The post of the officer who was trained, guided or checked; none where nobody was, or nobody holds that post. */
  subordinate: SubordinatePost | undefined;
}

export type LiaisonWorkLogWish =
  | (Extract<LiaisonWorkLogCommand, { type: 'RecordLiaisonWork' }> & { circumstances: WorkCircumstances })
  | Extract<LiaisonWorkLogCommand, { type: 'WithdrawLiaisonWork' }>;

/** The log of one officer in one month. */
export interface LiaisonWorkLogState {
  /** The unit of the officer's post when the log was begun. */
  unitId: string | null;
  entries: ReadonlyMap<string, LiaisonWorkEntry>;
  withdrawnIds: ReadonlySet<string>;
}

/** As many entries as an officer's month may hold. */
export const MOST_ENTRIES_A_MONTH = 500;

/** The rules of the work log (写实手册, JX-19): it is written for days on duty, about one's own area, and holds no opinion of anybody. */
export const liaisonWorkLog: Decider<LiaisonWorkLogWish, LiaisonWorkLogEvent, LiaisonWorkLogState> = {
  initialState: { unitId: null, entries: new Map(), withdrawnIds: new Set() },
  evolve,
  decide: (wish, state, moment) => {
    switch (wish.type) {
      case 'RecordLiaisonWork':
        return record(wish.data, wish.circumstances, state, moment);
      case 'WithdrawLiaisonWork':
        return withdraw(wish.data, state);
      default:
        return unknownWish(wish);
    }
  },
};

function evolve(state: LiaisonWorkLogState, event: LiaisonWorkLogEvent): LiaisonWorkLogState {
  const { entry } = event.data;
  switch (event.type) {
    case 'LiaisonWorkRecorded':
      return { ...state, unitId: event.data.postUnitId, entries: new Map([...state.entries, [entry.entryId, entry]]) };
    case 'LiaisonWorkWithdrawn':
      return {
        ...state,
        entries: new Map([...state.entries].filter(([entryId]) => entryId !== entry.entryId)),
        withdrawnIds: new Set([...state.withdrawnIds, entry.entryId]),
      };
    default:
      return unknownFact(event);
  }
}

export const liaisonWorkLogRefusals = {
  'organization.liaisonWorkLog.entryDiffers': {
    zh: '该编号的记录已登记，内容不同',
    en: 'An entry with this id was recorded already, with other content.',
  },
  'organization.liaisonWorkLog.entryWithdrawn': {
    zh: '该编号的记录已撤销',
    en: 'The entry with this id was withdrawn.',
  },
  'organization.liaisonWorkLog.entryUnknown': { zh: '没有这条记录', en: 'There is no such entry.' },
  'organization.liaisonWorkLog.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.liaisonWorkLog.notOnDuty': {
    zh: '{on} 该协理员不在岗',
    en: 'The officer was not on duty on {on}.',
  },
  'organization.liaisonWorkLog.outsideArea': {
    zh: '单元 {unitId} 不在该协理员的工作范围',
    en: 'Unit {unitId} does not lie in the area of the officer.',
  },
  'organization.liaisonWorkLog.itemNotDefined': {
    zh: '岗位规定中没有条目 {itemId}',
    en: 'The role definition in force has no item {itemId}.',
  },
  'organization.liaisonWorkLog.mattersWithoutRequests': {
    zh: '登记的事项 {matters} 件，多于提出的诉求 {requests} 件',
    en: 'More matters were opened ({matters}) than requests raised ({requests}).',
  },
  'organization.liaisonWorkLog.subordinateNotCalledFor': {
    zh: '只有培训、指导、检查才写明下级协理员；检查发现须写明下级协理员',
    en: 'A subordinate is named where one was trained, guided or checked, and with findings only.',
  },
  'organization.liaisonWorkLog.notSubordinate': {
    zh: '{officerId} 不是该协理员的下级',
    en: '{officerId} holds no post below that of the officer.',
  },
  'organization.liaisonWorkLog.monthFull': {
    zh: '一个月最多登记 {most} 条',
    en: 'A month holds at most {most} entries.',
  },
} as const satisfies Record<`organization.liaisonWorkLog.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonWorkLogRefusals> = refuseWith(liaisonWorkLogRefusals);

function record(
  { officerId, entry }: RecordLiaisonWork,
  circumstances: WorkCircumstances,
  { entries, withdrawnIds }: LiaisonWorkLogState,
  { today }: Moment,
): LiaisonWorkLogEvent[] {
  const { service, unitIds, role } = circumstances;
  const { entryId, workedOn, unitId, requests = [] } = entry;
  const known = entries.get(entryId);
  if (known) return sameContent(entry, known) ? [] : refuse('organization.liaisonWorkLog.entryDiffers');
  if (withdrawnIds.has(entryId)) refuse('organization.liaisonWorkLog.entryWithdrawn');
  if (workedOn > today) refuse('organization.liaisonWorkLog.dayInFuture', { on: workedOn });
  if (!service || !wasOnDuty(service, workedOn))
    return refuse('organization.liaisonWorkLog.notOnDuty', { on: workedOn });
  if (!unitIds.includes(service.unitId)) refuse('organization.liaisonWorkLog.outsideArea', { unitId });
  requireDefinedItems(entry, role);
  requireSubordinate(entry, service, circumstances.subordinate);
  const figures = { matters: entry.matterIds.length + requests.length, requests: entry.requestsRaised };
  if (figures.matters > figures.requests) refuse('organization.liaisonWorkLog.mattersWithoutRequests', figures);
  requireRaisable(requests, unitId, workedOn, circumstances.requestGround);
  if (entries.size >= MOST_ENTRIES_A_MONTH)
    refuse('organization.liaisonWorkLog.monthFull', { most: MOST_ENTRIES_A_MONTH });
  return [{ type: 'LiaisonWorkRecorded', data: { officerId, postUnitId: service.unitId, entry } }];
}

function requireDefinedItems({ workKindId, dutyIds, rightIds }: LiaisonWorkEntry, role: LiaisonRole | undefined): void {
  const named = [
    { list: role?.workKinds, itemIds: workKindId === undefined ? [] : [workKindId] },
    { list: role?.duties, itemIds: dutyIds },
    { list: role?.rights, itemIds: rightIds },
  ];
  for (const { list, itemIds } of named) {
    const undefinedId = itemIds.find((itemId) => !list?.items.some((item) => item.itemId === itemId));
    if (undefinedId !== undefined) refuse('organization.liaisonWorkLog.itemNotDefined', { itemId: undefinedId });
  }
}

const aboutSubordinates: readonly LiaisonActivity[] = ['training', 'guidance', 'check'];

function requireSubordinate(
  { activity, subordinateId, findings = [] }: LiaisonWorkEntry,
  service: ServiceRecord,
  subordinate: SubordinatePost | undefined,
): void {
  if (subordinateId === undefined) {
    if (findings.length > 0) refuse('organization.liaisonWorkLog.subordinateNotCalledFor');
    return;
  }
  if (!aboutSubordinates.includes(activity)) refuse('organization.liaisonWorkLog.subordinateNotCalledFor');
  if (!subordinate || !isSubordinate(subordinate, service)) {
    refuse('organization.liaisonWorkLog.notSubordinate', { officerId: subordinateId });
  }
}

function withdraw(
  { officerId, entryId, reason }: WithdrawLiaisonWork,
  { unitId, entries, withdrawnIds }: LiaisonWorkLogState,
): LiaisonWorkLogEvent[] {
  if (withdrawnIds.has(entryId)) return [];
  const entry = entries.get(entryId);
  if (!entry || unitId === null) return refuse('organization.liaisonWorkLog.entryUnknown');
  return [{ type: 'LiaisonWorkWithdrawn', data: { officerId, postUnitId: unitId, entry, reason } }];
}
