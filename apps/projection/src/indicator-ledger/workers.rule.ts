import type { AgeGroup, EmploymentForm, ExitKind, WorkerEvent } from '@gongyou/contracts';
import { addDays, type Day } from '@gongyou/domain';
import { BeginningMissing, laterDay } from '../intake/projector';
import { type Term, withoutOverlap } from './contract-terms';
import type { Count, StandingRule } from './standing-rule';

/** Under what those count of whom it was not told: a contract without its form, an exit without its kind. */
export const NOT_TOLD = 'notTold' as const;

interface WorkerFacts {
  /** By project: the crew that he is in there, how old he was when he came into it, and his contract. */
  places: Record<string, Place>;
  contracts: Record<string, Contract>;
  /** The sites that he was on before. */
  leftProjectIds: string[];
}

interface Place {
  crewId: string;
  ageGroup: AgeGroup;
  /** By which he came on to the site: who employs him there, and in what form. */
  contractId: string;
}

interface Contract extends Term {
  employerUnitId: string;
  employmentForm: EmploymentForm | typeof NOT_TOLD;
}

type CountedEvent = Extract<
  WorkerEvent,
  { type: 'ContractRecorded' | 'ContractEnded' | 'WorkerEnteredSite' | 'WorkerTransferred' | 'WorkerLeftSite' }
>;

/**
 * A registered worker counts in the crew that he is in, on every day on which he stands on its roster, his last one too (CC-13c, RN-03);
 * once more while a contract of his is in force, under his form of employment (JX-63), and under the unit that employs him (QD-48).
 * Whoever is on two sites counts in both. That he came and went counts in its month.
 */
export const workersRule: StandingRule<CountedEvent, WorkerFacts> = {
  types: ['ContractRecorded', 'ContractEnded', 'WorkerEnteredSite', 'WorkerTransferred', 'WorkerLeftSite'],
  dayOf,
  evolve,
  counts: ({ places, contracts }) => {
    const terms = withoutOverlap(Object.values(contracts));
    return Object.values(places).flatMap(({ crewId: unitId, ageGroup, contractId }): Count[] => [
      { indicator: 'workersOnSite', unitId, dimension: ageGroup },
      { indicator: 'workersOnSiteByForm', unitId, dimension: formOf(contracts[contractId]) },
      ...employerOf(contracts[contractId]).map((dimension): Count => ({
        indicator: 'workersOnSiteByContractor',
        unitId,
        dimension,
      })),
      ...terms.map((term): Count => ({ indicator: 'workersUnderContract', unitId, ...term })),
    ]);
  },
  happenings: (facts, { type, data }) => {
    switch (type) {
      case 'WorkerEnteredSite': {
        const again = facts?.leftProjectIds.includes(data.projectId) ?? false;
        return [{ indicator: 'workerEntries', unitId: data.crewId, dimension: again ? 'again' : 'first' }];
      }
      case 'WorkerLeftSite':
        return exit(facts, data);
      default:
        return [];
    }
  },
};

/** Kinds of exit by which nobody is lost: the work was done, or goes on elsewhere (QD-48). */
const keptOn: readonly ExitKind[] = ['worksFinished', 'movedToOtherSite'];

function exit(
  facts: WorkerFacts | undefined,
  { projectId, crewId: unitId, exitKind }: (CountedEvent & { type: 'WorkerLeftSite' })['data'],
): Count[] {
  const exits: Count = { indicator: 'workerExits', unitId, dimension: exitKind ?? NOT_TOLD };
  if (exitKind !== undefined && keptOn.includes(exitKind)) return [exits];
  const contract = facts?.contracts[facts.places[projectId]?.contractId ?? ''];
  return [
    exits,
    { indicator: 'workersLostByForm', unitId, dimension: formOf(contract) },
    ...employerOf(contract).map((dimension): Count => ({ indicator: 'workersLostByContractor', unitId, dimension })),
  ];
}

const formOf = (contract: Contract | undefined): string => contract?.employmentForm ?? NOT_TOLD;
/** None where the contract was recorded under a registration that ended in this one. */
const employerOf = (contract: Contract | undefined): string[] => (contract ? [contract.employerUnitId] : []);

function dayOf({ type, data }: CountedEvent): Day {
  switch (type) {
    case 'ContractRecorded':
      return data.signedOn;
    case 'ContractEnded':
      return addDays(data.endedOn, 1);
    case 'WorkerEnteredSite':
      return data.enteredOn;
    case 'WorkerTransferred':
      return data.transferredOn;
    case 'WorkerLeftSite':
      // The day told is the last one on the roster.
      return addDays(data.leftOn, 1);
  }
}

function evolve(facts: WorkerFacts | undefined, { type, data }: CountedEvent): WorkerFacts {
  const { places, contracts, leftProjectIds } = facts ?? { places: {}, contracts: {}, leftProjectIds: [] };
  switch (type) {
    case 'ContractRecorded': {
      const { contractId, employerUnitId, employmentForm = NOT_TOLD, signedOn, startsOn, endsOn } = data;
      const term = { from: laterDay(signedOn, startsOn), ...(endsOn !== undefined && { until: addDays(endsOn, 1) }) };
      return {
        places,
        contracts: { ...contracts, [contractId]: { employerUnitId, employmentForm, ...term } },
        leftProjectIds,
      };
    }
    case 'ContractEnded': {
      const contract = contracts[data.contractId];
      if (!contract) throw new BeginningMissing('contract');
      const ended = { ...contract, until: addDays(data.endedOn, 1) };
      return { places, contracts: { ...contracts, [data.contractId]: ended }, leftProjectIds };
    }
    case 'WorkerEnteredSite': {
      const { projectId, crewId, ageGroup, contractId } = data;
      return { places: { ...places, [projectId]: { crewId, ageGroup, contractId } }, contracts, leftProjectIds };
    }
    case 'WorkerTransferred': {
      const { projectId, crewId, ageGroup } = data;
      const place = places[projectId];
      if (!place) throw new BeginningMissing('stay on a site');
      return { places: { ...places, [projectId]: { ...place, crewId, ageGroup } }, contracts, leftProjectIds };
    }
    case 'WorkerLeftSite': {
      const { [data.projectId]: left, ...others } = places;
      if (!left) throw new BeginningMissing('stay on a site');
      return { places: others, contracts, leftProjectIds: [...new Set([...leftProjectIds, data.projectId])] };
    }
  }
}
