import type {
  BringVitalMatterIntoForce,
  CoverVitalMatter,
  ReportUnresolvedVitalMatter,
  RevokeVitalMatter,
  VitalMatterEvent,
  VitalMatterFoundUnresolved,
  VitalMatterKind,
  VitalMatterTookEffect,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import type { CongressDecision } from '../congress/congress.decider';

/** A matter as it was first told, whether the congress had passed it by then or not. */
type Beginning = VitalMatterTookEffect | VitalMatterFoundUnresolved;

export interface NotInForce {
  stage: 'notInForce';
}

export interface InForce {
  stage: 'inForce' | 'revoked';
  beginning: Beginning;
  /** The resolution that covers it; none while it is a finding. */
  resolution: { congressId: string; resolutionId: string } | null;
  /** The day of the last entry: the next one cannot be before it. */
  lastOn: Day;
}

export type VitalMatterState = NotInForce | InForce;

/** The commands; where a resolution is named, with what the congress decided, and to report, with whether the unit is known. */
export type VitalMatterWish =
  | { type: 'BringVitalMatterIntoForce'; data: BringVitalMatterIntoForce; decision?: CongressDecision | undefined }
  | { type: 'ReportUnresolvedVitalMatter'; data: ReportUnresolvedVitalMatter; unitIsKnown: boolean }
  | { type: 'CoverVitalMatter'; data: CoverVitalMatter; decision?: CongressDecision | undefined }
  | { type: 'RevokeVitalMatter'; data: RevokeVitalMatter };

/** A matter of vital interest to the workers of a unit: in force by a passed resolution, or a finding (HM-04i). */
export const vitalMatter: Decider<VitalMatterWish, VitalMatterEvent, VitalMatterState> = {
  initialState: { stage: 'notInForce' },

  evolve(state, event) {
    switch (event.type) {
      case 'VitalMatterTookEffect': {
        const { congressId, resolutionId, inForceFrom: lastOn } = event.data;
        return { stage: 'inForce', beginning: event.data, resolution: { congressId, resolutionId }, lastOn };
      }
      case 'VitalMatterFoundUnresolved':
        return { stage: 'inForce', beginning: event.data, resolution: null, lastOn: event.data.inForceFrom };
      case 'VitalMatterCovered': {
        const { congressId, resolutionId, coveredOn: lastOn } = event.data;
        return { ...(state as InForce), resolution: { congressId, resolutionId }, lastOn };
      }
      case 'VitalMatterRevoked':
        return { ...(state as InForce), stage: 'revoked', lastOn: event.data.revokedOn };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    switch (wish.type) {
      case 'BringVitalMatterIntoForce':
        return bringIntoForce(wish.data, wish.decision, state);
      case 'ReportUnresolvedVitalMatter':
        return report(wish.data, wish.unitIsKnown, state, moment);
      case 'CoverVitalMatter':
        return cover(wish.data, wish.decision, inForce(state), moment);
      case 'RevokeVitalMatter':
        return revoke(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const vitalMatterRefusals = {
  'organization.vitalMatter.unknown': { zh: '没有这个事项', en: 'There is no such matter.' },
  'organization.vitalMatter.unitUnknown': { zh: '没有组织单元 {unitId}', en: 'There is no unit {unitId}.' },
  'organization.vitalMatter.toldOtherwise': {
    zh: '该编号的事项已登记，内容不同',
    en: 'A matter with this id was recorded already, with other content.',
  },
  'organization.vitalMatter.resolutionUnknown': {
    zh: '职代会没有这项决议',
    en: 'The congress has not voted on such a resolution.',
  },
  'organization.vitalMatter.notPassed': {
    zh: '职代会未通过该决议，事项不能生效',
    en: 'The congress did not pass the resolution: the matter cannot take effect.',
  },
  'organization.vitalMatter.resolutionOnAnotherMatter': {
    zh: '该决议审议的是“{matter}”，不是本事项',
    en: 'The resolution is on {matter}, not on this matter.',
  },
  'organization.vitalMatter.resolutionOfAnotherUnit': {
    zh: '该决议是 {unitId} 的职代会作出的',
    en: 'The resolution is one of the congress of {unitId}.',
  },
  'organization.vitalMatter.beforeResolution': {
    zh: '日期早于职代会审议通过的日期 {votedOn}',
    en: 'The day is before the congress passed it on {votedOn}.',
  },
  'organization.vitalMatter.coveredAlready': {
    zh: '该事项已有职代会决议',
    en: 'The matter is covered by a resolution already.',
  },
  'organization.vitalMatter.revoked': { zh: '该事项已废止', en: 'The matter was revoked.' },
  'organization.vitalMatter.foundBeforeInForce': {
    zh: '发现日期早于生效日期 {inForceFrom}',
    en: 'It cannot be found in force before it is, on {inForceFrom}.',
  },
  'organization.vitalMatter.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.vitalMatter.beforeLastEntry': {
    zh: '日期早于上一条记录的日期 {lastOn}',
    en: 'The day is before that of the last entry, {lastOn}.',
  },
} as const satisfies Record<`organization.vitalMatter.${string}`, Bilingual>;

const refuse: RefuseOf<typeof vitalMatterRefusals> = refuseWith(vitalMatterRefusals);

function bringIntoForce(
  data: BringVitalMatterIntoForce,
  decision: CongressDecision | undefined,
  state: VitalMatterState,
): VitalMatterEvent[] {
  if (state.stage !== 'notInForce') return toldBefore(data, state);
  const { matterId, unitId, matter, title, congressId, resolutionId, inForceFrom } = data;
  requirePassed(decision, { unitId, matter, on: inForceFrom });
  return [
    {
      type: 'VitalMatterTookEffect',
      data: { matterId, unitId, matter, title, congressId, resolutionId, inForceFrom },
    },
  ];
}

function report(
  data: ReportUnresolvedVitalMatter,
  unitIsKnown: boolean,
  state: VitalMatterState,
  { today }: Moment,
): VitalMatterEvent[] {
  if (state.stage !== 'notInForce') return toldBefore(data, state);
  const { matterId, unitId, matter, title, inForceFrom, foundOn } = data;
  if (!unitIsKnown) refuse('organization.vitalMatter.unitUnknown', { unitId });
  if (foundOn > today) refuse('organization.vitalMatter.dayInFuture', { on: foundOn });
  if (foundOn < inForceFrom) refuse('organization.vitalMatter.foundBeforeInForce', { inForceFrom });
  return [{ type: 'VitalMatterFoundUnresolved', data: { matterId, unitId, matter, title, inForceFrom, foundOn } }];
}

function cover(
  { matterId, congressId, resolutionId, coveredOn }: CoverVitalMatter,
  decision: CongressDecision | undefined,
  { stage, beginning, resolution, lastOn }: InForce,
  moment: Moment,
): VitalMatterEvent[] {
  if (resolution) {
    return sameContent(resolution, { congressId, resolutionId })
      ? []
      : refuse('organization.vitalMatter.coveredAlready');
  }
  if (stage === 'revoked') refuse('organization.vitalMatter.revoked');
  notBefore(lastOn, coveredOn, moment);
  requirePassed(decision, { unitId: beginning.unitId, matter: beginning.matter, on: coveredOn });
  return [{ type: 'VitalMatterCovered', data: { matterId, congressId, resolutionId, coveredOn } }];
}

function revoke(
  { matterId, reason, revokedOn }: RevokeVitalMatter,
  state: VitalMatterState,
  moment: Moment,
): VitalMatterEvent[] {
  const { stage, lastOn } = inForce(state);
  if (stage === 'revoked') return [];
  notBefore(lastOn, revokedOn, moment);
  return [{ type: 'VitalMatterRevoked', data: { matterId, reason, revokedOn } }];
}

function requirePassed(
  decision: CongressDecision | undefined,
  { unitId, matter, on }: { unitId: string; matter: VitalMatterKind; on: Day },
): void {
  if (!decision) return refuse('organization.vitalMatter.resolutionUnknown');
  if (decision.unitId !== unitId) {
    refuse('organization.vitalMatter.resolutionOfAnotherUnit', { unitId: decision.unitId });
  }
  if (decision.matter !== matter) {
    refuse('organization.vitalMatter.resolutionOnAnotherMatter', { matter: decision.matter });
  }
  if (!decision.isPassed) refuse('organization.vitalMatter.notPassed');
  if (on < decision.votedOn) refuse('organization.vitalMatter.beforeResolution', { votedOn: decision.votedOn });
}

const toldBefore = (
  data: BringVitalMatterIntoForce | ReportUnresolvedVitalMatter,
  { beginning }: InForce,
): VitalMatterEvent[] => (sameContent(data, beginning) ? [] : refuse('organization.vitalMatter.toldOtherwise'));

const inForce = (state: VitalMatterState): InForce =>
  state.stage === 'notInForce' ? refuse('organization.vitalMatter.unknown') : state;

function notBefore(lastOn: Day, on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.vitalMatter.dayInFuture', { on });
  if (on < lastOn) refuse('organization.vitalMatter.beforeLastEntry', { lastOn });
}
