import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText, IsNested, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** How a right is used: a hearing attended, an inspection opened, a proposal made (听政, 检查巡视, 建言献策; JX-37), or otherwise. */
export const rightUseForms = ['hearing', 'inspection', 'proposal', 'other'] as const;
export type RightUseForm = (typeof rightUseForms)[number];

/** To whom a proposal is made, and by when an answer is asked for: the document says that there is one, not by when. */
export class ProposalAddress {
  /** The superior of the post, or a department of it, that is to answer. */
  @IsIdentifier() unitId!: string;
  @IsDay() answerDueOn!: Day;
}

/** What became of a proposal. */
export const proposalOutcomes = ['adopted', 'partlyAdopted', 'declined'] as const;
export type ProposalOutcome = (typeof proposalOutcomes)[number];

/** Logs that an officer used a right of the post; a proposal asks for an answer (JX-37). */
@Command({
  name: 'organization.liaison-right.use',
  summary: { zh: '登记协理员行使权利', en: 'Log the use of a right by a liaison officer' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
  towards: ['JX-37'],
})
export class UseLiaisonRight {
  @IsIdentifier() useId!: string;
  @IsIdentifier() officerId!: string;
  /** A right of the role definition in force on that day. */
  @IsIdentifier() rightId!: string;
  @IsIn(rightUseForms) form!: RightUseForm;
  @IsShortText(300) subject!: string;
  /** Of a proposal, and of nothing else. */
  @IsOptional() @IsNested(() => ProposalAddress) proposedTo?: ProposalAddress;
  @IsNestedList(() => Evidence, 20) evidence!: Evidence[];
  @IsDay() usedOn!: Day;
}

/** The unit that a proposal was made to answers it (JX-37). */
@Command({
  name: 'organization.liaison-right.answer-proposal',
  summary: { zh: '答复协理员建议', en: 'Answer the proposal of a liaison officer' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'],
  provisions: ['JX-37'],
})
export class AnswerLiaisonProposal {
  @IsIdentifier() useId!: string;
  @IsIn(proposalOutcomes) outcome!: ProposalOutcome;
  @IsLongText(2000) answer!: string;
  @IsDay() answeredOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员已行使权利', en: 'A liaison officer used a right of the post' },
})
export class LiaisonRightUsed {
  @IsIdentifier() useId!: string;
  @IsIdentifier() officerId!: string;
  /** The unit of the post that the officer held. */
  @IsIdentifier() postUnitId!: string;
  @IsIdentifier() rightId!: string;
  @IsIn(rightUseForms) form!: RightUseForm;
  @IsShortText(300) subject!: string;
  @IsOptional() @IsNested(() => ProposalAddress) proposedTo?: ProposalAddress;
  @IsNestedList(() => Evidence, 20) evidence!: Evidence[];
  @IsDay() usedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员建议已答复', en: 'The proposal of a liaison officer was answered' },
})
export class LiaisonProposalAnswered {
  @IsIdentifier() useId!: string;
  @IsIn(proposalOutcomes) outcome!: ProposalOutcome;
  @IsLongText(2000) answer!: string;
  @IsDay() answeredOn!: Day;
}

export const liaisonRightCommands = { UseLiaisonRight, AnswerLiaisonProposal };
export type LiaisonRightCommand = CommandOf<typeof liaisonRightCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const liaisonRightEvents = { LiaisonRightUsed, LiaisonProposalAnswered };
export type LiaisonRightEvent = EventOf<typeof liaisonRightEvents>;
