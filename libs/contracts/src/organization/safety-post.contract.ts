import { type Day, IsDay, type Fen, IsFen } from '@gongyou/domain';
import { IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsIdentifier, IsLongText, IsShortText } from '../fields';

/** A mass safety monitor (群安员), or a holder of a youth safety supervision post (青年安全生产监督岗), of a crew (JX-49d). */
export const safetyPostKinds = ['massSafetyMonitor', 'youthSafetyPost'] as const;
export type SafetyPostKind = (typeof safetyPostKinds)[number];

/** What a hazard is of. A closed list, so that hazards can be counted. */
export const hazardKinds = [
  'fallFromHeight',
  'struckByObject',
  'lifting',
  'machinery',
  'electricity',
  'collapse',
  'fire',
  'trafficOnSite',
  'confinedSpace',
  'protectiveEquipment',
  'other',
] as const;
export type HazardKind = (typeof hazardKinds)[number];

export const hazardRewards = ['money', 'points', 'commendation'] as const;
export type HazardReward = (typeof hazardRewards)[number];

const keepers: readonly Role[] = ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'];

/** Appoints a worker of a crew as its safety monitor, or to its youth safety supervision post (JX-49d). */
@Command({
  name: 'organization.safety-post.appoint',
  summary: { zh: '任命群安员（青安岗）', en: 'Appoint a safety monitor or a youth safety post of a crew' },
  roles: keepers,
  towards: ['JX-49d'],
})
export class AppointSafetyPost {
  @IsIdentifier() postId!: string;
  /** The crew. */
  @IsIdentifier() unitId!: string;
  @IsIn(safetyPostKinds) kind!: SafetyPostKind;
  @IsIdentifier() workerId!: string;
  @IsDay() appointedOn!: Day;
}

/** Ends an appointment; the day is its last. */
@Command({
  name: 'organization.safety-post.end',
  summary: { zh: '免去群安员（青安岗）', en: 'End the appointment of a safety post' },
  roles: keepers,
  towards: ['JX-49d'],
})
export class EndSafetyPost {
  @IsIdentifier() postId!: string;
  @IsDay() endedOn!: Day;
  @IsLongText(300) reason!: string;
}

/** The holder of a safety post found a hazard (JX-49d). */
@Command({
  name: 'organization.safety-post.record-hazard',
  summary: { zh: '登记发现的隐患', en: 'Record a hazard that a safety post found' },
  roles: keepers,
  towards: ['JX-49d'],
})
export class RecordHazard {
  @IsIdentifier() postId!: string;
  @IsIdentifier() hazardId!: string;
  @IsIn(hazardKinds) kind!: HazardKind;
  @IsShortText(100) place!: string;
  @IsDay() foundOn!: Day;
}

/** A hazard that a safety post found is put right. */
@Command({
  name: 'organization.safety-post.confirm-remedy',
  summary: { zh: '确认隐患已消除', en: 'Confirm that a hazard was put right' },
  roles: keepers,
  towards: ['JX-49d'],
})
export class ConfirmHazardRemedy {
  @IsIdentifier() postId!: string;
  @IsIdentifier() hazardId!: string;
  @IsDay() remediedOn!: Day;
}

/** The holder of a safety post is rewarded for a hazard that he found (JX-49d). */
@Command({
  name: 'organization.safety-post.reward-hazard',
  summary: { zh: '奖励发现的隐患', en: 'Reward a hazard that a safety post found' },
  roles: keepers,
  towards: ['JX-49d'],
})
export class RewardHazard {
  @IsIdentifier() postId!: string;
  @IsIdentifier() hazardId!: string;
  @IsIn(hazardRewards) reward!: HazardReward;
  /** Whole fen, of a reward in money. */
  @IsOptional() @IsFen() paidFen?: Fen;
  @IsDay() rewardedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '群安员（青安岗）已任命', en: 'A safety post was filled' } })
export class SafetyPostAppointed {
  @IsIdentifier() postId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(safetyPostKinds) kind!: SafetyPostKind;
  @IsIdentifier() workerId!: string;
  @IsDay() appointedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '群安员（青安岗）已免去', en: 'A safety post was ended' } })
export class SafetyPostEnded {
  @IsIdentifier() postId!: string;
  @IsDay() endedOn!: Day;
  @IsLongText(300) reason!: string;
}

@DomainEvent({ context: 'organization', summary: { zh: '隐患已发现', en: 'A safety post found a hazard' } })
export class HazardFound {
  @IsIdentifier() postId!: string;
  @IsIdentifier() hazardId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(safetyPostKinds) foundBy!: SafetyPostKind;
  @IsIn(hazardKinds) kind!: HazardKind;
  @IsShortText(100) place!: string;
  @IsDay() foundOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '隐患已消除', en: 'A hazard was put right' } })
export class HazardRemedied {
  @IsIdentifier() postId!: string;
  @IsIdentifier() hazardId!: string;
  @IsDay() remediedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '隐患发现已奖励', en: 'The finding of a hazard was rewarded' } })
export class HazardRewarded {
  @IsIdentifier() postId!: string;
  @IsIdentifier() hazardId!: string;
  @IsIn(hazardRewards) reward!: HazardReward;
  @IsOptional() @IsFen() paidFen?: Fen;
  @IsDay() rewardedOn!: Day;
}

export const safetyPostCommands = { AppointSafetyPost, EndSafetyPost, RecordHazard, ConfirmHazardRemedy, RewardHazard };
export type SafetyPostCommand = CommandOf<typeof safetyPostCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const safetyPostEvents = { SafetyPostAppointed, SafetyPostEnded, HazardFound, HazardRemedied, HazardRewarded };
export type SafetyPostEvent = EventOf<typeof safetyPostEvents>;
