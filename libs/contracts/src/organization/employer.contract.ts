import { type Day, type Fen, IsDay, IsFen, IsMonth, type Month } from '@gongyou/domain';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsNestedList } from '../fields';
import { Evidence } from '../supervision/task.contract';

/**
 * Who owns an enterprise. Coverage is measured of the private ones (非公有制企业, HM-03f): not owned by the state or a
 * collective; and of the state-owned ones (HM-03b).
 */
export const enterpriseOwnerships = ['stateOwned', 'collective', 'private'] as const;
export type EnterpriseOwnership = (typeof enterpriseOwnerships)[number];

/** Says who owns an enterprise from a day on. */
@Command({
  name: 'organization.employer.record-ownership',
  summary: { zh: '登记企业所有制', en: 'Record who owns an enterprise' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'],
  towards: ['HM-03b', 'HM-03f'],
})
export class RecordEnterpriseOwnership {
  @IsIdentifier() unitId!: string;
  @IsIn(enterpriseOwnerships) ownership!: EnterpriseOwnership;
  @IsDay() fromDay!: Day;
}

/** Tells how many people work for an employer and how many of them are union members: the duty to found goes by members (UN-01). */
@Command({
  name: 'organization.employer.report-headcount',
  summary: { zh: '报送职工和工会会员人数', en: 'Report the staff and the union members of an employer' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'],
  towards: ['HM-03e', 'HM-03f'],
})
export class ReportHeadcount {
  @IsIdentifier() unitId!: string;
  /** All who work for it, members or not. */
  @IsInt() @Min(0) @Max(1_000_000) staffCount!: number;
  @IsInt() @Min(0) @Max(1_000_000) memberCount!: number;
  @IsDay() countedOn!: Day;
}

/** Tells what an employer paid to the union for a month: 2% of all wages of its staff (工会法 Art. 43, UN-03). */
@Command({
  name: 'organization.employer.report-union-contribution',
  summary: { zh: '报送工会经费拨缴', en: 'Report what an employer paid to the union' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'],
})
export class ReportUnionContribution {
  @IsIdentifier() unitId!: string;
  /** The month of the wages. One month is told once. */
  @IsMonth() month!: Month;
  /** All wages of the staff in the month, in fen. */
  @IsFen() wagesFen!: Fen;
  @IsFen() paidFen!: Fen;
  @IsDay() paidOn!: Day;
  @IsNestedList(() => Evidence, 10) evidence!: Evidence[];
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '企业所有制已登记', en: 'Who owns an enterprise was recorded' },
})
export class EnterpriseOwnershipRecorded {
  @IsIdentifier() unitId!: string;
  @IsIn(enterpriseOwnerships) ownership!: EnterpriseOwnership;
  @IsDay() fromDay!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '职工和工会会员人数已报送', en: 'Staff and union members were counted' },
})
export class HeadcountReported {
  @IsIdentifier() unitId!: string;
  @IsInt() @Min(0) @Max(1_000_000) staffCount!: number;
  @IsInt() @Min(0) @Max(1_000_000) memberCount!: number;
  @IsDay() countedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '工会经费已足额拨缴', en: 'The month’s union contribution was paid in full' },
})
export class UnionContributionPaid {
  @IsIdentifier() unitId!: string;
  @IsMonth() month!: Month;
  @IsFen() wagesFen!: Fen;
  @IsFen() dueFen!: Fen;
  @IsFen() paidFen!: Fen;
  @IsDay() paidOn!: Day;
  @IsNestedList(() => Evidence, 10) evidence!: Evidence[];
}

/** Less than the law asks was paid: the union may ask for a payment order (工会法 Art. 44, UN-03). */
@DomainEvent({
  context: 'organization',
  summary: { zh: '工会经费未足额拨缴', en: 'The month’s union contribution fell short' },
})
export class UnionContributionFellShort {
  @IsIdentifier() unitId!: string;
  @IsMonth() month!: Month;
  @IsFen() wagesFen!: Fen;
  @IsFen() dueFen!: Fen;
  @IsFen() paidFen!: Fen;
  @IsDay() paidOn!: Day;
  @IsNestedList(() => Evidence, 10) evidence!: Evidence[];
}

export const employerCommands = { RecordEnterpriseOwnership, ReportHeadcount, ReportUnionContribution };
export type EmployerCommand = CommandOf<typeof employerCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const employerEvents = {
  EnterpriseOwnershipRecorded,
  HeadcountReported,
  UnionContributionPaid,
  UnionContributionFellShort,
};
export type EmployerEvent = EventOf<typeof employerEvents>;
