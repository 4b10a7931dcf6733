/** Where a record stands in the server's log. Events that were committed together may share the commit position. */
export interface LogPosition {
  commit: number;
  prepare: number;
}

export const isAfter = (one: LogPosition, other: LogPosition): boolean =>
  one.commit > other.commit || (one.commit === other.commit && one.prepare > other.prepare);

export const isSamePlace = (one: LogPosition, other: LogPosition): boolean =>
  one.commit === other.commit && one.prepare === other.prepare;
