import { type FigureUnit, findEvent, type Role, roles } from '@gongyou/contracts';
import { formatYuan } from '@gongyou/domain';

/** A day as official documents write it: 2026年11月20日. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** A period as official documents write it: 2026年第四季度. */
export function periodInWords(period: string): string {
  const [year, part] = period.split('-');
  if (part === undefined) return `${year}年`;
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上' : '下'}半年`;
  if (part.startsWith('Q')) return `${year}年第${'一二三四'[Number(part[1]) - 1]}季度`;
  return `${year}年${Number(part)}月`;
}

/** A title inside a title mark takes single marks (GB/T 15834-2011). */
export const titleInWords = (title: string): string => `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;

/** An instant in China's time, to the second: 2026-11-20 09:30:00. */
export const instantInWords = (instant: string): string => {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? instant : new Date(time + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
};

export const numberInWords = (value: number): string => value.toLocaleString('zh-CN', { maximumFractionDigits: 4 });

/** A value of a figure in its unit: money, kept in fen, is read in yuan. */
export function amountInWords(value: number, unit?: FigureUnit): string {
  if (unit === 'fen') return `${formatYuan(value)} 元`;
  return unit === 'days' ? `${numberInWords(value)} 天` : numberInWords(value);
}

/** Hundredths of a unit as a number with at most two decimals. */
export const hundredthsInWords = (hundredths: number): string => numberInWords(hundredths / 100);

export const eventInWords = (type: string): string => findEvent(type)?.summary.zh ?? type;

export const roleInWords = (role: Role): string => roles[role].zh;

const units: Readonly<Record<string, string>> = {
  percent: '%',
  perMille: '‰',
  perTenThousand: '‱',
  times: '次',
  persons: '人',
  days: '天',
  hours: '小时',
  months: '个月',
  years: '年',
  CNY: '元',
  count: '个',
  plans: '份',
  returns: '份',
  reports: '份',
  teams: '支',
  cases: '个案例',
  results: '项成果',
  methods: '项工法',
  venueKinds: '类场所',
  groups: '个小组',
  departments: '个部门',
  measures: '项举措',
  officers: '名',
  perThousandWorkers: '人次/千人',
};

/** A unit of a target; one that is not known here stands as the programme writes it. */
export const unitInWords = (unit: string): string => units[unit] ?? ` ${unit}`;

const ops: Readonly<Record<string, string>> = {
  '>=': '不低于',
  '<=': '不高于',
  '==': '等于',
  increase: '逐期提高',
  decrease: '逐期下降',
};

export const opInWords = (op: string): string => ops[op] ?? op;

const every: Readonly<Record<string, string>> = {
  day: '每日',
  month: '每月',
  quarter: '每季度',
  year: '每年',
  round: '每轮',
  term: '每届',
  once: '一次',
};

export const everyInWords = (period: string): string => every[period] ?? period;

export const statedInWords = { number: '文件明确数值', frequency: '文件明确频次', wording: '由文字表述推定' } as const;

/** What stands in the data of events, as a reader of the report calls it. */
const fields: Readonly<Record<string, string>> = {
  taskId: '任务',
  programmeId: '方案',
  programmeVersion: '方案版本',
  programme: '方案内容',
  organizationId: '组织',
  measureId: '举措',
  title: '名称',
  ownerUnitId: '责任单位',
  cooperatingUnitIds: '配合单位',
  leadDepartmentIds: '牵头部门',
  leadUnitIds: '牵头单位',
  plannedOn: '分解日期',
  dueOn: '到期日',
  evidenceAsked: '要求的佐证',
  duty: '周期任务',
  dutyId: '周期任务编号',
  period: '报告期',
  progressPercent: '进度（%）',
  note: '说明',
  evidence: '佐证材料',
  fileName: '文件名',
  sha256: 'SHA-256',
  reportedOn: '报告日期',
  completedOn: '办结日期',
  acceptedOn: '验收日期',
  returnedOn: '退回（填报）日期',
  withdrawnOn: '撤销日期',
  correctedOn: '更正日期',
  overdueOn: '认定超期日',
  escalatedOn: '升级日期',
  fromUnitId: '原单位',
  toUnitId: '上级单位',
  reason: '原因',
  indicator: '指标',
  unitId: '单位',
  numerator: '分子（数值）',
  denominator: '分母',
  replacedNumerator: '原分子（数值）',
  replacedDenominator: '原分母',
  adoptedOn: '采纳日期',
  leadingGroup: '领导机构',
  officeUnitId: '办公室所在单位',
  departments: '部门对应单位',
  departmentId: '部门',
  name: '名称',
  posts: '职务',
  post: '职务',
  holder: '由谁担任',
  effectiveOn: '生效日期',
  asOfDay: '截至日期',
  asOfPosition: '截至账本位置',
  reportSha256: '报告 SHA-256',
  issuedOn: '印发日期',
  day: '日期',
};

export const fieldInWords = (field: string): string => fields[field] ?? field;
