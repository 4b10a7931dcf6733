import type * as Storage from 'class-transformer/types/storage';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { ContractClass } from './command';

// The package keeps its types apart from its code, so that no import finds both.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const storage = require('class-transformer/cjs/storage') as typeof Storage;
export const { defaultMetadataStorage } = storage;

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
