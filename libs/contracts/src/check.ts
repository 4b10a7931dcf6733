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
    super(
      `the message does not keep its contract: ${violations.map((each) => `${each.pointer} ${each.rule}`).join(', ')}`,
    );
    this.name = 'ContractViolation';
  }
}

/** As many violations as a person can read; an array of a million wrong rows must not make an answer of a million. */
const MOST_VIOLATIONS = 50;

/** Far deeper than any contract, far shallower than what exhausts the stack of the recursion below. */
const DEEPEST = 32;

/**
 * The message as an instance of its contract class, every rule checked and unknown fields refused. An optional field is
 * left out and never null, so that a fact has one written form.
 * Throws `ContractViolation`.
 */
export function checked<T extends object>(contract: new () => T, plain: unknown): T {
  if (!isObject(plain) || Array.isArray(plain)) {
    throw new ContractViolation([{ pointer: '', rule: 'isObject', message: 'the message must be a JSON object' }]);
  }
  const unfit = unfitForAnyContract(plain);
  // Neither may go on to the recursion below: the second was not walked to its end.
  if (unfit.some(({ rule }) => rule === 'maxDepth') || unfit.length === MOST_VIOLATIONS) {
    throw new ContractViolation(unfit);
  }

  const instance = plainToInstance(contract as ContractClass<T>, plain, { exposeDefaultValues: false });
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    // A contract without fields has no rules that class-validator could know it by.
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  const told = new Set(unfit.map(({ pointer }) => pointer));
  const violations = [...unfit, ...flatten(errors, '').filter(({ pointer }) => !told.has(pointer))];
  if (violations.length > 0) throw new ContractViolation(violations.slice(0, MOST_VIOLATIONS));
  return instance;
}

/**
 * What class-transformer and class-validator would let pass or stumble over: nulls (an optional field takes them), fields
 * named like the methods that every object has (they are dropped in silence), and values nested without end.
 */
function unfitForAnyContract(message: object): Violation[] {
  const violations: Violation[] = [];
  const waiting: { value: object; pointer: string; depth: number }[] = [{ value: message, pointer: '', depth: 1 }];
  for (let next = waiting.pop(); next && violations.length < MOST_VIOLATIONS; next = waiting.pop()) {
    const { value, pointer: parent, depth } = next;
    for (const [name, field] of Object.entries(value) as [string, unknown][]) {
      const pointer = pointerTo(parent, name);
      if (name in Object.prototype) {
        violations.push({ pointer, rule: 'whitelistValidation', message: `property ${name} should not exist` });
      } else if (field === null) {
        violations.push({ pointer, rule: 'isNotNull', message: `${name} must have a value or be left out` });
      } else if (isObject(field)) {
        if (depth < DEEPEST) waiting.push({ value: field, pointer, depth: depth + 1 });
        else violations.push({ pointer, rule: 'maxDepth', message: `${name} is nested too deeply` });
      }
    }
  }
  return violations.slice(0, MOST_VIOLATIONS);
}

function flatten(errors: readonly ValidationError[], parent: string): Violation[] {
  return errors.flatMap((error) => {
    const pointer = pointerTo(parent, error.property);
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({ pointer, rule, message }));
    return [...own, ...flatten(error.children ?? [], pointer)];
  });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const pointerTo = (parent: string, name: string): string =>
  `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
