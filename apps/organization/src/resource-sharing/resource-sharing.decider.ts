import type {
  RecordResourceSharing,
  ResourceShared,
  ResourceSharingCommand,
  ResourceSharingEvent,
  UnitKind,
  WithdrawResourceSharing,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** A unit that takes part, and the districts above it. */
export interface SharingUnit {
  kind: UnitKind;
  districtIds: readonly string[];
}

export type ResourceSharingWish =
  | (Extract<ResourceSharingCommand, { type: 'RecordResourceSharing' }> & {
      /** Those that the record names; one that does not exist is missing. */
      units: ReadonlyMap<string, SharingUnit>;
    })
  | Extract<ResourceSharingCommand, { type: 'WithdrawResourceSharing' }>;

export interface ResourceSharingState {
  shared: ResourceShared | null;
  isWithdrawn: boolean;
}

/** The rules of sharing in a district (JX-18): from one of its projects to another. */
export const resourceSharing: Decider<ResourceSharingWish, ResourceSharingEvent, ResourceSharingState> = {
  initialState: { shared: null, isWithdrawn: false },
  evolve: (state, event) => {
    switch (event.type) {
      case 'ResourceShared':
        return { shared: event.data, isWithdrawn: false };
      case 'ResourceSharingWithdrawn':
        return { ...state, isWithdrawn: true };
      default:
        return unknownFact(event);
    }
  },
  decide: (wish, state, moment) => {
    switch (wish.type) {
      case 'RecordResourceSharing':
        return record(wish.data, wish.units, state, moment);
      case 'WithdrawResourceSharing':
        return withdraw(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const resourceSharingRefusals = {
  'organization.resourceSharing.alreadyRecorded': {
    zh: '该编号的共享已登记，内容不同',
    en: 'A sharing with this id was recorded already, with other content.',
  },
  'organization.resourceSharing.unknown': { zh: '没有这条共享记录', en: 'There is no such record of sharing.' },
  'organization.resourceSharing.withSelf': { zh: '项目不能与自身共享', en: 'A project shares with another one.' },
  'organization.resourceSharing.notInDistrict': {
    zh: '单元 {unitId} 不是该片区的项目',
    en: 'Unit {unitId} is no project of the district.',
  },
} as const satisfies Record<`organization.resourceSharing.${string}`, Bilingual>;

const refuse: RefuseOf<typeof resourceSharingRefusals> = refuseWith(resourceSharingRefusals);

function record(
  data: RecordResourceSharing,
  units: ReadonlyMap<string, SharingUnit>,
  { shared }: ResourceSharingState,
  moment: Moment,
): ResourceSharingEvent[] {
  if (shared) return sameContent(data, shared) ? [] : refuse('organization.resourceSharing.alreadyRecorded');
  const { districtId, fromProjectId, toProjectId, sharedOn } = data;
  requireEntryDay(sharedOn, moment);
  if (fromProjectId === toProjectId) refuse('organization.resourceSharing.withSelf');
  for (const unitId of [fromProjectId, toProjectId]) {
    const unit = units.get(unitId);
    if (unit?.kind !== 'project' || !unit.districtIds.includes(districtId)) {
      refuse('organization.resourceSharing.notInDistrict', { unitId });
    }
  }
  return [{ type: 'ResourceShared', data: { ...data } }];
}

function withdraw(
  data: WithdrawResourceSharing,
  { shared, isWithdrawn }: ResourceSharingState,
  moment: Moment,
): ResourceSharingEvent[] {
  if (isWithdrawn) return [];
  if (!shared) return refuse('organization.resourceSharing.unknown');
  requireEntryDay(data.withdrawnOn, moment, shared.sharedOn);
  return [{ type: 'ResourceSharingWithdrawn', data: { ...data } }];
}
