import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { ContractClass } from './command';
import { withNestedClasses } from './nested-classes';

/** What a personal field tells of a person; decides how it is masked and by which form it is searched (PI-03, PI-07). */
export const personalKinds = [
  'name',
  'identityNumber',
  'phone',
  'bankAccount',
  'birthDay',
  'address',
  'photo',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** The personal fields of a contract, by name. */
export type PersonalFields = Readonly<Record<string, PersonalKind>>;

/**
 * Marks a text field as personal. In an event the ledger seals it with the key of the person that the event names
 * (`@DomainEvent({ person })`) before it is stored, hashed and handed on: whoever reads the event, a decider too, sees a text of the
 * form `sealed:v1:…` (ADR-0015). In a command and a nested class it only tells the documents of the messages.
 */
export const Personal =
  (kind: PersonalKind): PropertyDecorator =>
  ({ constructor }, field) => {
    // What a decorator returns becomes the property's descriptor: it must return nothing.
    marked.set(constructor, { ...marked.get(constructor), [String(field)]: kind });
  };

const marked = new Map<unknown, PersonalFields>();

/** The fields of a class, and of the classes it extends, that are marked as personal. */
export function personalFields(target: ContractClass): PersonalFields {
  const above = Object.getPrototypeOf(target) as ContractClass | null;
  return { ...(above && personalFields(above)), ...marked.get(target) };
}

const sealedPattern = /^sealed:v1:[A-Za-z0-9_-]+$/;

/** Whether a text is a personal field as the ledger stores it. No plain value may look like this. */
export const isSealed = (text: string): boolean => sealedPattern.test(text);

/** JSON Schema of a personal field as events are handed on. */
export const sealedJsonSchema = (kind: PersonalKind) => ({
  type: 'string',
  pattern: sealedPattern.source,
  'x-personal': kind,
  description: '本人密钥加密的个人信息 · Personal data, sealed with the key of the person',
});

/** Stops the start when an event holds personal fields that the ledger could not seal. */
export function assertSealable(target: ContractClass, person: string | undefined): void {
  const nested = [...withNestedClasses(target).values()].filter((each) => each !== target);
  if (nested.some((each) => Object.keys(personalFields(each)).length > 0))
    throw new Error(`event ${target.name} has a personal field in a nested class: only its own fields are sealed`);
  const fields = Object.keys(personalFields(target));
  if (person === undefined) {
    if (fields.length > 0) throw new Error(`event ${target.name} has personal fields and does not name their person`);
    return;
  }
  const checks = getMetadataStorage()
    .getTargetValidationMetadatas(target, '', false, false)
    .filter(({ propertyName }) => propertyName === person);
  if (checks.length === 0 || checks.some(({ type }) => type === ValidationTypes.CONDITIONAL_VALIDATION))
    throw new Error(`event ${target.name} names its person by ${person}, which is no field that it always has`);
  if (fields.includes(person)) throw new Error(`event ${target.name} would seal the field that names its person`);
}
