import {
  CrewFormed,
  type DutyItem,
  LiaisonAssessmentConcluded,
  LiaisonContactCardAcknowledged,
  LiaisonContactCardDesigned,
  LiaisonContactCardIssued,
  LiaisonCourseAttended,
  LiaisonDutyDone,
  type LiaisonLevel,
  LiaisonMeetingHeld,
  LiaisonNominationApproved,
  LiaisonNoticeBoardPosted,
  LiaisonOfficerAppointed,
  LiaisonOfficerNominated,
  LiaisonOfficerPutOnDuty,
  LiaisonOfficerRelieved,
  LiaisonProfilePublished,
  LiaisonProfileWithdrawn,
  LiaisonProposalAnswered,
  LiaisonRightUsed,
  LiaisonRoleDefinitionPublished,
  LiaisonTermRenewed,
  LiaisonTrainingRecorded,
  type LiaisonTrainingTopic,
  liaisonTrainingTopics,
  type LiaisonWorkEntry,
  LiaisonWorkRecorded,
  LiaisonWorkWithdrawn,
  LiaisonYearJudged,
  ProjectRegistered,
  type ProjectStatus,
  ProjectStatusChanged,
  type ProposalAddress,
} from '@gongyou/contracts';
import { day, period } from '@gongyou/domain';
import type { EventsInMemory } from './events-in-memory';
import { ExampleGroup } from './example-group';

const evidence = { fileName: '凭证.pdf', sha256: 'ab'.repeat(32) };

/** Writes the history of the liaison officers of a company with a district, two projects and a crew into a log. */
export class ExampleLiaison {
  constructor(readonly log: EventsInMemory) {}

  /** company > district > project-1 > crew-1, and company > district > project-2. */
  found(): this {
    const group = new ExampleGroup(this.log);
    group.unit('company', 'company');
    group.unit('district', 'projectDistrict', 'company', '2026-07-01');
    group.unit('project-1', 'project', 'district', '2026-07-01');
    group.unit('project-2', 'project', 'district', '2026-07-01');
    group.unit('crew-1', 'crew', 'project-1', '2026-07-01');
    return this;
  }

  /** The file of a project, which from its first day on is under construction. */
  startProject(unitId: string, registeredOn = '2026-07-01'): number {
    return this.log.record(ProjectRegistered, `project-${unitId}`, {
      unitId,
      facts: {
        projectCode: '370202202601',
        category: 'highway',
        areaCode: '520100',
        contractorCreditCode: '91110000100000000X',
        contractorName: '机械化公司',
        builderLicences: [],
      },
      status: 'underConstruction',
      registeredOn: day(registeredOn),
    });
  }

  changeProject(unitId: string, to: ProjectStatus, changedOn: string): number {
    const data = { unitId, from: 'underConstruction' as const, to, reason: '变更', changedOn: day(changedOn) };
    return this.log.record(ProjectStatusChanged, `project-${unitId}`, data);
  }

  formCrew(unitId: string, formedOn = '2026-07-01'): number {
    return this.log.record(CrewFormed, `crew-${unitId}`, { unitId, trade: '020', formedOn: day(formedOn) });
  }

  nominate(officerId: string, level: LiaisonLevel, unitId: string): number {
    const scores = [{ criterion: '善沟通', score: 90 }];
    const mode = level === 'district' ? ('fullTime' as const) : ('partTime' as const);
    const data = { officerId, level, mode, unitId, scores, nominatedOn: day('2026-07-01') };
    return this.log.record(LiaisonOfficerNominated, `liaisonOfficer-${officerId}`, data);
  }

  approve(officerId: string): number {
    return this.log.record(LiaisonNominationApproved, `liaisonOfficer-${officerId}`, {
      officerId,
      partyOrganizationId: 'company-committee',
      resolution: evidence,
      approvedOn: day('2026-07-15'),
    });
  }

