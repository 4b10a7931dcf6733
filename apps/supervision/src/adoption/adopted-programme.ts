import type { Programme } from '@gongyou/contracts';

/** An adopted programme as decisions on its tasks and indicator returns need it. */
export interface AdoptedProgramme {
  /** The version that the adopter follows, and its content. */
  programmeVersion: number;
  programme: Programme;
  /** The unit that each department of the programme is mapped to. */
  unitOfDepartment: ReadonlyMap<string, string>;
  officeUnitId: string;
}
