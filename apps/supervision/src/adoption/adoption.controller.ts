import {
  AdoptProgramme,
  adoptionIdOf,
  type DepartmentMapping,
  IssueReport,
  type Programme,
  RemapDepartments,
  TakeOverAmendment,
} from '@gongyou/contracts';
import { NatsLedger, OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ProgrammeHandling } from '../programme/programme.aggregate';
import { versionOf } from '../programme/programme.decider';
import { AdoptedProgrammeLookup } from './adopted-programme.lookup';
import { AdopterUnitsLookup } from './adopter-units.lookup';
import { AdoptionHandling } from './adoption.aggregate';

/** Commands on adopted programmes. */
@Controller()
export class AdoptionController {
  constructor(
    private readonly adoptions: AdoptionHandling,
    private readonly programmes: ProgrammeHandling,
    private readonly adoptedProgrammes: AdoptedProgrammeLookup,
    private readonly adopterUnits: AdopterUnitsLookup,
    private readonly ledger: NatsLedger,
  ) {}

  @OnCommand(AdoptProgramme)
  async adopt(data: AdoptProgramme, sender: Sender) {
    const programme = await this.version(data.programmeId, data.programmeVersion);
    const named = [data.organizationId, data.officeUnitId, ...unitIdsOf(data.departments)];
    const units = await this.adopterUnits.find(data.organizationId, named);
    return this.adoptions.handle(adoptionIdOf(data), { type: 'AdoptProgramme', data, programme, units }, sender);
  }

  @OnCommand(RemapDepartments)
  async remap(data: RemapDepartments, sender: Sender) {
    const programme = (await this.adoptedProgrammes.find(data))?.programme;
    const units = await this.adopterUnits.find(data.organizationId, unitIdsOf(data.departments));
    return this.adoptions.handle(adoptionIdOf(data), { type: 'RemapDepartments', data, programme, units }, sender);
  }

  @OnCommand(TakeOverAmendment)
  async takeOver(data: TakeOverAmendment, sender: Sender) {
    const programme = await this.version(data.programmeId, data.programmeVersion);
    const units = await this.adopterUnits.find(data.organizationId, unitIdsOf(data.departments));
    return this.adoptions.handle(adoptionIdOf(data), { type: 'TakeOverAmendment', data, programme, units }, sender);
  }

  @OnCommand(IssueReport)
  async issueReport(data: IssueReport, sender: Sender) {
    const { head: lastPosition } = await this.ledger.feed({ after: data.asOfPosition, limit: 1, waitMs: 0 });
    return this.adoptions.handle(adoptionIdOf(data), { type: 'IssueReport', data, lastPosition }, sender);
  }

  private async version(programmeId: string, version: number): Promise<Programme | undefined> {
    return versionOf((await this.programmes.state(programmeId)).state, version);
  }
}

const unitIdsOf = (departments: readonly DepartmentMapping[]): string[] => departments.map(({ unitId }) => unitId);
