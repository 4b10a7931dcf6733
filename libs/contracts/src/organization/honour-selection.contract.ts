import { type Day, type Fen, IsDay, IsFen, IsPeriod, type Period } from '@gongyou/domain';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText, IsNested, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';
import { employmentForms, type EmploymentForm } from './union-membership.contract';

/** The honours that are selected for. The monthly ones are those of a project (JX-51a, JX-51b). */
export const honourKinds = [
  'modelWorker',
  'mayDayLabourAward',
  'workerPioneer',
  'mostBeautifulEmployee',
  'craftsmanTitle',
  'outstandingPartyMember',
  'excellentCrew',
  'excellentWorker',
  'monthlyAdvanced',
] as const;
export type HonourKind = (typeof honourKinds)[number];

export const honourLevels = ['project', 'company', 'group', 'county', 'city', 'province', 'national'] as const;
export type HonourLevel = (typeof honourLevels)[number];

/** 劳模精神, 劳动精神, 工匠精神 (QD-02b). */
export const spirits = ['modelWorker', 'labour', 'craftsmanship'] as const;
export type Spirit = (typeof spirits)[number];

export const candidateKinds = ['worker', 'crew', 'labourTeam'] as const;
export type CandidateKind = (typeof candidateKinds)[number];

/** Why an honour is taken back (RW-11). */
export const withdrawalReasons = ['falseClaim', 'majorAccident', 'massIncident', 'otherBreach'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** What can rest on a candidate's unit in a selection of Worker Pioneers (RW-11). */
export class PioneerConditions {
  @IsBoolean() wageArrears!: boolean;
  @IsBoolean() socialInsuranceUnpaid!: boolean;
  @IsBoolean() hasTradeUnion!: boolean;
  @IsBoolean() hasWorkersCongress!: boolean;
  @IsBoolean() hasCollectiveContract!: boolean;
  /** The last accident, serious occupational harm or mass incident, if there was one. */
  @IsOptional() @IsDay() lastIncidentOn?: Day;
}

/** Who gave the answer of the arrears list. */
export const arrearsAnswerers = ['nominatingOffice', 'arrearsList'] as const;
export type ArrearsAnswerer = (typeof arrearsAnswerers)[number];

/** What the arrears list said of a unit, and who says so (BL-09). */
export class ArrearsAnswer {
  @IsIn(arrearsAnswerers) answeredBy!: ArrearsAnswerer;
  @IsBoolean() listed!: boolean;
  @IsDay() checkedOn!: Day;
  /** The printed result; always there when the office looked itself. */
  @IsOptional() @IsNested(() => Evidence) result?: Evidence;
}

/** The nominating office's own look at the arrears list, while nothing on the platform can answer. */
export class OwnArrearsCheck {
  @IsBoolean() listed!: boolean;
  @IsDay() checkedOn!: Day;
  @IsNested(() => Evidence) result!: Evidence;
}

/** One that the honour goes to. */
export class HonourChoice {
  @IsIdentifier() nominationId!: string;
  @IsShortText(100) certificateNumber!: string;
  /** The reward in fen; 0 for none. */
  @IsFen() rewardFen!: Fen;
  @IsOptional() @IsNested(() => OwnArrearsCheck) arrearsCheck?: OwnArrearsCheck;
}

/** Opens a round of selection with its criteria (QD-62, CC-04a). */
@Command({
  name: 'organization.honour-selection.open',
  summary: { zh: '启动评选', en: 'Open a round of selection for an honour' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment', 'unitOfficer'],
  towards: ['QD-62', 'CC-04a', 'JX-50', 'JX-51a'],
})
export class OpenHonourSelection {
  @IsIdentifier() selectionId!: string;
  @IsIn(honourKinds) honour!: HonourKind;
  @IsIn(honourLevels) level!: HonourLevel;
  @IsIn(spirits) spirit!: Spirit;
  @IsShortText(200) title!: string;
  /** The unit that selects. */
  @IsIdentifier() unitId!: string;
  /** A month for the monthly honour, else usually a year. */
  @IsPeriod() period!: Period;
  @IsLongText() criteria!: string;
  /** How many working days the names are shown for objections, as this selection's own rules say; a local value, no law. */
  @IsInt() @Min(1) @Max(60) noticeWorkingDays!: number;
  /** The round before, whose share of industrial workers this one is compared with (CC-04b). */
  @IsOptional() @IsIdentifier() previousSelectionId?: string;
  @IsDay() openedOn!: Day;
}

/** Names a candidate, of whatever form of employment (JX-50). */
@Command({
  name: 'organization.honour-selection.nominate',
  summary: { zh: '推荐候选人', en: 'Nominate a candidate for an honour' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'],
  towards: ['QD-62', 'CC-04a', 'CC-04d', 'JX-50', 'WZ-21d'],
})
export class NominateForHonour {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsIn(candidateKinds) candidateKind!: CandidateKind;
  /** The worker, or the unit of a crew or labour team. */
  @IsIdentifier() candidateId!: string;
  /** The enterprise that the candidate works for: it is the one that must not be on the arrears list. */
  @IsIdentifier() employerUnitId!: string;
  @IsIdentifier() nominatingUnitId!: string;
  @IsBoolean() industrialWorker!: boolean;
  @IsIn(employmentForms) employmentForm!: EmploymentForm;
  @IsLongText() merits!: string;
  /** The day on which a worker agreed to be named; a crew needs none. */
  @IsOptional() @IsDay() consentedOn?: Day;
  @IsOptional() @IsNested(() => PioneerConditions) pioneerConditions?: PioneerConditions;
  @IsNestedList(() => Evidence, 20) evidence!: Evidence[];
  @IsDay() nominatedOn!: Day;
}

/** Scores a candidate by the criteria of the round; a later score takes the place of an earlier one (JX-51a). */
@Command({
  name: 'organization.honour-selection.score',
  summary: { zh: '评分', en: 'Score a candidate' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  provisions: ['JX-51a'],
})
export class ScoreCandidate {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() nominationId!: string;
  /** In hundredths of a point: 95.5 points are 9550. */
  @IsInt() @Min(0) @Max(100_000) scoreHundredths!: number;
  @IsLongText(1000) grounds!: string;
  @IsDay() scoredOn!: Day;
}

/** Looks at a candidate: who nominated cannot review. */
@Command({
  name: 'organization.honour-selection.review',
  summary: { zh: '审核推荐', en: 'Review a nomination' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment', 'unitOfficer'],
  towards: ['QD-62', 'CC-04a'],
})
export class ReviewNomination {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsBoolean() putForward!: boolean;
  @IsLongText(1000) opinion!: string;
  @IsDay() reviewedOn!: Day;
}

/** Shows those who were put forward, for objections (公示). */
@Command({
  name: 'organization.honour-selection.post-notice',
  summary: { zh: '公示', en: 'Post the public notice' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment', 'unitOfficer'],
  towards: ['QD-62', 'CC-04a'],
})
export class PostHonourNotice {
  @IsIdentifier() selectionId!: string;
  @IsShortText(200) place!: string;
  @IsDay() postedOn!: Day;
}

/** Somebody objects to a candidate while the notice stands. Who it was is not asked. */
@Command({
  name: 'organization.honour-selection.object',
  summary: { zh: '提出异议', en: 'Object to a candidate' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment', 'unitOfficer'],
  towards: ['QD-62'],
})
export class ObjectToNomination {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() objectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsLongText(1000) grounds!: string;
  @IsDay() objectedOn!: Day;
}

/** An objection was looked into. One that is upheld takes the candidate out. */
@Command({
  name: 'organization.honour-selection.settle-objection',
  summary: { zh: '办结异议', en: 'Settle an objection' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment', 'unitOfficer'],
  towards: ['QD-62'],
})
export class SettleObjection {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() objectionId!: string;
  @IsBoolean() upheld!: boolean;
  @IsLongText(1000) finding!: string;
  @IsDay() settledOn!: Day;
}

/** Gives the honour. Needs, of each one's employer, the answer of the arrears list (BL-09). */
@Command({
  name: 'organization.honour-selection.decide',
  summary: { zh: '作出表彰决定', en: 'Decide a selection' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment', 'unitOfficer'],
  provisions: ['JX-51a', 'JX-51b', 'CC-04b'],
  towards: ['QD-62', 'CC-04a'],
})
export class DecideHonourSelection {
  @IsIdentifier() selectionId!: string;
  @IsShortText(100) documentNumber!: string;
  @IsNestedList(() => HonourChoice, 200, 1) choices!: HonourChoice[];
  /** Needed when industrial workers have a smaller share than in the round before (CC-04b). */
  @IsOptional() @IsLongText(1000) whyWorkersShareFell?: string;
  @IsDay() decidedOn!: Day;
}

/** A reward that was granted was paid, whole or in part (JX-51c). Safe to repeat: the same `paymentId` is counted once. */
@Command({
  name: 'organization.honour-selection.record-reward-payment',
  summary: { zh: '登记奖励发放', en: 'Record the payment of a reward' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'],
  provisions: ['JX-51c'],
})
export class RecordRewardPayment {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() paymentId!: string;
  @IsIdentifier() nominationId!: string;
  /** The worker, or the unit of the team, that was paid. */
  @IsIdentifier() payeeId!: string;
  @IsFen() paidFen!: Fen;
  @IsDay() paidOn!: Day;
  @IsNestedList(() => Evidence, 10) evidence!: Evidence[];
}

/** Takes an honour back. */
@Command({
  name: 'organization.honour-selection.withdraw',
  summary: { zh: '撤销荣誉', en: 'Withdraw an honour' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment'],
  towards: ['CC-04a'],
})
export class WithdrawHonour {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsIn(withdrawalReasons) reason!: WithdrawalReason;
  @IsLongText(1000) note!: string;
  @IsDay() withdrawnOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '评选已启动', en: 'A selection for an honour was opened' } })
export class HonourSelectionOpened {
  @IsIdentifier() selectionId!: string;
  @IsIn(honourKinds) honour!: HonourKind;
  @IsIn(honourLevels) level!: HonourLevel;
  @IsIn(spirits) spirit!: Spirit;
  @IsShortText(200) title!: string;
  @IsIdentifier() unitId!: string;
  @IsPeriod() period!: Period;
  @IsLongText() criteria!: string;
  @IsInt() @Min(1) @Max(60) noticeWorkingDays!: number;
  @IsOptional() @IsIdentifier() previousSelectionId?: string;
  @IsDay() openedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '候选人已推荐', en: 'A candidate was nominated' } })
export class CandidateNominated {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsIn(candidateKinds) candidateKind!: CandidateKind;
  @IsIdentifier() candidateId!: string;
  @IsIdentifier() employerUnitId!: string;
  @IsIdentifier() nominatingUnitId!: string;
  @IsBoolean() industrialWorker!: boolean;
  @IsIn(employmentForms) employmentForm!: EmploymentForm;
  @IsLongText() merits!: string;
  @IsOptional() @IsDay() consentedOn?: Day;
  @IsOptional() @IsNested(() => PioneerConditions) pioneerConditions?: PioneerConditions;
  @IsNestedList(() => Evidence, 20) evidence!: Evidence[];
  @IsDay() nominatedOn!: Day;
  /** The actor who nominated, and who therefore cannot review. */
  @IsShortText(100) nominatedBy!: string;
}

@DomainEvent({ context: 'organization', summary: { zh: '候选人已评分', en: 'A candidate was scored' } })
export class CandidateScored {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsInt() @Min(0) @Max(100_000) scoreHundredths!: number;
  @IsLongText(1000) grounds!: string;
  @IsDay() scoredOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '推荐已审核上报', en: 'A nomination was put forward' } })
export class NominationPutForward {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsLongText(1000) opinion!: string;
  @IsDay() reviewedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '推荐未通过审核', en: 'A nomination was turned down' } })
export class NominationTurnedDown {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsLongText(1000) opinion!: string;
  @IsDay() reviewedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '已公示', en: 'The candidates were shown for objections' } })
export class HonourNoticePosted {
  @IsIdentifier() selectionId!: string;
  @IsShortText(200) place!: string;
  @IsDay() postedOn!: Day;
  /** The last day of the notice: a decision comes after it. */
  @IsDay() standsUntil!: Day;
  /** Whether the holiday schedule for the days that were counted was not published yet. */
  @IsBoolean() provisional!: boolean;
}

@DomainEvent({ context: 'organization', summary: { zh: '已提出异议', en: 'An objection was raised' } })
export class NominationObjectedTo {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() objectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsLongText(1000) grounds!: string;
  @IsDay() objectedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '异议成立', en: 'An objection was upheld' } })
