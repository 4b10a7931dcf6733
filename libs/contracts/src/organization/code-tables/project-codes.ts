import type { ParticipantRole, ProjectCategory, ProjectStatus } from '../project.contract';
import type { CodeTable } from './code-table';

const source = 'National construction worker platform, as its clients send it (field rules 15A, V3)';

/** Classes of projects (项目分类, DS-01). */
export const projectCategoryCodes = {
  name: { zh: '项目分类', en: 'Classes of projects' },
  version: '2026.1',
  source,
  codes: {
    '01': { zh: '房屋建筑', en: 'Buildings' },
    '02': { zh: '市政公用', en: 'Municipal works' },
    '03': { zh: '机电安装', en: 'Mechanical and electrical works' },
    '04': { zh: '铁路', en: 'Railways' },
    '05': { zh: '公路', en: 'Highways' },
    '06': { zh: '港口与航道', en: 'Harbours and waterways' },
    '07': { zh: '水利水电', en: 'Water conservancy' },
    '08': { zh: '电力', en: 'Power' },
    '09': { zh: '矿山', en: 'Mining' },
    '10': { zh: '冶炼', en: 'Metallurgy' },
    '11': { zh: '化工石油', en: 'Chemicals and petroleum' },
    '12': { zh: '通信', en: 'Communications' },
    '99': { zh: '其他', en: 'Other' },
  },
} as const satisfies CodeTable;

/** Where projects stand (项目状态, DS-01). */
export const projectStatusCodes = {
  name: { zh: '项目状态', en: 'Where projects stand' },
  version: '2026.1',
  source,
  codes: {
    '001': { zh: '筹备', en: 'In preparation' },
    '002': { zh: '立项', en: 'Approved' },
    '003': { zh: '在建', en: 'Under construction' },
    '004': { zh: '完工', en: 'Completed' },
    '005': { zh: '停工', en: 'Suspended' },
  },
} as const satisfies CodeTable;

/** What companies do on projects (参建类型, DS-02), in the newer set. Some platforms still take older numbers (DS-15), which nobody has verified. */
export const participantTypeCodes = {
  name: { zh: '参建类型', en: 'What companies do on projects' },
  version: '2026.1',
  source,
  codes: {
    '001': { zh: '专业分包', en: 'Professional subcontractor' },
    '002': { zh: '设备分包', en: 'Equipment subcontractor' },
    '003': { zh: '材料分包', en: 'Material subcontractor' },
    '004': { zh: '后勤服务', en: 'Logistics' },
    '005': { zh: '特殊设备', en: 'Special equipment' },
    '006': { zh: '劳务分包', en: 'Labour subcontractor' },
    '007': { zh: '监理', en: 'Supervision engineer' },
    '008': { zh: '建设单位', en: 'Project owner' },
    '009': { zh: '总承包单位', en: 'General contractor' },
    '010': { zh: '勘察', en: 'Survey' },
    '011': { zh: '设计', en: 'Design' },
    '012': { zh: '其它', en: 'Other' },
  },
} as const satisfies CodeTable;

/** The code by which the national platform knows each class of projects. */
export const categoryCodeOf: Readonly<Record<ProjectCategory, keyof typeof projectCategoryCodes.codes>> = {
  building: '01',
  municipal: '02',
  mechanicalAndElectrical: '03',
  railway: '04',
  highway: '05',
  harbourAndWaterway: '06',
  waterConservancy: '07',
  power: '08',
  mining: '09',
  metallurgy: '10',
  chemicalAndPetroleum: '11',
  communications: '12',
  other: '99',
};

/** The code by which it knows where a project stands. */
export const statusCodeOf: Readonly<Record<ProjectStatus, keyof typeof projectStatusCodes.codes>> = {
  inPreparation: '001',
  approved: '002',
  underConstruction: '003',
  completed: '004',
  suspended: '005',
};

/** The code by which it knows what a company does on a project. */
export const participantTypeCodeOf: Readonly<Record<ParticipantRole, keyof typeof participantTypeCodes.codes>> = {
  professionalSubcontractor: '001',
  equipmentSubcontractor: '002',
  materialSubcontractor: '003',
  logistics: '004',
  specialEquipment: '005',
  labourSubcontractor: '006',
  supervisionEngineer: '007',
  projectOwner: '008',
  generalContractor: '009',
  survey: '010',
  design: '011',
  other: '012',
};
