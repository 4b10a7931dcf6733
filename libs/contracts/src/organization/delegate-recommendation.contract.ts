import { type Day, IsDay } from '@gongyou/domain';
import { IsIn } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText, IsShortText } from '../fields';
import { type CongressKind, congressKinds, type CongressLevel, congressLevels } from './congress.contract';

/** The levels of the highly skilled (高技能人才), from senior worker on: below them nobody is recommended as a leading one (HM-04b). */
export const highSkillLevels = [
  'senior',
  'technician',
  'seniorTechnician',
  'specialTechnician',
  'chiefTechnician',
] as const;
export type HighSkillLevel = (typeof highSkillLevels)[number];

export const recommendationOutcomes = ['elected', 'notElected', 'withdrawn'] as const;
export type RecommendationOutcome = (typeof recommendationOutcomes)[number];

/** Recommends a leading highly skilled worker as a delegate or member of a body, with his consent (HM-04b). */
@Command({
  name: 'organization.delegate-recommendation.recommend',
  summary: { zh: '推荐高技能领军人才为代表委员人选', en: 'Recommend a highly skilled worker as a delegate' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  provisions: ['HM-04b'],
})
export class RecommendDelegate {
  @IsIdentifier() recommendationId!: string;
  @IsIdentifier() workerId!: string;
  @IsIn(congressKinds) body!: CongressKind;
  @IsIn(congressLevels) level!: CongressLevel;
  @IsShortText(100) bodyName!: string;
  /** As his certificate says; what is certified is kept by training. */
  @IsIn(highSkillLevels) skillLevel!: HighSkillLevel;
  @IsIdentifier() recommendingUnitId!: string;
  @IsLongText(1000) grounds!: string;
  @IsDay() consentedOn!: Day;
  @IsDay() recommendedOn!: Day;
}

/** Tells what became of a recommendation. */
@Command({
  name: 'organization.delegate-recommendation.record-outcome',
  summary: { zh: '登记推荐结果', en: 'Record what became of a recommendation' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  provisions: ['HM-04b'],
})
export class RecordRecommendationOutcome {
  @IsIdentifier() recommendationId!: string;
  @IsIn(recommendationOutcomes) outcome!: RecommendationOutcome;
  @IsDay() decidedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '已推荐代表委员人选', en: 'A worker was recommended as a delegate' },
  provisions: ['HM-04b'],
})
export class DelegateRecommended {
  @IsIdentifier() recommendationId!: string;
  @IsIdentifier() workerId!: string;
  @IsIn(congressKinds) body!: CongressKind;
  @IsIn(congressLevels) level!: CongressLevel;
  @IsShortText(100) bodyName!: string;
  @IsIn(highSkillLevels) skillLevel!: HighSkillLevel;
  @IsIdentifier() recommendingUnitId!: string;
  @IsLongText(1000) grounds!: string;
  @IsDay() consentedOn!: Day;
  @IsDay() recommendedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '被推荐人已当选', en: 'A recommended worker was elected' },
})
export class RecommendedDelegateElected {
  @IsIdentifier() recommendationId!: string;
  @IsDay() decidedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '被推荐人未当选', en: 'A recommended worker was not elected' },
})
export class RecommendedDelegateNotElected {
  @IsIdentifier() recommendationId!: string;
  @IsDay() decidedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '推荐已撤回', en: 'A recommendation was withdrawn' },
})
export class DelegateRecommendationWithdrawn {
  @IsIdentifier() recommendationId!: string;
  @IsDay() decidedOn!: Day;
}

export const delegateRecommendationCommands = { RecommendDelegate, RecordRecommendationOutcome };
export type DelegateRecommendationCommand = CommandOf<typeof delegateRecommendationCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const delegateRecommendationEvents = {
  DelegateRecommended,
  RecommendedDelegateElected,
  RecommendedDelegateNotElected,
  DelegateRecommendationWithdrawn,
};
export type DelegateRecommendationEvent = EventOf<typeof delegateRecommendationEvents>;
