import { checked, ContractViolation, IsIdentifier, IsNested } from '@gongyou/contracts';
import { type Day, IsDay, IsMonth, type Month } from '@gongyou/domain';
import { PlatformProblem } from '@gongyou/messaging';
import canonicalize from 'canonicalize';
import { Equals, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { type LedgerIndicator, ledgerIndicatorNames } from './indicators';

/** A point on both clocks. */
export class FigureClocks {
  @IsDay() day!: Day;
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) position!: number;
}

/** Which postings a figure is the sum of. It says all, so that a figure can be opened long after its report. */
export class FigureKey {
  @Equals(1) v!: 1;
  @IsIn(ledgerIndicatorNames) indicator!: LedgerIndicator;
  @IsIdentifier() programme!: string;
  /** The organization that adopted the programme. */
  @IsIdentifier() adopter!: string;
  /** The unit reported on: the adopter, whose figures count everything, or a unit below it, which counts for itself and those below. */
  @IsIdentifier() organization!: string;
  /** Only this measure. */
  @IsOptional() @IsIdentifier() measure?: string;
  /** Only the measures that this department leads, in the version of the programme that is in force on both clocks. */
  @IsOptional() @IsIdentifier() department?: string;
  @IsMonth() from!: Month;
  @IsMonth() to!: Month;
  /** Only this duty, or this returned indicator. */
  @IsOptional() @IsString() @MaxLength(100) @Matches(/^[A-Za-z0-9-]+$/) dimension?: string;
  @IsNested(() => FigureClocks) asOf!: FigureClocks;
  /** Only what was not there yet at this earlier point. */
  @IsOptional() @IsNested(() => FigureClocks) since?: FigureClocks;
}

/** The id that a report gives to a figure: the canonical JSON of its key, in characters that may stand in an address. */
export const figureIdOf = (key: FigureKey): string => Buffer.from(canonicalize(key)!).toString('base64url');

/** Reads a figure's id, which comes from outside. Throws an `invalid` problem for anything that `figureIdOf` would not have made. */
export function figureKeyOf(id: string): FigureKey {
  try {
    const key = checked(FigureKey, JSON.parse(Buffer.from(id, 'base64url').toString('utf8')));
    // One figure has one id: no other spelling of the same key.
    if (figureIdOf(key) === id && key.from <= key.to) return key;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof ContractViolation)) throw error;
  }
  throw new PlatformProblem('invalid', 'reporting.badFigure', {
    zh: '这不是报告给出的数据编号',
    en: 'This is no id that a report gave to a figure.',
  });
}
