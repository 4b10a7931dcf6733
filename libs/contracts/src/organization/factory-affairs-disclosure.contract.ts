import { type Day, IsDay } from '@gongyou/domain';
import { IsIn } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsCount, IsIdentifier, IsLongText, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** How a matter is disclosed: 公开栏, 职代会报告, 会议, 内部网站, 书面通知. */
export const disclosureForms = [
  'noticeBoard',
  'congressReport',
  'meeting',
  'intranet',
  'writtenNotice',
  'other',
] as const;
export type DisclosureForm = (typeof disclosureForms)[number];

const keepers: Role[] = ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'];

/** A matter that must be open to the employees, and how often it is to be disclosed. */
export class OpenMatter {
  @IsIdentifier() matterId!: string;
  @IsShortText(200) title!: string;
  /** At least once in so many months. */
  @IsCount(1, 60) everyMonths!: number;
}

class OpenMattersOfUnit {
  /** Holds for this unit and all below it that have no list of their own. */
  @IsIdentifier() unitId!: string;
  /** The document that says so; the list is a local one, and the platform knows none of its own. */
  @IsShortText(200) basis!: string;
  @IsNestedList(() => OpenMatter, 100, 1) matters!: OpenMatter[];
  @IsDay() effectiveOn!: Day;
}

class DisclosureAsPosted {
  @IsIdentifier() disclosureId!: string;
  /** The enterprise. */
  @IsIdentifier() unitId!: string;
  @IsIdentifier() matterId!: string;
  @IsLongText() content!: string;
  @IsIn(disclosureForms) form!: DisclosureForm;
  @IsDay() postedOn!: Day;
  /** The last day on which it stands. */
  @IsDay() postedUntil!: Day;
  @IsNestedList(() => Evidence, 20, 1) evidence!: Evidence[];
}

/** Who objects is not told. */
class DisclosureObjection {
  @IsIdentifier() disclosureId!: string;
  @IsIdentifier() objectionId!: string;
  @IsLongText(1000) objection!: string;
  @IsDay() objectedOn!: Day;
}

class DisclosureReply {
  @IsIdentifier() disclosureId!: string;
  @IsIdentifier() objectionId!: string;
  @IsLongText(1000) reply!: string;
  @IsDay() repliedOn!: Day;
}

/** Says which matters must be open, from a day on (provision HM-04g). */
@Command({
  name: 'organization.open-matters.publish',
  summary: { zh: '发布厂务公开事项目录', en: 'Publish the matters that must be open' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment'],
  provisions: ['HM-04g'],
})
export class PublishOpenMatters extends OpenMattersOfUnit {}

/** Discloses a matter to the employees of an enterprise (厂务公开, provision HM-04g). */
@Command({
  name: 'organization.factory-affairs-disclosure.post',
  summary: { zh: '厂务公开', en: 'Disclose a matter to the employees' },
  roles: keepers,
  provisions: ['HM-04g'],
})
export class DiscloseFactoryAffairs extends DisclosureAsPosted {}

/** Somebody objects to what was disclosed (provision HM-04g). */
@Command({
  name: 'organization.factory-affairs-disclosure.object',
  summary: { zh: '登记对公开事项的异议', en: 'Record an objection to a disclosure' },
  roles: keepers,
  provisions: ['HM-04g'],
})
export class ObjectToFactoryAffairsDisclosure extends DisclosureObjection {}

/** Replies to an objection (provision HM-04g). */
@Command({
  name: 'organization.factory-affairs-disclosure.reply',
  summary: { zh: '答复异议', en: 'Reply to an objection to a disclosure' },
  roles: keepers,
  provisions: ['HM-04g'],
})
export class ReplyToFactoryAffairsObjection extends DisclosureReply {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '厂务公开事项目录已发布', en: 'The matters that must be open were published' },
  provisions: ['HM-04g'],
})
export class OpenMattersPublished extends OpenMattersOfUnit {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '厂务已公开', en: 'A matter was disclosed to the employees' },
  provisions: ['HM-04g'],
})
export class FactoryAffairsDisclosed extends DisclosureAsPosted {
  /** What the list called the matter on the day. */
  @IsShortText(200) matterTitle!: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '对公开事项的异议已登记', en: 'A disclosure was objected to' },
  provisions: ['HM-04g'],
})
export class FactoryAffairsDisclosureObjectedTo extends DisclosureObjection {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '异议已答复', en: 'An objection to a disclosure was replied to' },
  provisions: ['HM-04g'],
})
export class FactoryAffairsObjectionRepliedTo extends DisclosureReply {}

export const openMattersCommands = { PublishOpenMatters };
export type OpenMattersCommand = CommandOf<typeof openMattersCommands>;

export const factoryAffairsDisclosureCommands = {
  DiscloseFactoryAffairs,
  ObjectToFactoryAffairsDisclosure,
  ReplyToFactoryAffairsObjection,
};
export type FactoryAffairsDisclosureCommand = CommandOf<typeof factoryAffairsDisclosureCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const openMattersEvents = { OpenMattersPublished };
export type OpenMattersEvent = EventOf<typeof openMattersEvents>;

export const factoryAffairsDisclosureEvents = {
  FactoryAffairsDisclosed,
  FactoryAffairsDisclosureObjectedTo,
  FactoryAffairsObjectionRepliedTo,
};
export type FactoryAffairsDisclosureEvent = EventOf<typeof factoryAffairsDisclosureEvents>;
