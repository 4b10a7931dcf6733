import type { PersonalKind } from '@gongyou/contracts';

/**
 * What may be shown of a personal field to whoever has to recognize it and need not know it: `张*明`, `138****5678`,
 * `3702************1X`. A value that is too short for its mask is hidden wholly.
 */
export function masked(kind: PersonalKind, value: string): string {
  const characters = [...value];
  switch (kind) {
    case 'name':
      return characters.length === 2 ? `${characters[0]}*` : endsOf(characters, { first: 1, last: 1, hiding: 1 });
    case 'identityNumber':
      return endsOf(characters, { first: 4, last: 2, hiding: 8 });
    case 'phone':
      return endsOf(characters, { first: 3, last: 4, hiding: 4 });
    case 'bankAccount':
      return endsOf(characters, { first: 0, last: 4, hiding: 8 });
    case 'birthDay':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value.slice(0, 4)}-**-**` : hidden;
    case 'address':
      // Province and city, as most addresses begin.
      return characters.length > 12 ? `${characters.slice(0, 6).join('')}${hidden}` : hidden;
    case 'photo':
      return hidden;
  }
}

const hidden = '****';

/** The longest run of stars: a mask fits into a column, whatever the value. */
const MOST_STARS = 16;

/** `hiding`: how many characters must stand between the ends, so that they do not tell the rest. */
function endsOf(characters: readonly string[], { first, last, hiding }: Record<'first' | 'last' | 'hiding', number>) {
  const between = characters.length - first - last;
  if (between < hiding) return hidden;
  const stars = '*'.repeat(Math.min(between, MOST_STARS));
  return `${characters.slice(0, first).join('')}${stars}${characters.slice(characters.length - last).join('')}`;
}