  appoint(officerId: string, effectiveOn = '2026-08-01', termEndsOn?: string): number {
    return this.log.record(LiaisonOfficerAppointed, `liaisonOfficer-${officerId}`, {
      officerId,
      dispatchingUnitId: 'personnel',
      managingUnitIds: ['labour-centre', 'party-organization'],
      definedByUnitId: 'company',
      definitionVersion: 1,
      treatment: '班子副职同等水平',
      effectiveOn: day(effectiveOn),
      ...(termEndsOn !== undefined && { termEndsOn: day(termEndsOn) }),
      obligationsAcceptedOn: day('2026-07-31'),
    });
  }

  train(officerId: string, topics: readonly LiaisonTrainingTopic[] = liaisonTrainingTopics): number {
    return this.log.record(LiaisonTrainingRecorded, `liaisonOfficer-${officerId}`, {
      officerId,
      topics: [...topics],
      form: 'discussion',
      trainerUnitId: 'company',
      attendance: evidence,
      trainedOn: day('2026-08-01'),
    });
  }

  attendCourse(officerId: string, courseId: string, hours: number): number {
    return this.log.record(LiaisonCourseAttended, `liaisonOfficer-${officerId}`, {
      officerId,
      courseId,
      organiser: '局党委组织部',
      title: '协理员培训班',
      fromDay: day('2026-09-01'),
      toDay: day('2026-09-03'),
      hours,
    });
  }

  putOnDuty(officerId: string, onDutyFrom = '2026-08-01'): number {
    const data = { officerId, onDutyFrom: day(onDutyFrom) };
    return this.log.record(LiaisonOfficerPutOnDuty, `liaisonOfficer-${officerId}`, data);
  }

  /** All of the above: an officer on duty. */
  serve(officerId: string, level: LiaisonLevel, unitId: string, onDutyFrom = '2026-08-01'): number {
    this.nominate(officerId, level, unitId);
    this.appoint(officerId);
    this.train(officerId);
    return this.putOnDuty(officerId, onDutyFrom);
  }

  publish(officerId: string, publicationId = 'first'): number {
    return this.log.record(LiaisonProfilePublished, `liaisonOfficer-${officerId}`, {
      officerId,
      publicationId,
      name: 'sealed:v1:abc',
      phone: 'sealed:v1:def',
      consent: evidence,
      consentedOn: day('2026-08-01'),
    });
  }

  withdrawProfile(officerId: string): number {
    const data = { officerId, withdrawnOn: day('2026-10-01') };
    return this.log.record(LiaisonProfileWithdrawn, `liaisonOfficer-${officerId}`, data);
  }

  renewTerm(officerId: string, termEndsOn: string): number {
    const data = { officerId, termEndsOn: day(termEndsOn), renewedOn: day('2026-09-01') };
    return this.log.record(LiaisonTermRenewed, `liaisonOfficer-${officerId}`, data);
  }

  relieve(officerId: string, relievedOn: string): number {
    const data = { officerId, relievedOn: day(relievedOn), reason: '完工' };
    return this.log.record(LiaisonOfficerRelieved, `liaisonOfficer-${officerId}`, data);
  }

  meet(meetingId: string, heldOn: string): number {
    return this.log.record(LiaisonMeetingHeld, `liaisonMeeting-${meetingId}`, {
      meetingId,
      districtId: 'district',
      convenerId: 'd1',
      heldOn: day(heldOn),
      agenda: [{ text: '交流' }],
      presentIds: ['p1'],
      absentIds: [],
      tasks: [],
      minutes: evidence,
    });
  }

  work(officerId: string, postUnitId: string, entryId: string, entry: Partial<LiaisonWorkEntry>): number {
    const data = { officerId, postUnitId, entry: { ...usualEntry, entryId, ...entry } };
    return this.log.record(LiaisonWorkRecorded, `liaisonWorkLog-${officerId}`, data);
  }

  withdrawWork(officerId: string, postUnitId: string, entryId: string, entry: Partial<LiaisonWorkEntry>): number {
    const data = { officerId, postUnitId, entry: { ...usualEntry, entryId, ...entry }, reason: '重复' };
    return this.log.record(LiaisonWorkWithdrawn, `liaisonWorkLog-${officerId}`, data);
  }

  assess(officerId: string, year: number, concludedOn: string): number {
    const results = [
      { managingUnitId: 'labour-centre', score: 91, grade: '优秀' },
      { managingUnitId: 'party-organization', score: 88, grade: '称职' },
    ];
    const data = { officerId, year, results, allowsRenewal: true, concludedOn: day(concludedOn) };
    return this.log.record(LiaisonAssessmentConcluded, `liaisonAssessment-${officerId}~${year}`, data);
  }

