import { adoptionIdOf } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import { ProgrammeHandling } from '../programme/programme.aggregate';
import { versionOf } from '../programme/programme.decider';
import type { AdoptedProgramme } from './adopted-programme';
import { AdoptionHandling } from './adoption.aggregate';

/** Finds an adopted programme as the ledger has it now. */
@Injectable()
export class AdoptedProgrammeLookup {
  constructor(
    private readonly adoptions: AdoptionHandling,
    private readonly programmes: ProgrammeHandling,
  ) {}

  /** `undefined` when the organization has not adopted the programme. */
  async find(of: { programmeId: string; organizationId: string }): Promise<AdoptedProgramme | undefined> {
    const { state: adoption } = await this.adoptions.state(adoptionIdOf(of));
    if (adoption.stage !== 'adopted') return undefined;
    const { programmeVersion, unitOfDepartment, officeUnitId } = adoption;
    const programme = versionOf((await this.programmes.state(of.programmeId)).state, programmeVersion);
    if (!programme) throw new Error(`version ${programmeVersion} of ${of.programmeId} was adopted but never published`);
    return { programmeVersion, programme, unitOfDepartment, officeUnitId };
  }
}
