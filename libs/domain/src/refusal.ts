import type { Bilingual } from './bilingual';

/**
 * A rule said no. This is an answer, not a defect: the caller learns the code, both texts and the figures needed to put
 * it right.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Both texts, with their placeholders filled. */
  readonly texts: Bilingual;

  /**
   * @param code context.concept.theRuleThatSaidNo; part of the public contract, never renamed
   * @param texts may hold `{placeholders}`, filled from `detail`; one that `detail` does not name stays as it is
   * @param detail plain JSON figures; never personal data, since a refusal is logged and shown
   */
  constructor(
    readonly code: string,
    texts: Bilingual,
    readonly detail: RefusalDetail = {},
  ) {
    const filled = { zh: fill(texts.zh, detail), en: fill(texts.en, detail) };
    super(filled.en);
    this.texts = filled;
  }
}

/**
 * Turns a table of refusals into the function that refuses. Name its type: TypeScript only takes a call as the end of
 * the road when the function's type is written down.
 *
 * ```ts
 * export const taskRefusals = {
 *   'supervision.task.alreadyAccepted': { zh: '任务已验收', en: 'The task has been accepted already.' },
 *   'supervision.task.notYetDue': { zh: '任务 {dueOn} 才到期', en: 'The task is due only on {dueOn}.' },
 * } as const satisfies Record<`supervision.task.${string}`, Bilingual>;
 *
 * const refuse: RefuseOf<typeof taskRefusals> = refuseWith(taskRefusals);
 *
 * refuse('supervision.task.alreadyAccepted');
 * refuse('supervision.task.notYetDue', { dueOn: task.dueOn }); // does not compile without dueOn
 * ```
 */
export function refuseWith<const Table extends Readonly<Record<string, Bilingual>>>(table: Table): RefuseOf<Table> {
  return (...[code, detail]) => {
    throw new Refusal(code, table[code] as Bilingual, detail);
  };
}

/** The refusing function of a table: knows its codes, and which figures the texts of each code call for. */
export type RefuseOf<Table extends Readonly<Record<string, Bilingual>>> = (
  ...refusal: { [Code in keyof Table & string]: RefusalArguments<Code, Table[Code]> }[keyof Table & string]
) => never;

/** Plain JSON beside a refusal. */
export type RefusalDetail = Readonly<Record<string, RefusalFigure>>;
export type RefusalFigure =
  string | number | boolean | null | readonly RefusalFigure[] | { readonly [name: string]: RefusalFigure };

type RefusalArguments<Code extends string, Texts extends Bilingual> = [Placeholder<Texts['zh' | 'en']>] extends [never]
  ? [code: Code, detail?: RefusalDetail]
  : [code: Code, detail: RefusalDetail & Readonly<Record<Placeholder<Texts['zh' | 'en']>, RefusalFigure>>];

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

function fill(text: string, detail: RefusalDetail): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    if (!Object.hasOwn(detail, name)) return placeholder;
    const figure = detail[name];
    return typeof figure === 'string' ? figure : JSON.stringify(figure);
  });
}
