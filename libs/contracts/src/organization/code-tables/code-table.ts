import { type Bilingual } from '@gongyou/domain';
import { IsIn } from 'class-validator';

/**
 * A table of codes of the field, as data: what a code means, and where the table was taken from. A code that was ever accepted stays
 * in its table, since it stands in events; what a later edition adds is added, under a new version.
 */
export interface CodeTable<Code extends string = string> {
  name: Bilingual;
  /** Of this copy: the year it was taken in, and a running number. */
  version: string;
  /** The standard that it follows, and what this copy was taken from. */
  source: string;
  codes: Readonly<Record<Code, Bilingual>>;
}

export const codesOf = <Code extends string>(table: CodeTable<Code>): Code[] => Object.keys(table.codes) as Code[];

/** The property must be a code of the table. */
export const IsCodeOf = (table: CodeTable): PropertyDecorator => IsIn(codesOf(table));
