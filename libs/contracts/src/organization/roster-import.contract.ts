import { type Day, IsDay, type Sex } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { Personal } from '../declare/personal';
import type { Role } from '../declare/role';
import { identifierPattern, IsIdentifier, IsNestedList, IsShortText } from '../fields';
import { IsCodeOf } from './code-tables/code-table';
import { type EducationLevel, educationLevels } from './code-tables/education-levels';
import { type EthnicGroup, ethnicGroups } from './code-tables/ethnic-groups';
import { type IdentityDocumentType, identityDocumentTypes } from './code-tables/identity-document-types';
import { type WorkRole, workRoles } from './code-tables/work-roles';
import { type WorkType, workTypes } from './code-tables/work-types';
import { type ContractKind, contractKinds, IsDocumentNumber, IsPhone, sexes } from './worker.contract';

const importers: Role[] = ['administrator', 'unitOfficer', 'enterpriseSystem', 'platform'];

/** Rows that are taken at once: few enough for one message, and for one answer in good time. */
export const MOST_ROSTER_ROWS = 100;
/** A million workers, and a head. */
const LAST_ROW = 1_000_001;

/** The id of an import, chosen by the sender; short, since the ids of a row's contract and training are made of it. */
export const IsImportId = (): PropertyDecorator => (target, property) => {
  IsString()(target, property);
  MaxLength(48)(target, property);
  Matches(identifierPattern)(target, property);
};

/** The number of a row in its file. */
export const IsRow = (): PropertyDecorator => (target, property) => {
  Max(LAST_ROW)(target, property);
  Min(1)(target, property);
  IsInt()(target, property);
};

/**
 * A row of a roster (花名册): the person, and, where it is filled in, his contract, his basic safety training and his place on a site
 * (RN-02, RN-03, DS-04).
 */
export class RosterImportRow {
  /** As the file counts it; it names the row in what is told of it. */
  @IsRow() row!: number;
  @Personal('name') @IsShortText(50) name!: string;
  @IsCodeOf(identityDocumentTypes) identityDocumentType!: IdentityDocumentType;
  @Personal('identityNumber') @IsDocumentNumber() identityNumber!: string;
  @IsOptional() @IsIn(sexes) sex?: Sex;
  @IsOptional() @Personal('birthDay') @IsDay() birthDay?: Day;
  @Personal('ethnicGroup') @IsCodeOf(ethnicGroups) ethnicGroup!: EthnicGroup;
  @IsCodeOf(educationLevels) education!: EducationLevel;
  @Personal('phone') @IsPhone() phone!: string;
  @Personal('address') @IsShortText(200) registeredAddress!: string;
  @Personal('address') @IsShortText(200) presentAddress!: string;
  @IsOptional() @IsIn(contractKinds) contractKind?: ContractKind;
  /** The unit that employs him; the one that imports the roster when left out. */
  @IsOptional() @IsIdentifier() employerUnitId?: string;
  @IsOptional() @IsDay() contractSignedOn?: Day;
  @IsOptional() @IsDay() contractStartsOn?: Day;
  @IsOptional() @IsDay() contractEndsOn?: Day;
  @IsOptional() @IsDay() safetyTrainedOn?: Day;
  @IsOptional() @IsInt() @Min(1) @Max(500) safetyTrainingHours?: number;
  @IsOptional() @IsIdentifier() projectId?: string;
  @IsOptional() @IsIdentifier() crewId?: string;
  @IsOptional() @IsCodeOf(workTypes) workType?: WorkType;
  @IsOptional() @IsCodeOf(workRoles) workRole?: WorkRole;
  @IsOptional() @IsDay() enteredOn?: Day;
}

/** Begins the import of a roster: its rows follow, in parts (provisions CC-13c, WZ-17c). */
@Command({
  name: 'organization.roster-import.begin',
  summary: { zh: '开始导入花名册', en: 'Begin the import of a roster' },
  roles: importers,
  towards: ['CC-13c'],
})
export class BeginRosterImport {
  @IsImportId() importId!: string;
  /** The unit that registers the workers. */
  @IsIdentifier() organizationId!: string;
  /** For people to recognise it; tells nothing personal. */
  @IsShortText(200) fileName!: string;
}

/**
 * Takes a part of a roster. Each row stands by itself: what the rules allow is recorded, what they refuse is told by the row's number.
 * A part is taken once, however often it is sent: one that was cut off is sent again and goes on where it stopped.
 */
@Command({
  name: 'organization.roster-import.take-rows',
  summary: { zh: '导入花名册行', en: 'Take a part of a roster' },
  roles: importers,
  towards: ['CC-13c'],
})
export class TakeRosterRows {
  @IsImportId() importId!: string;
  /** The part of the file; rows of it that the sender found wrong himself are left out of `rows`. */
  @IsRow() fromRow!: number;
  @IsRow() toRow!: number;
  @IsNestedList(() => RosterImportRow, MOST_ROSTER_ROWS) rows!: RosterImportRow[];
}

/** Nothing more follows. */
@Command({
  name: 'organization.roster-import.end',
  summary: { zh: '结束导入花名册', en: 'End the import of a roster' },
  roles: importers,
})
export class EndRosterImport {
  @IsImportId() importId!: string;
}

@DomainEvent({ context: 'organization', summary: { zh: '花名册导入已开始', en: 'The import of a roster began' } })
export class RosterImportBegan {
  @IsImportId() importId!: string;
  @IsIdentifier() organizationId!: string;
  @IsShortText(200) fileName!: string;
  @IsDay() begunOn!: Day;
}

/** A row that a rule refused, and why; nothing personal. */
export class RefusedRow {
  @IsRow() row!: number;
  @IsShortText(200) code!: string;
  @IsShortText(1000) zh!: string;
  @IsShortText(1000) en!: string;
}

@DomainEvent({ context: 'organization', summary: { zh: '花名册行已导入', en: 'A part of a roster was taken' } })
export class RosterRowsTaken {
  @IsImportId() importId!: string;
  @IsRow() fromRow!: number;
  @IsRow() toRow!: number;
  /** Rows whose person was registered by them. */
  @IsInt() @Min(0) @Max(MOST_ROSTER_ROWS) registered!: number;
  /** Rows whose person was registered before; the registration stays as it is. */
  @IsInt() @Min(0) @Max(MOST_ROSTER_ROWS) known!: number;
  @IsNestedList(() => RefusedRow, MOST_ROSTER_ROWS) refused!: RefusedRow[];
}

@DomainEvent({ context: 'organization', summary: { zh: '花名册导入已结束', en: 'The import of a roster ended' } })
export class RosterImportEnded {
  @IsImportId() importId!: string;
  @IsDay() endedOn!: Day;
}

export const rosterImportCommands = { BeginRosterImport, TakeRosterRows, EndRosterImport };
export type RosterImportCommand = CommandOf<typeof rosterImportCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const rosterImportEvents = { RosterImportBegan, RosterRowsTaken, RosterImportEnded };
export type RosterImportEvent = EventOf<typeof rosterImportEvents>;
