import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { ContractClass } from './declare/command';
import { quickCheckOf } from './quick-check';

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

const notToBeWalked: ReadonlySet<string> = new Set(['whitelistValidation', 'maxDepth', 'maxValues']);

/** As many violations as a person can read; an array of a million wrong rows must not make an answer of a million. */
const MOST_VIOLATIONS = 50;

/** Far deeper than any contract, far shallower than what exhausts the stack of the recursion below. */
const DEEPEST = 32;

/**
 * Values that a message may hold, in lists and objects at all depths: several times what the longest programme needs. Each
 * wrong one costs class-validator some 50 microseconds, so that a megabyte of `{}` would keep a service busy for seconds.
 */
export const MOST_VALUES = 10_000;

/** What a violation repeats of a name that the caller made up: enough to find it, too little to fill the answer. */
const LONGEST_NAME_TOLD = 60;

/**
 * The message as an instance of its contract class, every rule checked and unknown fields refused. An optional field is
 * left out and never null, so that a fact has one written form. A message holds at most `mostValues` values.
 * Throws `ContractViolation`.
 */
export function checked<T extends object>(contract: new () => T, plain: unknown, mostValues = MOST_VALUES): T {
  return keepsQuickly(contract, plain, mostValues)
    ? instanceOf(contract, plain)
    : checkedByClassValidator(contract, plain, mostValues);
}

/** Refuses what `checked` refuses, in the same words, for callers that need no instance. Throws `ContractViolation`. */
export function assertKeeps(contract: ContractClass, plain: unknown, mostValues = MOST_VALUES): void {
  if (!keepsQuickly(contract, plain, mostValues)) checkedByClassValidator(contract, plain, mostValues);
}

const keepsQuickly = (contract: ContractClass, plain: unknown, mostValues: number): plain is object =>
  isObject(plain) &&
  !Array.isArray(plain) &&
  (quickCheckOf(contract)?.(plain, { mostValues, deepest: DEEPEST }) ?? false);

/** The same without the quick check. Exported for the spec that compares the two. */
export function checkedByClassValidator<T extends object>(
  contract: new () => T,
  plain: unknown,
  mostValues = MOST_VALUES,
): T {
  if (!isObject(plain) || Array.isArray(plain)) {
    throw new ContractViolation([{ pointer: '', rule: 'isObject', message: 'the message must be a JSON object' }]);
  }
  const unfit = unfitForAnyContract(plain, mostValues);
  // None of these may go on to what stands below: class-transformer stumbles over such names, and the others were not walked to the end.
  if (unfit.some(({ rule }) => notToBeWalked.has(rule)) || unfit.length === MOST_VIOLATIONS) {
    throw new ContractViolation(unfit);
  }

  const instance = instanceOf(contract, plain);
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

const instanceOf = <T extends object>(contract: new () => T, plain: object): T =>
  plainToInstance(contract as ContractClass<T>, plain, { exposeDefaultValues: false });

/**
 * What class-transformer and class-validator would let pass or stumble over: nulls (an optional field takes them), fields
 * named like the methods that every object has (they are dropped in silence), and values without number or end.
 */
function unfitForAnyContract(message: object, mostValues: number): Violation[] {
  const violations: Violation[] = [];
  let values = 0;
  const waiting: { value: object; pointer: string; depth: number }[] = [{ value: message, pointer: '', depth: 1 }];
  for (let next = waiting.pop(); next && violations.length < MOST_VIOLATIONS; next = waiting.pop()) {
    const { value, pointer: parent, depth } = next;
    const fields = Object.entries(value) as [string, unknown][];
    values += fields.length;
    if (values > mostValues) {
      return [{ pointer: '', rule: 'maxValues', message: `the message must hold at most ${mostValues} values` }];
    }
    for (const [name, field] of fields) {
      const pointer = pointerTo(parent, name);
      if (name in Object.prototype) {
        violations.push({ pointer, rule: 'whitelistValidation', message: notOfThisMessage });
      } else if (field === null) {
        violations.push({ pointer, rule: 'isNotNull', message: 'must have a value or be left out' });
      } else if (isObject(field)) {
        if (depth < DEEPEST) waiting.push({ value: field, pointer, depth: depth + 1 });
        else violations.push({ pointer, rule: 'maxDepth', message: 'is nested too deeply' });
      }
    }
  }
  return violations.slice(0, MOST_VIOLATIONS);
}

function flatten(errors: readonly ValidationError[], parent: string): Violation[] {
  return errors.flatMap((error) => {
    const pointer = pointerTo(parent, error.property);
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      pointer,
      rule,
      message: rule === 'whitelistValidation' ? notOfThisMessage : message,
    }));
    return [...own, ...flatten(error.children ?? [], pointer)];
  });
}

/** class-validator's own words for it repeat the name, which is the caller's and may be anything. */
const notOfThisMessage = 'is not a field of this message';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const pointerTo = (parent: string, name: string): string =>
  `${parent}/${told(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

const told = (name: string): string =>
  name.length <= LONGEST_NAME_TOLD ? name : `${name.slice(0, LONGEST_NAME_TOLD).replace(/[\uD800-\uDBFF]$/, '')}…`;
