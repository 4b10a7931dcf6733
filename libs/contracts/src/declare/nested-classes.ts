import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { ContractClass } from './command';
import { defaultMetadataStorage } from './transformer-metadata';

/** The classes of a contract by name: the class itself, and every class nested in its fields at all depths. */
export function withNestedClasses(
  target: ContractClass,
  into = new Map<string, ContractClass>(),
): Map<string, ContractClass> {
  const known = into.get(target.name);
  if (known === target) return into;
  if (known)
    throw new Error(`two classes of the contracts are named ${target.name}: a schema can have that name only once`);
  into.set(target.name, target);
  for (const { type, propertyName } of getMetadataStorage().getTargetValidationMetadatas(target, '', false, false)) {
    if (type !== ValidationTypes.NESTED_VALIDATION) continue;
    withNestedClasses(
      defaultMetadataStorage.findTypeMetadata(target, propertyName).typeFunction() as ContractClass,
      into,
    );
  }
  return into;
}
