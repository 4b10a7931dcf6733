/** Markup that may be sent as it is. Made by `html` alone, so nothing reaches a page unescaped. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What may stand in a template. Lists stand one after the other; nothing is shown for `undefined`, `null` and `false`. */
export type Shown = Html | string | number | undefined | null | false | readonly Shown[];

/**
 * A template whose values are escaped, for element content and for attribute values in double quotes.
 * Values never stand in scripts, styles or attribute names.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Shown[]): Html {
  return new Html(parts.reduce((text, part, index) => text + shown(values[index - 1]) + part));
}

function shown(value: Shown): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return (value as readonly Shown[]).map(shown).join('');
  if (value === undefined || value === null || value === false) return '';
  return escaped(String(value));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

const escaped = (text: string): string => text.replace(/[&<>"'`]/g, (character) => entities[character]!);
