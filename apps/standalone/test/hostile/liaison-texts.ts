import {
  AnswerLiaisonProposal,
  AppointLiaisonOfficer,
  ApproveLiaisonNomination,
  ConfirmLiaisonBoardPosting,
  EstablishUnit,
  type Evidence,
  FoundPartyOrganization,
  type LiaisonLevel,
  liaisonTrainingTopics,
  type LiaisonWorkEntry,
  NominateLiaisonOfficer,
  PublishLiaisonProfile,
  PublishLiaisonRoleDefinition,
  PutLiaisonOfficerOnDuty,
  RecordLiaisonCourse,
  RecordLiaisonMeeting,
  RecordLiaisonTraining,
  RecordLiaisonWork,
  RelieveLiaisonOfficer,
  ReportLiaisonDuty,
  ReportLiaisonYear,
  UseLiaisonRight,
  WithdrawLiaisonWork,
} from '@gongyou/contracts';
import { type Day, firstDay, monthOf, periodOf } from '@gongyou/domain';
import { type Sent, told, toldByHarbour } from './sent';

const [districtId, projectId, personnelId] = ['hostile-district', 'hostile-section', 'hostile-personnel'];
const partyOrganizationId = 'hostile-committee';
const [districtOfficer, projectOfficer] = ['hostile-district-officer', 'hostile-project-officer'];

/**
 * A district of the harbour company and a project in it, each with an officer, with the text in every field of the commands on them
 * that holds one. The officer of the district stays on duty with a public profile; the one of the project is relieved, and reports.
 */
export function liaisonTexts(text: string, today: Day, evidence: Evidence): Sent[] {
  return [
    ...unitTexts(text, today),
    ...serviceTexts(text, today, evidence, { officerId: districtOfficer, level: 'district', unitId: districtId }),
    ...serviceTexts(text, today, evidence, { officerId: projectOfficer, level: 'project', unitId: projectId }),
    ...workTexts(text, today, evidence),
  ];
}

function unitTexts(text: string, establishedOn: Day): Sent[] {
  const below = (parentId: string) => ({ name: text, parentId, establishedOn });
  return [
    told(EstablishUnit, { unitId: districtId, kind: 'projectDistrict', ...below('example-harbour') }),
    told(EstablishUnit, { unitId: personnelId, kind: 'department', ...below(districtId) }),
    told(EstablishUnit, { unitId: projectId, kind: 'project', ...below(districtId) }),
    toldByHarbour(FoundPartyOrganization, {
      ...{ partyOrganizationId, name: text, kind: 'committee', founding: 'independent', setting: 'workUnit' },
      ...{ unitId: 'example-harbour', coveredUnitIds: ['example-harbour'], foundedOn: establishedOn },
      ...{ fullMembers: 120, probationaryMembers: 3 },
    }),
  ];
}

function serviceTexts(
  text: string,
  today: Day,
  evidence: Evidence,
  { officerId, level, unitId }: { officerId: string; level: LiaisonLevel; unitId: string },
): Sent[] {
  const since = firstDay(monthOf(today));
  const items = { items: [{ itemId: 'item', text }] };
  return [
    told(PublishLiaisonRoleDefinition, {
      ...{ organizationId: districtId, level, version: 1, basis: { title: text }, effectiveOn: since },
      role: {
        ...{ treatment: text, rights: items, obligations: items, workKinds: items },
        duties: { items: [{ itemId: 'item', text, frequency: 'month', evidence: text }] },
        selectionCriteria: [{ criterion: text }],
        assessmentGrades: [{ grade: text, leastScore: 0, allowsRenewal: true }],
      },
    }),
    told(NominateLiaisonOfficer, {
      ...{ officerId, level, mode: 'fullTime', unitId, scores: [{ criterion: text, score: 100 }], nominatedOn: since },
    }),
    told(ApproveLiaisonNomination, { officerId, partyOrganizationId, resolution: evidence, approvedOn: since }),
    told(AppointLiaisonOfficer, {
      ...{ officerId, dispatchingUnitId: personnelId, managingUnitIds: [personnelId, 'example-group'] },
      ...{ effectiveOn: since, obligationsAcceptedOn: since },
    }),
    told(RecordLiaisonTraining, {
      ...{ officerId, topics: [...liaisonTrainingTopics], form: 'discussion', trainerUnitId: personnelId },
      ...{ attendance: evidence, trainedOn: since },
    }),
    told(RecordLiaisonCourse, {
      ...{ officerId, courseId: 'c1', organiser: text, title: text, fromDay: since, toDay: since, hours: 1 },
      certificate: evidence,
    }),
    told(PutLiaisonOfficerOnDuty, { officerId, onDutyFrom: since }),
    told(PublishLiaisonProfile, {
      ...{ officerId, publicationId: 'p1', name: text, phone: '13800138000', consent: evidence, consentedOn: since },
    }),
  ];
}

function workTexts(text: string, today: Day, evidence: Evidence): Sent[] {
  const officerId = projectOfficer;
  const entry: LiaisonWorkEntry = {
    ...{ entryId: 'w1', workedOn: today, activity: 'visit', workKindId: 'item', dutyIds: ['item'], rightIds: ['item'] },
    ...{ beneficiary: 'workers', unitId: projectId, place: text, personsPresent: 1, topics: [], requestsRaised: 0 },
    matterIds: [],
  };
  return [
    told(ConfirmLiaisonBoardPosting, { unitId: projectId, evidence, postedOn: today }),
    told(RecordLiaisonWork, { officerId, entry }),
    told(WithdrawLiaisonWork, { officerId, entryId: 'w1', workedOn: today, reason: text }),
    told(RecordLiaisonMeeting, {
      ...{ meetingId: 'hostile-meeting', districtId, convenerId: districtOfficer, heldOn: today },
      ...{
        agenda: [{ text }],
        presentIds: [officerId],
        absentIds: [],
        tasks: [{ text, officerId }],
        minutes: evidence,
      },
    }),
    told(UseLiaisonRight, {
      ...{ useId: 'hostile-use', officerId, rightId: 'item', form: 'proposal', subject: text, evidence: [evidence] },
      ...{ proposedTo: { unitId: districtId, answerDueOn: today }, usedOn: today },
    }),
    told(AnswerLiaisonProposal, { useId: 'hostile-use', outcome: 'adopted', answer: text, answeredOn: today }),
    told(ReportLiaisonDuty, {
      ...{ officerId: districtOfficer, dutyId: 'item', period: periodOf(today, 'month'), evidence: [evidence] },
      doneOn: today,
    }),
    told(RelieveLiaisonOfficer, { officerId, relievedOn: today, reason: text }),
    told(ReportLiaisonYear, { officerId, year: Number(today.slice(0, 4)), report: evidence, reportedOn: today }),
  ];
}
