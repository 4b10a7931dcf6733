import {
  type AppointLiaisonOfficer,
  type IssueLiaisonArmband,
  type LiaisonOfficerAppointed,
  type LiaisonOfficerCommand,
  type LiaisonOfficerEvent,
  type LiaisonProfilePublished,
  type LiaisonTrainingTopic,
  liaisonTrainingTopics,
  type NominateLiaisonOfficer,
  type PublishLiaisonProfile,
  type PutLiaisonOfficerOnDuty,
  type RecordLiaisonCourse,
  type RecordLiaisonTraining,
  type RelieveLiaisonOfficer,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { type PostUnits, requirePostUnit, requireSuperior } from './post-units';

/** The person holds no post and was proposed for none. */
export interface NotNominated {
  stage: 'notNominated';
}

/** Proposed for a post; nobody has decided yet. */
export interface Nominated {
  stage: 'nominated';
  nomination: NominateLiaisonOfficer;
  /** Still out from an earlier post. */
  armbandNumber: string | null;
}

/** What every holder of a post has, on duty or not yet. */
interface Holder {
  nomination: NominateLiaisonOfficer;
  appointment: LiaisonOfficerAppointed;
  /** Topics of the training before duty, each with the day it was covered. */
  trained: ReadonlyMap<LiaisonTrainingTopic, Day>;
  courses: ReadonlyMap<string, RecordLiaisonCourse>;
  /** The public profile, its name and phone sealed; null when none is published. */
  profile: LiaisonProfilePublished | null;
  publicationIds: ReadonlySet<string>;
  armbandNumber: string | null;
}

/** Appointed, and not active before the training is complete (JX-10a). */
export interface Appointed extends Holder {
  stage: 'appointed';
}

export interface OnDuty extends Holder {
  stage: 'onDuty';
  onDutyFrom: Day;
}

/** The post has ended. What was published of the person is withdrawn with it. */
export interface Relieved {
  stage: 'relieved';
  nomination: NominateLiaisonOfficer;
  appointment: LiaisonOfficerAppointed | null;
  onDutyFrom: Day | null;
  relievedOn: Day;
  armbandNumber: string | null;
}

export type LiaisonOfficerState = NotNominated | Nominated | Appointed | OnDuty | Relieved;

/** The role definition that holds for a post, as its unit or the nearest one above has published it. */
export interface DefinitionInForce {
  organizationId: string;
  version: number;
  treatment?: string | undefined;
}

type Command<Type extends LiaisonOfficerCommand['type']> = Extract<LiaisonOfficerCommand, { type: Type }>;

/** The commands, with what must be known of units and role definitions. */
export type LiaisonOfficerWish =
  | Exclude<
      LiaisonOfficerCommand,
      { type: 'NominateLiaisonOfficer' | 'AppointLiaisonOfficer' | 'RecordLiaisonTraining' }
    >
  | (Command<'NominateLiaisonOfficer'> & { units: PostUnits })
  | (Command<'AppointLiaisonOfficer'> & { units: PostUnits; definition?: DefinitionInForce | undefined })
  | (Command<'RecordLiaisonTraining'> & { units: PostUnits });

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
      return { stage: 'nominated', nomination: event.data, armbandNumber: armbandOf(state) };
    case 'LiaisonOfficerAppointed':
      return {
        stage: 'appointed',
        nomination: (state as Nominated).nomination,
        appointment: event.data,
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
    case 'LiaisonOfficerRelieved':
      return {
        stage: 'relieved',
        nomination: (state as Nominated).nomination,
        appointment: isHolder(state) ? state.appointment : null,
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
      return nominate(wish.data, wish.units, state, moment);
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
    case 'RelieveLiaisonOfficer':
      return relieve(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const liaisonOfficerRefusals = {
  'organization.liaisonOfficer.notNominated': {
    zh: '该人员未被推荐为协理员',
    en: 'The person was not nominated for a liaison post.',
  },
  'organization.liaisonOfficer.notAppointed': {
    zh: '该人员尚未委派，或已离任',
    en: 'The person holds no liaison post.',
  },
  'organization.liaisonOfficer.alreadyNominated': {
    zh: '该人员已被推荐或任职，须先离任',
    en: 'The person is nominated or holds a post already; that must end first.',
  },
  'organization.liaisonOfficer.alreadyAppointed': {
    zh: '该人员已委派，内容不同',
    en: 'The person was appointed already, with other content.',
  },
  'organization.liaisonOfficer.criterionRepeated': {
    zh: '评分标准“{criterion}”重复',
    en: 'The criterion {criterion} is scored twice.',
  },
  'organization.liaisonOfficer.notDispatchedByDepartment': {
    zh: '片区协理员须由党委人事部门委派',
    en: 'A district officer is dispatched by a department: the personnel department of the Party committee.',
  },
  'organization.liaisonOfficer.notUnderDualManagement': {
    zh: '协理员实行双重管理，须写明两个不同的管理单位',
    en: 'A liaison post is under dual management: it has two different managing units.',
  },
  'organization.liaisonOfficer.postNotDefined': {
    zh: '没有在 {effectiveOn} 生效的岗位规定',
    en: 'No role definition for the post is in force on {effectiveOn}.',
  },
  'organization.liaisonOfficer.termEndsBeforeItBegins': {
    zh: '任期结束日早于任期开始日 {effectiveOn}',
    en: 'The term would end before it begins on {effectiveOn}.',
  },
  'organization.liaisonOfficer.trainingIncomplete': {
    zh: '岗前培训尚未完成，缺：{topics}',
    en: 'The training before duty is not complete; missing: {topics}.',
  },
  'organization.liaisonOfficer.afterTerm': {
    zh: '任期已于 {termEndsOn} 结束',
    en: 'The term ended on {termEndsOn}.',
  },
  'organization.liaisonOfficer.alreadyOnDuty': {
    zh: '协理员已于 {onDutyFrom} 到岗',
    en: 'The officer has been on duty since {onDutyFrom}.',
  },
  'organization.liaisonOfficer.courseDiffers': {
    zh: '该编号的培训已登记，内容不同',
    en: 'A course with this id was recorded already, with other content.',
  },
  'organization.liaisonOfficer.courseEndsBeforeItBegins': {
    zh: '培训结束日早于开始日',
    en: 'The course would end before it begins.',
  },
  'organization.liaisonOfficer.armbandStillOut': {
    zh: '袖章 {armbandNumber} 尚未交回',
    en: 'Armband {armbandNumber} was not returned yet.',
  },
  'organization.liaisonOfficer.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.liaisonOfficer.dayTooEarly': {
    zh: '日期不能早于 {earliest}',
    en: 'The day cannot be before {earliest}.',
  },
} as const satisfies Record<`organization.liaisonOfficer.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonOfficerRefusals> = refuseWith(liaisonOfficerRefusals);

function nominate(
  data: NominateLiaisonOfficer,
  units: PostUnits,
  state: LiaisonOfficerState,
  moment: Moment,
): LiaisonOfficerEvent[] {
  if (state.stage !== 'notNominated' && sameContent(data, state.nomination)) return [];
  if (state.stage !== 'notNominated' && state.stage !== 'relieved')
    return refuse('organization.liaisonOfficer.alreadyNominated');
  requirePostUnit(data.level, data.unitId, units);
  const criteria = data.scores.map(({ criterion }) => criterion);
  const repeated = criteria.find((criterion, index) => criteria.indexOf(criterion) !== index);
  if (repeated !== undefined) refuse('organization.liaisonOfficer.criterionRepeated', { criterion: repeated });
  within(data.nominatedOn, state.stage === 'relieved' ? state.relievedOn : data.nominatedOn, moment);
  return [{ type: 'LiaisonOfficerNominated', data }];
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
  const { nomination } = state;
  requireSuperiors(data, nomination, units);
  const { effectiveOn, termEndsOn, obligationsAcceptedOn } = data;
  notBefore(effectiveOn, nomination.nominatedOn);
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
  const { effectiveOn, termEndsOn } = state.appointment;
  for (const earliest of [effectiveOn, ...state.trained.values()]) notBefore(onDutyFrom, earliest);
  if (termEndsOn !== undefined && onDutyFrom > termEndsOn)
    refuse('organization.liaisonOfficer.afterTerm', { termEndsOn });
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
