import {
  LiaisonAssessmentConcluded,
  LiaisonCourseAttended,
  type LiaisonLevel,
  LiaisonMeetingHeld,
  LiaisonNoticeBoardPosted,
  LiaisonOfficerAppointed,
  LiaisonOfficerNominated,
  LiaisonOfficerPutOnDuty,
  LiaisonOfficerRelieved,
  LiaisonProfilePublished,
  LiaisonProfileWithdrawn,
  LiaisonRoleDefinitionPublished,
  LiaisonTrainingRecorded,
  type LiaisonTrainingTopic,
  liaisonTrainingTopics,
  type LiaisonWorkEntry,
  LiaisonWorkRecorded,
  LiaisonWorkWithdrawn,
} from '@gongyou/contracts';
import { day } from '@gongyou/domain';
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

  nominate(officerId: string, level: LiaisonLevel, unitId: string): number {
    const scores = [{ criterion: '善沟通', score: 90 }];
    const data = { officerId, level, unitId, scores, nominatedOn: day('2026-07-01') };
    return this.log.record(LiaisonOfficerNominated, `liaisonOfficer-${officerId}`, data);
  }

  appoint(officerId: string, effectiveOn = '2026-08-01'): number {
    return this.log.record(LiaisonOfficerAppointed, `liaisonOfficer-${officerId}`, {
      officerId,
      dispatchingUnitId: 'personnel',
      managingUnitIds: ['labour-centre', 'party-organization'],
      definedByUnitId: 'company',
      definitionVersion: 1,
      treatment: '班子副职同等水平',
      effectiveOn: day(effectiveOn),
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
    const data = { officerId, year, concludedOn: day(concludedOn) };
    return this.log.record(LiaisonAssessmentConcluded, `liaisonAssessment-${officerId}~${year}`, data);
  }

  postBoard(unitId: string): number {
    const data = { unitId, evidence, postedOn: day('2026-09-01') };
    return this.log.record(LiaisonNoticeBoardPosted, `liaisonNoticeBoard-${unitId}`, data);
  }

  define(version: number, effectiveOn: string): number {
    return this.log.record(LiaisonRoleDefinitionPublished, 'liaisonRoleDefinition-company~district', {
      organizationId: 'company',
      level: 'district',
      version,
      basis: { title: '暂行办法' },
      role: {
        rights: { statedCount: 6, items: [] },
        duties: { statedCount: 17, items: [] },
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
