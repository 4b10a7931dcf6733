import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Programme } from '@gongyou/contracts';
import { loadProgramme } from './programme-file';

/** The programmes that come with the platform, one per policy document. Each has a file of its name. */
export const programmeIds = [
  'qingdao-crew',
  'wenzhou-red-worksite',
  'haimen-reform',
  'cccc-reform',
  'liaison-officers',
] as const;

/** The programmes of `programmeIds`, in that order, read anew each time. Throws `ProgrammeFileError` for a faulty file. */
export function bundledProgrammes(): Programme[] {
  const folder = programmeFolder();
  return programmeIds.map((programmeId) => {
    const file = join(folder, `${programmeId}.yaml`);
    return loadProgramme(readFileSync(file, 'utf8'), file);
  });
}

/** The build leaves YAML where it is, so the compiled loader under `dist` looks upwards for the project's own folder. */
function programmeFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'libs', 'programmes', 'programmes');
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) throw new Error(`no libs/programmes/programmes in ${__dirname} or above`);
  }
}
