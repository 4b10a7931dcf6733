import { type ContractClass, jsonSchemaOf } from '@gongyou/contracts';

/** The part of a contract's JSON Schema that tells its places. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  enum?: unknown[];
  pattern?: string;
  allOf?: Schema[];
  format?: string;
  minimum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
}

/** Called for each part of a contract with its place, as `/evidence/*`; what stands in it comes after it. */
export function walk(contract: ContractClass, visit: (part: Schema, place: string) => void): void {
  const { part: root, inside } = opened(contract);
  const into = (part: Schema, place: string): void => {
    if (place) visit(part, place);
    for (const [name, each] of inside(part)) into(each, `${place}/${name}`);
  };
  into(root, '');
}

/** A body in which every place of the contract holds something right. */
export function fullBody(contract: ContractClass): unknown {
  const { part: root, inside } = opened(contract);
  const valueOf = (part: Schema): unknown => {
    if (part.type === 'array') return inside(part).map(([, each]) => valueOf(each));
    if (part.type === 'object') return Object.fromEntries(inside(part).map(([name, each]) => [name, valueOf(each)]));
    if (part.enum) return part.enum[0];
    if (part.type === 'boolean') return true;
    return part.type === 'string' ? textFor(part) : Math.max(part.minimum ?? 0, 1);
  };
  return valueOf(root);
}

function opened(contract: ContractClass): { part: Schema; inside: (part: Schema) => [string, Schema][] } {
  const root = jsonSchemaOf(contract) as Schema;
  const meant = (part: Schema): Schema => (part.$ref ? root.$defs![part.$ref.split('/').pop()!]! : part);
  const inside = (part: Schema): [string, Schema][] =>
    part.items
      ? [['*', meant(part.items)]]
      : Object.entries(part.properties ?? {}).map(([name, each]) => [name, meant(each)]);
  return { part: root, inside };
}

const texts = [
  'a',
  'A',
  '1.1',
  '2026',
  '2026-11',
  '2026-11-20',
  '370202',
  '13800138000',
  'a'.repeat(64),
  '91370200MA3TX8K00X',
];

function textFor({ pattern, allOf = [], format }: Schema): string {
  if (format === 'date') return '2026-11-20';
  const patterns = [pattern, ...allOf.map((each) => each.pattern)].map((each) => new RegExp(each ?? '', 'u'));
  const text = texts.find((each) => patterns.every((one) => one.test(each)));
  if (text === undefined) throw new Error(`add a text for ${patterns.join(' and ')}`);
  return text;
}
