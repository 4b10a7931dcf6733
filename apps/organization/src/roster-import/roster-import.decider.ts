import type {
  BeginRosterImport,
  EndRosterImport,
  RefusedRow,
  RosterImportEvent,
  TakeRosterRows,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

/** A part of the file that was taken, and where in the import's stream that stands. */
export interface TakenPart {
  fromRow: number;
  toRow: number;
  revision: number;
  registered: number;
  known: number;
  refused: number;
}

export interface NotBegun {
  stage: 'notBegun';
}

export interface Begun {
  stage: 'begun' | 'ended';
  organizationId: string;
  fileName: string;
  begunOn: Day;
  /** In the order in which they were taken; no two hold the same row. */
  parts: readonly TakenPart[];
}

export type RosterImportState = NotBegun | Begun;

/** What came of the rows of a part. */
export interface RowOutcomes {
  registered: number;
  known: number;
  refused: RefusedRow[];
}

/** The commands; the outcomes are those of the rows' own commands, carried out before. None are needed for a part that was taken. */
export type RosterImportWish =
  | { type: 'BeginRosterImport'; data: BeginRosterImport }
  | { type: 'TakeRosterRows'; data: TakeRosterRows; outcomes?: RowOutcomes }
  | { type: 'EndRosterImport'; data: EndRosterImport };

/** The import of a roster in parts, each taken once (provision CC-13c). */
export const rosterImport: Decider<RosterImportWish, RosterImportEvent, RosterImportState> = {
  initialState: { stage: 'notBegun' },
  evolve,
  decide,
};

function evolve(state: RosterImportState, event: RosterImportEvent): RosterImportState {
  switch (event.type) {
    case 'RosterImportBegan': {
      const { organizationId, fileName, begunOn } = event.data;
      return { stage: 'begun', organizationId, fileName, begunOn, parts: [] };
    }
    case 'RosterRowsTaken': {
      const { fromRow, toRow, registered, known, refused } = event.data;
      const begun = state as Begun;
      // The stream begins with the import, and holds nothing but parts until it ends.
      const revision = begun.parts.length + 1;
      const part = { fromRow, toRow, revision, registered, known, refused: refused.length };
      return { ...begun, parts: [...begun.parts, part] };
    }
    case 'RosterImportEnded':
      return { ...(state as Begun), stage: 'ended' };
    default:
      return unknownFact(event);
  }
}

function decide(wish: RosterImportWish, state: RosterImportState, moment: Moment): RosterImportEvent[] {
  switch (wish.type) {
    case 'BeginRosterImport':
      return begin(wish.data, state, moment);
    case 'TakeRosterRows':
      return take(wish.data, wish.outcomes, begun(state));
    case 'EndRosterImport':
      return end(wish.data, begun(state), moment);
    default:
      return unknownWish(wish);
  }
}

export const rosterImportRefusals = {
  'organization.rosterImport.unknown': { zh: '没有这次导入', en: 'There is no such import.' },
  'organization.rosterImport.alreadyBegun': {
    zh: '该编号已用于另一次导入（{fileName}），请换用新的编号',
    en: 'This id was used for another import ({fileName}). Use a new one.',
  },
  'organization.rosterImport.ended': { zh: '该次导入已结束', en: 'This import has ended.' },
  'organization.rosterImport.partUnknown': {
    zh: '没有从该行开始的部分',
    en: 'No part that begins at this row was taken.',
  },
  'organization.rosterImport.rowsBackwards': {
    zh: '起始行 {fromRow} 在终止行 {toRow} 之后',
    en: 'The part begins at row {fromRow}, behind its end at row {toRow}.',
  },
  'organization.rosterImport.rowOutsidePart': {
    zh: '第 {row} 行不在该部分之内，或出现两次',
    en: 'Row {row} does not lie in the part, or stands in it twice.',
  },
  'organization.rosterImport.partlyTaken': {
    zh: '第 {fromRow} 至 {toRow} 行已经导入，请按原来的分段重发',
    en: 'Rows {fromRow} to {toRow} were taken before. Send the parts as they were cut the first time.',
  },
} as const satisfies Record<`organization.rosterImport.${string}`, Bilingual>;

export const refuse: RefuseOf<typeof rosterImportRefusals> = refuseWith(rosterImportRefusals);

function begin(
  { importId, organizationId, fileName }: BeginRosterImport,
  state: RosterImportState,
  { today }: Moment,
): RosterImportEvent[] {
  if (state.stage === 'notBegun')
    return [{ type: 'RosterImportBegan', data: { importId, organizationId, fileName, begunOn: today } }];
  if (state.organizationId === organizationId && state.fileName === fileName) return [];
  return refuse('organization.rosterImport.alreadyBegun', { fileName: state.fileName });
}

function take(data: TakeRosterRows, outcomes: RowOutcomes | undefined, state: Begun): RosterImportEvent[] {
  checkPart(data);
  if (partOf(data, state)) return [];
  if (state.stage === 'ended') refuse('organization.rosterImport.ended');
  const { importId, fromRow, toRow } = data;
  const overlap = state.parts.find((part) => part.fromRow <= toRow && fromRow <= part.toRow);
  if (overlap) refuse('organization.rosterImport.partlyTaken', { fromRow: overlap.fromRow, toRow: overlap.toRow });
  if (!outcomes) throw new Error('the rows of a part that is new were not carried out');
  return [{ type: 'RosterRowsTaken', data: { importId, fromRow, toRow, ...outcomes } }];
}

function end({ importId }: EndRosterImport, state: Begun, { today }: Moment): RosterImportEvent[] {
  return state.stage === 'ended' ? [] : [{ type: 'RosterImportEnded', data: { importId, endedOn: today } }];
}

/** The part as it was taken before, if it was. */
export const partOf = (
  { fromRow, toRow }: Pick<TakenPart, 'fromRow' | 'toRow'>,
  { parts }: Begun,
): TakenPart | undefined => parts.find((part) => part.fromRow === fromRow && part.toRow === toRow);

/** Throws `Refusal` for a part that could not be told from another. */
export function checkPart({ fromRow, toRow, rows }: TakeRosterRows): void {
  if (fromRow > toRow) refuse('organization.rosterImport.rowsBackwards', { fromRow, toRow });
  const seen = new Set<number>();
  for (const { row } of rows) {
    if (row < fromRow || row > toRow || seen.has(row)) refuse('organization.rosterImport.rowOutsidePart', { row });
    seen.add(row);
  }
}

export function begun(state: RosterImportState): Begun {
  return state.stage === 'notBegun' ? refuse('organization.rosterImport.unknown') : state;
}
