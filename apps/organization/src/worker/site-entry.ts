import type { AgeGroup, LeaveSite, WorkerEvent, WorkRole, WorkType } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { stoodOn } from '../crew/crew-life';
import { ageGroupOn, overAgeRulesFrom, restrictionAgainst } from './age-on-site';
import { contractOn } from './papers';
import { openUnit } from './real-name-registration';
import { handedOver, notInFuture } from './registered-worker';
import { refuse } from './worker.refusals';
import type { Registered } from './worker.state';
import type { PlaceUnit, Site, WorkerWish } from './worker.wish';

type Enter = WorkerWish & { type: 'EnterSite' };
type Transfer = WorkerWish & { type: 'TransferWorker' };

/** Work type that managers have, and nobody else (DS-06). */
const MANAGERS_WORK_TYPE: WorkType = '900';

/** Nobody enters without registration, contract or agreement, and basic safety training (RN-03), and only at an age fit for the work. */
export function enter({ data, site, birthDay }: Enter, state: Registered, moment: Moment): WorkerEvent[] {
  const { workerId, projectId, crewId, workType, workRole, enteredOn } = data;
  const here = state.sites[projectId];
  if (here) {
    const same = here.crewId === crewId && sameWork(here, data) && here.since === enteredOn;
    return same ? [] : refuse('organization.worker.alreadyOnSite', { crewId: here.crewId });
  }
  notInFuture(enteredOn, moment);
  const leftOn = state.left[projectId];
  if (leftOn !== undefined && enteredOn <= leftOn) refuse('organization.worker.enteredBeforeLeft', { leftOn });
  const { registeredOn } = state;
  if (enteredOn < registeredOn) refuse('organization.worker.enteredBeforeRegistration', { registeredOn });
  if (!state.trainings.some(({ trainedOn }) => trainedOn <= enteredOn))
    refuse('organization.worker.trainingMissing', { on: enteredOn });
  onSite(data, enteredOn, site);
  const { ageGroup, contractId } = fitFor(data, enteredOn, site, handedOver(birthDay), state);
  const healthCheck = data.juvenileHealthCheckOn;
  if (ageGroup === 'juvenile' && (healthCheck === undefined || healthCheck > enteredOn))
    refuse('organization.worker.juvenileHealthCheckMissing');
  return [
    {
      type: 'WorkerEnteredSite',
      data: { workerId, projectId, crewId, workType, workRole, contractId, ageGroup, enteredOn },
    },
  ];
}

/** Out of one crew and into the other on the same day, so that there is exactly one on every day. */
export function transfer({ data, site, birthDay }: Transfer, state: Registered, moment: Moment): WorkerEvent[] {
  const { workerId, projectId, crewId, workType, workRole, transferredOn } = data;
  const here = state.sites[projectId];
  if (!here) return refuse('organization.worker.notOnSite');
  if (here.crewId === crewId && sameWork(here, data)) return [];
  notInFuture(transferredOn, moment);
  if (transferredOn < here.since) refuse('organization.worker.beforeLastChange', { since: here.since });
  onSite(data, transferredOn, site);
  const { ageGroup } = fitFor(data, transferredOn, site, handedOver(birthDay), state);
  const fromCrewId = here.crewId;
  return [
    {
      type: 'WorkerTransferred',
      data: { workerId, projectId, fromCrewId, crewId, workType, workRole, ageGroup, transferredOn },
    },
  ];
}

export function leave(
  { workerId, projectId, leftOn, exitKind }: LeaveSite,
  state: Registered,
  moment: Moment,
): WorkerEvent[] {
  const here = state.sites[projectId];
  if (!here) return state.left[projectId] === leftOn ? [] : refuse('organization.worker.notOnSite');
  notInFuture(leftOn, moment);
  if (leftOn < here.since) refuse('organization.worker.beforeLastChange', { since: here.since });
  return [{ type: 'WorkerLeftSite', data: { workerId, projectId, crewId: here.crewId, leftOn, exitKind } }];
}

interface Work {
  projectId: string;
  crewId: string;
  workType: WorkType;
  workRole: WorkRole;
}

/**
 * A worker belongs to one crew of the site, and that crew stands (QD-03). It need not have a leader yet, for its first members come
 * before one of them leads it; `organization.workers-outside-crews` lists whom that concerns.
 */
function onSite(
  { projectId, crewId, workType, workRole }: Work,
  on: Day,
  { project, crew, crewBelowProject, crewLife }: Site,
): void {
  openUnitOf('project', projectId, project);
  openUnitOf('crew', crewId, crew);
  if (!crewBelowProject) refuse('organization.worker.crewOfOtherSite', { crewId, projectId });
  if (!crewLife || !stoodOn(crewLife, on)) refuse('organization.worker.crewDidNotStand', { crewId, on });
  if ((workRole === '10') !== (workType === MANAGERS_WORK_TYPE)) refuse('organization.worker.managersWorkType');
}

/** By which contract, and in which group of age, somebody does the work on a day; refused when law or a restriction forbids it. */
function fitFor(
  { workType, workRole }: Work,
  on: Day,
  { restrictions }: Site,
  birthDay: Day,
  state: Registered,
): { contractId: string; ageGroup: AgeGroup } {
  const contract = contractOn(on, state);
  if (!contract) return refuse('organization.worker.contractMissing', { on });
  const { contractId, kind, lateRetirementUntil } = contract;
  const person = { birthDay, sex: state.sex, workType, workRole, lateRetirementUntil };
  const ageGroup = ageGroupOn(person, on);
  if (ageGroup === 'underMinimumAge') return refuse('organization.worker.underMinimumAge');
  if (ageGroup === 'overAge' && on >= overAgeRulesFrom && kind !== 'employmentAgreement')
    refuse('organization.worker.overAgeNeedsAgreement');
  const closed = restrictionAgainst(person, on, restrictions);
  if (closed) {
    refuse('organization.worker.workRestricted', { restrictionId: closed.restrictionId, basis: closed.basis });
  }
  return { contractId, ageGroup };
}

function openUnitOf(kind: PlaceUnit['kind'], unitId: string, unit: PlaceUnit | undefined): void {
  if (openUnit(unitId, unit).kind !== kind) refuse('organization.worker.unitOfOtherKind', { unitId, kind });
}

const sameWork = (a: Pick<Work, 'workType' | 'workRole'>, b: Pick<Work, 'workType' | 'workRole'>): boolean =>
  a.workType === b.workType && a.workRole === b.workRole;
