import type { Programme } from '@gongyou/contracts';
import type { EntityManager } from 'typeorm';
import { ProgrammeVersionRecord } from '../programme-register/programme-version.entity';
import type { BothClocks } from '../reading/both-clocks';
import { type Adoption, adoptionAsOf } from './adoption';
import { AdoptionChange } from './adoption-change.entity';

/** An adoption and the version of the programme that it follows. */
export interface ProgrammeInForce {
  adoption: Adoption;
  programme: Programme;
}

/** What an organization had adopted on both clocks; undefined before it did. */
export async function programmeInForce(
  tx: EntityManager,
  programmeId: string,
  organizationId: string,
  asOf: BothClocks,
): Promise<ProgrammeInForce | undefined> {
  const adoption = adoptionAsOf(await tx.findBy(AdoptionChange, { programmeId, organizationId }), asOf);
  if (!adoption) return undefined;
  const { programme } = await tx.findOneByOrFail(ProgrammeVersionRecord, {
    programmeId,
    version: adoption.programmeVersion,
  });
  return { adoption, programme };
}

/** The measures that a department leads. */
export const measuresLedBy = (programme: Programme, departmentId: string): string[] =>
  programme.measures
    .filter(({ leadDepartmentIds }) => leadDepartmentIds.includes(departmentId))
    .map(({ measureId }) => measureId);
