import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

/**
 * Whether `value` is a text that every part of the platform can keep: not blank, at most `maxLength` characters (Unicode
 * code points), and without control characters (line break and tab excepted) or halves of surrogate pairs, which
 * PostgreSQL and UTF-8 cannot store.
 */
export function isText(value: unknown, maxLength: number): value is string {
  if (typeof value !== 'string') return false;
  // Counting code points walks the whole text; twice the limit in code units already says it is too long.
  if (value.length > 2 * maxLength) return false;
  return textPattern.test(value) && (value.length <= maxLength || [...value].length <= maxLength);
}

/** The property must be a text of at most `maxLength` characters, see `isText`. */
export function IsText(maxLength: number, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isText',
      constraints: [maxLength],
      validator: {
        validate: (value: unknown) => isText(value, maxLength),
        defaultMessage: buildMessage(
          (each) =>
            `${each}$property must be a text of 1 to $constraint1 characters, not blank, without control characters`,
          options,
        ),
      },
    },
    options,
  );
}

export const textJsonSchema = (maxLength: number) => ({
  type: 'string' as const,
  minLength: 1,
  maxLength,
  pattern: textPattern.source,
});

const textPattern = /^(?=[\s\S]*\S)(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;
