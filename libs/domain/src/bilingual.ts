import { IsText } from './text';

/** One text in the two languages of the platform. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Longest text of one language in a `BilingualText`, in characters (Unicode code points). */
export const bilingualTextMaxLength = 2000;

/** A text that a command or an event carries in both languages. Neither may be blank. */
export class BilingualText implements Bilingual {
  @IsText(bilingualTextMaxLength) zh!: string;
  @IsText(bilingualTextMaxLength) en!: string;
}
