import {
  checked,
  type CodeTable,
  ContractViolation,
  educationLevels,
  ethnicGroups,
  identityDocumentTypes,
  RosterImportRow,
  type Violation,
  workRoles,
  workTypes,
} from '@gongyou/contracts';
import type { Bilingual } from '@gongyou/domain';
import { HttpProblem } from '../http/http-problem';
import { violationText } from '../http/violation-texts';
import type { TableRow } from './table-rows';

type Field = Exclude<keyof RosterImportRow, 'row'>;

interface Column {
  field: Field;
  /** Turns what people write into what the contract takes; what it does not know stays, for the contract to refuse. */
  read?: (text: string) => unknown;
}

/** A code, or the word that it stands for. */
const codeIn = ({ codes }: CodeTable): Column['read'] => {
  const byWord = new Map(Object.entries(codes).map(([code, { zh }]) => [zh, code]));
  return (text) => byWord.get(text) ?? text;
};

const wordOf =
  (words: Readonly<Record<string, string>>): Column['read'] =>
  (text) =>
    words[text] ?? text;

/** A day as people write it: 2026-3-1, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301. */
const day: Column['read'] = (text) => {
  const [, year, month, date] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  return year ? `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}` : text;
};

const wholeNumber: Column['read'] = (text) => (/^\d{1,6}$/.test(text) ? Number(text) : text);
const capitals: Column['read'] = (text) => text.toUpperCase();

/** The columns of a roster by their names, as the national platform's templates have them where they have them (DS-04, DS-08, DS-10). */
export const rosterColumns: Readonly<Record<string, Column>> = {
  姓名: { field: 'name' },
  证件类型: { field: 'identityDocumentType', read: codeIn(identityDocumentTypes) },
  证件号码: { field: 'identityNumber', read: capitals },
  性别: { field: 'sex', read: wordOf({ 男: 'male', 女: 'female' }) },
  出生日期: { field: 'birthDay', read: day },
  民族: { field: 'ethnicGroup', read: codeIn(ethnicGroups) },
  文化程度: { field: 'education', read: codeIn(educationLevels) },
  手机号码: { field: 'phone' },
  户籍地址: { field: 'registeredAddress' },
  现住址: { field: 'presentAddress' },
  合同类型: {
    field: 'contractKind',
    read: wordOf({ 劳动合同: 'labourContract', 用工书面协议: 'employmentAgreement' }),
  },
  用人单位编号: { field: 'employerUnitId' },
  合同签订日期: { field: 'contractSignedOn', read: day },
  合同开始日期: { field: 'contractStartsOn', read: day },
  合同结束日期: { field: 'contractEndsOn', read: day },
  安全培训日期: { field: 'safetyTrainedOn', read: day },
  安全培训学时: { field: 'safetyTrainingHours', read: wholeNumber },
  项目编号: { field: 'projectId' },
  班组编号: { field: 'crewId' },
  工种: { field: 'workType', read: codeIn(workTypes) },
  工人类型: { field: 'workRole', read: codeIn(workRoles) },
  进场日期: { field: 'enteredOn', read: day },
};

export const rosterColumnNames = Object.keys(rosterColumns);
const nameOfField = new Map(Object.entries(rosterColumns).map(([name, { field }]) => [field as string, name]));

/** What is wrong with a row before any rule looks at it, by the names of its columns. */
export interface WrongRow {
  reason: Bilingual;
}

/** The row as the message API takes it, or what is wrong with it. Throws an `import.…` problem for a column that no roster has. */
export function rosterRowOf({ row, cells }: TableRow): RosterImportRow | WrongRow {
  const plain: Record<string, unknown> = { row };
  for (const [name, text] of Object.entries(cells)) {
    const column = rosterColumns[name];
    if (!column) throw unknownColumn();
    plain[column.field] = column.read ? column.read(text) : text;
  }
  try {
    return checked(RosterImportRow, plain);
  } catch (error) {
    if (!(error instanceof ContractViolation)) throw error;
    return { reason: { zh: inWords(error.violations, 'zh'), en: inWords(error.violations, 'en') } };
  }
}

export const isWrong = (row: RosterImportRow | WrongRow): row is WrongRow => 'reason' in row;

/** One reason for each column: a cell that is missing breaks all its rules at once. */
function inWords(violations: readonly Violation[], language: keyof Bilingual): string {
  const reasons = new Map<string, string>();
  for (const violation of violations) {
    const field = violation.pointer.slice(1);
    if (!reasons.has(field)) reasons.set(field, violationText(violation, language));
  }
  return [...reasons].map(([field, text]) => `${nameOfField.get(field) ?? field}: ${text}`).join('; ');
}

const unknownColumn = (): HttpProblem =>
  new HttpProblem(422, 'import.unknownColumn', {
    zh: `表头中有花名册没有的列。可用的列：${rosterColumnNames.join('、')}`,
    en: `The head has a column that no roster has. The columns are: ${rosterColumnNames.join(', ')}`,
  });
