import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString } from 'class-validator';
import fc from 'fast-check';
import {
  assertKeeps,
  checked,
  checkedByClassValidator,
  type ContractClass,
  ContractViolation,
  commandContracts,
  eventContracts,
  findEvent,
  IsNestedList,
  jsonSchemaOf,
  queryContracts,
  upcast,
} from './index';
import { valuesOf } from './documents/testing/values-of-schema';
import { quickCheckOf } from './quick-check';

type Check = (contract: ContractClass, message: unknown, mostValues?: number) => unknown;

/** The instance, or all that is wrong. */
function outcome(check: Check, contract: ContractClass, message: unknown, mostValues?: number): unknown {
  try {
    return check(contract, message, mostValues);
  } catch (error) {
    if (error instanceof ContractViolation) return error.violations;
    throw error;
  }
}

/** Both must say the same of the message, to the word. */
function expectSame(contract: ContractClass, message: unknown, mostValues?: number): void {
  const judged = outcome(checkedByClassValidator, contract, message, mostValues);
  expect(outcome(checked, contract, message, mostValues)).toEqual(judged);
  const withoutInstance = Array.isArray(judged) ? judged : undefined;
  expect(outcome(assertKeeps, contract, message, mostValues)).toEqual(withoutInstance);
}

const contracts = [...commandContracts(), ...queryContracts(), ...eventContracts()].map(({ class: target }) => target);

/** JSON that no contract foresees, put in the place of any value of a message. */
const hostile: readonly unknown[] = [
  null,
  undefined,
  true,
  -1,
  0.5,
  1e21,
  NaN,
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x'.repeat(10_000),
  '2026-02-30',
  [],
  [null],
  [[]],
  [{}],
  {},
  { length: 1 },
  JSON.parse('{"__proto__": {"admin": true}}'),
  { constructor: 1 },
  { toString: null },
];

/** How many values stand in a value, itself included. */
const places = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, part) => sum + places(part), 1)
    : 1;

/** A copy of a value that is changed at one of its places, counted from itself. */
function changedAt(value: unknown, place: number, change: (part: unknown) => unknown): unknown {
  if (place === 0) return change(value);
  let left = place - 1;
  for (const [name, part] of Object.entries(value as object)) {
    if (left < places(part)) {
      const other = changedAt(part, left, change);
      return Array.isArray(value)
        ? value.map((each: unknown, index) => (String(index) === name ? other : each))
        : { ...(value as object), [name]: other };
    }
    left -= places(part);
  }
  return value;
}

describe.each(contracts.map((target) => ({ name: target.name, target })))(
  'A $name is judged alike with and without the quick check',
  ({ target }) => {
    const { fitting, changed } = valuesOf(jsonSchemaOf(target));

    it('when it is made to fit, or has one thing changed', () => {
      fc.assert(
        fc.property(fc.oneof(fitting, changed), (value) => expectSame(target, value)),
        { numRuns: 20 },
      );
    });

    it('when hostile values stand in any place of it', () => {
      fc.assert(
        fc.property(fitting, fc.nat(), fc.constantFrom(...hostile), (value, place, intruder) => {
          expectSame(
            target,
            changedAt(value, place % places(value), () => intruder),
          );
        }),
        { numRuns: 40 },
      );
    });

    it('when it holds a field that no contract has', () => {
      fc.assert(
        fc.property(fitting, fc.nat(), fc.constantFrom('more', 'constructor', 'a/b~c'), (value, place, name) => {
          const change = (part: unknown): unknown =>
            typeof part === 'object' && part !== null && !Array.isArray(part) ? { ...part, [name]: 1 } : part;
          expectSame(target, changedAt(value, place % places(value), change));
        }),
        { numRuns: 10 },
      );
    });
  },
);

describe('The stored example of every event', () => {
  const folder = join(__dirname, '..', 'fixtures');
  const examples = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

  it.each(examples)('is accepted by the quick check itself: $name', ({ name, text }) => {
    const [type, version] = name.split('.') as [string, string];
    const data = upcast(type, Number(version.slice(1)), JSON.parse(text) as Record<string, unknown>);
    const quick = quickCheckOf(findEvent(type)!.class)!;
    expect(quick(data, { mostValues: 20_000, deepest: 32 })).toBe(true);
    expectSame(findEvent(type)!.class, data);
  });
});

describe('A quick check', () => {
  class Leaf {
    @IsString() name!: string;
    @IsOptional() @IsNestedList(() => Leaf, 5) below?: Leaf[];
  }
  const chain = (length: number): object => (length === 1 ? { name: 'n' } : { name: 'n', below: [chain(length - 1)] });

  it.each([10, 16, 17, 31, 40])(
    'leaves to class-validator what may be too deep: %d objects in each other',
    (length) => {
      expectSame(Leaf, chain(length));
    },
  );
  it.each([5, 6, 7])(
    'counts the values of lists and objects as class-validator’s bound does: at most %d',
    (mostValues) => {
      expectSame(Leaf, { name: 'n', below: [{ name: 'a' }, { name: 'b' }] }, mostValues);
    },
  );
  it('is not made for a class that changes what it is given, has values of its own, or types that are not checked', () => {
    class Changing {
      @IsInt() @Transform(({ value }: { value: unknown }) => Number(value)) count!: number;
    }
    class WithDefault {
      @IsInt() count = 1;
    }
    class Typed {
      @IsInt() @Type(() => Number) count!: number;
    }
    expect([Changing, WithDefault, Typed].map((each) => quickCheckOf(each))).toEqual([undefined, undefined, undefined]);
    expectSame(Changing, { count: '7' });
    expectSame(WithDefault, {});
    expectSame(Typed, { count: '7' });
  });
});
