import { categoryCodeOf, type NationalProjectAnswer, participantTypeCodeOf, statusCodeOf } from '@gongyou/contracts';
import type { ProjectParticipant, RegisteredProject } from './project.entity';

type National = Omit<NationalProjectAnswer, 'position'>;

/** A project and its companies in the names and codes of the national data standard (DS-01, DS-02). */
export function nationalProject(
  name: string,
  { facts, status }: Pick<RegisteredProject, 'facts' | 'status'>,
  participants: readonly ProjectParticipant[],
): National {
  const { projectCode, location } = facts;
  const owners = participants.filter(({ role, leftOn }) => role === 'projectOwner' && leftOn === null);
  return {
    project: {
      projectCode,
      name,
      contractorCorpCode: facts.contractorCreditCode,
      contractorCorpName: facts.contractorName,
      category: categoryCodeOf[facts.category],
      areaCode: facts.areaCode,
      prjStatus: statusCodeOf[status],
      builderLicences: facts.builderLicences,
      owners: owners.map(({ creditCode: corpCode, companyName: corpName }) => ({ corpCode, corpName })),
      investmentTenThousandYuan: facts.contractPriceFen === undefined ? null : fromMillionths(facts.contractPriceFen),
      areaSquareMetres: facts.areaSquareMetres ?? null,
      lengthMetres: facts.lengthMetres ?? null,
      plannedStartOn: facts.plannedStartOn ?? null,
      plannedFinishOn: facts.plannedFinishOn ?? null,
      latitudeDegrees: location ? fromMillionths(location.latitudeMicrodegrees) : null,
      longitudeDegrees: location ? fromMillionths(location.longitudeMicrodegrees) : null,
      contactId: facts.contactId ?? null,
    },
    companies: participants.map((company) => ({
      projectCode,
      corpCode: company.creditCode,
      corpName: company.companyName,
      corpType: participantTypeCodeOf[company.role],
      enteredOn: company.enteredOn,
      leftOn: company.leftOn,
      managerId: company.managerId,
    })),
    missing: facts.builderLicences.length === 0 ? ['builderLicences'] : [],
  };
}

/** A whole number of millionths as a decimal, so that nothing is rounded: fen are millionths of 10,000 yuan. */
function fromMillionths(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(7, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
