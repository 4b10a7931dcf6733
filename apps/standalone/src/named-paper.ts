import { createHash } from 'node:crypto';

/** A paper as evidence. Its hash is that of its name: neither the example nor the simulation has files. */
export const namedPaper = (fileName: string): { fileName: string; sha256: string } => ({
  fileName,
  sha256: createHash('sha256').update(fileName).digest('hex'),
});
