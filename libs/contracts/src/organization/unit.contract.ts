import { type CreditCodeCheck, type Day, IsCreditCode, IsDay } from '@gongyou/domain';
import { IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText, IsNested, IsShortText } from '../fields';

/** The kinds of organization unit that stand in the tree (QD-03, QD-08, HM-03h, HM-18a, CC-OG1, JX-06). */
export const unitKinds = [
  'group',
  'company',
  'projectDistrict',
  'project',
  'department',
  'labourSubcontractor',
  'crew',
  'governmentBody',
  'industrialPark',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Whether a unit is an enterprise: it has an owner and a governance of its own, employs, and holds a workers' congress. */
export const isEnterpriseKind = (kind: UnitKind): boolean => enterpriseKinds.includes(kind);
export const enterpriseKinds: readonly UnitKind[] = ['group', 'company', 'labourSubcontractor'];

/** How a unit produces: in a factory, or on sites (provision CC-10a). What stands below it produces the same way unless it says otherwise. */
export const productionModes = ['factory', 'site'] as const;
export type ProductionMode = (typeof productionModes)[number];

const creditCodeChecks: CreditCodeCheck[] = ['valid', 'checkCharacterWrong', 'malformed'];

/** A notice that a public body put out, so that what was taken from it can be looked up there (ID-03). */
export class PublishedNotice {
  @IsShortText(100) publisher!: string;
  @IsShortText(200) title!: string;
  @IsDay() publishedOn!: Day;
}

/** Sets up a unit under its parent, or as the root of a tree of its own (provisions QD-03, QD-08). */
@Command({
  name: 'organization.unit.establish',
  summary: { zh: '设立组织单元', en: 'Establish an organization unit' },
  roles: ['administrator', 'enterpriseSystem', 'platform'],
  provisions: ['JX-06'],
  towards: ['QD-03'],
})
export class EstablishUnit {
  @IsIdentifier() unitId!: string;
  @IsIn(unitKinds) kind!: UnitKind;
  @IsShortText(100) name!: string;
  /** None for the root of a tree. */
  @IsOptional() @IsIdentifier() parentId?: string;
  @IsOptional() @IsCreditCode() creditCode?: string;
  @IsDay() establishedOn!: Day;
}

@Command({
  name: 'organization.unit.rename',
  summary: { zh: '组织单元更名', en: 'Rename an organization unit' },
  roles: ['administrator', 'enterpriseSystem', 'platform'],
})
export class RenameUnit {
  @IsIdentifier() unitId!: string;
  @IsShortText(100) name!: string;
  @IsDay() renamedOn!: Day;
}

/** Puts a unit under another parent. A unit cannot come to stand below itself. */
@Command({
  name: 'organization.unit.move',
  summary: { zh: '调整组织单元隶属', en: 'Move an organization unit under another parent' },
  roles: ['administrator', 'platform'],
})
export class MoveUnit {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() parentId!: string;
  @IsDay() movedOn!: Day;
}

/** Ends a unit. What it did stays on record; it takes no new tasks, and it must have no open unit below it. */
@Command({
  name: 'organization.unit.close',
  summary: { zh: '撤销组织单元', en: 'Close an organization unit' },
  roles: ['administrator', 'platform'],
})
export class CloseUnit {
  @IsIdentifier() unitId!: string;
  @IsDay() closedOn!: Day;
  @IsLongText(500) reason!: string;
}

/**
 * Records the credit code that a unit carries, in place of an earlier one. Official notices do hold codes that fail their check: a
 * code that names the notice it was published in is kept with a warning, one that was just typed is refused (ID-01, ID-03).
 */
@Command({
  name: 'organization.unit.record-credit-code',
  summary: { zh: '登记统一社会信用代码', en: 'Record the credit code of an organization unit' },
  roles: ['administrator', 'enterpriseSystem', 'platform'],
})
export class RecordCreditCode {
  @IsIdentifier() unitId!: string;
  /** As it was written; judged by the rule, not by its shape. */
  @IsShortText(50) creditCode!: string;
  @IsOptional() @IsNested(() => PublishedNotice) publishedIn?: PublishedNotice;
  @IsDay() recordedOn!: Day;
}

/** Says how a unit produces from a day on. */
@Command({
  name: 'organization.unit.set-production-mode',
  summary: { zh: '设定生产方式（工厂化、施工现场）', en: 'Say whether a unit produces in a factory or on sites' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem', 'platform'],
  provisions: ['CC-10a'],
})
export class SetProductionMode {
  @IsIdentifier() unitId!: string;
  @IsIn(productionModes) productionMode!: ProductionMode;
  @IsDay() setOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '组织单元已设立', en: 'A unit was established' } })
export class UnitEstablished {
  @IsIdentifier() unitId!: string;
  @IsIn(unitKinds) kind!: UnitKind;
  @IsShortText(100) name!: string;
  @IsOptional() @IsIdentifier() parentId?: string;
  @IsOptional() @IsCreditCode() creditCode?: string;
  @IsDay() establishedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '组织单元已更名', en: 'A unit was renamed' } })
export class UnitRenamed {
  @IsIdentifier() unitId!: string;
  @IsShortText(100) name!: string;
  @IsDay() renamedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '组织单元隶属已调整', en: 'A unit was moved' } })
export class UnitMoved {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() parentId!: string;
  @IsDay() movedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '组织单元已撤销', en: 'A unit was closed' } })
export class UnitClosed {
  @IsIdentifier() unitId!: string;
  @IsDay() closedOn!: Day;
  @IsLongText(500) reason!: string;
}

@DomainEvent({ context: 'organization', summary: { zh: '统一社会信用代码已登记', en: 'A credit code was recorded' } })
export class CreditCodeRecorded {
  @IsIdentifier() unitId!: string;
  @IsShortText(50) creditCode!: string;
  /** Anything but `valid` is a warning: the code stands as it was published. */
  @IsIn(creditCodeChecks) check!: CreditCodeCheck;
  @IsOptional() @IsNested(() => PublishedNotice) publishedIn?: PublishedNotice;
  @IsDay() recordedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '生产方式已设定', en: 'The production mode of a unit was set' },
})
export class ProductionModeSet {
  @IsIdentifier() unitId!: string;
  @IsIn(productionModes) productionMode!: ProductionMode;
  @IsDay() setOn!: Day;
}

export const unitCommands = { EstablishUnit, RenameUnit, MoveUnit, CloseUnit, RecordCreditCode, SetProductionMode };
export type UnitCommand = CommandOf<typeof unitCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const unitEvents = {
  UnitEstablished,
  UnitRenamed,
  UnitMoved,
  UnitClosed,
  CreditCodeRecorded,
  ProductionModeSet,
};
export type UnitEvent = EventOf<typeof unitEvents>;
