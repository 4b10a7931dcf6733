import { type Day, IsCreditCode, IsDay } from '@gongyou/domain';
import { IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText, IsShortText } from '../fields';

/** The kinds of organization unit that stand in the tree (QD-03, QD-08, HM-18a, CC-OG1, JX-06). */
export const unitKinds = [
  'group',
  'company',
  'projectDistrict',
  'project',
  'department',
  'crew',
  'governmentBody',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Sets up a unit under its parent, or as the root of a tree of its own (provisions QD-03, QD-08). */
@Command({
  name: 'organization.unit.establish',
  summary: { zh: '设立组织单元', en: 'Establish an organization unit' },
  roles: ['administrator', 'enterpriseSystem', 'platform'],
  towards: ['QD-03', 'QD-08'],
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

export const unitCommands = { EstablishUnit, RenameUnit, MoveUnit, CloseUnit };
export type UnitCommand = CommandOf<typeof unitCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const unitEvents = { UnitEstablished, UnitRenamed, UnitMoved, UnitClosed };
export type UnitEvent = EventOf<typeof unitEvents>;
