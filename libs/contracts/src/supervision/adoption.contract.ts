import { type Day, IsDay, IsPeriod, type Period } from '@gongyou/domain';
import { IsInt, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsNested, IsNestedList, IsSha256, IsShortText } from '../fields';

/** A post of the leading group and who holds it by office; never a person's name. */
export class LeadingGroupPost {
  @IsShortText(50) post!: string;
  @IsShortText(200) holder!: string;
}

/** The body that leads the reform in the adopting organization (领导小组; other places: 协调小组, 联席会议; CC-OG1, RP-01). */
export class LeadingGroup {
  @IsShortText(100) name!: string;
  @IsNestedList(() => LeadingGroupPost, 50) posts!: LeadingGroupPost[];
}

/** Which unit of the adopter does the work that the programme gives to a department. */
export class DepartmentMapping {
  @IsIdentifier() departmentId!: string;
  @IsIdentifier() unitId!: string;
}

/** An organization takes a published programme as its own (provisions CC-OG1, CC-OG2, HM-18a, QD-04). */
@Command({
  name: 'supervision.adoption.adopt-programme',
  summary: { zh: '采纳改革实施方案', en: 'Adopt a reform programme' },
  roles: ['administrator', 'leadingGroupOffice', 'platform'],
  towards: ['CC-OG1', 'CC-OG2', 'QD-04'],
})
export class AdoptProgramme {
  @IsIdentifier() programmeId!: string;
  /** The adopting organization; it adopts a programme once. */
  @IsIdentifier() organizationId!: string;
  @IsInt() @Min(1) programmeVersion!: number;
  @IsDay() adoptedOn!: Day;
  @IsNested(() => LeadingGroup) leadingGroup!: LeadingGroup;
  /** Where the leading group's office sits. */
  @IsIdentifier() officeUnitId!: string;
  /** Every lead department of the programme must be mapped; cooperating ones may be. */
  @IsNestedList(() => DepartmentMapping, 200) departments!: DepartmentMapping[];
}

/** Gives departments of the programme to other units, from a day on. Tasks already planned keep their owners. */
@Command({
  name: 'supervision.adoption.remap-departments',
  summary: { zh: '调整部门对应单位', en: 'Map departments to other units' },
  roles: ['administrator', 'leadingGroupOffice'],
  towards: ['CC-T2', 'CC-T3'],
})
export class RemapDepartments {
  @IsIdentifier() programmeId!: string;
  @IsIdentifier() organizationId!: string;
  @IsNestedList(() => DepartmentMapping, 200, 1) departments!: DepartmentMapping[];
  @IsDay() effectiveOn!: Day;
}

/** The adopter goes over to a newer version of its programme; the old one stays on record. */
@Command({
  name: 'supervision.adoption.take-over-amendment',
  summary: { zh: '采纳方案修订版', en: 'Take over an amended programme' },
  roles: ['administrator', 'leadingGroupOffice'],
  towards: ['CC-T1'],
})
export class TakeOverAmendment {
  @IsIdentifier() programmeId!: string;
  @IsIdentifier() organizationId!: string;
  @IsInt() @Min(2) programmeVersion!: number;
  /** Units for departments that the new version names and the old one did not. */
  @IsNestedList(() => DepartmentMapping, 200) departments!: DepartmentMapping[];
  @IsDay() effectiveOn!: Day;
}

/** Puts a leading-group report on record by the hash of its canonical bytes (provisions CC-16a, CC-16b). */
@Command({
  name: 'supervision.adoption.issue-report',
  summary: { zh: '印发领导小组报告', en: 'Issue a leading-group report' },
  roles: ['administrator', 'leadingGroupOffice'],
  towards: ['CC-16a'],
})
export class IssueReport {
  @IsIdentifier() programmeId!: string;
  @IsIdentifier() organizationId!: string;
  @IsPeriod() period!: Period;
  @IsDay() asOfDay!: Day;
  @IsInt() @Min(0) asOfPosition!: number;
  @IsSha256() reportSha256!: string;
}

@DomainEvent({
  context: 'supervision',
  summary: { zh: '改革实施方案已采纳', en: 'A reform programme was adopted' },
  towards: ['CC-OG1', 'QD-04'],
})
export class ProgrammeAdopted {
  @IsIdentifier() programmeId!: string;
  @IsInt() @Min(1) programmeVersion!: number;
  @IsIdentifier() organizationId!: string;
  @IsDay() adoptedOn!: Day;
  @IsNested(() => LeadingGroup) leadingGroup!: LeadingGroup;
  @IsIdentifier() officeUnitId!: string;
  @IsNestedList(() => DepartmentMapping, 200) departments!: DepartmentMapping[];
}

@DomainEvent({
  context: 'supervision',
  summary: { zh: '部门对应单位已调整', en: 'Departments were mapped to other units' },
})
export class DepartmentsRemapped {
  @IsIdentifier() programmeId!: string;
  @IsIdentifier() organizationId!: string;
  @IsNestedList(() => DepartmentMapping, 200, 1) departments!: DepartmentMapping[];
  @IsDay() effectiveOn!: Day;
}

@DomainEvent({
  context: 'supervision',
  summary: { zh: '方案修订版已采纳', en: 'An amended programme was taken over' },
  towards: ['CC-T1'],
})
export class AmendmentTakenOver {
  @IsIdentifier() programmeId!: string;
  @IsIdentifier() organizationId!: string;
  @IsInt() @Min(2) programmeVersion!: number;
  @IsNestedList(() => DepartmentMapping, 200) departments!: DepartmentMapping[];
  @IsDay() effectiveOn!: Day;
}

@DomainEvent({
  context: 'supervision',
  summary: { zh: '领导小组报告已印发', en: 'A leading-group report was issued' },
  towards: ['CC-16a'],
})
export class LeadingGroupReportIssued {
  @IsIdentifier() programmeId!: string;
  @IsIdentifier() organizationId!: string;
  @IsPeriod() period!: Period;
  @IsDay() asOfDay!: Day;
  @IsInt() @Min(0) asOfPosition!: number;
  @IsSha256() reportSha256!: string;
  @IsDay() issuedOn!: Day;
}

export const adoptionCommands = { AdoptProgramme, RemapDepartments, TakeOverAmendment, IssueReport };
export type AdoptionCommand = CommandOf<typeof adoptionCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const adoptionEvents = { ProgrammeAdopted, DepartmentsRemapped, AmendmentTakenOver, LeadingGroupReportIssued };
export type AdoptionEvent = EventOf<typeof adoptionEvents>;

/** An adoption is known by its programme and its organization; `~` stands in neither. */
export const adoptionIdOf = (of: { programmeId: string; organizationId: string }): string =>
  `${of.programmeId}~${of.organizationId}`;
