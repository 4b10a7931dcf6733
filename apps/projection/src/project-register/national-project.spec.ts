import type { ProjectFacts } from '@gongyou/contracts';
import { fen } from '@gongyou/domain';
import { nationalProject } from './national-project';
import type { ProjectParticipant } from './project.entity';

const facts: ProjectFacts = {
  ...{ projectCode: '370200202603150101', category: 'harbourAndWaterway', areaCode: '370202' },
  ...{ contractorCreditCode: '91370200MA3TX8K00X', contractorName: '第二工程有限公司', builderLicences: ['3702'] },
};
const participant = (role: ProjectParticipant['role'], more: Partial<ProjectParticipant> = {}): ProjectParticipant => ({
  ...{ unitId: 'port', participationId: role, creditCode: '91370200MA3TX8K00X', companyName: `单位 ${role}`, role },
  ...{ companyUnitId: null, managerId: null, enteredOn: '2026-04-01', leftOn: null },
  ...more,
});
const national = (change: Partial<ProjectFacts> = {}, ...participants: ProjectParticipant[]) =>
  nationalProject('港口', { facts: { ...facts, ...change }, status: 'underConstruction' }, participants);

describe('A project for the national platform', () => {
  it('has the names and codes of the standard (DS-01)', () =>
    expect(national().project).toEqual({
      ...{ projectCode: '370200202603150101', name: '港口', contractorCorpCode: '91370200MA3TX8K00X' },
      ...{ contractorCorpName: '第二工程有限公司', category: '06', areaCode: '370202', prjStatus: '003' },
      ...{
        builderLicences: ['3702'],
        owners: [],
        investmentTenThousandYuan: null,
        areaSquareMetres: null,
        lengthMetres: null,
      },
      ...{
        plannedStartOn: null,
        plannedFinishOn: null,
        latitudeDegrees: null,
        longitudeDegrees: null,
        contactId: null,
      },
    }));
  it('tells money in 10,000 yuan and places in degrees, without rounding (DS-01)', () => {
    const tenThousands = (amount: number) =>
      national({ contractPriceFen: fen(amount) }).project.investmentTenThousandYuan;
    expect(tenThousands(68_500_000_001)).toBe('68500.000001');
    expect(tenThousands(1)).toBe('0.000001');
    const at = (latitudeMicrodegrees: number, longitudeMicrodegrees: number) => {
      const { latitudeDegrees, longitudeDegrees } = national({
        location: { latitudeMicrodegrees, longitudeMicrodegrees },
      }).project;
      return [latitudeDegrees, longitudeDegrees];
    };
    expect(at(36_066_938, 120_382_665)).toEqual(['36.066938', '120.382665']);
    expect(at(-500_000, 0)).toEqual(['-0.500000', '0.000000']);
  });
  it('names its companies with what they do, and who owns it now (DS-02)', () => {
    const left = participant('projectOwner', { participationId: 'before', leftOn: '2026-05-01' });
    const { project, companies } = national({}, left, participant('projectOwner'), participant('labourSubcontractor'));
    expect(project.owners).toEqual([{ corpCode: '91370200MA3TX8K00X', corpName: '单位 projectOwner' }]);
    expect(companies.map(({ corpType, enteredOn, leftOn }) => [corpType, enteredOn, leftOn])).toEqual([
      ['008', '2026-04-01', '2026-05-01'],
      ['008', '2026-04-01', null],
      ['006', '2026-04-01', null],
    ]);
  });
  it('says what the standard asks for and is not known (DS-01)', () => {
    expect(national().missing).toEqual([]);
    expect(national({ builderLicences: [] }).missing).toEqual(['builderLicences']);
  });
});
