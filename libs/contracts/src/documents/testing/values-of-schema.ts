import fc, { type Arbitrary } from 'fast-check';

/** The part of JSON Schema that the contracts use. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  enum?: unknown[];
  pattern?: string;
  allOf?: Schema[];
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** JSON values for the specs of a schema. */
export interface Values {
  /** Values that keep the schema, and the decorators where those say more. */
  fitting: Arbitrary<unknown>;
  /** The same with one place changed: a field taken away, a field added, or a value of another kind or beyond a bound. */
  changed: Arbitrary<unknown>;
}

export function valuesOf(schema: Schema): Values {
  const fitting = fittingValues(schema, schema.$defs ?? {});
  const changed = fc
    .tuple(fitting, fc.nat(), fc.nat(changes.length - 1))
    .map(([value, place, change]) => changedAt(structuredClone(value), place, changes[change]!));
  return { fitting, changed };
}

function fittingValues(schema: Schema, definitions: Record<string, Schema>): Arbitrary<unknown> {
  if (schema.$ref) return fittingValues(definitions[schema.$ref.split('/').pop()!]!, definitions);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [
        name,
        fittingValues(field, definitions),
      ]);
      return fc.record(Object.fromEntries(fields) as Record<string, Arbitrary<unknown>>, {
        requiredKeys: schema.required ?? [],
        noNullPrototype: true,
      });
    }
    case 'array': {
      const items = fittingValues(schema.items!, definitions);
      const lengths = {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, Math.max(3, schema.minItems ?? 0)),
      };
      return schema.uniqueItems ? fc.uniqueArray(items, lengths) : fc.array(items, lengths);
    }
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? Number.MAX_SAFE_INTEGER });
    case 'number':
      return fc.integer({ min: 0, max: 1_000_000 }).map((tenThousandths) => tenThousandths / 10_000);
    case 'boolean':
      return fc.boolean();
    case 'string':
      return fittingTexts(schema);
    default:
      throw new Error(`no values are known for ${JSON.stringify(schema)}`);
  }
}

function fittingTexts({ pattern, allOf = [], format, maxLength = 200 }: Schema): Arbitrary<string> {
  if (format === 'date') {
    const bounds = { min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true };
    return fc.date(bounds).map((date) => date.toISOString().slice(0, 10));
  }
  // A code or number drawn from the pattern alone would have a wrong check character.
  if (pattern?.endsWith('[\\dX]$')) return fc.constant('11010519491231002X');
  if (pattern?.includes('A-HJ-NP-RTUW-Y')) return fc.constant('91370200MA3TX8K00X');
  const drawn = pattern?.includes('\\p{')
    ? fc.string({ unit: 'binary', minLength: 1, maxLength: Math.min(maxLength, 20) })
    : fc.stringMatching(new RegExp(pattern ?? '^[a-z]*$'), { maxLength: Math.min(maxLength, 64) });
  const patterns = [pattern, ...allOf.map((each) => each.pattern)].map((each) => new RegExp(each ?? '', 'u'));
  return drawn.filter((text) => patterns.every((each) => each.test(text)));
}

type Change = (parent: Record<string, unknown>, name: string) => void;

const unlikely: unknown[] = [
  null,
  true,
  '',
  ' ',
  'nul\u0000',
  'half\ud800',
  '2026-02-30',
  '1899-12-31',
  'UPPER',
  '-dash',
  '1starts-with-a-digit',
  '工友',
  "'; DROP TABLE events; --",
  '<script>alert(1)</script>',
  'a'.repeat(65),
  'x'.repeat(2001),
  '\u{1f477}'.repeat(2000),
  'v\ufe0f'.repeat(101),
  -1,
  0,
  1.5,
  1e300,
  1e15,
  [],
  [[]],
  [null],
  ['x'],
  [{}],
  Array.from({ length: 501 }, () => 'x'),
  {},
  { length: 1, 0: 'x' },
];

const changes: Change[] = [
  (parent, name) => (Array.isArray(parent) ? parent.splice(Number(name), 1) : delete parent[name]),
  ...['extra', '__proto__', 'constructor', 'toString', ''].map(
    (added): Change =>
      (parent) =>
        void Object.defineProperty(parent, Array.isArray(parent) ? '0' : added, {
          value: 1,
          enumerable: true,
          configurable: true,
          writable: true,
        }),
  ),
  ...unlikely.map(
    (value): Change =>
      (parent, name) =>
        void (parent[name] = value),
  ),
];

/** Changes the place with that number among all places of the value, counted round. */
function changedAt(value: unknown, number: number, change: Change): unknown {
  const root = { value };
  const places = placesIn(root);
  const [parent, name] = places[number % places.length]!;
  change(parent, name);
  return root.value;
}

function placesIn(value: unknown): [parent: Record<string, unknown>, name: string][] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((name) => [
    [parent, name] as [Record<string, unknown>, string],
    ...placesIn(parent[name]),
  ]);
}
