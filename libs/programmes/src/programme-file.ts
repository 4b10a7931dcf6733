import { checked, ContractViolation, Programme, programmeFaults, type Violation } from '@gongyou/contracts';
import { type Document, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { ProgrammeFileError, type ProgrammeFileFault } from './programme-file-error';
import { shapeFault, unknownField } from './shape-fault';
import { linesOf, type Place } from './yaml-place';

/** Longest programme file, in characters: some four times the largest programme that fits into an event. */
export const programmeFileMaxCharacters = 1_000_000;

/**
 * The programme that a YAML text holds (see docs/programme-files.md).
 *
 * @param fileName stands in the error only
 * @throws ProgrammeFileError with every fault found: first of the YAML, then of the shape, then of what refers to what;
 *   each of these is only looked at when the one before is sound
 */
export function loadProgramme(yamlText: string, fileName: string): Programme {
  const refuse = (faults: readonly ProgrammeFileFault[]): never => {
    throw new ProgrammeFileError(fileName, faults);
  };
  if (yamlText.length > programmeFileMaxCharacters) refuse([tooLarge(yamlText.length)]);

  const lineCounter = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter, version: '1.2', stringKeys: true, prettyErrors: false });
  const broken = yamlFaults(document, lineCounter);
  if (broken.length > 0) refuse(broken);

  const plain: unknown = document.toJS();
  const placeOf = linesOf(document, lineCounter);
  const programme = shaped(plain, (violations) => refuse(violations.map((each) => shapeFault(each, plain, placeOf))));
  const faults = programmeFaults(programme);
  if (faults.length > 0) refuse(faults.map(({ code, path, zh, en }) => ({ code, path, zh, en, ...placeOf(path) })));
  return programme;
}

function yamlFaults(document: Document.Parsed, lineCounter: LineCounter): ProgrammeFileFault[] {
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const errors = [...document.errors, ...document.warnings];
  // Out of stack: what the parser says about the rest of the text means nothing.
  if (errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return [tooDeep];
  const faults = errors.map((error) => yamlFault(error, placeAt(error.pos[0])));
  visit(document, {
    // Aliases can make a small file unfold into gigabytes, or into itself. A programme has no use for them.
    Alias: (_, alias) => {
      faults.push({ ...aliasFault, ...placeAt(alias.range?.[0] ?? 0) });
    },
    // The shape check skips names that every object has, so it would drop these without a word.
    Pair: (_, { key }) => {
      if (isScalar<string>(key) && key.value in Object.prototype) {
        faults.push({ ...unknownField(key.value), ...placeAt(key.range?.[0] ?? 0) });
      }
    },
    Collection: (_, __, ancestors) => {
      if (ancestors.length <= mostAncestors) return undefined;
      faults.push(tooDeep);
      return visit.BREAK;
    },
  });
  return faults;
}

/** Three times what a target within an item within a measure has. */
const mostAncestors = 40;

function shaped(plain: unknown, refuse: (violations: readonly Violation[]) => never): Programme {
  try {
    return checked(Programme, plain);
  } catch (error) {
    if (error instanceof ContractViolation) refuse(onePerPlace(error.violations));
    throw error;
  }
}

/** A missing text is also no text, too short and in the wrong form: the first word is enough. */
function onePerPlace(violations: readonly Violation[]): Violation[] {
  const first = new Map<string, Violation>();
  for (const violation of violations) {
    const earlier = first.get(violation.pointer);
    if (!earlier || rank(violation) < rank(earlier)) first.set(violation.pointer, violation);
  }
  return [...first.values()];
}

const kindFirst = ['whitelistValidation', 'isPlainObject', 'isArray', 'isString', 'isInt', 'isNumber'];
const rank = ({ rule }: Violation): number => (kindFirst.indexOf(rule) + kindFirst.length + 1) % (kindFirst.length + 1);

function yamlFault(error: YAMLError, place: Place): ProgrammeFileFault {
  const code = error.code === 'DUPLICATE_KEY' ? 'duplicateKey' : 'brokenYaml';
  const zh = error.code === 'DUPLICATE_KEY' ? '同一个键写了两次' : 'YAML 格式错误';
  return { code: `supervision.programmeFile.${code}`, path: '', zh, en: `${error.message}.`, ...place };
}

const aliasFault: ProgrammeFileFault = {
  code: 'supervision.programmeFile.alias',
  path: '',
  zh: '方案文件不得使用 YAML 别名（*）',
  en: 'A programme file may not use YAML aliases (*).',
};

const tooDeep: ProgrammeFileFault = {
  code: 'supervision.programmeFile.tooDeep',
  path: '',
  zh: '方案文件嵌套过深',
  en: 'The programme file is nested too deeply.',
};

const tooLarge = (characters: number): ProgrammeFileFault => ({
  code: 'supervision.programmeFile.tooLarge',
  path: '',
  zh: `方案文件过大：${characters} 个字符，上限 ${programmeFileMaxCharacters}`,
  en: `The programme file is too large: ${characters} characters, at most ${programmeFileMaxCharacters}.`,
});
