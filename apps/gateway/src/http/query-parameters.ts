import { PlatformProblem } from '@gongyou/messaging';

/**
 * The parameters of a query, each given once and with a value: what a repeated or an empty one means would be a guess.
 * Unknown names are left for the contract to refuse.
 */
export function singleParameters(query: Readonly<Record<string, unknown>>): Record<string, string> {
  const single: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(query)) {
    const parameter = shown(name);
    if (typeof value !== 'string') {
      throw new PlatformProblem('invalid', 'request.repeatedParameter', {
        zh: `参数 ${parameter} 只能给出一次`,
        en: `Parameter ${parameter} is given more than once.`,
      });
    }
    if (value === '') {
      throw new PlatformProblem('invalid', 'request.emptyParameter', {
        zh: `参数 ${parameter} 没有值`,
        en: `Parameter ${parameter} has no value.`,
      });
    }
    single[name] = value;
  }
  return { ...single };
}

/** As a problem may repeat it. */
const shown = (name: string): string => (/^[A-Za-z][A-Za-z0-9]{0,40}$/.test(name) ? name : '');

/** A position of the ledger as a caller wrote it: passed on as it is, refused by the same rule as on the bus. */
export function wholeNumberText(name: string, text: string | undefined): string | undefined {
  if (text === undefined || /^[0-9]{1,15}$/.test(text)) return text;
  throw new PlatformProblem('invalid', 'request.badHeader', {
    zh: `${name} 应为非负整数`,
    en: `${name} must be a whole number.`,
  });
}
