import {
  BeginRosterImport,
  commandContract,
  EndRosterImport,
  type RosterImportRow,
  TakeRosterRows,
} from '@gongyou/contracts';
import { Access, OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { registrarsOf, RosterImports } from './roster-import.aggregate';
import { checkPart, isTaken, type Begun, type RowOutcomes } from './roster-import.decider';
import { type RowOutcome, RosterRows } from './roster-row.commands';

/** Rows that are carried out at once: their appends share the ledger's commits. */
const AT_ONCE = 25;

/** Imports of rosters, part by part. */
@Controller()
export class RosterImportController {
  constructor(
    private readonly imports: RosterImports,
    private readonly rows: RosterRows,
    private readonly access: Access,
  ) {}

  @OnCommand(BeginRosterImport)
  begin(data: BeginRosterImport, sender: Sender) {
    return this.imports.handle(data.importId, { type: 'BeginRosterImport', data }, sender);
  }

  /** The rows first, then the record that they were taken: whoever dies in between repeats rows that are safe to repeat. */
  @OnCommand(TakeRosterRows)
  async take(data: TakeRosterRows, sender: Sender) {
    const { state } = await this.imports.state(data.importId);
    if (state.stage !== 'begun' || isTaken(data, state))
      return this.imports.handle(data.importId, { type: 'TakeRosterRows', data }, sender);
    await this.access.check(sender, { roles: commandContract(TakeRosterRows).roles, units: registrarsOf(state) });
    checkPart(data);
    const outcomes = await this.outcomes(data, state, sender);
    return this.imports.handle(data.importId, { type: 'TakeRosterRows', data, outcomes }, sender);
  }

  @OnCommand(EndRosterImport)
  end(data: EndRosterImport, sender: Sender) {
    return this.imports.handle(data.importId, { type: 'EndRosterImport', data }, sender);
  }

  private async outcomes({ importId, rows }: TakeRosterRows, state: Begun, sender: Sender): Promise<RowOutcomes> {
    const of = { importId, organizationId: state.organizationId, begunOn: state.begunOn };
    const waiting = [...rows];
    const outcomes: RowOutcome[] = [];
    const takeOneByOne = async (): Promise<void> => {
      for (let row: RosterImportRow | undefined; (row = waiting.shift());) {
        outcomes.push(await this.rows.take(row, of, sender));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, takeOneByOne));
    return {
      registered: outcomes.filter((outcome) => outcome === 'registered').length,
      known: outcomes.filter((outcome) => outcome === 'known').length,
      refused: outcomes.filter((outcome) => typeof outcome === 'object').sort((a, b) => a.row - b.row),
    };
  }
}
