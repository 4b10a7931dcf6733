import { type Day, IsDay } from '@gongyou/domain';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsIdentifier, IsLongText, IsNestedList } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** A post in the Party branch or the trade union that is held together with one in the company's governance (HM-03c). */
export const organizationPosts = [
  'branchSecretary',
  'deputyBranchSecretary',
  'branchCommitteeMember',
  'unionChair',
  'deputyUnionChair',
] as const;
export type OrganizationPost = (typeof organizationPosts)[number];

/** A post in the company's governance: 董事长, 董事, 总经理, 副总经理, 监事. */
export const corporatePosts = [
  'boardChair',
  'director',
  'generalManager',
  'deputyGeneralManager',
  'supervisor',
] as const;
export type CorporatePost = (typeof corporatePosts)[number];

/** 董事会, 监事会. */
export const employeeBoards = ['directors', 'supervisors'] as const;
export type EmployeeBoard = (typeof employeeBoards)[number];

/** By whom an employee director or supervisor is elected: 职工代表大会, 职工大会. */
export const employeeElectorates = ['workersCongress', 'staffAssembly'] as const;
export type EmployeeElectorate = (typeof employeeElectorates)[number];

const keepers: Role[] = ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'];

class ArticlesAsTheyAre {
  @IsIdentifier() unitId!: string;
  /** Whether the articles of association (公司章程) speak of Party building. */
  @IsBoolean() included!: boolean;
  @IsNestedList(() => Evidence, 10, 1) evidence!: Evidence[];
  @IsDay() fromDay!: Day;
}

/** One person holds both posts; who it is, is not told. */
class CrossHeldPost {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() crossHeldPostId!: string;
  @IsIn(organizationPosts) organizationPost!: OrganizationPost;
  @IsIn(corporatePosts) corporatePost!: CorporatePost;
  @IsNestedList(() => Evidence, 10, 1) evidence!: Evidence[];
  @IsDay() fromDay!: Day;
}

class EndOfCrossHeldPost {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() crossHeldPostId!: string;
  /** The first day on which the posts are not held together any more. */
  @IsDay() endedOn!: Day;
}

class EmployeeSeat {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() seatId!: string;
  @IsIn(employeeBoards) board!: EmployeeBoard;
  @IsIdentifier() workerId!: string;
  @IsIn(employeeElectorates) electedBy!: EmployeeElectorate;
  /** The term of the workers' congress that elected him, where it is kept here. */
  @IsOptional() @IsIdentifier() congressId?: string;
  @IsNestedList(() => Evidence, 10, 1) evidence!: Evidence[];
  @IsDay() electedOn!: Day;
  @IsDay() termFrom!: Day;
  @IsDay() termUntil!: Day;
}

class EndOfEmployeeSeat {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() seatId!: string;
  @IsLongText(500) reason!: string;
  /** The first day on which he does not hold it any more. */
  @IsDay() vacatedOn!: Day;
}

class EndOfGovernance {
  @IsIdentifier() unitId!: string;
  @IsDay() endedOn!: Day;
}

/** Tells whether the articles of an enterprise speak of Party building, from a day on (provision HM-03c). */
@Command({
  name: 'organization.enterprise-governance.record-articles',
  summary: { zh: '登记党建入章程情况', en: 'Record whether the articles speak of Party building' },
  roles: keepers,
  provisions: ['HM-03c'],
})
export class RecordPartyBuildingInArticles extends ArticlesAsTheyAre {}

/** A post in the Party branch or union and one in the company's governance are held by one person (交叉任职, provision HM-03c). */
@Command({
  name: 'organization.enterprise-governance.record-cross-held-post',
  summary: { zh: '登记交叉任职', en: 'Record a cross-held post' },
  roles: keepers,
  provisions: ['HM-03c'],
})
export class RecordCrossHeldPost extends CrossHeldPost {}

/** The posts are not held together any more (provision HM-03c). */
@Command({
  name: 'organization.enterprise-governance.end-cross-held-post',
  summary: { zh: '结束交叉任职', en: 'End a cross-held post' },
  roles: keepers,
  provisions: ['HM-03c'],
})
export class EndCrossHeldPost extends EndOfCrossHeldPost {}

/** An employee was elected director or supervisor, for a term (职工董事, 职工监事; provisions HM-03c, HM-04j). */
@Command({
  name: 'organization.enterprise-governance.record-employee-seat',
  summary: { zh: '登记职工董事、职工监事', en: 'Record an employee director or supervisor' },
  roles: keepers,
  provisions: ['HM-03c', 'HM-04j'],
})
export class RecordEmployeeSeat extends EmployeeSeat {}

/** The employee does not hold the seat any more. Until then he holds it, past the end of his term too (provision HM-04j). */
@Command({
  name: 'organization.enterprise-governance.vacate-employee-seat',
  summary: { zh: '职工董事、职工监事离任', en: 'Vacate the seat of an employee director or supervisor' },
  roles: keepers,
  provisions: ['HM-04j'],
})
export class VacateEmployeeSeat extends EndOfEmployeeSeat {}

/** The enterprise is closed, and with it all that is told of its governance ends. Sent by the platform itself. */
@Command({
  name: 'organization.enterprise-governance.end',
  summary: { zh: '企业撤销，治理信息终止', en: 'End what is told of the governance of a closed enterprise' },
  roles: ['platform'],
  towards: ['HM-03c'],
})
export class EndEnterpriseGovernance extends EndOfGovernance {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党建入章程情况已登记', en: 'It was recorded whether the articles speak of Party building' },
  provisions: ['HM-03c'],
})
export class PartyBuildingInArticlesRecorded extends ArticlesAsTheyAre {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '交叉任职已登记', en: 'A cross-held post was recorded' },
  provisions: ['HM-03c'],
})
export class CrossHeldPostRecorded extends CrossHeldPost {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '交叉任职已结束', en: 'A cross-held post ended' },
  provisions: ['HM-03c'],
})
export class CrossHeldPostEnded extends EndOfCrossHeldPost {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '职工董事、监事已登记', en: 'An employee director or supervisor was recorded' },
  provisions: ['HM-03c', 'HM-04j'],
})
export class EmployeeSeatRecorded extends EmployeeSeat {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '职工董事、监事已离任', en: 'The seat of an employee director or supervisor fell vacant' },
  provisions: ['HM-04j'],
})
export class EmployeeSeatVacated extends EndOfEmployeeSeat {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '企业治理信息已终止', en: 'What was told of the governance of an enterprise ended' },
})
export class EnterpriseGovernanceEnded extends EndOfGovernance {}

export const enterpriseGovernanceCommands = {
  RecordPartyBuildingInArticles,
  RecordCrossHeldPost,
  EndCrossHeldPost,
  RecordEmployeeSeat,
  VacateEmployeeSeat,
  EndEnterpriseGovernance,
};
export type EnterpriseGovernanceCommand = CommandOf<typeof enterpriseGovernanceCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const enterpriseGovernanceEvents = {
  PartyBuildingInArticlesRecorded,
  CrossHeldPostRecorded,
  CrossHeldPostEnded,
  EmployeeSeatRecorded,
  EmployeeSeatVacated,
  EnterpriseGovernanceEnded,
};
export type EnterpriseGovernanceEvent = EventOf<typeof enterpriseGovernanceEvents>;
