import {
  type AppointLiaisonOfficer,
  type IssueLiaisonArmband,
  type LiaisonOfficerCommand,
  type LiaisonOfficerEvent,
  liaisonTrainingTopics,
  type NominateLiaisonOfficer,
  type NominationScore,
  type PublishLiaisonProfile,
  type PutLiaisonOfficerOnDuty,
  type RecordLiaisonCourse,
  type RecordLiaisonTraining,
  type RelieveLiaisonOfficer,
  type RenewLiaisonTerm,
  type NominationCriterion,
} from '@gongyou/contracts';
import { type Day, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { refuse } from './liaison-officer.refusals';
import type { Appointed, Holder, LiaisonOfficerState, Nominated, NotNominated, OnDuty } from './liaison-officer.state';
import { type PostUnits, requirePostUnit, requireSuperior } from './post-units';

/** The role definition that holds for a post, as its unit or the nearest one above has published it. */
export interface DefinitionInForce {
  organizationId: string;
  version: number;
  treatment?: string | undefined;
}

/** The Party organization that approved a nomination, as it stands. */
export interface ApprovingOrganization {
  isCommittee: boolean;
  unitId: string;
}

/** How the assessment of the year before a renewal ended. */
export interface AssessmentBefore {
  concluded: boolean;
  /** None where the role definition has no grades, and where nothing was concluded. */
  allowsRenewal?: boolean | undefined;
}

type Command<Type extends LiaisonOfficerCommand['type']> = Extract<LiaisonOfficerCommand, { type: Type }>;

/** The commands, with what must be known of units and role definitions. */
export type LiaisonOfficerWish =
  | Exclude<
      LiaisonOfficerCommand,
      {
        type:
          | 'NominateLiaisonOfficer'
          | 'ApproveLiaisonNomination'
          | 'AppointLiaisonOfficer'
          | 'RecordLiaisonTraining'
          | 'RenewLiaisonTerm';
      }
    >
  | (Command<'NominateLiaisonOfficer'> & {
      units: PostUnits;
      criteria?: readonly NominationCriterion[] | undefined;
    })
  | (Command<'ApproveLiaisonNomination'> & { units: PostUnits; approving: ApprovingOrganization | undefined })
  | (Command<'AppointLiaisonOfficer'> & { units: PostUnits; definition?: DefinitionInForce | undefined })
  | (Command<'RecordLiaisonTraining'> & { units: PostUnits })
  | (Command<'RenewLiaisonTerm'> & { assessmentBefore: AssessmentBefore });

/** The rules of a liaison post, from the nomination of its holder to his relief (JX-01 to JX-12a, JX-35, JX-36). */
export const liaisonOfficer: Decider<LiaisonOfficerWish, LiaisonOfficerEvent, LiaisonOfficerState> = {
  initialState: { stage: 'notNominated' },
  evolve,
  decide,
};

function evolve(state: LiaisonOfficerState, event: LiaisonOfficerEvent): LiaisonOfficerState {
  const holder = state as Appointed | OnDuty;
  switch (event.type) {
    case 'LiaisonOfficerNominated':
      return { stage: 'nominated', nomination: event.data, approval: null, armbandNumber: armbandOf(state) };
    case 'LiaisonNominationApproved':
      return { ...(state as Nominated), approval: event.data };
    case 'LiaisonOfficerAppointed':
      return {
        stage: 'appointed',
        nomination: (state as Nominated).nomination,
        appointment: event.data,
        termEndsOn: event.data.termEndsOn ?? null,
        trained: new Map(),
        courses: new Map(),
        profile: null,
        publicationIds: new Set(),
        armbandNumber: armbandOf(state),
      };
    case 'LiaisonTrainingRecorded': {
      const covered = event.data.topics.map((topic) => [topic, event.data.trainedOn] as const);
      return { ...holder, trained: new Map([...covered, ...holder.trained]) };
    }
    case 'LiaisonCourseAttended':
      return { ...holder, courses: new Map([...holder.courses, [event.data.courseId, event.data]]) };
    case 'LiaisonOfficerPutOnDuty':
      return { ...holder, stage: 'onDuty', onDutyFrom: event.data.onDutyFrom };
    case 'LiaisonProfilePublished': {
      const publicationIds = new Set([...holder.publicationIds, event.data.publicationId]);
      return { ...holder, profile: event.data, publicationIds };
    }
    case 'LiaisonProfileWithdrawn':
      return { ...holder, profile: null };
    case 'LiaisonArmbandIssued':
      return { ...holder, armbandNumber: event.data.armbandNumber };
    case 'LiaisonArmbandReturned':
      return { ...(state as Exclude<LiaisonOfficerState, NotNominated>), armbandNumber: null };
    case 'LiaisonTermRenewed':
      return { ...holder, termEndsOn: event.data.termEndsOn };
    case 'LiaisonOfficerRelieved':
      return {
        stage: 'relieved',
        nomination: (state as Nominated).nomination,
        appointment: isHolder(state) ? state.appointment : null,
        termEndsOn: isHolder(state) ? state.termEndsOn : null,
        onDutyFrom: state.stage === 'onDuty' ? state.onDutyFrom : null,
        relievedOn: event.data.relievedOn,
        armbandNumber: armbandOf(state),
      };
    default:
      return unknownFact(event);
  }
}

function decide(wish: LiaisonOfficerWish, state: LiaisonOfficerState, moment: Moment): LiaisonOfficerEvent[] {
  switch (wish.type) {
    case 'NominateLiaisonOfficer':
      return nominate(wish, state, moment);
    case 'ApproveLiaisonNomination':
      return approve(wish, state, moment);
    case 'AppointLiaisonOfficer':
      return appoint(wish.data, wish.units, wish.definition, state, moment);
    case 'RecordLiaisonTraining':
      return recordTraining(wish.data, wish.units, holderIn(state), moment);
    case 'RecordLiaisonCourse':
      return recordCourse(wish.data, holderIn(state), moment);
    case 'PutLiaisonOfficerOnDuty':
      return putOnDuty(wish.data, holderIn(state), moment);
    case 'PublishLiaisonProfile':
      return publishProfile(wish.data, holderIn(state), moment);
    case 'WithdrawLiaisonProfile': {
      const { profile } = holderIn(state);
      if (!profile) return [];
      within(wish.data.withdrawnOn, profile.consentedOn, moment);
      return [{ type: 'LiaisonProfileWithdrawn', data: wish.data }];
    }
    case 'IssueLiaisonArmband':
      return issueArmband(wish.data, holderIn(state), moment);
    case 'ReturnLiaisonArmband': {
      const armbandNumber = armbandOf(state);
      if (armbandNumber === null) return [];
      within(wish.data.returnedOn, nominated(state).nomination.nominatedOn, moment);
      return [{ type: 'LiaisonArmbandReturned', data: { ...wish.data, armbandNumber } }];
    }
    case 'RenewLiaisonTerm':
      return renewTerm(wish.data, wish.assessmentBefore, holderIn(state), moment);
    case 'RelieveLiaisonOfficer':
      return relieve(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

function nominate(
  { data, units, criteria }: Extract<LiaisonOfficerWish, { type: 'NominateLiaisonOfficer' }>,
  state: LiaisonOfficerState,
  moment: Moment,
): LiaisonOfficerEvent[] {
  if (state.stage !== 'notNominated' && sameContent(data, state.nomination)) return [];
  if (state.stage !== 'notNominated' && state.stage !== 'relieved')
    return refuse('organization.liaisonOfficer.alreadyNominated');
  requirePostUnit(data.level, data.unitId, units);
  requireScores(data.scores, criteria);
  within(data.nominatedOn, state.stage === 'relieved' ? state.relievedOn : data.nominatedOn, moment);
  return [{ type: 'LiaisonOfficerNominated', data }];
}

/** Each criterion is scored once; where the role definition names criteria, exactly those are (JX-05). */
function requireScores(scores: readonly NominationScore[], criteria: readonly NominationCriterion[] | undefined): void {
  const scored = scores.map(({ criterion }) => criterion);
  const repeated = scored.find((criterion, index) => scored.indexOf(criterion) !== index);
  if (repeated !== undefined) refuse('organization.liaisonOfficer.criterionRepeated', { criterion: repeated });
  if (!criteria) return;
  const asked = criteria.map(({ criterion }) => criterion);
  if (asked.length !== scored.length || asked.some((criterion) => !scored.includes(criterion)))
    refuse('organization.liaisonOfficer.criteriaDiffer', { criteria: asked.join('、') });
  for (const { criterion, score } of scores) {
    const leastScore = criteria.find((each) => each.criterion === criterion)?.leastScore ?? 0;
    if (score < leastScore) refuse('organization.liaisonOfficer.scoreTooLow', { criterion, score, leastScore });
  }
}

function approve(
  { data, units, approving }: Extract<LiaisonOfficerWish, { type: 'ApproveLiaisonNomination' }>,
  state: LiaisonOfficerState,
  moment: Moment,
): LiaisonOfficerEvent[] {
  if (state.stage !== 'nominated') return refuse('organization.liaisonOfficer.notNominated');
  const { nomination, approval } = state;
  if (approval) return sameContent(data, approval) ? [] : refuse('organization.liaisonOfficer.approvalDiffers');
  const { partyOrganizationId, approvedOn } = data;
  if (!approving?.isCommittee) return refuse('organization.liaisonOfficer.notPartyCommittee', { partyOrganizationId });
  requireSuperior(approving.unitId, nomination.unitId, units);
  within(approvedOn, nomination.nominatedOn, moment);
  return [{ type: 'LiaisonNominationApproved', data }];
}

function appoint(
  data: AppointLiaisonOfficer,
  units: PostUnits,
  definition: DefinitionInForce | undefined,
  state: LiaisonOfficerState,
  moment: Moment,
): LiaisonOfficerEvent[] {
  if (isHolder(state)) {
    const { definedByUnitId: _unit, definitionVersion: _version, treatment: _treatment, ...told } = state.appointment;
    return sameContent(data, told) ? [] : refuse('organization.liaisonOfficer.alreadyAppointed');
  }
  if (state.stage !== 'nominated') return refuse('organization.liaisonOfficer.notNominated');
  const { nomination, approval } = state;
  if (!approval) return refuse('organization.liaisonOfficer.notApproved');
  requireSuperiors(data, nomination, units);
  const { effectiveOn, termEndsOn, obligationsAcceptedOn } = data;
  notBefore(effectiveOn, approval.approvedOn);
  if (termEndsOn !== undefined && termEndsOn < effectiveOn)
    refuse('organization.liaisonOfficer.termEndsBeforeItBegins', { effectiveOn });
  within(obligationsAcceptedOn, nomination.nominatedOn, moment);
  if (!definition) return refuse('organization.liaisonOfficer.postNotDefined', { effectiveOn });
  const { organizationId: definedByUnitId, version: definitionVersion, treatment } = definition;
  return [{ type: 'LiaisonOfficerAppointed', data: { ...data, definedByUnitId, definitionVersion, treatment } }];
}

/** Dispatch and dual management (JX-08, JX-35). */
function requireSuperiors(
  { dispatchingUnitId, managingUnitIds }: AppointLiaisonOfficer,
  { level, unitId }: NominateLiaisonOfficer,
  units: PostUnits,
): void {
  if (new Set(managingUnitIds).size !== 2) refuse('organization.liaisonOfficer.notUnderDualManagement');
  for (const superiorId of [dispatchingUnitId, ...managingUnitIds]) requireSuperior(superiorId, unitId, units);
  if (level === 'district' && units.get(dispatchingUnitId)!.kind !== 'department')
    refuse('organization.liaisonOfficer.notDispatchedByDepartment');
}

function recordTraining(
  data: RecordLiaisonTraining,
  units: PostUnits,
  { nomination, trained }: Holder,
  moment: Moment,
): LiaisonOfficerEvent[] {
  if (data.topics.every((topic) => trained.has(topic))) return [];
  requireSuperior(data.trainerUnitId, nomination.unitId, units);
  within(data.trainedOn, nomination.nominatedOn, moment);
  return [{ type: 'LiaisonTrainingRecorded', data }];
}

function recordCourse(data: RecordLiaisonCourse, { courses }: Holder, moment: Moment): LiaisonOfficerEvent[] {
  const known = courses.get(data.courseId);
  if (known) return sameContent(data, known) ? [] : refuse('organization.liaisonOfficer.courseDiffers');
  if (data.toDay < data.fromDay) refuse('organization.liaisonOfficer.courseEndsBeforeItBegins');
  within(data.toDay, data.fromDay, moment);
  return [{ type: 'LiaisonCourseAttended', data }];
}

function putOnDuty(data: PutLiaisonOfficerOnDuty, state: Appointed | OnDuty, moment: Moment): LiaisonOfficerEvent[] {
  const { onDutyFrom } = data;
  if (state.stage === 'onDuty') {
    if (state.onDutyFrom === onDutyFrom) return [];
    return refuse('organization.liaisonOfficer.alreadyOnDuty', { onDutyFrom: state.onDutyFrom });
  }
  const missing = liaisonTrainingTopics.filter((topic) => !state.trained.has(topic));
  if (missing.length > 0) refuse('organization.liaisonOfficer.trainingIncomplete', { topics: missing.join(', ') });
  const { termEndsOn } = state;
  const { effectiveOn } = state.appointment;
  for (const earliest of [effectiveOn, ...state.trained.values()]) notBefore(onDutyFrom, earliest);
  if (termEndsOn !== null && onDutyFrom > termEndsOn) refuse('organization.liaisonOfficer.afterTerm', { termEndsOn });
  notInFuture(onDutyFrom, moment);
  return [{ type: 'LiaisonOfficerPutOnDuty', data }];
}

function publishProfile(
  data: PublishLiaisonProfile,
  { nomination, publicationIds }: Holder,
  moment: Moment,
): LiaisonOfficerEvent[] {
  if (publicationIds.has(data.publicationId)) return [];
  within(data.consentedOn, nomination.nominatedOn, moment);
  return [{ type: 'LiaisonProfilePublished', data }];
}

function issueArmband(
  data: IssueLiaisonArmband,
  { appointment, armbandNumber }: Holder,
  moment: Moment,
): LiaisonOfficerEvent[] {
  if (armbandNumber === data.armbandNumber) return [];
  if (armbandNumber !== null) refuse('organization.liaisonOfficer.armbandStillOut', { armbandNumber });
  within(data.issuedOn, appointment.effectiveOn, moment);
  return [{ type: 'LiaisonArmbandIssued', data }];
}

function renewTerm(
  data: RenewLiaisonTerm,
  { concluded, allowsRenewal }: AssessmentBefore,
  state: Appointed | OnDuty,
  moment: Moment,
): LiaisonOfficerEvent[] {
  const { termEndsOn } = state;
  if (termEndsOn === null) return refuse('organization.liaisonOfficer.noTerm');
  if (data.termEndsOn === termEndsOn) return [];
  if (data.termEndsOn < termEndsOn) refuse('organization.liaisonOfficer.termNotLonger', { termEndsOn });
  within(data.renewedOn, state.appointment.effectiveOn, moment);
  if (data.renewedOn > termEndsOn) refuse('organization.liaisonOfficer.afterTerm', { termEndsOn });
  const year = yearBefore(data.renewedOn);
  if (state.stage !== 'onDuty' || state.onDutyFrom > `${year}-12-31`) return [{ type: 'LiaisonTermRenewed', data }];
  if (!concluded) refuse('organization.liaisonOfficer.notAssessed', { year });
  if (allowsRenewal === false) refuse('organization.liaisonOfficer.renewalBarred', { year });
  return [{ type: 'LiaisonTermRenewed', data: { ...data, assessedYear: year } }];
}

/** The year whose assessment bears on a renewal (JX-04). */
export const yearBefore = (renewedOn: Day): number => Number(renewedOn.slice(0, 4)) - 1;

function relieve(data: RelieveLiaisonOfficer, state: LiaisonOfficerState, moment: Moment): LiaisonOfficerEvent[] {
  if (state.stage === 'relieved') return [];
  const { nomination } = nominated(state);
  within(data.relievedOn, state.stage === 'onDuty' ? state.onDutyFrom : nomination.nominatedOn, moment);
  return [{ type: 'LiaisonOfficerRelieved', data }];
}

const isHolder = (state: LiaisonOfficerState): state is Appointed | OnDuty =>
  state.stage === 'appointed' || state.stage === 'onDuty';

const armbandOf = (state: LiaisonOfficerState): string | null =>
  state.stage === 'notNominated' ? null : state.armbandNumber;

function nominated(state: LiaisonOfficerState): Exclude<LiaisonOfficerState, NotNominated> {
  if (state.stage === 'notNominated') return refuse('organization.liaisonOfficer.notNominated');
  return state;
}

function holderIn(state: LiaisonOfficerState): Appointed | OnDuty {
  return isHolder(state) ? state : refuse('organization.liaisonOfficer.notAppointed');
}

function within(on: Day, earliest: Day, moment: Moment): void {
  notInFuture(on, moment);
  notBefore(on, earliest);
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.liaisonOfficer.dayInFuture', { on });
}

function notBefore(on: Day, earliest: Day): void {
  if (on < earliest) refuse('organization.liaisonOfficer.dayTooEarly', { earliest });
}
