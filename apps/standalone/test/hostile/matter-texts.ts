import {
  AnswerMatter,
  AppointSafetyPost,
  AssignCrewSupport,
  EndSafetyPost,
  EstablishUnit,
  FormCrew,
  RaiseMatter,
  RecordCrewSupportVisit,
  RecordHazard,
  RecordResourceSharing,
  SetLiaisonParameters,
  WithdrawCrewSupportVisit,
  WithdrawResourceSharing,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { type Sent, told } from './sent';

const [districtId, projectId, neighbourId, unitId] = [
  'hostile-valley',
  'hostile-dam',
  'hostile-tunnel',
  'hostile-team',
];

/** Two projects of a district and a crew of one, with the text in every field of the commands on matters, visits and hazards. */
export function matterTexts(text: string, today: Day): Sent[] {
  const unit = (id: string, kind: EstablishUnit['kind'], parentId: string): Sent =>
    told(EstablishUnit, { unitId: id, kind, name: id, parentId, establishedOn: today });
  const sharing = { sharingId: 'hostile-sharing', districtId, fromProjectId: projectId, toProjectId: neighbourId };
  const visit = { visitId: 'v1', assignmentId: 's1', visitedOn: today };
  const post = { postId: 'hostile-post' };
  return [
    unit(districtId, 'projectDistrict', 'example-group'),
    unit(projectId, 'project', districtId),
    unit(neighbourId, 'project', districtId),
    unit(unitId, 'crew', projectId),
    told(FormCrew, { unitId, trade: '020', formedOn: today }),
    told(AssignCrewSupport, { unitId, assignmentId: 's1', managerId: 'worker-2', duties: [text], fromDay: today }),
    told(SetLiaisonParameters, {
      ...{ organizationId: districtId, effectiveFrom: today, basis: text, passOnDays: 2, teamVisitsPerMonth: 2 },
      ...{ crewAnswerDays: 3, projectAnswerDays: 5, districtAnswerDays: 5, companyAnswerDays: 10 },
      ...{ guidanceEveryMonths: 1, checkEveryMonths: 3 },
    }),
    told(RaiseMatter, {
      ...{ matterId: 'hostile-matter', unitId, kind: 'board', subject: 'water', ownerId: 'worker-2', raisedOn: today },
      origin: { source: 'crewMeeting', recordId: 'm1' },
    }),
    told(AnswerMatter, { matterId: 'hostile-matter', answer: 'done', measure: text, answeredOn: today }),
    told(RecordCrewSupportVisit, {
      unitId,
      visit: { ...visit, helpGiven: ['guidance'], requests: [], followedUpMatterIds: ['hostile-matter'] },
    }),
    told(WithdrawCrewSupportVisit, { unitId, visitId: 'v1', visitedOn: today, reason: text }),
    told(AppointSafetyPost, { ...post, unitId, kind: 'massSafetyMonitor', workerId: 'worker-1', appointedOn: today }),
    told(RecordHazard, { ...post, hazardId: 'h1', kind: 'fire', place: text, foundOn: today }),
    told(EndSafetyPost, { ...post, endedOn: today, reason: text }),
    told(RecordResourceSharing, { ...sharing, resource: 'practices', description: text, sharedOn: today }),
    told(WithdrawResourceSharing, { sharingId: sharing.sharingId, reason: text, withdrawnOn: today }),
  ];
}
