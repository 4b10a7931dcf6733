import type { Bilingual } from '@gongyou/domain';

/** One thing wrong in a programme file. */
export interface ProgrammeFileFault extends Bilingual {
  /** `supervision.programmeFile.…` for the file's form, `supervision.programme.…` for what does not hold together. */
  readonly code: string;
  /** As `measures[3].leadDepartmentIds[0]`; empty for the file as a whole. */
  readonly path: string;
  /** Counted from 1; none where the fault has no place in the text. */
  readonly line?: number;
  readonly column?: number;
}

/** A programme file that cannot be used. Its message lists every fault that was found, in both languages. */
export class ProgrammeFileError extends Error {
  override readonly name = 'ProgrammeFileError';
  readonly code = 'supervision.programmeFile.faulty';

  constructor(
    readonly fileName: string,
    readonly faults: readonly ProgrammeFileFault[],
  ) {
    super([`${fileName}: ${faults.length} fault(s) / ${faults.length} 处错误`, ...faults.map(asLine)].join('\n'));
  }
}

function asLine({ line, column, path, zh, en }: ProgrammeFileFault): string {
  const place = line === undefined ? '' : `${line}:${column} `;
  return `  ${place}${path === '' ? '' : `${path}: `}${en} / ${zh}`;
}
