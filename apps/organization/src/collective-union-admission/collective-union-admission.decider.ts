import type {
  CollectiveAdmissionOpened,
  CollectiveUnionAdmissionEvent,
  HoldCollectiveAdmission,
  OpenCollectiveAdmission,
  RecordUnionConsent,
  RecordUnionDecline,
  RulesInForce,
  WorkerConsentedToJoin,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

/** As many as one ceremony admits, so that all of it is one append: larger gatherings are several admissions. */
export const MOST_ADMITTED_AT_ONCE = 500;

export interface NotOpened {
  stage: 'notOpened';
}

/** Workers say yes or no, each for himself. */
export interface Gathering {
  stage: 'gathering';
  opening: CollectiveAdmissionOpened;
  consents: ReadonlyMap<string, WorkerConsentedToJoin>;
  /** The last answer of those who declined, by worker. */
  declines: ReadonlyMap<string, Day>;
}

/** The ceremony was held; nobody joins through it any more. */
export interface Held {
  stage: 'held';
  opening: CollectiveAdmissionOpened;
  heldOn: Day;
}

export type CollectiveUnionAdmissionState = NotOpened | Gathering | Held;

/**
 * The commands; to open one, the union must be known, whether the unit stands within what it covers, and the rules of admission that hold
 * for the unit on that day.
 */
export type CollectiveUnionAdmissionWish =
  | {
      type: 'OpenCollectiveAdmission';
      data: OpenCollectiveAdmission;
      unionIsActive: boolean;
      unitIsCovered: boolean;
      rules?: RulesInForce | undefined;
    }
  | { type: 'RecordUnionConsent'; data: RecordUnionConsent }
  | { type: 'RecordUnionDecline'; data: RecordUnionDecline }
  | { type: 'HoldCollectiveAdmission'; data: HoldCollectiveAdmission };

/** The rules of a collective admission: gathered together, consented to one by one (UN-07, CC-12a). */
export const collectiveUnionAdmission: Decider<
  CollectiveUnionAdmissionWish,
  CollectiveUnionAdmissionEvent,
  CollectiveUnionAdmissionState
> = {
  initialState: { stage: 'notOpened' },

  evolve(state, event) {
    const before = state as Gathering;
    switch (event.type) {
      case 'CollectiveAdmissionOpened':
        return { stage: 'gathering', opening: event.data, consents: new Map(), declines: new Map() };
      case 'WorkerConsentedToJoin': {
        const { workerId } = event.data;
        const consents = new Map(before.consents).set(workerId, event.data);
        return { ...before, consents, declines: without(before.declines, workerId) };
      }
      case 'WorkerDeclinedToJoin': {
        const { workerId, declinedOn } = event.data;
        const declines = new Map(before.declines).set(workerId, declinedOn);
        return { ...before, declines, consents: without(before.consents, workerId) };
      }
      case 'CollectiveAdmissionHeld':
        return { stage: 'held', opening: before.opening, heldOn: event.data.heldOn };
      case 'WorkerAdmittedToUnion':
        return state;
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    if (wish.type === 'OpenCollectiveAdmission') return open(wish, state, moment);
    if (state.stage === 'notOpened') return refuse('organization.collectiveUnionAdmission.unknown');
    if (wish.type === 'HoldCollectiveAdmission') return hold(wish.data, state, moment);
    if (state.stage === 'held')
      return refuse('organization.collectiveUnionAdmission.alreadyHeld', { heldOn: state.heldOn });
    switch (wish.type) {
      case 'RecordUnionConsent':
        return recordConsent(wish.data, state, moment);
      case 'RecordUnionDecline':
        return recordDecline(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const collectiveUnionAdmissionRefusals = {
  'organization.collectiveUnionAdmission.unknown': { zh: '没有这次集体入会', en: 'There is no such admission.' },
  'organization.collectiveUnionAdmission.alreadyOpened': {
    zh: '该编号的集体入会已经开始，内容不同',
    en: 'An admission with this id was opened already, with other content.',
  },
  'organization.collectiveUnionAdmission.unionNotActive': {
    zh: '没有这个工会，或者工会尚未成立',
    en: 'There is no such trade union, or it is not active.',
  },
  'organization.collectiveUnionAdmission.unitNotCovered': {
    zh: '该单位不在工会覆盖范围内',
    en: 'The union does not cover the unit.',
  },
  'organization.collectiveUnionAdmission.alreadyHeld': {
    zh: '入会仪式已于 {heldOn} 举行',
    en: 'The ceremony was held on {heldOn}.',
  },
  'organization.collectiveUnionAdmission.formMissing': {
    zh: '纸质同意须附本人签字的入会申请书',
    en: 'A consent on paper needs the form that the worker signed himself.',
  },
  'organization.collectiveUnionAdmission.nobodyConsented': {
    zh: '没有职工同意入会',
    en: 'No worker has consented.',
  },
  'organization.collectiveUnionAdmission.full': {
    zh: '一次集体入会最多 {most} 人，请另行组织一次',
    en: 'One admission takes at most {most} workers; open another one.',
  },
  'organization.collectiveUnionAdmission.dayInFuture': {
    zh: '日期 {on} 尚未到来',
    en: 'The day {on} has not come yet.',
  },
  'organization.collectiveUnionAdmission.beforeOpening': {
    zh: '日期早于集体入会开始日 {openedOn}',
    en: 'The day is before the admission was opened on {openedOn}.',
  },
  'organization.collectiveUnionAdmission.consentAfterCeremony': {
    zh: '有职工的同意日期晚于仪式日期',
    en: 'A worker consented only after the day of the ceremony.',
  },
} as const satisfies Record<`organization.collectiveUnionAdmission.${string}`, Bilingual>;

const refuse: RefuseOf<typeof collectiveUnionAdmissionRefusals> = refuseWith(collectiveUnionAdmissionRefusals);

function open(
  { data, unionIsActive, unitIsCovered, rules }: CollectiveUnionAdmissionWish & { type: 'OpenCollectiveAdmission' },
  state: CollectiveUnionAdmissionState,
  moment: Moment,
): CollectiveUnionAdmissionEvent[] {
  if (state.stage !== 'notOpened') {
    const { rules: _rules, ...told } = state.opening;
    return sameContent(data, told) ? [] : refuse('organization.collectiveUnionAdmission.alreadyOpened');
  }
  notInFuture(data.openedOn, moment);
  if (!unionIsActive) refuse('organization.collectiveUnionAdmission.unionNotActive');
  if (!unitIsCovered) refuse('organization.collectiveUnionAdmission.unitNotCovered');
  const { admissionId, massOrganizationId, unitId, basis, openedOn } = data;
  return [
    {
      type: 'CollectiveAdmissionOpened',
      data: { admissionId, massOrganizationId, unitId, basis, openedOn, ...(rules && { rules }) },
    },
  ];
}

function recordConsent(data: RecordUnionConsent, state: Gathering, moment: Moment): CollectiveUnionAdmissionEvent[] {
  const { admissionId, workerId, employmentForm, givenBy, form, consentedOn } = data;
  if (state.consents.has(workerId)) return [];
  withinGathering(consentedOn, state, moment);
  if (givenBy === 'signedForm' && !form) refuse('organization.collectiveUnionAdmission.formMissing');
  if (state.consents.size >= MOST_ADMITTED_AT_ONCE) {
    refuse('organization.collectiveUnionAdmission.full', { most: MOST_ADMITTED_AT_ONCE });
  }
  return [
    {
      type: 'WorkerConsentedToJoin',
      data: { admissionId, workerId, employmentForm, givenBy, form, consentedOn },
    },
  ];
}

function recordDecline(
  { admissionId, workerId, declinedOn }: RecordUnionDecline,
  state: Gathering,
  moment: Moment,
): CollectiveUnionAdmissionEvent[] {
  if (state.declines.has(workerId)) return [];
  withinGathering(declinedOn, state, moment);
  return [{ type: 'WorkerDeclinedToJoin', data: { admissionId, workerId, declinedOn } }];
}

function hold(
  { admissionId, heldOn }: HoldCollectiveAdmission,
  state: Gathering | Held,
  moment: Moment,
): CollectiveUnionAdmissionEvent[] {
  if (state.stage === 'held') return [];
  withinGathering(heldOn, state, moment);
  const consents = [...state.consents.values()];
  if (consents.length === 0) refuse('organization.collectiveUnionAdmission.nobodyConsented');
  if (consents.some(({ consentedOn }) => consentedOn > heldOn)) {
    refuse('organization.collectiveUnionAdmission.consentAfterCeremony');
  }
  const { massOrganizationId, unitId } = state.opening;
  const admitted = consents.map(({ workerId, employmentForm, consentedOn }): CollectiveUnionAdmissionEvent => ({
    type: 'WorkerAdmittedToUnion',
    data: { admissionId, massOrganizationId, unitId, workerId, employmentForm, consentedOn, admittedOn: heldOn },
  }));
  return [{ type: 'CollectiveAdmissionHeld', data: { admissionId, heldOn } }, ...admitted];
}

function withinGathering(on: Day, { opening: { openedOn } }: Gathering, moment: Moment): void {
  notInFuture(on, moment);
  if (on < openedOn) refuse('organization.collectiveUnionAdmission.beforeOpening', { openedOn });
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.collectiveUnionAdmission.dayInFuture', { on });
}

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
