import { BilingualText, type Day, IsDay, IsText } from '@gongyou/domain';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsIdentifier, IsIdentifierList, IsIndicatorName, IsNested, IsNestedList } from '../fields';

/** Most a programme may take as JSON, in UTF-8 bytes: it travels in one message and is stored in one event. */
export const programmeMaxBytes = 240 * 1024;

export const leadingBodyKinds = ['leadingGroup', 'jointConference', 'coordinationGroup', 'none'] as const;
export type LeadingBodyKind = (typeof leadingBodyKinds)[number];

/**
 * What an item is: `measure` an arrangement that is to exist (a system, a rule, a body), `task` work to be done, `form` a
 * form or occasion through which work is done, `ratio` a figure to be reached, `rhythm` something done again and again.
 */
export const programmeItemKinds = ['measure', 'task', 'form', 'ratio', 'rhythm'] as const;
export type ProgrammeItemKind = (typeof programmeItemKinds)[number];

/** `increase` and `decrease` compare with the period before and take no value. */
export const targetOps = ['>=', '<=', '==', 'increase', 'decrease'] as const;
export type TargetOp = (typeof targetOps)[number];

/** How often a target is measured. `round` is a round of selection, `term` a term of office. */
export const targetPeriods = ['day', 'month', 'quarter', 'year', 'round', 'term', 'once'] as const;
export type TargetPeriod = (typeof targetPeriods)[number];

/**
 * How firm a target is: `number` when the figure stands in the document, `frequency` when the document gives a frequency,
 * `wording` when it was read from words such as "full coverage" or "raise" and must stay open to change.
 */
export const targetStatements = ['number', 'frequency', 'wording'] as const;
export type TargetStatement = (typeof targetStatements)[number];

/** Periods that a duty can recur in. Days and workdays are the business of the contexts that compute them. */
export const dutyPeriods = ['month', 'quarter', 'year'] as const;
export type DutyRecurrence = (typeof dutyPeriods)[number];

/** A provision's key in the register of provisions: `CC-13a`. */
const provisionIdChecks = (each: boolean) => [
  IsString({ each }),
  MaxLength(64, { each }),
  Matches(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, { each }),
];
const IsProvisionId = () => applied(provisionIdChecks(false));
const IsProvisionIdList = (most: number) => applied([IsArray(), ArrayMaxSize(most), ...provisionIdChecks(true)]);

const applied =
  (checks: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, property) =>
    checks.forEach((check) => check(target, property));

/** Left out, not null: what is stored has one way to say that something is not there. */
const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** A document that the programme rests on, by the title and number that the programme cites. */
export class BasisDocument {
  @IsText(300) title!: string;
  @MayBeLeftOut() @IsText(100) number?: string;
}

/** A post in the leading body and the office whose holder takes it; never a person's name. */
export class LeadingBodyPost {
  @IsNested(() => BilingualText) post!: BilingualText;
  @IsNested(() => BilingualText) holder!: BilingualText;
}

/** The body that leads the reform, as the document sets it up; `none` where it sets up none. */
export class LeadingBody {
  @IsIn(leadingBodyKinds) kind!: LeadingBodyKind;
  /** Left out for `none` only. */
  @MayBeLeftOut() @IsNested(() => BilingualText) name?: BilingualText;
  @IsNestedList(() => LeadingBodyPost, 50) posts!: LeadingBodyPost[];
  /** Departments that sit in the body. */
  @IsIdentifierList(100) members!: string[];
  /** The department that houses the body's office. */
  @MayBeLeftOut() @IsIdentifier() officeDepartmentId?: string;
}

/** A department or unit that the document names as lead, cooperating or member. */
export class ProgrammeDepartment {
  @IsIdentifier() departmentId!: string;
  @IsNested(() => BilingualText) name!: BilingualText;
}

/** A heading of the document that groups measures. */
export class ProgrammePart {
  @IsIdentifier() partId!: string;
  /** As the document numbers it. */
  @MayBeLeftOut() @IsInt() @Min(1) @Max(999) number?: number;
  @IsNested(() => BilingualText) title!: BilingualText;
}

