import { TransformationType } from 'class-transformer';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';
import type { ContractClass } from './declare/command';
import { defaultMetadataStorage } from './declare/transformer-metadata';

/**
 * Whether a JSON object keeps its contract for certain. `false` means «not certain»: `checked` then asks class-validator, which alone
 * says what is wrong.
 */
export type QuickCheck = (message: object, bounds: { mostValues: number; deepest: number }) => boolean;

/**
 * The quick check of a contract class: the validators of its own decorators in a list, called one after the other on the plain
 * message. Nothing is translated, so it can accept only what class-validator accepts; what is saved is how class-validator finds
 * and groups them anew for every object. Undefined for a class that changes what it is given (`@Transform`), or that uses what
 * this list cannot hold.
 */
export function quickCheckOf(contract: ContractClass): QuickCheck | undefined {
  if (!made.has(contract)) {
    const shape = shapeOf(contract, new Map());
    made.set(
      contract,
      shape && ((message, bounds) => keeps(shape, message, { left: bounds.mostValues }, bounds.deepest)),
    );
  }
  return made.get(contract);
}

const made = new Map<ContractClass, QuickCheck | undefined>();

interface Shape {
  fields: Map<string, Field>;
}

interface Field {
  name: string;
  /** Whether the field is looked at at all. */
  conditions: ((message: object, value: unknown) => boolean)[];
  rules: { isEach: boolean; holds: (value: unknown, message: object) => boolean }[];
  nested: Shape | undefined;
}

function keeps(shape: Shape, message: object, values: { left: number }, depth: number): boolean {
  const names = Object.keys(message);
  values.left -= names.length;
  if (values.left < 0 || depth === 0) return false;
  for (const name of names) if (!shape.fields.has(name)) return false;
  for (const field of shape.fields.values()) {
    const value = (message as Record<string, unknown>)[field.name];
    if (value === null) return false;
    if (field.conditions.some((applies) => !applies(message, value))) {
      // What no rule looks at must at least be without the depth and the nulls that no contract may hold.
      if (value !== undefined) return false;
      continue;
    }
    if (!fieldKeeps(field, value, message, values, depth)) return false;
  }
  return true;
}

function fieldKeeps(field: Field, value: unknown, message: object, values: { left: number }, depth: number): boolean {
  const isList = Array.isArray(value);
  for (const { isEach, holds } of field.rules) {
    if (isEach && isList ? !value.every((each) => holds(each, message)) : !holds(value, message)) return false;
  }
  if (!isList) return elementKeeps(field, value, values, depth);
  values.left -= value.length;
  return values.left >= 0 && value.every((each) => each !== null && elementKeeps(field, each, values, depth - 1));
}

function elementKeeps(field: Field, value: unknown, values: { left: number }, depth: number): boolean {
  if (typeof value !== 'object') return field.nested === undefined || value === undefined;
  return field.nested !== undefined && !Array.isArray(value) && keeps(field.nested, value!, values, depth - 1);
}

/** Undefined when there is something in the class that the list cannot hold. Classes may be nested in themselves. */
function shapeOf(contract: ContractClass, begun: Map<ContractClass, Shape>): Shape | undefined {
  const started = begun.get(contract);
  if (started) return started;
  const shape: Shape = { fields: new Map() };
  begun.set(contract, shape);
  // A field with a value of its own is there although the message does not name it.
  if (Object.values(new contract()).some((value) => value !== undefined)) return undefined;
  for (const metadata of getMetadataStorage().getTargetValidationMetadatas(contract, '', false, false)) {
    const field = fieldOf(shape, metadata.propertyName);
    if (!take(field, metadata, contract, begun)) return undefined;
  }
  const isAsGiven = [...shape.fields.values()].every((field) => !isChanged(contract, field));
  return isAsGiven ? shape : undefined;
}

function take(
  field: Field,
  metadata: ValidationMetadata,
  contract: ContractClass,
  begun: Map<ContractClass, Shape>,
): boolean {
  const { type, each: isEach, validateIf, constraints, constraintCls } = metadata;
  if (metadata.groups?.length > 0) return false;
  if (type === ValidationTypes.CONDITIONAL_VALIDATION) {
    field.conditions.push(constraints[0] as Field['conditions'][number]);
    return true;
  }
  if (type === ValidationTypes.NESTED_VALIDATION) {
    field.nested = nestedShape(contract, field.name, begun);
    return field.nested !== undefined;
  }
  if (type !== ValidationTypes.CUSTOM_VALIDATION) return false;
  for (const { async: isAsync, instance } of getMetadataStorage().getTargetValidatorConstraints(constraintCls)) {
    if (isAsync) return false;
    field.rules.push({
      isEach,
      holds: (value, message) =>
        (validateIf !== undefined && !validateIf(message, value)) ||
        instance.validate(value, {
          targetName: contract.name,
          property: field.name,
          constraints,
          value,
          object: message,
        }) === true,
    });
  }
  return true;
}

function nestedShape(contract: ContractClass, name: string, begun: Map<ContractClass, Shape>): Shape | undefined {
  const typed = defaultMetadataStorage.findTypeMetadata(contract, name);
  if (!typed || typed.options?.discriminator) return undefined;
  return shapeOf(typed.typeFunction() as ContractClass, begun);
}

/** Whether class-transformer hands class-validator another value than the message holds. */
const isChanged = (contract: ContractClass, { name, nested }: Field): boolean =>
  (nested === undefined && defaultMetadataStorage.findTypeMetadata(contract, name) !== undefined) ||
  defaultMetadataStorage.findTransformMetadatas(contract, name, TransformationType.PLAIN_TO_CLASS).length > 0 ||
  defaultMetadataStorage.findExposeMetadata(contract, name) !== undefined ||
  defaultMetadataStorage.findExcludeMetadata(contract, name) !== undefined;

function fieldOf({ fields }: Shape, name: string): Field {
  let field = fields.get(name);
  if (!field) fields.set(name, (field = { name, conditions: [], rules: [], nested: undefined }));
  return field;
}
