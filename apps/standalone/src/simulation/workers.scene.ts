import {
  CorrectWorker,
  EndContract,
  EnterSite,
  LeaveSite,
  RecordContract,
  RecordSafetyTraining,
  RegisterWorker,
  TransferWorker,
} from '@gongyou/contracts';
import { type Act, Hand, type Lane, type Scene } from './act';
import type { InventedPerson } from './invented-person';
import { actsIn, type PlayedMonth } from './months';
import type { Project, SimulatedGroup } from './simulated-group';
import { inventedAddress, inventedEducation, paperFor } from './invented-papers';
import { personOf, type WorkerLife, workersOf } from './worker-life';

const ETHNIC_GROUPS = ['01', '01', '01', '01', '01', '01', '01', '01', '08', '06', '07', '15'] as const;
/** Registrations that turn out to be wrong. */
const WRONG = 0.01;

/** How workers come, move, are put right and leave, as the companies' systems tell it (RN-02, RN-03). */
export const workersScene = (group: SimulatedGroup, month: PlayedMonth): Scene => ({
  title: { zh: '工人进退场', en: 'workers come, move and leave' },
  lanes: lanesOf(group, month),
});

function* lanesOf(group: SimulatedGroup, month: PlayedMonth): Iterable<Lane> {
  for (const project of group.projects) {
    if (project.comesAsRoster) continue;
    for (const life of workersOf(group, project)) {
      if (changesIn(month, life)) yield actsIn(month, lived(group, project, life));
    }
  }
}

const changesIn = ({ from, to }: PlayedMonth, { enteredOn, moved, leftOn }: WorkerLife): boolean =>
  [enteredOn, moved?.on, leftOn].some((on) => on !== undefined && from <= on && on <= to);

/** A life as the commands that tell it, in their order. */
function* lived(group: SimulatedGroup, project: Project, life: WorkerLife): Lane {
  const { number, workerId, crew, enteredOn, moved, leftOn } = life;
  const by = new Hand(project.company.system, workerId);
  const [projectId, workRole] = [project.unitId, '20' as const];
  const person = personOf(group, number);
  const chance = group.chance('papers', number);
  const registration = registrationOf(group, project, life, person);

  yield by.tells('register', enteredOn, RegisterWorker, registration);
  if (number === 0) yield registeredTwice(group, project, registration);
  const contractId = `${workerId}-contract`;
  yield by.tells('contract', enteredOn, RecordContract, {
    workerId,
    contractId,
    kind: paperFor(person, group.until),
    employerUnitId: crew.subcontractor.unitId,
    signedOn: enteredOn,
    startsOn: enteredOn,
    employmentForm: 'subcontracted',
  });
  yield by.tells('training', enteredOn, RecordSafetyTraining, {
    workerId,
    trainingId: `${workerId}-training`,
    organizationId: project.unitId,
    hours: chance.oneOf([8, 12, 16, 24, 32]),
    trainedOn: enteredOn,
  });
  yield by.tells('enter', enteredOn, EnterSite, {
    ...{ workerId, projectId, crewId: crew.unitId },
    ...{ workType: crew.trade, workRole, enteredOn },
  });
  if (chance.happens(WRONG)) {
    yield by.tells('correct', enteredOn, CorrectWorker, {
      workerId,
      presentAddress: `${project.name}生活区${chance.between(1, 12)}栋`,
      reason: '现住址登记有误，按本人书面说明更正',
      approvedBy: '项目劳务管理岗',
      correctedOn: enteredOn,
    });
  }
  if (moved) {
    yield by.tells('transfer', moved.on, TransferWorker, {
      ...{ workerId, projectId, crewId: moved.to.unitId },
      ...{ workType: moved.to.trade, workRole, transferredOn: moved.on },
    });
  }
  if (leftOn !== undefined) {
    yield by.tells('leave', leftOn, LeaveSite, { workerId, projectId, leftOn });
    yield by.tells('end-contract', leftOn, EndContract, { workerId, contractId, endedOn: leftOn });
  }
}

/** Played for its refusal: somebody who is registered comes again, under another id. He is known by his document (RN-02). */
function registeredTwice(group: SimulatedGroup, project: Project, registration: RegisterWorker): Act {
  const workerId = group.id('worker', 'again');
  const by = new Hand(project.company.system, workerId);
  const again = { ...registration, workerId };
  return by.tells('register', registration.registeredOn, RegisterWorker, again, 'organization.worker.identityTaken');
}

function registrationOf(
  group: SimulatedGroup,
  project: Project,
  { number, workerId, enteredOn }: WorkerLife,
  { name, identityNumber, phone }: InventedPerson,
): RegisterWorker {
  const chance = group.chance('registration', number);
  return {
    workerId,
    organizationId: project.unitId,
    name,
    identityDocumentType: '01',
    identityNumber,
    ethnicGroup: chance.oneOf(ETHNIC_GROUPS),
    education: inventedEducation(chance),
    phone,
    registeredAddress: inventedAddress(chance),
    presentAddress: `${project.name}生活区`,
    registeredOn: enteredOn,
  };
}
