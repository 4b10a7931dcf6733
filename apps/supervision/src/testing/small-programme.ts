import type { Programme, ProgrammeTarget } from '@gongyou/contracts';
import type { Bilingual } from '@gongyou/domain';
import type { AdoptedProgramme } from '../adoption/adopted-programme';
import type { AdopterUnits } from '../adoption/adopter-units';

const text = (en: string): Bilingual => ({ zh: en, en });

const item = (provisionId: string, target?: ProgrammeTarget) =>
  ({ provisionId, kind: 'ratio', text: text(provisionId), ...(target && { target }) }) as const;

const target = (indicator: string, unit: string): ProgrammeTarget => ({
  indicator,
  op: '>=',
  value: 100,
  unit,
  stated: 'number',
});

/** A sound programme for specs: one measure with two lead departments and a monthly duty, and one without any department. */
export const smallProgramme: Programme = {
  programmeId: 'small-reform',
  title: text('A small reform'),
  issuer: text('A group'),
  basisDocuments: [],
  leadingBody: { kind: 'leadingGroup', name: text('Leading group'), posts: [], members: [] },
  departments: [
    { departmentId: 'production', name: text('Production') },
    { departmentId: 'human-resources', name: text('Human resources') },
    { departmentId: 'finance', name: text('Finance') },
  ],
  parts: [{ partId: 'rights', title: text('Rights') }],
  items: [item('SM-01', target('reformPlans', 'plans'))],
  measures: [
    {
      measureId: 'wages',
      partId: 'rights',
      title: text('Wages are paid in full and on time'),
      keyPoints: text('Special wage accounts'),
      leadDepartmentIds: ['production', 'human-resources'],
      cooperatingDepartmentIds: ['finance'],
      provisionIds: ['SM-13a', 'SM-13b', 'SM-13c'],
      items: [
        item('SM-13a', target('realNameRegistrationRate', 'percent')),
        item('SM-13b', target('accidentRate', 'perThousandWorkers')),
        item('SM-13c'),
      ],
    },
    {
      measureId: 'publicity',
      partId: 'rights',
      title: text('Publicity'),
      keyPoints: text('Publicity'),
      leadDepartmentIds: [],
      cooperatingDepartmentIds: [],
      provisionIds: [],
      items: [],
    },
  ],
  duties: [
    {
      dutyId: 'monthly-wage-check',
      provisionId: 'SM-13c',
      measureId: 'wages',
      title: text('Check the wages'),
      period: 'month',
      evidence: text('The wage ledger'),
    },
  ],
};

/** The programme with something else in it. */
export const smallProgrammeWith = (other: Partial<Programme>): Programme => ({ ...smallProgramme, ...other });

/** The programme as the group has adopted it: both lead departments are units of their own. */
export const adoptedSmallProgramme: AdoptedProgramme = {
  programmeVersion: 1,
  programme: smallProgramme,
  unitOfDepartment: new Map([
    ['production', 'production-department'],
    ['human-resources', 'personnel-department'],
  ]),
  officeUnitId: 'union-office',
};

const open = { closed: false, withinReach: true };

/** Units of the adopting group, one that is closed, and one of another group. */
export const groupUnits: AdopterUnits = new Map([
  ['group', open],
  ['union-office', open],
  ['production-department', open],
  ['personnel-department', open],
  ['first-highway', open],
  ['bay-bridge', open],
  ['closed-company', { closed: true, withinReach: true }],
  ['other-group', { closed: false, withinReach: false }],
]);