/** The one thing of a provision that a machine can check. */
export class ProgrammeTarget {
  @IsIndicatorName() indicator!: string;
  @IsIn(targetOps) op!: TargetOp;
  /** In `unit`. Needed by `>=`, `<=` and `==`. */
  @MayBeLeftOut() @IsNumber({ maxDecimalPlaces: 4 }) @Min(0) @Max(1_000_000_000_000) value?: number;
  /** `percent`, `perMille`, `times`, `CNY`, … */
  @IsString() @MaxLength(40) @Matches(/^[A-Za-z]+$/) unit!: string;
  /** The day by which it holds. */
  @MayBeLeftOut() @IsDay() by?: Day;
  @MayBeLeftOut() @IsIn(targetPeriods) period?: TargetPeriod;
  @IsIn(targetStatements) stated!: TargetStatement;
  /** The value of a share (`percent`, `perMille`, `perTenThousand`) in hundredths of a per cent: 5 ‰ is 50. */
  @MayBeLeftOut() @IsInt() @Min(0) @Max(1_000_000) basisPoints?: number;
}

/** One provision of the document that asks for something. */
export class ProgrammeItem {
  @IsProvisionId() provisionId!: string;
  /** The item of the same measure that this one carries out or belongs to. */
  @MayBeLeftOut() @IsProvisionId() withinProvisionId?: string;
  @IsIn(programmeItemKinds) kind!: ProgrammeItemKind;
  @IsNested(() => BilingualText) text!: BilingualText;
  @MayBeLeftOut() @IsNested(() => ProgrammeTarget) target?: ProgrammeTarget;
}

/** A measure with the departments that answer for it, named exactly as, and in the order in which, the document names them. */
export class ProgrammeMeasure {
  @IsIdentifier() measureId!: string;
  /** As the document numbers it; unique within its part. */
  @MayBeLeftOut() @IsInt() @Min(1) @Max(999) number?: number;
  @IsIdentifier() partId!: string;
  @IsNested(() => BilingualText) title!: BilingualText;
  @IsNested(() => BilingualText) keyPoints!: BilingualText;
  @IsIdentifierList(50) leadDepartmentIds!: string[];
  @IsIdentifierList(50) cooperatingDepartmentIds!: string[];
  /** Every provision that the measure carries, in the order of the text. Its items are among them. */
  @IsProvisionIdList(100) provisionIds!: string[];
  @IsNestedList(() => ProgrammeItem, 100) items!: ProgrammeItem[];
}

/** Something that a measure demands once every period, so that a task can be opened for it each time. */
export class ProgrammeDuty {
  @IsIdentifier() dutyId!: string;
  @IsProvisionId() provisionId!: string;
  @IsIdentifier() measureId!: string;
  @IsNested(() => BilingualText) title!: BilingualText;
  @IsIn(dutyPeriods) period!: DutyRecurrence;
  /** What shows that it was done. */
  @IsNested(() => BilingualText) evidence!: BilingualText;
}

/**
 * The content of a reform programme: what a programme file holds, what `PublishProgramme` carries and what
 * `ProgrammePublished` stores. Plain JSON, at most `programmeMaxBytes`. What refers to what is checked by
 * `programmeFaults`.
 */
export class Programme {
  @IsIdentifier() programmeId!: string;
  @IsNested(() => BilingualText) title!: BilingualText;
  @IsNested(() => BilingualText) issuer!: BilingualText;
  @MayBeLeftOut() @IsDay() issuedOn?: Day;
  /** As printed: 海委发〔2019〕11号. */
  @MayBeLeftOut() @IsText(100) documentNumber?: string;
  /** File name of the text that the programme was taken from. */
  @MayBeLeftOut() @IsString() @MaxLength(200) @Matches(/^[\w.-]+$/) source?: string;
  @IsNestedList(() => BasisDocument, 50) basisDocuments!: BasisDocument[];
  @IsNested(() => LeadingBody) leadingBody!: LeadingBody;
  @IsNestedList(() => ProgrammeDepartment, 200) departments!: ProgrammeDepartment[];
  @IsNestedList(() => ProgrammePart, 50, 1) parts!: ProgrammePart[];
  /** What the document asks of the programme as a whole, outside any measure: overall goals, the leading body. */
  @IsNestedList(() => ProgrammeItem, 100) items!: ProgrammeItem[];
  @IsNestedList(() => ProgrammeMeasure, 200, 1) measures!: ProgrammeMeasure[];
  @IsNestedList(() => ProgrammeDuty, 200) duties!: ProgrammeDuty[];
}
