import type { Bilingual } from '@gongyou/domain';

/** The powers that a contractor may delegate to a crew, as one version of the catalogue lists them. */
export interface CrewPowerCatalogue {
  version: number;
  powers: Readonly<Record<string, Bilingual>>;
}

/**
 * Every version of the catalogue of powers for crew self-governance (provision QD-29). The notice names no list: this one is the
 * platform's, not a rule of law. A version that was published never changes; a delegation names the version it was made by.
 */
export const crewPowerCatalogues: readonly CrewPowerCatalogue[] = [
  {
    version: 1,
    powers: {
      attendanceCheck: { zh: '考勤核对', en: 'Check the attendance' },
      workAssignment: { zh: '班组内任务分派', en: 'Assign the work within the crew' },
      qualityStop: { zh: '质量停工', en: 'Stop work for its quality' },
      safetyStop: { zh: '安全停工', en: 'Stop work for safety' },
      toolAllocation: { zh: '工器具与材料领用', en: 'Draw and allot tools and materials' },
      bonusDistribution: { zh: '班组奖金分配', en: "Distribute the crew's bonus" },
      leaveApproval: { zh: '班组内请假批准', en: 'Approve short leave' },
      memberNomination: { zh: '评先推优提名', en: 'Nominate members for honours' },
    },
  },
];

/** Whether a version of the catalogue lists a power. */
export function listsPower(catalogueVersion: number, power: string): boolean {
  const catalogue = crewPowerCatalogues.find(({ version }) => version === catalogueVersion);
  return catalogue !== undefined && Object.hasOwn(catalogue.powers, power);
}
