import { type LiaisonOfficerEvent, liaisonTrainingTopics } from '@gongyou/contracts';
import { BeginningMissing } from '../intake/projector';
import type { RegisteredLiaisonOfficer } from './liaison-officer.entity';

/** The officer after an event. Throws `BeginningMissing` for an event of a person who was never nominated. */
export function officerAfter(
  officer: RegisteredLiaisonOfficer | undefined,
  { type, data }: LiaisonOfficerEvent,
): RegisteredLiaisonOfficer {
  if (type === 'LiaisonOfficerNominated') {
    const { officerId, level, mode, unitId, scores, nominatedOn } = data;
    return {
      officerId,
      level,
      mode,
      unitId,
      stage: 'nominated',
      nominatedOn,
      scores,
      approvedOn: null,
      dispatchingUnitId: null,
      managingUnitIds: [],
      definitionVersion: null,
      treatment: null,
      effectiveOn: null,
      termEndsOn: null,
      obligationsAcceptedOn: null,
      topicsMissing: [...liaisonTrainingTopics],
      trained: false,
      courseHours: 0,
      onDutyFrom: null,
      relievedOn: null,
      published: false,
      armbandNumber: officer?.armbandNumber ?? null,
    };
  }
  if (!officer) throw new BeginningMissing('liaison officer');
  switch (type) {
    case 'LiaisonNominationApproved':
      return { ...officer, approvedOn: data.approvedOn };
    case 'LiaisonOfficerAppointed': {
      const { dispatchingUnitId, managingUnitIds, definitionVersion, treatment = null, effectiveOn } = data;
      const { termEndsOn = null, obligationsAcceptedOn } = data;
      const appointment = { dispatchingUnitId, managingUnitIds, definitionVersion, treatment, effectiveOn, termEndsOn };
      return { ...officer, stage: 'appointed', ...appointment, obligationsAcceptedOn };
    }
    case 'LiaisonTrainingRecorded': {
      const topicsMissing = officer.topicsMissing.filter((topic) => !data.topics.includes(topic));
      return { ...officer, topicsMissing, trained: topicsMissing.length === 0 };
    }
    case 'LiaisonCourseAttended':
      return { ...officer, courseHours: officer.courseHours + data.hours };
    case 'LiaisonOfficerPutOnDuty':
      return { ...officer, stage: 'onDuty', onDutyFrom: data.onDutyFrom };
    case 'LiaisonProfilePublished':
      return { ...officer, published: true };
    case 'LiaisonProfileWithdrawn':
      return { ...officer, published: false };
    case 'LiaisonArmbandIssued':
      return { ...officer, armbandNumber: data.armbandNumber };
    case 'LiaisonArmbandReturned':
      return { ...officer, armbandNumber: null };
    case 'LiaisonTermRenewed':
      return { ...officer, termEndsOn: data.termEndsOn };
    case 'LiaisonOfficerRelieved':
      return { ...officer, stage: 'relieved', relievedOn: data.relievedOn, published: false };
  }
}

/** Whether a notice board shows the officer. */
export const standsOnBoards = (officer: RegisteredLiaisonOfficer | undefined): boolean =>
  officer?.stage === 'onDuty' && officer.published;
