import type { LiaisonParticipation, ParticipationStep } from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';
import { type ServiceRecord, wasOnDuty } from '../liaison-officer/service-record';

/** A liaison officer as his own stream has him, and the units above his post. */
export interface ParticipatingOfficer {
  service: ServiceRecord;
  ancestorIds: readonly string[];
}

/** Where a decision is taken: the unit and those above it. */
export interface PlaceOfDecision {
  unitId: string;
  ancestorIds: readonly string[];
}

export const liaisonParticipationRefusals = {
  'organization.liaisonParticipation.notOnDuty': {
    zh: '该协理员 {on} 不在岗',
    en: 'The liaison officer was not on duty on {on}.',
  },
  'organization.liaisonParticipation.postElsewhere': {
    zh: '该协理员的岗位不在本单位及其上下级单位',
    en: 'The officer’s post is neither in this unit nor above or below it.',
  },
  'organization.liaisonParticipation.officerMissing': {
    zh: '“{step}”环节须有协理员参与，尚无记录，不能办结',
    en: 'The step {step} requires a liaison officer, and none has taken part: it cannot be closed.',
  },
} as const satisfies Record<`organization.liaisonParticipation.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonParticipationRefusals> = refuseWith(liaisonParticipationRefusals);

/**
 * Whether a participation is to be recorded (JX-23); not when it was told before. Refuses one of an officer who was not on duty that
 * day, or whose post lies elsewhere, and one from before the matter was opened.
 */
export function takesPart(
  participation: LiaisonParticipation,
  officer: ParticipatingOfficer | undefined,
  matter: { openedOn: Day; place: PlaceOfDecision; participations: readonly LiaisonParticipation[] },
  moment: Moment,
): boolean {
  const { officerId, opinion, statement, tookPartOn } = participation;
  const told = { officerId, opinion, statement, tookPartOn };
  if (matter.participations.some((known) => sameContent(known, told))) return false;
  requireEntryDay(tookPartOn, moment, matter.openedOn);
  if (!officer || !wasOnDuty(officer.service, tookPartOn)) {
    return refuse('organization.liaisonParticipation.notOnDuty', { on: tookPartOn });
  }
  const { unitId, ancestorIds } = matter.place;
  const post = officer.service.unitId;
  const isNear = post === unitId || ancestorIds.includes(post) || officer.ancestorIds.includes(unitId);
  if (!isNear) refuse('organization.liaisonParticipation.postElsewhere');
  return true;
}

/** Refuses to close a step that requires an officer when none has taken part by the day (JX-23). */
export function requireParticipation(
  step: ParticipationStep,
  isRequired: boolean,
  participations: readonly LiaisonParticipation[],
  on: Day,
): void {
  if (isRequired && !participations.some(({ tookPartOn }) => tookPartOn <= on)) {
    refuse('organization.liaisonParticipation.officerMissing', { step });
  }
}
