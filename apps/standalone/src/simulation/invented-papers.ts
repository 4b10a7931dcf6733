import type { ContractKind, EducationLevel } from '@gongyou/contracts';
import { type Day, retirementDay, retirementGroup } from '@gongyou/domain';
import type { Randomness } from '../randomness';
import type { InventedPerson } from './invented-person';

/** Most have junior secondary school, few have more. */
export const inventedEducation = (chance: Randomness): EducationLevel =>
  chance.oneOf(['01', '01', '02', '02', '02', '02', '02', '03', '04', '05'] as const);

const provinces = [...'豫川黔皖湘鄂赣陕甘桂'];
const townships = ['河口', '石桥', '柳林', '双坝', '高台'];

/** An address in a village that is nowhere. */
export const inventedAddress = (chance: Randomness): string =>
  `${chance.oneOf(provinces)}省示例县${chance.oneOf(townships)}镇${chance.between(1, 40)}组`;

/** Whoever reaches the retirement age before the story ends works by an agreement from the first (OA-04). */
export function paperFor({ sex, bornOn }: InventedPerson, until: Day): ContractKind {
  return retirementDay(bornOn, retirementGroup(sex, false)) <= until ? 'employmentAgreement' : 'labourContract';
}
