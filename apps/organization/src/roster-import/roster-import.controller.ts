import {
  BeginRosterImport,
  type ContractClass,
  commandContract,
  EndRosterImport,
  queryContract,
  RosterImport,
  type RosterImportAnswer,
  RosterImportPart,
  type RosterImportPartAnswer,
  TakeRosterRows,
} from '@gongyou/contracts';
import { Access, NatsLedger, OnCommand, OnQuery, recordedEvent, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { registrarsOf, RosterImports } from './roster-import.aggregate';
import {
  type Begun,
  begun,
  checkPart,
  partOf,
  refuse,
  type RowOutcomes,
  type TakenPart,
} from './roster-import.decider';
import { RosterRows } from './roster-rows.commands';

/** Imports of rosters, part by part. */
@Controller()
export class RosterImportController {
  constructor(
    private readonly imports: RosterImports,
    private readonly rows: RosterRows,
    private readonly ledger: NatsLedger,
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
    if (state.stage !== 'begun' || partOf(data, state))
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

  @OnQuery(RosterImport)
  async progress({ import: importId }: RosterImport, sender: Sender): Promise<RosterImportAnswer> {
    const { stage, organizationId, fileName, begunOn, parts } = await this.begun(importId, RosterImport, sender);
    const sum = (of: (part: TakenPart) => number): number => parts.reduce((total, part) => total + of(part), 0);
    return {
      ...{ importId, organizationId, fileName, begunOn, hasEnded: stage === 'ended' },
      rows: sum(({ fromRow, toRow }) => toRow - fromRow + 1),
      registered: sum(({ registered }) => registered),
      known: sum(({ known }) => known),
      refused: sum(({ refused }) => refused),
    };
  }

  @OnQuery(RosterImportPart)
  async part({ import: importId, fromRow }: RosterImportPart, sender: Sender): Promise<RosterImportPartAnswer> {
    const { parts } = await this.begun(importId, RosterImportPart, sender);
    const taken = parts.find((part) => part.fromRow === fromRow) ?? refuse('organization.rosterImport.partUnknown');
    const request = { stream: `rosterImport-${importId}`, from: taken.revision, limit: 1 };
    const { events } = await this.ledger.readStream(request);
    return recordedEvent(events[0]!).data as unknown as RosterImportPartAnswer;
  }

  /** Whoever may not see it does not learn whether it is there. */
  private async begun(importId: string, query: ContractClass, sender: Sender): Promise<Begun> {
    const { roles } = queryContract(query);
    await this.access.check(sender, { roles, units: 'any' });
    const { state } = await this.imports.state(importId);
    await this.access.check(sender, { roles, units: registrarsOf(state) });
    return begun(state);
  }

  private async outcomes({ importId, rows }: TakeRosterRows, state: Begun, sender: Sender): Promise<RowOutcomes> {
    const of = { importId, organizationId: state.organizationId, begunOn: state.begunOn };
    const outcomes = await this.rows.take(rows, of, sender);
    return {
      registered: outcomes.filter((outcome) => outcome === 'registered').length,
      known: outcomes.filter((outcome) => outcome === 'known').length,
      refused: outcomes.filter((outcome) => typeof outcome === 'object').sort((a, b) => a.row - b.row),
    };
  }
}
