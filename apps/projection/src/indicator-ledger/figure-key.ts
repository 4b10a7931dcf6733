import { checked, ContractViolation, IsIdentifier, IsNested } from '@gongyou/contracts';
import { type Day, IsDay, IsMonth, type Month } from '@gongyou/domain';
import { PlatformProblem } from '@gongyou/messaging';
import canonicalize from 'canonicalize';
import { Equals, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  type ProgrammeIndicator,
  programmeIndicatorNames,
  type StandingIndicator,
  standingIndicatorNames,
} from './indicators';

/** A point on both clocks. */
export class FigureClocks {
  @IsDay() day!: Day;
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) position!: number;
}

/** What the keys of all figures say. */
class FigureKeyGround {
  @Equals(1) v!: 1;
  /** The unit reported on, which counts for itself and those below. */
  @IsIdentifier() organization!: string;
  /** Only this duty, this returned indicator, this group of persons. */
  @IsOptional() @IsString() @MaxLength(100) @Matches(/^[A-Za-z0-9-]+$/) dimension?: string;
  @IsNested(() => FigureClocks) asOf!: FigureClocks;
  /** Only what was not there yet at this earlier point. */
  @IsOptional() @IsNested(() => FigureClocks) since?: FigureClocks;
}

/** Which postings of a programme a figure is the sum of. It says all, so that a figure can be opened long after its report. */
export class ProgrammeFigureKey extends FigureKeyGround {
  @IsIn(programmeIndicatorNames) indicator!: ProgrammeIndicator;
  @IsIdentifier() programme!: string;
  /** The organization that adopted the programme: its own figures count everything. */
  @IsIdentifier() adopter!: string;
  /** Only this measure. */
  @IsOptional() @IsIdentifier() measure?: string;
  /** Only the measures that this department leads, in the version of the programme that is in force on both clocks. */
  @IsOptional() @IsIdentifier() department?: string;
  @IsMonth() from!: Month;
  @IsMonth() to!: Month;
}

/** Which postings a standing figure is the sum of: how things stand in an organization, or what happened in it, whatever programme it follows. */
export class StandingFigureKey extends FigureKeyGround {
  @IsIn(standingIndicatorNames) indicator!: StandingIndicator;
  /** Only what happened in these months; given together. */
  @IsOptional() @IsMonth() from?: Month;
  @IsOptional() @IsMonth() to?: Month;
}

export type FigureKey = ProgrammeFigureKey | StandingFigureKey;

const monthsInOrder = ({ from, to }: FigureKey): boolean =>
  from === undefined || to === undefined ? from === to : from <= to;

export const isStanding = (key: FigureKey): key is StandingFigureKey => !('programme' in key);

/** The id that a report gives to a figure: the canonical JSON of its key, in characters that may stand in an address. */
export const figureIdOf = (key: FigureKey): string => Buffer.from(canonicalize(key)!).toString('base64url');

/** Reads a figure's id, which comes from outside. Throws an `invalid` problem for anything that `figureIdOf` would not have made. */
export function figureKeyOf(id: string): FigureKey {
  try {
    const plain: unknown = JSON.parse(Buffer.from(id, 'base64url').toString('utf8'));
    const isOfProgramme = typeof plain === 'object' && plain !== null && 'programme' in plain;
    const key = isOfProgramme ? checked(ProgrammeFigureKey, plain) : checked(StandingFigureKey, plain);
    // One figure has one id: no other spelling of the same key.
    if (figureIdOf(key) === id && monthsInOrder(key)) return key;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof ContractViolation)) throw error;
  }
  throw new PlatformProblem('invalid', 'reporting.badFigure', {
    zh: '这不是报告给出的数据编号',
    en: 'This is no id that a report gave to a figure.',
  });
}
