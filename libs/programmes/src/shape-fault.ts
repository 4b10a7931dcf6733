import type { Violation } from '@gongyou/contracts';
import type { Bilingual } from '@gongyou/domain';
import type { ProgrammeFileFault } from './programme-file-error';
import { asPath, type Place } from './yaml-place';

/** A breach of the programme's contract in the words of somebody who writes a file: where it stands and what should. */
export function shapeFault(violation: Violation, plain: unknown, placeOf: (path: string) => Place): ProgrammeFileFault {
  const path = asPath(violation.pointer);
  const code = codeOf(violation, plain);
  return { code: `supervision.programmeFile.${code}`, path, ...textsOf(code, violation), ...placeOf(path) };
}

function codeOf(
  { rule, pointer }: Violation,
  plain: unknown,
): 'unknownField' | 'missing' | 'notAnObject' | 'wrongValue' {
  if (rule === 'whitelistValidation') return 'unknownField';
  if (pointer === '') return 'notAnObject';
  return valueAt(plain, pointer) == null ? 'missing' : 'wrongValue';
}

function textsOf(code: ReturnType<typeof codeOf>, violation: Violation): Bilingual {
  if (code === 'unknownField') return unknownFieldTexts;
  if (code === 'missing') return { zh: '缺少此项', en: 'This is missing.' };
  if (code === 'notAnObject')
    return { zh: '方案文件须为一个 YAML 映射', en: 'A programme file must be one YAML mapping.' };
  if (violation.rule === 'matches') return formOf(violation.pointer);
  const allowed = violation.message.split('following values: ')[1];
  const zh = allowed ? `须为以下之一：${allowed}` : (ruleTexts[violation.rule] ?? '此项的值不符合要求');
  return { zh, en: `${violation.message}.` };
}

const unknownFieldTexts: Bilingual = { zh: '方案中没有这个字段', en: 'A programme has no such field.' };

/** The fault of a field that stands where none of that name belongs. */
export const unknownField = (path: string): ProgrammeFileFault => ({
  code: 'supervision.programmeFile.unknownField',
  path,
  ...unknownFieldTexts,
});

/** What an identifier looks like depends on what it names. */
function formOf(pointer: string): Bilingual {
  const field = pointer.split('/').at(-1) ?? '';
  if (field === 'indicator')
    return {
      zh: '指标须用小驼峰英文名，如 unionCoverageRate',
      en: 'An indicator is named in lower camel case, like unionCoverageRate.',
    };
  if (field === 'unit')
    return { zh: '单位须为英文字母，如 percent', en: 'A unit is written in letters, like percent.' };
  if (field === 'source') return { zh: '来源须为文件名', en: 'The source is a plain file name.' };
  if (/provision/i.test(field))
    return {
      zh: '条款编号由字母、数字和连字符组成，如 CC-13a',
      en: 'A provision is written in letters, digits and dashes, like CC-13a.',
    };
  return {
    zh: '标识须由小写字母、数字和连字符组成，如 cccc-reform',
    en: 'An identifier is written in lower-case letters, digits and dashes, like cccc-reform.',
  };
}

const ruleTexts: Readonly<Record<string, string>> = {
  isPlainObject: '此处须为映射（键和值）',
  isArray: '此处须为列表',
  isString: '此处须为文本',
  isText: '此处须为文本：不能为空，不能过长，不含控制字符',
  isInt: '此处须为整数',
  isNumber: '此处须为数字，最多四位小数',
  isDay: '此处须为日期，格式为 YYYY-MM-DD',
  maxLength: '文本过长',
  min: '数值过小',
  max: '数值过大',
  arrayMinSize: '列表中至少要有一项',
  arrayMaxSize: '列表中的项过多',
};

function valueAt(plain: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, token) => (value as Record<string, unknown> | null | undefined)?.[token], plain);
}
