import {
  AgreePairing,
  CheckLearningPlace,
  type ContractClass,
  CorrectBranchLife,
  DeclareFloatingMember,
  DissolvePartyOrganization,
  FoundPartyOrganization,
  OpenLearningPlace,
  PlanPartyFounding,
  RecordBranchLife,
  RecordJointActivity,
  ReportFoundingFacts,
  ReportVanguardResult,
  SetUpVanguard,
  WithdrawBranchLife,
} from '@gongyou/contracts';
import { addDays, type Day } from '@gongyou/domain';

/** A command and its body. */
interface Sent {
  of: ContractClass;
  body: object;
}

const told = <T extends object>(of: new () => T, body: T): Sent => ({ of, body });

/** A Party branch in a unit, with the text in every field of the commands on it that holds one, as the unit's own system tells them. */
export function partyTexts(text: string, unitId: string, today: Day): Sent[] {
  const partyOrganizationId = 'hostile-branch';
  const entry: RecordBranchLife = {
    ...{ recordId: 'hostile-record', partyOrganizationId, kind: 'activity', heldOn: today },
    ...{ subject: text, present: 1, crewIds: [] },
  };
  return [
    told(FoundPartyOrganization, {
      ...{ partyOrganizationId, name: text, kind: 'branch', founding: 'temporary', setting: 'workUnit', unitId },
      ...{ coveredUnitIds: [unitId], fullMembers: 3, probationaryMembers: 0, otherProvision: text, foundedOn: today },
    }),
    told(ReportFoundingFacts, {
      ...{ unitId, place: '370202', employer: 'stateOwned', fullMembers: 3, worksFrom: today, countedOn: today },
    }),
    told(PlanPartyFounding, { unitId, reason: text, foundingPlannedOn: today }),
    told(RecordBranchLife, entry),
    told(CorrectBranchLife, { ...entry, present: 2, reason: text }),
    told(WithdrawBranchLife, { recordId: 'hostile-record', reason: text }),
    told(DeclareFloatingMember, {
      ...{ floatingMemberId: 'hostile-member', memberId: 'worker-1', unitId, homeOrganization: text },
      ...{ awaySince: addDays(today, -366), declaredOn: today },
    }),
    told(SetUpVanguard, {
      ...{ vanguardId: 'hostile-post', kind: 'modelPost', partyOrganizationId, unitId, memberIds: ['worker-1'] },
      ...{ workerMembers: 1, place: text, task: text, setUpOn: today },
    }),
    told(ReportVanguardResult, {
      ...{ vanguardId: 'hostile-post', tasksCompleted: 1, accidents: 0, note: text, reportedOn: today },
    }),
    told(AgreePairing, {
      ...{ pairingId: 'hostile-pairing', partyOrganizationId, partnerIds: ['street-branch'], agreement: text },
      ...{ from: today, until: today },
    }),
    told(RecordJointActivity, {
      ...{ pairingId: 'hostile-pairing', activityId: 'a1', subject: text, result: text, heldOn: today },
    }),
    told(OpenLearningPlace, {
      ...{ learningPlaceId: 'hostile-room', unitId, kind: 'studyCorner', place: text, areaSquareMetres: 1 },
      ...{ equipment: text, signposted: true, openingHours: text, openedOn: today },
    }),
    told(CheckLearningPlace, { learningPlaceId: 'hostile-room', standard: text, met: true, checkedOn: today }),
    told(DissolvePartyOrganization, { partyOrganizationId, reason: text, dissolvedOn: today }),
  ];
}
