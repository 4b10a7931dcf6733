import type { BranchLifeEvent, BranchLifeKind } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { Count, StandingRule } from './standing-rule';

interface BranchLifeFacts {
  unitId: string;
  kind: BranchLifeKind;
  heldOn: Day;
  present: number;
  crewIds: string[];
  withdrawn: boolean;
}

/** What was held counts on its day, also when it is put right later: in the unit of the branch, and in each crew that took part (HM-02g, QD-11). */
export const branchLifeRule: StandingRule<BranchLifeEvent, BranchLifeFacts> = {
  types: ['BranchLifeRecorded', 'BranchLifeCorrected', 'BranchLifeWithdrawn'],
  dayOf: (_, { heldOn }) => heldOn,
  evolve,
  counts: ({ unitId, kind, heldOn: day, present, crewIds, withdrawn }) => {
    if (withdrawn) return [];
    const held: Count[] = [
      { indicator: 'branchLifeHeld', unitId, dimension: kind, day },
      { indicator: 'branchLifeAttendance', unitId, dimension: kind, amount: present, day },
    ];
    if (crewIds.length === 0) return held;
    return [
      ...held,
      { indicator: 'activitiesJoinedByCrews', unitId, day },
      ...crewIds.map((crewId): Count => ({ indicator: 'crewsJoiningActivities', unitId: crewId, day })),
    ];
  },
};

function evolve(facts: BranchLifeFacts | undefined, { type, data }: BranchLifeEvent): BranchLifeFacts {
  if (type !== 'BranchLifeRecorded' && !facts) throw new BeginningMissing('record of branch life');
  if (type === 'BranchLifeWithdrawn') return { ...facts!, withdrawn: true };
  const { kind, heldOn, present, crewIds } = data;
  const unitId = type === 'BranchLifeRecorded' ? data.unitId : facts!.unitId;
  return { unitId, kind, heldOn, present, crewIds: [...new Set(crewIds)], withdrawn: false };
}
