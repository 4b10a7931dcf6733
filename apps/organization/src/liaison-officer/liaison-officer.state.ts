import type {
  LiaisonNominationApproved,
  LiaisonOfficerAppointed,
  LiaisonProfilePublished,
  LiaisonTrainingTopic,
  NominateLiaisonOfficer,
  RecordLiaisonCourse,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';

/** The person holds no post and was proposed for none. */
export interface NotNominated {
  stage: 'notNominated';
}

/** Proposed for a post; nobody has decided yet. */
export interface Nominated {
  stage: 'nominated';
  nomination: NominateLiaisonOfficer;
  approval: LiaisonNominationApproved | null;
  /** Still out from an earlier post. */
  armbandNumber: string | null;
}

/** What every holder of a post has, on duty or not yet. */
export interface Holder {
  nomination: NominateLiaisonOfficer;
  appointment: LiaisonOfficerAppointed;
  /** The last day of the term, renewals included; null for a post without a term. */
  termEndsOn: Day | null;
  /** Topics of the training before duty, each with the day it was covered. */
  trained: ReadonlyMap<LiaisonTrainingTopic, Day>;
  courses: ReadonlyMap<string, RecordLiaisonCourse>;
  /** The public profile, its name and phone sealed; null when none is published. */
  profile: LiaisonProfilePublished | null;
  publicationIds: ReadonlySet<string>;
  armbandNumber: string | null;
}

/** Appointed, and not active before the training is complete (JX-10a). */
export interface Appointed extends Holder {
  stage: 'appointed';
}

export interface OnDuty extends Holder {
  stage: 'onDuty';
  onDutyFrom: Day;
}

/** The post has ended. What was published of the person is withdrawn with it. */
export interface Relieved {
  stage: 'relieved';
  nomination: NominateLiaisonOfficer;
  appointment: LiaisonOfficerAppointed | null;
  termEndsOn: Day | null;
  onDutyFrom: Day | null;
  relievedOn: Day;
  armbandNumber: string | null;
}

export type LiaisonOfficerState = NotNominated | Nominated | Appointed | OnDuty | Relieved;
