import { type Day, IsDay, IsMonth, IsText, type Month } from '@gongyou/domain';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { Query } from '../declare/query';
import type { Role } from '../declare/role';
import { IsIdentifier, IsLongText, IsSha256, IsShortText, NumberFromText } from '../fields';
import { registerReaders } from './register-readers';

/** What is disclosed to a crew (provision QD-30). */
export const disclosureSubjects = ['attendance', 'wageSheet', 'reward', 'penalty'] as const;
export type DisclosureSubject = (typeof disclosureSubjects)[number];

const keepers: Role[] = ['administrator', 'unitOfficer', 'enterpriseSystem'];

/** Posts before the whole crew what concerns it: attendance, wage sheet, a reward, a penalty (provision QD-30). */
@Command({
  name: 'organization.crew-disclosure.post',
  summary: { zh: '班组公示', en: 'Disclose a matter to a crew' },
  roles: keepers,
  provisions: ['QD-30'],
})
export class PostCrewDisclosure {
  @IsIdentifier() disclosureId!: string;
  /** The crew. */
  @IsIdentifier() unitId!: string;
  @IsIn(disclosureSubjects) subject!: DisclosureSubject;
  /** That the sheet is about; none for a single reward or penalty. */
  @IsOptional() @IsMonth() month?: Month;
  @IsShortText(200) title!: string;
  /** Of the bytes of what was posted. */
  @IsSha256() sha256!: string;
  @IsDay() postedOn!: Day;
  /** The last day on which an objection is in time. */
  @IsDay() objectionsUntil!: Day;
}

/** A member of the crew objects to what was disclosed. One who comes late is heard too; it is marked. */
@Command({
  name: 'organization.crew-disclosure.object',
  summary: { zh: '对班组公示提出异议', en: 'Object to what was disclosed to the crew' },
  roles: keepers,
  provisions: ['QD-30'],
})
export class ObjectToCrewDisclosure {
  @IsIdentifier() disclosureId!: string;
  @IsIdentifier() objectionId!: string;
  @IsIdentifier() workerId!: string;
  /** Names nobody. */
  @IsLongText(1000) objection!: string;
  @IsDay() raisedOn!: Day;
}

/** An objection gets its answer, once. If it was right, what was disclosed is posted again. */
@Command({
  name: 'organization.crew-disclosure.answer-objection',
  summary: { zh: '答复班组公示异议', en: 'Answer an objection to a disclosure' },
  roles: keepers,
  provisions: ['QD-30'],
})
export class AnswerDisclosureObjection {
  @IsIdentifier() disclosureId!: string;
  @IsIdentifier() objectionId!: string;
  @IsBoolean() isUpheld!: boolean;
  @IsLongText(1000) answer!: string;
  @IsDay() answeredOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '班组公示已发布', en: 'A matter was disclosed to a crew' } })
export class CrewDisclosurePosted {
  @IsIdentifier() disclosureId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(disclosureSubjects) subject!: DisclosureSubject;
  @IsOptional() @IsMonth() month?: Month;
  @IsShortText(200) title!: string;
  @IsSha256() sha256!: string;
  @IsDay() postedOn!: Day;
  @IsDay() objectionsUntil!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '班组公示异议已提出', en: 'An objection was raised to a disclosure' },
})
export class DisclosureObjectionRaised {
  @IsIdentifier() disclosureId!: string;
  @IsIdentifier() objectionId!: string;
  @IsIdentifier() workerId!: string;
  @IsLongText(1000) objection!: string;
  @IsBoolean() inTime!: boolean;
  @IsDay() raisedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '班组公示异议已答复', en: 'An objection to a disclosure was answered' },
})
export class DisclosureObjectionAnswered {
  @IsIdentifier() disclosureId!: string;
  @IsIdentifier() objectionId!: string;
  @IsBoolean() isUpheld!: boolean;
  @IsLongText(1000) answer!: string;
  @IsDay() answeredOn!: Day;
}

export const crewDisclosureCommands = { PostCrewDisclosure, ObjectToCrewDisclosure, AnswerDisclosureObjection };
export type CrewDisclosureCommand = CommandOf<typeof crewDisclosureCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const crewDisclosureEvents = { CrewDisclosurePosted, DisclosureObjectionRaised, DisclosureObjectionAnswered };
export type CrewDisclosureEvent = EventOf<typeof crewDisclosureEvents>;

/** What was disclosed to the crews at or below a unit, the latest first (provision QD-30); paged. */
@Query({
  name: 'organization.crew-disclosures',
  summary: { zh: '班组公示及异议', en: 'What was disclosed to crews, with objections and answers' },
  roles: registerReaders,
  provisions: ['QD-30'],
})
export class CrewDisclosures {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(disclosureSubjects) subject?: DisclosureSubject;
  /** Only what has an objection that nobody has answered. */
  @IsOptional() @IsIn(['true']) unanswered?: 'true';
  @IsOptional() @IsText(80) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface DisclosureObjectionRow {
  objectionId: string;
  workerId: string;
  objection: string;
  inTime: boolean;
  raisedOn: string;
  answer: string | null;
  isUpheld: boolean | null;
  answeredOn: string | null;
}

export interface CrewDisclosureRow {
  disclosureId: string;
  unitId: string;
  unitName: string;
  subject: DisclosureSubject;
  month: string | null;
  title: string;
  sha256: string;
  postedOn: string;
  objectionsUntil: string;
  objections: DisclosureObjectionRow[];
}

export interface CrewDisclosuresAnswer {
  disclosures: CrewDisclosureRow[];
  nextCursor: string | null;
  position: number;
}
