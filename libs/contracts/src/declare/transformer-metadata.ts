import type * as Storage from 'class-transformer/types/storage';

// The package keeps its types apart from its code, so that no import finds both.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const storage = require('class-transformer/cjs/storage') as typeof Storage;

/** What class-transformer knows of the contract classes: which class a nested object is of. */
export const { defaultMetadataStorage } = storage;
