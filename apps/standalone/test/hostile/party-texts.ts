import {
  AgreePairing,
  AssignTorchTask,
  CheckLearningPlace,
  CorrectBranchLife,
  DeclareFloatingMember,
  DefineInclusionChecklist,
  DissolvePartyOrganization,
  FoundPartyOrganization,
  JoinTorchAction,
  OpenLearningPlace,
  PlanPartyCover,
  PlanPartyFounding,
  RecordBranchLife,
  RecordJointActivity,
  RecordTorchResult,
  RegisterPartyMembership,
  ReportFoundingFacts,
  ReportVanguardResult,
  SetUpVanguard,
  TransferPartyMembershipOut,
  WithdrawBranchLife,
} from '@gongyou/contracts';
import { addDays, type Day } from '@gongyou/domain';
import { type Sent, toldByHarbour } from './sent';

/** A Party branch in the harbour company, with the text in every field of the commands on it that holds one. */
export function partyTexts(text: string, today: Day): Sent[] {
  const unitId = 'example-harbour';
  const partyOrganizationId = 'hostile-branch';
  const entry: RecordBranchLife = {
    ...{ recordId: 'hostile-record', partyOrganizationId, kind: 'activity', heldOn: today },
    ...{ subject: text, present: 1, crewIds: [] },
  };
  return [
    toldByHarbour(FoundPartyOrganization, {
      ...{ partyOrganizationId, name: text, kind: 'branch', founding: 'temporary', setting: 'workUnit', unitId },
      ...{ coveredUnitIds: [unitId], fullMembers: 3, probationaryMembers: 0, otherProvision: text, foundedOn: today },
    }),
    toldByHarbour(ReportFoundingFacts, {
      ...{ unitId, place: '370202', employer: 'stateOwned', fullMembers: 3, worksFrom: today, countedOn: today },
    }),
    toldByHarbour(PlanPartyFounding, { unitId, reason: text, foundingPlannedOn: today }),
    toldByHarbour(RecordBranchLife, entry),
    toldByHarbour(CorrectBranchLife, { ...entry, present: 2, reason: text }),
    toldByHarbour(WithdrawBranchLife, { recordId: 'hostile-record', reason: text }),
    toldByHarbour(DeclareFloatingMember, {
      ...{ floatingMemberId: 'hostile-member', memberId: 'worker-1', unitId, homeOrganization: text },
      ...{ awaySince: addDays(today, -366), declaredOn: today },
    }),
    toldByHarbour(SetUpVanguard, {
      ...{ vanguardId: 'hostile-post', kind: 'modelPost', partyOrganizationId, unitId, memberIds: ['worker-1'] },
      ...{ workerMembers: 1, place: text, task: text, setUpOn: today },
    }),
    toldByHarbour(ReportVanguardResult, {
      ...{ vanguardId: 'hostile-post', tasksCompleted: 1, accidents: 0, note: text, reportedOn: today },
    }),
    toldByHarbour(AgreePairing, {
      ...{ pairingId: 'hostile-pairing', partyOrganizationId, partnerIds: ['street-branch'], agreement: text },
      ...{ from: today, until: today },
    }),
    toldByHarbour(RecordJointActivity, {
      ...{ pairingId: 'hostile-pairing', activityId: 'a1', subject: text, result: text, heldOn: today },
    }),
    toldByHarbour(OpenLearningPlace, {
      ...{ learningPlaceId: 'hostile-room', unitId, kind: 'studyCorner', place: text, areaSquareMetres: 1 },
      ...{ equipment: text, signposted: true, openingHours: text, openedOn: today },
    }),
    toldByHarbour(CheckLearningPlace, { learningPlaceId: 'hostile-room', standard: text, met: true, checkedOn: today }),
    toldByHarbour(PlanPartyCover, { unitId, reason: text, coverPlannedOn: today }),
    toldByHarbour(RegisterPartyMembership, {
      ...{ memberId: 'hostile-worker', partyOrganizationId, unitId, industrialWorker: true },
      ...{ origin: 'transferredIn', fromOrganization: text, registeredOn: today },
    }),
    toldByHarbour(TransferPartyMembershipOut, {
      ...{ memberId: 'hostile-worker', toOrganization: text, way: 'letter', issuedOn: today },
    }),
    toldByHarbour(DefineInclusionChecklist, {
      ...{ unitId, effectiveFrom: today },
      items: ['register', 'life', 'dues', 'study', 'appraisal', 'care'].map((itemId) => ({ itemId, text })),
    }),
    toldByHarbour(JoinTorchAction, {
      ...{ studioId: 'hostile-studio', name: text, unitId, partyOrganizationId, joinedOn: today },
    }),
    toldByHarbour(AssignTorchTask, {
      ...{ studioId: 'hostile-studio', taskId: 't1', memberId: 'worker-1', task: text, assignedOn: today },
    }),
    toldByHarbour(RecordTorchResult, {
      ...{ studioId: 'hostile-studio', resultId: 'r1', result: text, apprenticesHelped: 0, achievedOn: today },
    }),
    toldByHarbour(DissolvePartyOrganization, { partyOrganizationId, reason: text, dissolvedOn: today }),
  ];
}
