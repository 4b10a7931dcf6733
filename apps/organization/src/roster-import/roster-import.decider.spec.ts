import type { RosterImportEvent, RosterImportRow } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { rosterImport, type RosterImportWish, type RowOutcomes } from './roster-import.decider';

const given = specify(rosterImport);
/** The day on which commands arrive. */
const TODAY = day('2026-11-20');
const importId = 'bay-bridge-2026-11';
const roster = { importId, organizationId: 'bay-bridge', fileName: '花名册.csv' };

const begin = (other: Partial<typeof roster> = {}): RosterImportWish => ({
  type: 'BeginRosterImport',
  data: { ...roster, ...other },
});
const began: RosterImportEvent = { type: 'RosterImportBegan', data: { ...roster, begunOn: TODAY } };

const row = (number: number) => ({ row: number }) as RosterImportRow;
const good: RowOutcomes = { registered: 2, known: 0, refused: [] };
const take = (fromRow: number, toRow: number, outcomes?: RowOutcomes, rows = [row(fromRow)]): RosterImportWish => ({
  type: 'TakeRosterRows',
  data: { importId, fromRow, toRow, rows },
  ...(outcomes && { outcomes }),
});
const taken = (fromRow: number, toRow: number, outcomes = good): RosterImportEvent => ({
  type: 'RosterRowsTaken',
  data: { importId, fromRow, toRow, ...outcomes },
});
const end: RosterImportWish = { type: 'EndRosterImport', data: { importId } };
const ended: RosterImportEvent = { type: 'RosterImportEnded', data: { importId, endedOn: TODAY } };

describe('The import of a roster', () => {
  it('begins on the day it is begun (CC-13c)', () => given().when(begin()).then(began));
  it('begins once, however often it is begun', () => given(began).when(begin()).thenNothing());
  it('is no other import', () =>
    given(began)
      .when(begin({ fileName: '另一份.csv' }))
      .thenRefused('organization.rosterImport.alreadyBegun', { fileName: '花名册.csv' }));

  it('takes a part with what came of its rows', () => {
    const outcomes = { registered: 1, known: 0, refused: [{ row: 3, code: 'x.y.z', zh: '不行', en: 'no' }] };
    given(began)
      .when(take(2, 3, outcomes))
      .then(taken(2, 3, outcomes));
  });
  it('takes a part once', () => given(began, taken(2, 3)).when(take(2, 3)).thenNothing());
  it('takes the parts in whatever order they come', () =>
    given(began, taken(4, 5))
      .when(take(2, 3, good))
      .then(taken(2, 3)));
  it.each([
    ['its beginning', 3, 6],
    ['its end', 1, 2],
    ['its middle', 1, 9],
    ['all', 3, 4],
  ])('refuses a part of which %s was taken', (_, fromRow, toRow) =>
    given(began, taken(2, 5))
      .when(take(fromRow, toRow, good))
      .thenRefused('organization.rosterImport.partlyTaken', { fromRow: 2, toRow: 5 }),
  );
  it('takes the part right behind one that was taken', () =>
    given(began, taken(2, 5))
      .when(take(6, 6, good))
      .then(taken(6, 6)));
  it('refuses a part that ends before it begins', () =>
    given(began)
      .when(take(3, 2, good))
      .thenRefused('organization.rosterImport.rowsBackwards'));
  it('refuses a row that lies outside its part', () =>
    given(began)
      .when(take(2, 3, good, [row(4)]))
      .thenRefused('organization.rosterImport.rowOutsidePart', { row: 4 }));
  it('refuses a row that stands twice in its part', () =>
    given(began)
      .when(take(2, 3, good, [row(2), row(2)]))
      .thenRefused('organization.rosterImport.rowOutsidePart', { row: 2 }));
  it('has to be begun', () =>
    given()
      .when(take(2, 3, good))
      .thenRefused('organization.rosterImport.unknown'));

  it('ends once', () => {
    given(began).when(end).then(ended);
    given(began, ended).when(end).thenNothing();
  });
  it('takes nothing more when it has ended, and knows what it took', () => {
    given(began, taken(2, 3), ended)
      .when(take(4, 5, good))
      .thenRefused('organization.rosterImport.ended');
    given(began, taken(2, 3), ended).when(take(2, 3)).thenNothing();
  });
});