export class ObjectionUpheld {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() objectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsLongText(1000) finding!: string;
  @IsDay() settledOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '异议不成立', en: 'An objection was dismissed' } })
export class ObjectionDismissed {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() objectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsLongText(1000) finding!: string;
  @IsDay() settledOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '荣誉已授予', en: 'An honour was given' } })
export class HonourGiven {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsShortText(100) certificateNumber!: string;
  @IsFen() rewardFen!: Fen;
  /** What the arrears list said of the employer, and who gave the answer. */
  @IsNested(() => ArrearsAnswer) arrearsAnswer!: ArrearsAnswer;
  @IsDay() givenOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '表彰已决定', en: 'A selection was decided' } })
export class HonourSelectionDecided {
  @IsIdentifier() selectionId!: string;
  @IsShortText(100) documentNumber!: string;
  @IsInt() @Min(1) @Max(200) honoured!: number;
  /** How many of the honoured persons are industrial workers, of how many persons. */
  @IsInt() @Min(0) @Max(200) honouredWorkers!: number;
  @IsInt() @Min(0) @Max(200) honouredPersons!: number;
  @IsOptional() @IsLongText(1000) whyWorkersShareFell?: string;
  @IsDay() decidedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '奖励已发放', en: 'A reward was paid' } })
export class HonourRewardPaid {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() paymentId!: string;
  @IsIdentifier() nominationId!: string;
  @IsIdentifier() payeeId!: string;
  @IsFen() paidFen!: Fen;
  @IsDay() paidOn!: Day;
  @IsNestedList(() => Evidence, 10) evidence!: Evidence[];
}

@DomainEvent({ context: 'organization', summary: { zh: '荣誉已撤销', en: 'An honour was withdrawn' } })
export class HonourWithdrawn {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() nominationId!: string;
  @IsIn(withdrawalReasons) reason!: WithdrawalReason;
  @IsLongText(1000) note!: string;
  @IsDay() withdrawnOn!: Day;
}

export const honourSelectionCommands = {
  OpenHonourSelection,
  NominateForHonour,
  ScoreCandidate,
  ReviewNomination,
  PostHonourNotice,
  ObjectToNomination,
  SettleObjection,
  DecideHonourSelection,
  RecordRewardPayment,
  WithdrawHonour,
};
export type HonourSelectionCommand = CommandOf<typeof honourSelectionCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const honourSelectionEvents = {
  HonourSelectionOpened,
  CandidateNominated,
  CandidateScored,
  NominationPutForward,
  NominationTurnedDown,
  HonourNoticePosted,
  NominationObjectedTo,
  ObjectionUpheld,
  ObjectionDismissed,
  HonourGiven,
  HonourSelectionDecided,
  HonourRewardPaid,
  HonourWithdrawn,
};
export type HonourSelectionEvent = EventOf<typeof honourSelectionEvents>;
