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

/** A programme file that cannot be used, with every fault that was found, in the order of the text. */
export class ProgrammeFileError extends Error {
  override readonly name = 'ProgrammeFileError';
  readonly code = 'supervision.programmeFile.faulty';
  readonly faults: readonly ProgrammeFileFault[];

  constructor(
    readonly fileName: string,
    faults: readonly ProgrammeFileFault[],
  ) {
    const sorted = [...faults].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    super(messageOf(fileName, sorted));
    this.faults = sorted;
  }
}

/** As many faults as a person reads; a hostile file may have hundreds of thousands. */
const mostInMessage = 100;

function messageOf(fileName: string, faults: readonly ProgrammeFileFault[]): string {
  const more = faults.length - mostInMessage;
  return [
    `${fileName}: ${faults.length} fault(s) / ${faults.length} 处错误`,
    ...faults.slice(0, mostInMessage).map(asLine),
    ...(more > 0 ? [`  and ${more} more / 另有 ${more} 处`] : []),
  ].join('\n');
}

function asLine({ line, column, path, zh, en }: ProgrammeFileFault): string {
  const place = line === undefined ? '' : `${line}:${column} `;
  return `  ${place}${path === '' ? '' : `${path}: `}${en} / ${zh}`;
}
