import {
  type LiftWorkRestriction,
  type RestrictedGroup,
  type SetWorkRestriction,
  type WorkRestrictionCommand,
  type WorkRestrictionEvent,
  type WorkType,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, type Sex } from '@gongyou/domain';
import { type Decider, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

/** A restriction with its term: from a day on, until the day before it was lifted. */
export interface WorkRestriction {
  restrictionId: string;
  group: RestrictedGroup;
  years?: number | undefined;
  sex?: Sex | undefined;
  workTypes: readonly WorkType[];
  basis: string;
  from: Day;
  liftedFrom: Day | null;
}

/** The restrictions that one unit has set, by their ids. */
export type WorkRestrictions = Readonly<Record<string, WorkRestriction>>;

/** The rules by which a unit restricts work by age (OA-03, OA-07, RN-11). */
export const workRestriction: Decider<WorkRestrictionCommand, WorkRestrictionEvent, WorkRestrictions> = {
  initialState: {},

  evolve(state, event) {
    switch (event.type) {
      case 'WorkRestrictionSet': {
        const { organizationId: _unit, ...restriction } = event.data;
        return { ...state, [restriction.restrictionId]: { ...restriction, liftedFrom: null } };
      }
      case 'WorkRestrictionLifted': {
        const { restrictionId, from } = event.data;
        return { ...state, [restrictionId]: { ...state[restrictionId]!, liftedFrom: from } };
      }
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state) {
    switch (wish.type) {
      case 'SetWorkRestriction':
        return set(wish.data, state);
      case 'LiftWorkRestriction':
        return lift(wish.data, state);
      default:
        return unknownWish(wish);
    }
  },
};

export const workRestrictionRefusals = {
  'organization.workRestriction.alreadySet': {
    zh: '该编号的限制已经设定，内容不同',
    en: 'A restriction with this id was set already, with other content.',
  },
  'organization.workRestriction.yearsBelongToTheirGroup': {
    zh: '年龄只在“yearsCompleted”类限制中给出，且必须给出',
    en: 'Years are given with the group yearsCompleted, and with no other.',
  },
  'organization.workRestriction.unknown': { zh: '没有这项限制', en: 'There is no such restriction.' },
  'organization.workRestriction.liftedBeforeItHeld': {
    zh: '解除日期早于限制生效日 {from}',
    en: 'The restriction holds from {from}; it cannot be lifted before.',
  },
} as const satisfies Record<`organization.workRestriction.${string}`, Bilingual>;

const refuse: RefuseOf<typeof workRestrictionRefusals> = refuseWith(workRestrictionRefusals);

function set(data: SetWorkRestriction, state: WorkRestrictions): WorkRestrictionEvent[] {
  const known = state[data.restrictionId];
  if (known) return sameRestriction(data, known) ? [] : refuse('organization.workRestriction.alreadySet');
  if ((data.group === 'yearsCompleted') !== (data.years !== undefined))
    refuse('organization.workRestriction.yearsBelongToTheirGroup');
  const { organizationId, restrictionId, group, years, sex, workTypes, basis, from } = data;
  return [
    { type: 'WorkRestrictionSet', data: { organizationId, restrictionId, group, years, sex, workTypes, basis, from } },
  ];
}

function lift({ organizationId, restrictionId, from }: LiftWorkRestriction, state: WorkRestrictions) {
  const known = state[restrictionId];
  if (!known) return refuse('organization.workRestriction.unknown');
  if (known.liftedFrom === from) return [];
  if (from < known.from) refuse('organization.workRestriction.liftedBeforeItHeld', { from: known.from });
  return [{ type: 'WorkRestrictionLifted' as const, data: { organizationId, restrictionId, from } }];
}

const sameRestriction = (a: SetWorkRestriction, b: WorkRestriction): boolean =>
  a.group === b.group &&
  a.years === b.years &&
  a.sex === b.sex &&
  a.basis === b.basis &&
  a.from === b.from &&
  a.workTypes.length === b.workTypes.length &&
  a.workTypes.every((type) => b.workTypes.includes(type));
