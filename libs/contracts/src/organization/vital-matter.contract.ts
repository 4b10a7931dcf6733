import { type Day, IsDay } from '@gongyou/domain';
import { IsIn } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText, IsShortText } from '../fields';

/** The matters of vital interest to workers (HM-04i), as congresses vote on them. */
export const vitalMatterKinds = ['payScheme', 'workingTime', 'welfare', 'layOffs'] as const;
export type VitalMatterKind = (typeof vitalMatterKinds)[number];

/** Brings a matter of vital interest into force: only by a resolution that the workers' congress of the unit has passed on it (HM-04i). */
@Command({
  name: 'organization.vital-matter.bring-into-force',
  summary: { zh: '切身利益重大事项生效', en: 'Bring a matter of vital interest into force' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['HM-04i'],
})
export class BringVitalMatterIntoForce {
  @IsIdentifier() matterId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(vitalMatterKinds) matter!: VitalMatterKind;
  @IsShortText(300) title!: string;
  @IsIdentifier() congressId!: string;
  @IsIdentifier() resolutionId!: string;
  @IsDay() inForceFrom!: Day;
}

/** Reports a matter that was found to be in force without a resolution: a finding until one covers it, or it is revoked. */
@Command({
  name: 'organization.vital-matter.report-unresolved',
  summary: { zh: '登记未经职代会审议通过即生效的事项', en: 'Report a matter in force without a resolution' },
  roles: ['administrator', 'leadDepartment', 'inspector', 'unitOfficer'],
  towards: ['HM-04i'],
})
export class ReportUnresolvedVitalMatter {
  @IsIdentifier() matterId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(vitalMatterKinds) matter!: VitalMatterKind;
  @IsShortText(300) title!: string;
  @IsDay() inForceFrom!: Day;
  @IsDay() foundOn!: Day;
}

/** The congress has passed afterwards what was found in force without it. */
@Command({
  name: 'organization.vital-matter.cover',
  summary: { zh: '补充职代会决议', en: 'Cover a matter by a resolution passed afterwards' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['HM-04i'],
})
export class CoverVitalMatter {
  @IsIdentifier() matterId!: string;
  @IsIdentifier() congressId!: string;
  @IsIdentifier() resolutionId!: string;
  @IsDay() coveredOn!: Day;
}

/** A matter is in force no more. */
@Command({
  name: 'organization.vital-matter.revoke',
  summary: { zh: '废止切身利益重大事项', en: 'Revoke a matter of vital interest' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['HM-04i'],
})
export class RevokeVitalMatter {
  @IsIdentifier() matterId!: string;
  @IsLongText(500) reason!: string;
  /** The first day without it. */
  @IsDay() revokedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '切身利益重大事项已生效', en: 'A matter of vital interest took effect' },
})
export class VitalMatterTookEffect {
  @IsIdentifier() matterId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(vitalMatterKinds) matter!: VitalMatterKind;
  @IsShortText(300) title!: string;
  @IsIdentifier() congressId!: string;
  @IsIdentifier() resolutionId!: string;
  @IsDay() inForceFrom!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '发现未经职代会审议通过即生效的事项', en: 'A matter was found in force without a resolution' },
})
export class VitalMatterFoundUnresolved {
  @IsIdentifier() matterId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(vitalMatterKinds) matter!: VitalMatterKind;
  @IsShortText(300) title!: string;
  @IsDay() inForceFrom!: Day;
  @IsDay() foundOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '事项已由职代会补充审议通过', en: 'A resolution came to cover a matter' },
})
export class VitalMatterCovered {
  @IsIdentifier() matterId!: string;
  @IsIdentifier() congressId!: string;
  @IsIdentifier() resolutionId!: string;
  @IsDay() coveredOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '切身利益重大事项已废止', en: 'A matter of vital interest was revoked' },
})
export class VitalMatterRevoked {
  @IsIdentifier() matterId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() revokedOn!: Day;
}

export const vitalMatterCommands = {
  BringVitalMatterIntoForce,
  ReportUnresolvedVitalMatter,
  CoverVitalMatter,
  RevokeVitalMatter,
};
export type VitalMatterCommand = CommandOf<typeof vitalMatterCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const vitalMatterEvents = {
  VitalMatterTookEffect,
  VitalMatterFoundUnresolved,
  VitalMatterCovered,
  VitalMatterRevoked,
};
export type VitalMatterEvent = EventOf<typeof vitalMatterEvents>;
