import { IsText } from '@gongyou/domain';
import { Transform, type TransformFnParams, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  ValidateNested,
} from 'class-validator';
import type { ContractClass } from './declare/command';

/** Several decorators of a field as one. */
const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, property) =>
    decorators.forEach((decorate) => decorate(target, property));

/**
 * An identifier that the caller chooses: lower-case letters, digits and single dashes, at most 64 characters.
 * It stands in stream names and subjects, so it may never be a personal number.
 */
export const identifierPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const IsIdentifier = (): PropertyDecorator => all(IsString(), MaxLength(64), Matches(identifierPattern));

/** A short text that people read: not blank, bounded, and nothing in it that PostgreSQL or UTF-8 could not keep. */
export const IsShortText = (most = 200): PropertyDecorator => IsText(most);

/** A longer text that people read, such as a note or a reason. */
export const IsLongText = (most = 2000): PropertyDecorator => IsText(most);

/** A whole number between two bounds, both included. */
export const IsCount = (least: number, most: number): PropertyDecorator => all(Max(most), Min(least), IsInt());

/** A SHA-256 as 64 lower-case hexadecimal digits. */
export const IsSha256 = (): PropertyDecorator => all(IsString(), Matches(/^[0-9a-f]{64}$/));

/** A list of identifiers, bounded. */
export const IsIdentifierList = (most: number): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    MaxLength(64, { each: true }),
    Matches(identifierPattern, { each: true }),
  );

/** A bounded list of short texts that people read. */
export const IsTextList = (most: number, least = 0, longest = 200): PropertyDecorator =>
  all(IsArray(), ArrayMinSize(least), ArrayMaxSize(most), IsText(longest, { each: true }));

/** Some of a closed list of words, each at most once. */
export const IsSubsetOf = (words: readonly string[]): PropertyDecorator =>
  all(IsArray(), ArrayMaxSize(words.length), ArrayUnique(), IsIn(words, { each: true }));

/** One nested object of the given class. */
export const IsNested = (of: () => ContractClass): PropertyDecorator =>
  all(IsPlainObject(), ValidateNested(), Type(of));

/** A bounded list of nested objects. class-validator alone lets an array pass as an element: this does not. */
export const IsNestedList = (of: () => ContractClass, most: number, least = 0): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    IsPlainObject({ each: true }),
    ValidateNested({ each: true }),
    Type(of),
  );

function IsPlainObject(options: { each?: boolean } = {}): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isPlainObject',
      target: target.constructor,
      propertyName: String(property),
      options: {
        ...options,
        message: `${String(property)} must be ${options.each ? 'a list of JSON objects' : 'a JSON object'}`,
      },
      validator: { validate: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value) },
    });
}

/** The name of an indicator: lower camel, as the programme's targets name it. */
export const IsIndicatorName = (): PropertyDecorator => all(IsString(), MaxLength(100), Matches(/^[a-z][A-Za-z0-9]*$/));

/**
 * For queries: the parameters of a route arrive as texts, so a whole number written in digits is taken as that number.
 * Everything else stays as it came, for the checks to refuse: `Number('')` would be the position 0.
 */
export const NumberFromText = (): PropertyDecorator =>
  Transform(({ value }: TransformFnParams): unknown =>
    typeof value === 'string' && /^[0-9]{1,15}$/.test(value) ? Number(value) : value,
  );
