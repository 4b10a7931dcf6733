import type { Bilingual } from '@gongyou/domain';

/** Something that an operator has to put right, in words for him in both languages. */
export abstract class OperatorError<Code extends string> extends Error {
  constructor(
    readonly code: Code,
    readonly text: Bilingual,
    options?: ErrorOptions,
  ) {
    super(`${text.zh}\n${text.en}`, options);
  }
}
