import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { ContractClass } from './declare/command';

/** One thing that is wrong in a message: where (a JSON pointer), which rule, and the rule in words. */
export interface Violation {
  pointer: string;
  rule: string;
  message: string;
}

/** A message that does not keep its contract. Lists everything that is wrong, never the values themselves. */
export class ContractViolation extends Error {
  constructor(readonly violations: readonly Violation[]) {
    super(`the message does not keep its contract: ${violations.map((each) => `${each.pointer} ${each.rule}`).join(', ')}`);
    this.name = 'ContractViolation';
  }
}

/** As many violations as a person can read; an array of a million wrong rows must not make an answer of a million. */
const MOST_VIOLATIONS = 50;

/**
 * The message as an instance of its contract class, every rule checked and unknown fields refused.
 * Throws `ContractViolation`.
 */
export function checked<T extends object>(contract: new () => T, plain: unknown): T {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    throw new ContractViolation([{ pointer: '', rule: 'isObject', message: 'the message must be a JSON object' }]);
  }
  const instance = plainToInstance(contract as ContractClass<T>, plain, { exposeDefaultValues: false });
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
  });
  if (errors.length > 0) throw new ContractViolation(flatten(errors, '').slice(0, MOST_VIOLATIONS));
  return instance;
}

function flatten(errors: readonly ValidationError[], parent: string): Violation[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({ pointer, rule, message }));
    return [...own, ...flatten(error.children ?? [], pointer)];
  });
}
