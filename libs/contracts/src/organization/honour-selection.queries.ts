import { IsPeriod, IsText, type Period } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import {
  type ArrearsAnswerer,
  type CandidateKind,
  candidateKinds,
  type HonourKind,
  honourKinds,
  type HonourLevel,
  type Spirit,
  type WithdrawalReason,
} from './honour-selection.contract';
import type { EmploymentForm } from './union-membership.contract';
import { registerReaders } from './register-readers';

/** How far a selection has come. */
export const honourStages = ['nominating', 'onNotice', 'decided'] as const;
export type HonourStage = (typeof honourStages)[number];

/** How far a candidate has come. */
export const nominationStandings = ['nominated', 'putForward', 'turnedDown', 'honoured', 'withdrawn'] as const;
export type NominationStanding = (typeof nominationStandings)[number];

/** Rounds of selection of units at or below a unit, in the order of their ids; paged. */
@Query({
  name: 'organization.honour-selections',
  summary: { zh: '评选台账', en: 'Rounds of selection for honours' },
  roles: registerReaders,
  provisions: ['CC-04b'],
  towards: ['QD-62', 'CC-04a', 'JX-51a'],
})
export class HonourSelectionList {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(honourKinds) honour?: HonourKind;
  @IsOptional() @IsIn(honourStages) stage?: HonourStage;
  @IsOptional() @IsPeriod() period?: Period;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface HonourSelectionRow {
  selectionId: string;
  honour: HonourKind;
  level: HonourLevel;
  spirit: Spirit;
  title: string;
  unitId: string;
  period: string;
  stage: HonourStage;
  openedOn: string;
  noticeStandsUntil: string | null;
  decidedOn: string | null;
  nominations: number;
  openObjections: number;
  honoured: number;
  honouredPersons: number;
  honouredWorkers: number;
  /** Industrial workers among the persons honoured, in hundredths of a percent, rounded down; none without persons (CC-04b). */
  workersBasisPoints: number | null;
  /** The same of the round before; none where no round before was named. */
  previousWorkersBasisPoints: number | null;
  /** Judged on the counts; none before the decision, or without a round to compare with. */
  workersShareRose: boolean | null;
  previousSelectionId: string | null;
}

export interface HonourSelectionListAnswer {
  selections: HonourSelectionRow[];
  nextCursor: string | null;
  position: number;
}

/** Candidates nominated by units at or below a unit, and how far each has come; in the order of selection and id, paged. */
@Query({
  name: 'organization.honours',
  summary: { zh: '荣誉和推荐台账', en: 'Nominations and honours' },
  roles: registerReaders,
  towards: ['QD-62', 'CC-04a', 'JX-50'],
})
export class Honours {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(honourKinds) honour?: HonourKind;
  @IsOptional() @IsIn(nominationStandings) standing?: NominationStanding;
  @IsOptional() @IsIn(candidateKinds) candidateKind?: CandidateKind;
  /** One worker, crew or labour team: what stands on its record. */
  @IsOptional() @IsIdentifier() candidate?: string;
  /** Of the last nomination of the page before: `<selectionId>.<nominationId>`. */
  @IsOptional() @IsText(129) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface HonourRow {
  selectionId: string;
  nominationId: string;
  honour: HonourKind;
  candidateKind: CandidateKind;
  candidateId: string;
  employerUnitId: string;
  nominatingUnitId: string;
  industrialWorker: boolean;
  employmentForm: EmploymentForm;
  standing: NominationStanding;
  /** In hundredths of a point; none before it was scored (JX-51a). */
  scoreHundredths: number | null;
  certificateNumber: string | null;
  rewardFen: number | null;
  /** Of the reward, what was paid so far (JX-51c). */
  paidFen: number;
  givenOn: string | null;
  /** Who said that the employer is not on the arrears list; none before the honour was given. */
  arrearsAnsweredBy: ArrearsAnswerer | null;
  withdrawnOn: string | null;
  withdrawalReason: WithdrawalReason | null;
}

export interface HonoursAnswer {
  honours: HonourRow[];
  nextCursor: string | null;
  position: number;
}

/** Who has held the mobile red flag of each project at or below a unit, from the decision of one month to that of the next; in the order of project and round, paged (JX-51a). */
@Query({
  name: 'organization.mobile-red-flag-holders',
  summary: { zh: '流动红旗流转记录', en: 'Who held the mobile red flag' },
  roles: registerReaders,
  provisions: ['JX-51a'],
})
export class MobileRedFlagHolders {
  @IsIdentifier() organization!: string;
  /** Of the last holder of the page before: `<unitId>.<selectionId>`. */
  @IsOptional() @IsText(129) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface MobileRedFlagHolder {
  /** The project. */
  unitId: string;
  selectionId: string;
  month: string;
  /** The labour team. */
  teamUnitId: string;
  scoreHundredths: number | null;
  certificateNumber: string;
  heldFrom: string;
  /** The day on which it moved on to the next holder; none while it is held. */
  heldUntil: string | null;
}

export interface MobileRedFlagHoldersAnswer {
  holders: MobileRedFlagHolder[];
  nextCursor: string | null;
  position: number;
}

/** The rewards of the monthly advanced that were paid, summed by project, with each payment; in the order of project and id, paged (JX-51c). */
@Query({
  name: 'organization.honour-reward-payments',
  summary: { zh: '奖励发放台账', en: 'Rewards that were paid' },
  roles: registerReaders,
  provisions: ['JX-51c'],
})
export class HonourRewardPayments {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(honourKinds) honour?: HonourKind;
  /** Of the last payment of the page before: `<unitId>.<selectionId>.<paymentId>`. */
  @IsOptional() @IsText(194) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface HonourRewardPaymentsAnswer {
  /** All of them, not of the page. */
  byUnit: { unitId: string; payments: number; paidFen: number }[];
  payments: {
    unitId: string;
    selectionId: string;
    paymentId: string;
    nominationId: string;
    honour: HonourKind;
    payeeId: string;
    paidFen: number;
    paidOn: string;
    certificateNumber: string | null;
  }[];
  nextCursor: string | null;
  position: number;
}
