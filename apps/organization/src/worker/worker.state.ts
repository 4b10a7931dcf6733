import type {
  ContractKind,
  EducationLevel,
  EmploymentForm,
  IdentityDocumentType,
  KeptByLaw,
  Registration,
  WorkerEvent,
  WorkRole,
  WorkType,
} from '@gongyou/contracts';
import type { Day, Sex } from '@gongyou/domain';
import { unknownFact } from '@gongyou/event-sourcing/decider';

/** Nobody is registered under this id. */
export interface NotRegistered {
  stage: 'notRegistered';
}

/** A person of the register. What is personal is not held here: events carry it sealed, and a decision is handed what it needs. */
export interface Registered {
  stage: 'registered';
  workerId: string;
  organizationId: string;
  identityKey: string;
  identityDocumentType: IdentityDocumentType;
  sex: Sex;
  education: EducationLevel;
  registeredOn: Day;
  contracts: readonly WrittenContract[];
  trainings: readonly SafetyTraining[];
  /** The sites that he is on, by project. */
  sites: Readonly<Record<string, Engagement>>;
  /** His last day on each site that he has left. */
  left: Readonly<Record<string, Day>>;
  /** Registrations that ended in this one, and the sites that they worked on. */
  duplicates: readonly Registration[];
  sitesOfDuplicates: readonly string[];
}

/** A duplicate: the person lives on as another registration. */
export interface Merged {
  stage: 'merged';
  organizationId: string;
  intoWorkerId: string;
}

/** The person's data is gone. */
export interface Erased {
  stage: 'erased';
  organizationId: string;
  kept: readonly KeptByLaw[];
  /** Who holds what law demands to keep; null when there is nothing, or nothing any more. */
  keptRecordId: string | null;
  keptRecordDestroyed: boolean;
}

export type WorkerState = NotRegistered | Registered | Merged | Erased;

export interface WrittenContract {
  contractId: string;
  kind: ContractKind;
  employerUnitId: string;
  signedOn: Day;
  startsOn: Day;
  endsOn?: Day | undefined;
  lateRetirementUntil?: Day | undefined;
  employmentForm?: EmploymentForm | undefined;
  /** Whether it was ended; `endsOn` is then its last day. */
  ended: boolean;
}

export interface SafetyTraining {
  trainingId: string;
  organizationId: string;
  hours: number;
  trainedOn: Day;
}

/** The crew and work that somebody has on a site, and since when. */
export interface Engagement {
  crewId: string;
  workType: WorkType;
  workRole: WorkRole;
  since: Day;
}

/** Every site that the person has worked on, also as a duplicate. */
export const sitesEverWorked = ({ sites, left, sitesOfDuplicates }: Registered): string[] => [
  ...new Set([...Object.keys(left), ...Object.keys(sites), ...sitesOfDuplicates]),
];

export function evolve(state: WorkerState, event: WorkerEvent): WorkerState {
  if (event.type === 'WorkerRegistered') return asRegistered(event.data);
  if (event.type === 'KeptRecordDestroyed') return { ...(state as Erased), keptRecordDestroyed: true };
  const worker = state as Registered;
  switch (event.type) {
    case 'ContractRecorded': {
      const { workerId: _, ...contract } = event.data;
      return { ...worker, contracts: [...worker.contracts, { ...contract, ended: false }] };
    }
    case 'ContractEnded':
      return {
        ...worker,
        contracts: worker.contracts.map((each) => (isOf(event.data)(each) ? endOf(each, event.data) : each)),
      };
    case 'SafetyTrainingRecorded': {
      const { workerId: _, ...training } = event.data;
      return { ...worker, trainings: [...worker.trainings, training] };
    }
    case 'WorkerEnteredSite': {
      const { projectId, crewId, workType, workRole, enteredOn } = event.data;
      return { ...worker, sites: { ...worker.sites, [projectId]: { crewId, workType, workRole, since: enteredOn } } };
    }
    case 'WorkerTransferred': {
      const { projectId, crewId, workType, workRole, transferredOn } = event.data;
      return {
        ...worker,
        sites: { ...worker.sites, [projectId]: { crewId, workType, workRole, since: transferredOn } },
      };
    }
    case 'WorkerLeftSite': {
      const { [event.data.projectId]: _, ...sites } = worker.sites;
      return { ...worker, sites, left: { ...worker.left, [event.data.projectId]: event.data.leftOn } };
    }
    case 'WorkerCorrected': {
      const { identityKey, identityDocumentType, sex, education } = event.data;
      return {
        ...worker,
        identityKey: identityKey ?? worker.identityKey,
        identityDocumentType: identityDocumentType ?? worker.identityDocumentType,
        sex: sex ?? worker.sex,
        education: education ?? worker.education,
      };
    }
    case 'WorkerMerged':
      return { stage: 'merged', organizationId: worker.organizationId, intoWorkerId: event.data.intoWorkerId };
    case 'DuplicateTakenOver':
      return {
        ...worker,
        duplicates: [...worker.duplicates, ...event.data.registrations],
        sitesOfDuplicates: [...worker.sitesOfDuplicates, ...event.data.projectIds],
      };
    case 'LegalRecordKept':
      return worker;
    case 'WorkerErased': {
      const { kept, keptRecordId = null } = event.data;
      const { organizationId } = worker;
      return { stage: 'erased', organizationId, kept, keptRecordId, keptRecordDestroyed: false };
    }
    default:
      return unknownFact(event);
  }
}

function asRegistered(data: (WorkerEvent & { type: 'WorkerRegistered' })['data']): Registered {
  const { workerId, organizationId, identityKey, identityDocumentType, sex, education, registeredOn } = data;
  return {
    stage: 'registered',
    ...{ workerId, organizationId, identityKey, identityDocumentType, sex, education, registeredOn },
    contracts: [],
    trainings: [],
    sites: {},
    left: {},
    duplicates: [],
    sitesOfDuplicates: [],
  };
}

const isOf =
  ({ contractId }: { contractId: string }) =>
  (contract: WrittenContract): boolean =>
    contract.contractId === contractId;

const endOf = (contract: WrittenContract, { endedOn }: { endedOn: Day }): WrittenContract => ({
  ...contract,
  endsOn: endedOn,
  ended: true,
});
