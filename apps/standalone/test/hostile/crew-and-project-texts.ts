import {
  AcknowledgeCrewItem,
  AdmitParticipant,
  AppointCrewLeader,
  AssignCrewSupport,
  ChangeProjectStatus,
  CorrectMorningMeeting,
  DelegatePower,
  DissolveCrew,
  EndCrewSupport,
  EndPartyMemberStationing,
  EstablishUnit,
  type Evidence,
  FormCrew,
  GiveUpQualityAward,
  GrantStandardisedWorksite,
  IssueCrewItem,
  PlanQualityAward,
  type ProjectFacts,
  RecordCreditCode,
  RecordCrewMeeting,
  RecordMorningMeeting,
  RegisterProject,
  RelieveCrewLeader,
  ReviewCrew,
  ReviseProject,
  RevokePower,
  StationPartyMember,
  UsePower,
  WithdrawStandardisedWorksite,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { crewLifeTexts } from './crew-life-texts';
import { type Sent, told } from './sent';

/** A project and a crew below the example group, with the text in every field of their commands that holds one. */
export function crewAndProjectTexts(text: string, today: Day, evidence: Evidence[]): Sent[] {
  return [...projectTexts(text, today), ...crewTexts(text, today, evidence)];
}

function projectTexts(text: string, today: Day): Sent[] {
  const unitId = 'hostile-project';
  const facts: ProjectFacts = {
    ...{ projectCode: text, category: 'municipal', areaCode: '370202', contractorCreditCode: '91370200MA3TX8K00X' },
    ...{ contractorName: text, builderLicences: [text] },
  };
  const company = { participationId: 'c1', creditCode: '91370200MA3TX8K00X', companyName: text } as const;
  const evaluation = { unitId, evaluationId: 'e1' };
  const publishedIn = { publisher: text, title: text, publishedOn: today };
  return [
    told(EstablishUnit, {
      ...{ unitId, kind: 'project', name: text, parentId: 'example-group', establishedOn: today },
    }),
    told(RecordCreditCode, { unitId, creditCode: text, publishedIn, recordedOn: today }),
    told(RegisterProject, { unitId, facts, status: 'underConstruction', registeredOn: today }),
    told(ReviseProject, { unitId, facts: { ...facts, category: 'other' }, reason: text, revisedOn: today }),
    told(ChangeProjectStatus, { unitId, status: 'suspended', reason: text, changedOn: today }),
    told(AdmitParticipant, { unitId, ...company, role: 'projectOwner', enteredOn: today }),
    told(PlanQualityAward, { unitId, awardId: 'a1', award: text, level: 'city', plannedOn: today }),
    told(GiveUpQualityAward, { unitId, awardId: 'a1', reason: text, givenUpOn: today }),
    told(GrantStandardisedWorksite, { ...evaluation, grantedOn: today }),
    told(WithdrawStandardisedWorksite, { ...evaluation, reason: text, withdrawnOn: today }),
  ];
}

function crewTexts(text: string, today: Day, evidence: Evidence[]): Sent[] {
  const unitId = 'hostile-crew';
  const [worker, manager] = ['worker-1', 'worker-2'];
  const power = { delegationId: 'd1', catalogueVersion: 1, power: 'safetyStop', grantorId: manager, holderId: worker };
  const votes = { votesFor: 1, votesAgainst: 0, votesAbstained: 0 };
  const meeting: RecordMorningMeeting = {
    ...{ unitId, heldOn: today, shift: 'day', place: text, presentCount: 1, topics: [text], risks: [text], evidence },
  };
  return [
    told(EstablishUnit, { unitId, kind: 'crew', name: text, parentId: 'hostile-project', establishedOn: today }),
    told(FormCrew, { unitId, trade: '020', formedOn: today }),
    told(AppointCrewLeader, { unitId, workerId: worker, appointedOn: today }),
    told(AssignCrewSupport, { unitId, assignmentId: 's1', managerId: manager, duties: [text], fromDay: today }),
    told(EndCrewSupport, { unitId, assignmentId: 's1', reason: text, endedOn: today }),
    told(StationPartyMember, { unitId, stationingId: 'p1', workerId: manager, fromDay: today }),
    told(EndPartyMemberStationing, { unitId, stationingId: 'p1', reason: text, endedOn: today }),
    told(DelegatePower, { unitId, ...power, limits: text, fromDay: today, untilDay: today }),
    told(UsePower, { unitId, useId: 'u1', delegationId: 'd1', action: text, usedOn: today }),
    told(RevokePower, { unitId, delegationId: 'd1', reason: text, revokedOn: today }),
    told(RecordCrewMeeting, {
      ...{ unitId, meetingId: 'm1', memberCount: 1, presentCount: 1, heldOn: today },
      matters: [{ title: text, outcome: 'decided', decision: text, ...votes }],
    }),
    told(IssueCrewItem, {
      ...{ unitId, itemId: 'i1', kind: 'notice', title: text, issuedOn: today, acknowledgeBy: today },
    }),
    told(AcknowledgeCrewItem, { unitId, itemId: 'i1', workerId: worker, acknowledgedOn: today }),
    told(ReviewCrew, {
      ...{ unitId, reviewId: 'r1', qualityStars: 5, progressStars: 5, safetyStars: 5, note: text, reviewedOn: today },
    }),
    ...crewLifeTexts(text, today, { unitId, managerId: manager }),
    told(RecordMorningMeeting, meeting),
    told(CorrectMorningMeeting, { ...meeting, presentCount: 2, reason: text, correctedOn: today }),
    told(RelieveCrewLeader, { unitId, reason: text, relievedOn: today }),
    told(DissolveCrew, { unitId, reason: text, dissolvedOn: today }),
  ];
}
