import { domainSchemaConverters } from '@gongyou/domain';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { commandContracts, type ContractClass } from '../declare/command';
import { eventContracts } from '../declare/event';
import { withNestedClasses } from '../declare/nested-classes';
import { personalFields, sealedJsonSchema } from '../declare/personal';
import { queryContracts } from '../declare/query';
import { defaultMetadataStorage } from '../declare/transformer-metadata';

/** A JSON Schema (2020-12) as plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where the schemas stand in an OpenAPI and in an AsyncAPI document alike. */
export const schemasPointer = '#/components/schemas/';

/**
 * The JSON Schema of every declared command, query and event and of the classes nested in them, by class name; they refer
 * to each other below `#/components/schemas/`. Made from the same decorators as the check of the message (`checked`), and
 * as strict: unknown fields are refused. A schema says less than the decorators about three things: check characters of
 * credit codes, the decimal places of a number, and that a query also takes a whole number as a text of digits. Personal fields
 * carry their kind as `x-personal`; those of an event are described as they are handed on, sealed.
 */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const described: Described[] = [...commandContracts(), ...queryContracts(), ...eventContracts()];
  const texts = new Map(described.map((each) => [each.class, each.summary]));
  const events = new Set(eventContracts().map((each) => each.class));
  const classes = new Map<string, ContractClass>();
  for (const { class: target } of described) withNestedClasses(target, classes);
  return Object.fromEntries(
    [...classes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, target]) => {
        const text = texts.get(target);
        const schema = events.has(target) ? sealed(target, schemaOf(target)) : schemaOf(target);
        return [name, { ...(text && { title: text.zh, description: text.en }), ...schema }];
      }),
  );
}

/** The schema of one class by itself, as it is checked, with the classes nested in it under `$defs`. */
export function jsonSchemaOf(target: ContractClass): JsonSchema {
  const nested = withNestedClasses(target);
  nested.delete(target.name);
  const schema = schemaOf(target, '#/$defs/');
  if (nested.size === 0) return schema;
  return {
    ...schema,
    $defs: Object.fromEntries([...nested].map(([name, each]) => [name, schemaOf(each, '#/$defs/')])),
  };
}

type Described = { class: ContractClass; summary: { zh: string; en: string } };

function schemaOf(target: ContractClass, refPointerPrefix = schemasPointer): JsonSchema {
  const schema = targetConstructorToSchema(target, {
    refPointerPrefix,
    classTransformerMetadataStorage: defaultMetadataStorage,
    additionalConverters: {
      ...domainSchemaConverters,
      // The nested class says more.
      isPlainObject: {},
      matches: ({ constraints }) => ({
        type: 'string',
        [patternsKey]: { [(constraints?.[0] as RegExp).source]: true },
      }),
    },
  });
  const { properties = {}, ...rest } = withPatterns(schema) as { properties?: Record<string, object> };
  const marked = Object.entries(personalFields(target)).map(([field, kind]) => [
    field,
    { ...properties[field], 'x-personal': kind },
  ]);
  return {
    type: 'object',
    ...rest,
    properties: { ...properties, ...Object.fromEntries(marked) },
    additionalProperties: false,
  };
}

function sealed(target: ContractClass, schema: JsonSchema): JsonSchema {
  const fields = Object.entries(personalFields(target)).map(([field, kind]) => [field, sealedJsonSchema(kind)]);
  return { ...schema, properties: { ...(schema['properties'] as object), ...Object.fromEntries(fields) } };
}

/** Schemas of one field are merged key by key: two patterns would leave only the last one. So each gets a key of its own first. */
const patternsKey = 'x-patterns';

function withPatterns<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map((each: unknown) => withPatterns(each)) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const { [patternsKey]: patterns, ...rest } = schema as Record<string, unknown>;
  const result = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withPatterns(value)]));
  if (patterns === undefined) return result as T;
  const [pattern, ...more] = Object.keys(patterns as object);
  return { ...result, pattern, ...(more.length > 0 && { allOf: more.map((each) => ({ pattern: each })) }) } as T;
}