  judge(officerId: string, year: number, managingUnitId: string, score: number, breached: string[] = []): number {
    return this.log.record(LiaisonYearJudged, `liaisonAssessment-${officerId}~${year}`, {
      ...{ officerId, year, managingUnitId, score, breachedObligationIds: breached, duties: { due: 4, done: 3 } },
      ...{ judgedOn: day(`${year + 1}-01-15`), judgedBy: `user:${managingUnitId}` },
    });
  }

  doDuty(officerId: string, dutyId: string, of: string, doneOn: string): number {
    return this.log.record(LiaisonDutyDone, `liaisonDuties-${officerId}~2026`, {
      ...{ officerId, postUnitId: 'district', dutyId, period: period(of), evidence: [evidence], doneOn: day(doneOn) },
    });
  }

  useRight(useId: string, officerId: string, usedOn: string, proposedTo?: { unitId: string; due: string }): number {
    const address: { proposedTo: ProposalAddress } | undefined = proposedTo && {
      proposedTo: { unitId: proposedTo.unitId, answerDueOn: day(proposedTo.due) },
    };
    return this.log.record(LiaisonRightUsed, `liaisonRightUse-${useId}`, {
      ...{ useId, officerId, postUnitId: 'district', rightId: 'make-proposals', subject: '统一驻地标准', evidence: [] },
      ...{ form: proposedTo ? ('proposal' as const) : ('hearing' as const), ...address, usedOn: day(usedOn) },
    });
  }

  answerProposal(useId: string, answeredOn: string): number {
    const data = { useId, outcome: 'adopted' as const, answer: '采纳', answeredOn: day(answeredOn) };
    return this.log.record(LiaisonProposalAnswered, `liaisonRightUse-${useId}`, data);
  }

  designCard(projectId: string, edition: number, officerId: string): number {
    return this.log.record(LiaisonContactCardDesigned, `liaisonContactCard-${projectId}`, {
      ...{ projectId, edition, officerId, publicationId: 'first', hotline: '400 800 1234', complaintCode: 'code' },
      designedOn: day('2026-09-01'),
    });
  }

  issueCard(projectId: string, workerId: string, edition: number): number {
    const data = { projectId, workerId, edition, issuedOn: day('2026-09-02') };
    return this.log.record(LiaisonContactCardIssued, `liaisonContactCardHolder-${workerId}`, data);
  }

  acknowledgeCard(projectId: string, workerId: string, edition: number): number {
    const data = { projectId, workerId, edition, acknowledgedOn: day('2026-09-03') };
    return this.log.record(LiaisonContactCardAcknowledged, `liaisonContactCardHolder-${workerId}`, data);
  }

  postBoard(unitId: string, printedAsOf?: number): number {
    const data = { unitId, evidence, postedOn: day('2026-09-01'), ...(printedAsOf !== undefined && { printedAsOf }) };
    return this.log.record(LiaisonNoticeBoardPosted, `liaisonNoticeBoard-${unitId}`, data);
  }

  define(version: number, effectiveOn: string, duties: DutyItem[] = []): number {
    return this.log.record(LiaisonRoleDefinitionPublished, 'liaisonRoleDefinition-company~district', {
      organizationId: 'company',
      level: 'district',
      version,
      basis: { title: '暂行办法' },
      role: {
        rights: { statedCount: 6, items: [] },
        duties: { statedCount: 17, items: duties },
        obligations: { statedCount: 4, items: [] },
        workKinds: { items: [] },
      },
      effectiveOn: day(effectiveOn),
    });
  }
}

const usualEntry: LiaisonWorkEntry = {
  entryId: 'w',
  workedOn: day('2026-10-12'),
  activity: 'talk',
  dutyIds: [],
  rightIds: [],
  beneficiary: 'workers',
  unitId: 'crew-1',
  place: '驻地',
  personsPresent: 10,
  topics: ['wages'],
  requestsRaised: 2,
  matterIds: ['m1'],
};
