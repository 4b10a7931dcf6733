import type { Violation } from '@gongyou/contracts';
import type { Bilingual } from '@gongyou/domain';
import type { Language } from './language';

/** What a rule asks for, in both languages, with what its English message says of bounds. */
interface RuleText extends Bilingual {
  /** Takes the bounds out of class-validator's message; they fill `{1}`, `{2}`, … */
  bounds?: RegExp;
}

/** Every rule that a contract can break, by its name in class-validator; a test holds this against all contracts. */
const ruleTexts: Readonly<Record<string, RuleText>> = {
  isObject: { zh: '须为 JSON 对象', en: 'must be a JSON object' },
  isPlainObject: { zh: '须为 JSON 对象（或对象列表）', en: 'must be a JSON object, or a list of them' },
  nestedValidation: { zh: '须为 JSON 对象（或对象列表）', en: 'must be a JSON object, or a list of them' },
  unknownValue: { zh: '不是可识别的内容', en: 'is not a known value' },
  isNotNull: { zh: '须有值；没有值时省略该字段', en: 'must have a value or be left out' },
  maxDepth: { zh: '嵌套过深', en: 'is nested too deeply' },
  maxValues: {
    zh: '整个消息不得超过 {1} 个值',
    en: 'the message must hold at most {1} values',
    bounds: /at most (\d+)/,
  },
  whitelistValidation: { zh: '没有这个字段', en: 'is not a field of this message' },
  isString: { zh: '须为文本', en: 'must be a text' },
  isText: {
    zh: '须为 1 至 {1} 个字符的文本，不能为空白，不能含控制字符',
    en: 'must be a text of 1 to {1} characters, not blank, without control characters',
    bounds: /1 to (\d+)/,
  },
  minLength: { zh: '不得少于 {1} 个字符', en: 'must have at least {1} characters', bounds: /or equal to (\d+)/ },
  maxLength: { zh: '不得超过 {1} 个字符', en: 'must have at most {1} characters', bounds: /or equal to (\d+)/ },
  matches: { zh: '格式不正确，须符合 {1}', en: 'must match {1}', bounds: /match (\/.*\/[a-z]*) regular/ },
  isArray: { zh: '须为列表', en: 'must be a list' },
  arrayMinSize: { zh: '至少须有 {1} 项', en: 'must have at least {1} entries', bounds: /at least (\d+)/ },
  arrayMaxSize: { zh: '不得超过 {1} 项', en: 'must have at most {1} entries', bounds: /more than (\d+)/ },
  arrayUnique: { zh: '各项不得重复', en: 'must not hold an entry twice' },
  isIn: { zh: '须为下列之一：{1}', en: 'must be one of: {1}', bounds: /following values: (.*)$/ },
  isInt: { zh: '须为整数', en: 'must be a whole number' },
  isNumber: { zh: '须为数字', en: 'must be a number' },
  isBoolean: { zh: '须为 true 或 false', en: 'must be true or false' },
  isUuid: { zh: '须为 UUID', en: 'must be a UUID' },
  min: { zh: '不得小于 {1}', en: 'must be at least {1}', bounds: /less than (\S+)/ },
  max: { zh: '不得大于 {1}', en: 'must be at most {1}', bounds: /greater than (\S+)/ },
  isDay: { zh: '须为真实存在的日期，写作 2026-11-20', en: 'must be a calendar day written 2026-11-20' },
  isMonth: { zh: '须为月份，写作 2026-11', en: 'must be a calendar month written 2026-11' },
  isPeriod: {
    zh: '须为报告期：年 2026、半年 2026-H1、季度 2026-Q4 或月 2026-11',
    en: 'must be a period: a year 2026, half 2026-H1, quarter 2026-Q4 or month 2026-11',
  },
  isFen: { zh: '须为以分计的非负整数', en: 'must be a whole, non-negative number of fen' },
  isCreditCode: { zh: '须为有效的统一社会信用代码', en: 'must be a valid unified social credit code' },
  isResidentId: { zh: '须为有效的公民身份号码', en: 'must be a valid resident identity number' },
};

/** A violation as the reader understands it; a rule that is not in the table is told in English. */
export function violationText({ rule, message }: Violation, language: Language): string {
  const known = ruleTexts[rule];
  if (!known) return message;
  const bounds = known.bounds?.exec(message);
  // A contract that words its own message says more than the rule alone.
  if (known.bounds && !bounds) return message;
  return known[language].replace(/\{(\d)\}/g, (_, place: string) => bounds?.[Number(place)] ?? '');
}

export const knownRules: ReadonlySet<string> = new Set(Object.keys(ruleTexts));
