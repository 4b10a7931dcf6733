import type { PersonalKind } from '@gongyou/contracts';

/** A value in the one form in which it is looked up: people write spaces, full-width digits and country codes, or leave them out. */
export function normalized(kind: PersonalKind, value: string): string {
  const plain = value.normalize('NFKC').replace(/\s/gu, '');
  switch (kind) {
    case 'identityNumber':
      return plain.toUpperCase();
    case 'phone':
      return plain.replace(/[^0-9]/g, '').replace(/^(?:0086|86)(?=1[0-9]{10}$)/, '');
    case 'bankAccount':
      return plain.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
    case 'name':
      // The dot between the parts of a name is written in many ways.
      return plain.replace(/[.•‧・∙⋅．]/gu, '·').toLowerCase();
    case 'birthDay':
    case 'address':
    case 'photo':
      return plain;
  }
}
