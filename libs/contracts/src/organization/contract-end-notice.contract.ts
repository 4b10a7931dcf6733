import { type Day, IsDay } from '@gongyou/domain';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText, IsNested } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** An employer tells the union why it is going to end a worker's contract on its own (工会法 Art. 22, UN-05). */
@Command({
  name: 'organization.contract-end-notice.notify',
  summary: { zh: '单方解除劳动合同前通知工会', en: 'Tell the union before ending a contract' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
})
export class NotifyUnionOfContractEnd {
  @IsIdentifier() noticeId!: string;
  @IsIdentifier() employerUnitId!: string;
  /** The trade union that is there for the employer. */
  @IsIdentifier() massOrganizationId!: string;
  @IsIdentifier() workerId!: string;
  @IsLongText(1000) reason!: string;
  @IsDay() notifiedOn!: Day;
  /** The day on which the contract is to end. */
  @IsDay() plannedEndOn!: Day;
}

/** The union holds that law or contract is broken, and asks for the matter to be dealt with anew. */
@Command({
  name: 'organization.contract-end-notice.raise-opinion',
  summary: { zh: '工会提出意见', en: 'Raise the union’s opinion' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
})
export class RaiseUnionOpinion {
  @IsIdentifier() noticeId!: string;
  @IsLongText(1000) opinion!: string;
  @IsDay() raisedOn!: Day;
}

/** The employer has looked at the opinion and answers the union in writing. */
@Command({
  name: 'organization.contract-end-notice.answer',
  summary: { zh: '书面答复工会意见', en: 'Answer the union’s opinion in writing' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
})
export class AnswerUnionOpinion {
  @IsIdentifier() noticeId!: string;
  @IsLongText(1000) result!: string;
  @IsNested(() => Evidence) writing!: Evidence;
  @IsDay() answeredOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '已通知工会拟解除劳动合同', en: 'The union was told that a contract is to end' },
})
export class UnionNotifiedOfContractEnd {
  @IsIdentifier() noticeId!: string;
  @IsIdentifier() employerUnitId!: string;
  @IsIdentifier() massOrganizationId!: string;
  @IsIdentifier() workerId!: string;
  @IsLongText(1000) reason!: string;
  @IsDay() notifiedOn!: Day;
  @IsDay() plannedEndOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '工会已提出意见', en: 'The union raised its opinion' } })
export class UnionOpinionRaised {
  @IsIdentifier() noticeId!: string;
  @IsLongText(1000) opinion!: string;
  @IsDay() raisedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '工会意见已书面答复', en: 'The union’s opinion was answered in writing' },
})
export class UnionOpinionAnswered {
  @IsIdentifier() noticeId!: string;
  @IsLongText(1000) result!: string;
  @IsNested(() => Evidence) writing!: Evidence;
  @IsDay() answeredOn!: Day;
}

export const contractEndNoticeCommands = { NotifyUnionOfContractEnd, RaiseUnionOpinion, AnswerUnionOpinion };
export type ContractEndNoticeCommand = CommandOf<typeof contractEndNoticeCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const contractEndNoticeEvents = { UnionNotifiedOfContractEnd, UnionOpinionRaised, UnionOpinionAnswered };
export type ContractEndNoticeEvent = EventOf<typeof contractEndNoticeEvents>;
