import type {
  AdmitParticipant,
  ChangeProjectStatus,
  GiveUpQualityAward,
  GrantStandardisedWorksite,
  ParticipantAdmitted,
  PlanQualityAward,
  ProjectCommand,
  ProjectEvent,
  ProjectFacts,
  ProjectRegistered,
  ProjectStatus,
  QualityAwardPlanned,
  RegisterProject,
  ReleaseParticipant,
  ReviseProject,
  UnitKind,
  WithdrawStandardisedWorksite,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

/** No file was opened for the project. */
export interface NotRegistered {
  stage: 'notRegistered';
}

/** The project has its file. */
export interface RegisteredProject {
  stage: 'registered';
  /** As it was registered, to recognise the same wish again. */
  registered: ProjectRegistered;
  facts: ProjectFacts;
  status: ProjectStatus;
  /** The day of the last change of status. */
  statusSince: Day;
  /** By their ids, also those that left. */
  participants: ReadonlyMap<string, { admitted: ParticipantAdmitted; leftOn: Day | null }>;
  awards: ReadonlyMap<string, { planned: QualityAwardPlanned; isGivenUp: boolean }>;
  /** Whether it is a standardised worksite, and since when it is or is not. */
  standardised: { isGranted: boolean; since: Day; evaluationId: string } | null;
}

export type ProjectState = NotRegistered | RegisteredProject;

/** The unit of the project, as the organization directory has it. */
export interface ProjectUnit {
  kind: UnitKind;
  closed: boolean;
}

/** The commands, with what must be known of the unit; one that is not known is `undefined`. */
export type ProjectWish =
  | { type: 'RegisterProject'; data: RegisterProject; unit?: ProjectUnit | undefined }
  | Exclude<ProjectCommand, { type: 'RegisterProject' }>;

/** The rules of a project's file (provision QD-08; DS-01, DS-02). */
export const project: Decider<ProjectWish, ProjectEvent, ProjectState> = {
  initialState: { stage: 'notRegistered' },
  evolve,
  decide,
};

function evolve(state: ProjectState, event: ProjectEvent): ProjectState {
  if (event.type === 'ProjectRegistered') {
    const { facts, status, registeredOn } = event.data;
    return {
      stage: 'registered',
      registered: event.data,
      facts,
      status,
      statusSince: registeredOn,
      participants: new Map(),
      awards: new Map(),
      standardised: null,
    };
  }
  const project = state as RegisteredProject;
  switch (event.type) {
    case 'ProjectRevised':
      return { ...project, facts: event.data.facts };
    case 'ProjectStatusChanged':
      return { ...project, status: event.data.to, statusSince: event.data.changedOn };
    case 'ParticipantAdmitted': {
      const participant = { admitted: event.data, leftOn: null };
      return {
        ...project,
        participants: new Map(project.participants).set(event.data.participationId, participant),
      };
    }
    case 'ParticipantReleased': {
      const { participationId, leftOn } = event.data;
      const participant = { ...project.participants.get(participationId)!, leftOn };
      return { ...project, participants: new Map(project.participants).set(participationId, participant) };
    }
    case 'QualityAwardPlanned': {
      const award = { planned: event.data, isGivenUp: false };
      return { ...project, awards: new Map(project.awards).set(event.data.awardId, award) };
    }
    case 'QualityAwardGivenUp': {
      const award = { ...project.awards.get(event.data.awardId)!, isGivenUp: true };
      return { ...project, awards: new Map(project.awards).set(event.data.awardId, award) };
    }
    case 'StandardisedWorksiteGranted': {
      const { grantedOn: since, evaluationId } = event.data;
      return { ...project, standardised: { isGranted: true, since, evaluationId } };
    }
    case 'StandardisedWorksiteWithdrawn': {
      const { withdrawnOn: since, evaluationId } = event.data;
      return { ...project, standardised: { isGranted: false, since, evaluationId } };
    }
    default:
      return unknownFact(event);
  }
}

function decide(wish: ProjectWish, state: ProjectState, moment: Moment): ProjectEvent[] {
  if (wish.type === 'RegisterProject') return register(wish, state, moment);
  const project = registered(state);
  switch (wish.type) {
    case 'ReviseProject':
      return revise(wish.data, project, moment);
    case 'ChangeProjectStatus':
      return changeStatus(wish.data, project, moment);
    case 'AdmitParticipant':
      return admit(wish.data, project, moment);
    case 'ReleaseParticipant':
      return release(wish.data, project, moment);
    case 'PlanQualityAward':
      return planAward(wish.data, project, moment);
    case 'GiveUpQualityAward':
      return giveUpAward(wish.data, project, moment);
    case 'GrantStandardisedWorksite':
      return grantStandardised(wish.data, project, moment);
    case 'WithdrawStandardisedWorksite':
      return withdrawStandardised(wish.data, project, moment);
    default:
      return unknownWish(wish);
  }
}

export const projectRefusals = {
  'organization.project.notRegistered': { zh: '项目信息尚未登记', en: 'The project was not registered.' },
  'organization.project.alreadyRegistered': {
    zh: '项目信息已登记，内容不同；如有变化请修订',
    en: 'The project was registered already, with other content; revise it instead.',
  },
  'organization.project.unitUnknown': { zh: '没有组织单元 {unitId}', en: 'There is no unit {unitId}.' },
  'organization.project.unitClosed': { zh: '组织单元 {unitId} 已撤销', en: 'Unit {unitId} is closed.' },
  'organization.project.unitIsNoProject': {
    zh: '“{kind}”类单元没有项目信息，须为项目类单元',
    en: 'Only a unit of the kind project has the file of one; this is of the kind {kind}.',
  },
  'organization.project.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.project.finishesBeforeItStarts': {
    zh: '计划竣工日早于计划开工日 {plannedStartOn}',
    en: 'The project cannot finish before it starts on {plannedStartOn}.',
  },
  'organization.project.statusNotReachable': {
    zh: '项目状态不能由“{from}”变为“{to}”',
    en: 'A project cannot come from {from} to {to}.',
  },
  'organization.project.beforeStatus': {
    zh: '变更日早于现状态起始日 {statusSince}',
    en: 'The day is before the present status began on {statusSince}.',
  },
  'organization.project.reasonMissing': {
    zh: '停工、由完工恢复须说明原因',
    en: 'To suspend a project, or to take it up again after it was completed, needs a reason.',
  },
  'organization.project.idTaken': {
    zh: '编号 {id} 已用于内容不同的记录',
    en: 'The id {id} stands for another record of this project already.',
  },
  'organization.project.recordUnknown': {
    zh: '项目没有编号为 {id} 的记录',
    en: 'The project has no record with the id {id}.',
  },
  'organization.project.alreadyTakesPart': {
    zh: '该单位在此期间已以同一角色参建（{participationId}）',
    en: 'The company takes part in that role on that day already ({participationId}).',
  },
  'organization.project.leftBeforeItEntered': {
    zh: '退场日早于进场日 {enteredOn}',
    en: 'The company cannot leave before it entered on {enteredOn}.',
  },
  'organization.project.awardGivenUpBeforePlanned': {
    zh: '取消日早于创优目标确定日 {plannedOn}',
    en: 'The award cannot be given up before it was planned on {plannedOn}.',
  },
  'organization.project.notStandardised': { zh: '项目不是标化工地', en: 'The project is no standardised worksite.' },
  'organization.project.beforeStandardisedStatus': {
    zh: '日期早于标化工地现状态起始日 {since}',
    en: 'The day is before the present standardised-worksite status began on {since}.',
  },
} as const satisfies Record<`organization.project.${string}`, Bilingual>;

const refuse: RefuseOf<typeof projectRefusals> = refuseWith(projectRefusals);

/** Where a project can go from each status (DS-01). What was called completed by mistake goes back to construction. */
const reachable: Readonly<Record<ProjectStatus, readonly ProjectStatus[]>> = {
  inPreparation: ['approved', 'underConstruction'],
  approved: ['underConstruction'],
  underConstruction: ['suspended', 'completed'],
  suspended: ['underConstruction', 'completed'],
  completed: ['underConstruction'],
};

function register(
  { data, unit }: ProjectWish & { type: 'RegisterProject' },
  state: ProjectState,
  moment: Moment,
): ProjectEvent[] {
  const { unitId, facts, status, registeredOn } = data;
  if (state.stage === 'registered') {
    return sameContent(data, state.registered) ? [] : refuse('organization.project.alreadyRegistered');
  }
  notInFuture(registeredOn, moment);
  if (!unit) return refuse('organization.project.unitUnknown', { unitId });
  if (unit.closed) refuse('organization.project.unitClosed', { unitId });
  if (unit.kind !== 'project') refuse('organization.project.unitIsNoProject', { kind: unit.kind });
  requireOrder(facts);
  return [{ type: 'ProjectRegistered', data: { unitId, facts, status, registeredOn } }];
}

function revise(data: ReviseProject, project: RegisteredProject, moment: Moment): ProjectEvent[] {
  const { unitId, facts, reason, revisedOn } = data;
  if (sameContent(facts, project.facts)) return [];
  notInFuture(revisedOn, moment);
  requireOrder(facts);
  return [{ type: 'ProjectRevised', data: { unitId, facts, reason, revisedOn } }];
}

function changeStatus(data: ChangeProjectStatus, project: RegisteredProject, moment: Moment): ProjectEvent[] {
  const { unitId, status: to, reason, changedOn } = data;
  const { status: from, statusSince } = project;
  if (to === from) return [];
  notInFuture(changedOn, moment);
  if (!reachable[from].includes(to)) refuse('organization.project.statusNotReachable', { from, to });
  if (changedOn < statusSince) refuse('organization.project.beforeStatus', { statusSince });
  if (reason === undefined && (to === 'suspended' || from === 'completed')) {
    refuse('organization.project.reasonMissing');
  }
  return [{ type: 'ProjectStatusChanged', data: { unitId, from, to, reason, changedOn } }];
}

function admit(data: AdmitParticipant, project: RegisteredProject, moment: Moment): ProjectEvent[] {
  const { participationId, creditCode, role, enteredOn } = data;
  const known = project.participants.get(participationId);
  if (known) {
    return sameContent(data, known.admitted) ? [] : refuse('organization.project.idTaken', { id: participationId });
  }
  notInFuture(enteredOn, moment);
  const standing = [...project.participants.values()].find(
    ({ admitted, leftOn }) =>
      admitted.creditCode === creditCode && admitted.role === role && (leftOn === null || leftOn >= enteredOn),
  );
  if (standing) {
    refuse('organization.project.alreadyTakesPart', { participationId: standing.admitted.participationId });
  }
  return [{ type: 'ParticipantAdmitted', data: { ...data } }];
}

function release(data: ReleaseParticipant, project: RegisteredProject, moment: Moment): ProjectEvent[] {
  const { unitId, participationId, leftOn } = data;
  const participant = project.participants.get(participationId);
  if (!participant) return refuse('organization.project.recordUnknown', { id: participationId });
  if (participant.leftOn !== null) return [];
  notInFuture(leftOn, moment);
  const { enteredOn } = participant.admitted;
  if (leftOn < enteredOn) refuse('organization.project.leftBeforeItEntered', { enteredOn });
  return [{ type: 'ParticipantReleased', data: { unitId, participationId, leftOn } }];
}

function planAward(data: PlanQualityAward, project: RegisteredProject, moment: Moment): ProjectEvent[] {
  const { awardId, plannedOn } = data;
  const known = project.awards.get(awardId);
  if (known) return sameContent(data, known.planned) ? [] : refuse('organization.project.idTaken', { id: awardId });
  notInFuture(plannedOn, moment);
  return [{ type: 'QualityAwardPlanned', data: { ...data } }];
}

function giveUpAward(data: GiveUpQualityAward, project: RegisteredProject, moment: Moment): ProjectEvent[] {
  const { unitId, awardId, reason, givenUpOn } = data;
  const award = project.awards.get(awardId);
  if (!award) return refuse('organization.project.recordUnknown', { id: awardId });
  if (award.isGivenUp) return [];
  notInFuture(givenUpOn, moment);
  const { plannedOn } = award.planned;
  if (givenUpOn < plannedOn) refuse('organization.project.awardGivenUpBeforePlanned', { plannedOn });
  return [{ type: 'QualityAwardGivenUp', data: { unitId, awardId, reason, givenUpOn } }];
}

function grantStandardised(
  { unitId, evaluationId, grantedOn }: GrantStandardisedWorksite,
  { standardised }: RegisteredProject,
  moment: Moment,
): ProjectEvent[] {
  if (standardised?.isGranted) return [];
  notInFuture(grantedOn, moment);
  notBeforeStandardised(grantedOn, standardised);
  return [{ type: 'StandardisedWorksiteGranted', data: { unitId, evaluationId, grantedOn } }];
}

function withdrawStandardised(
  { unitId, evaluationId, reason, withdrawnOn }: WithdrawStandardisedWorksite,
  { standardised }: RegisteredProject,
  moment: Moment,
): ProjectEvent[] {
  if (!standardised) return refuse('organization.project.notStandardised');
  if (!standardised.isGranted) return [];
  notInFuture(withdrawnOn, moment);
  notBeforeStandardised(withdrawnOn, standardised);
  return [{ type: 'StandardisedWorksiteWithdrawn', data: { unitId, evaluationId, reason, withdrawnOn } }];
}

function registered(state: ProjectState): RegisteredProject {
  return state.stage === 'registered' ? state : refuse('organization.project.notRegistered');
}

function requireOrder({ plannedStartOn, plannedFinishOn }: ProjectFacts): void {
  if (plannedStartOn !== undefined && plannedFinishOn !== undefined && plannedFinishOn < plannedStartOn) {
    refuse('organization.project.finishesBeforeItStarts', { plannedStartOn });
  }
}

function notBeforeStandardised(on: Day, standardised: RegisteredProject['standardised']): void {
  if (standardised && on < standardised.since) {
    refuse('organization.project.beforeStandardisedStatus', { since: standardised.since });
  }
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.project.dayInFuture', { on });
}
