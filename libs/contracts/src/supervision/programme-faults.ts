import type { Bilingual } from '@gongyou/domain';
import {
  type Programme,
  type ProgrammeItem,
  type ProgrammeMeasure,
  programmeMaxBytes,
  type ProgrammeTarget,
} from './programme';

/**
 * One thing in a programme that does not hold together. `path` says where, as `measures[3].leadDepartmentIds[0]`.
 * A type rather than an interface, so that it can stand in the detail of a refusal.
 */
export type ProgrammeFault = {
  readonly code: `supervision.programme.${keyof typeof faultTexts}`;
  readonly path: string;
  readonly detail: Readonly<Record<string, string | number>>;
} & Bilingual;

/**
 * Everything in a programme of the right shape that does not hold together: repeated identifiers, references to what is
 * not there, provisions within themselves, targets that cannot be checked, duties that belong to nothing. Empty for a
 * sound programme. Pure: the loader of programme files and the decider that publishes a programme ask the same.
 */
export function programmeFaults(programme: Programme): ProgrammeFault[] {
  const bytes = new TextEncoder().encode(JSON.stringify(programme)).length;
  // Alone on purpose: the checks below take as long as the programme is large.
  if (bytes > programmeMaxBytes) return [fault('tooLarge', '', { bytes, mostBytes: programmeMaxBytes })];
  return [
    ...repeatedIdentifiers(programme),
    ...leadingBodyFaults(programme),
    ...repeatedProvisions(programme),
    ...itemFaults(programme.items, 'items', programme, programme.items.map(provisionIdOf)),
    ...programme.measures.flatMap((measure, index) => measureFaults(measure, `measures[${index}]`, programme)),
    ...dutyFaults(programme),
  ];
}

const faultTexts = {
  tooLarge: {
    zh: '方案过大：{bytes} 字节，上限 {mostBytes} 字节',
    en: 'The programme is too large: {bytes} bytes, at most {mostBytes}.',
  },
  repeatedDepartment: { zh: '部门“{id}”重复', en: 'Department "{id}" is listed twice.' },
  repeatedPart: { zh: '部分“{id}”重复', en: 'Part "{id}" is listed twice.' },
  repeatedMeasure: { zh: '举措“{id}”重复', en: 'Measure "{id}" is listed twice.' },
  repeatedMeasureNumber: {
    zh: '部分“{partId}”中有两项举措的序号都是 {number}',
    en: 'Part "{partId}" has two measures with the number {number}.',
  },
  repeatedDuty: { zh: '周期性职责“{id}”重复', en: 'Duty "{id}" is listed twice.' },
  repeatedProvision: {
    zh: '条款“{id}”重复：一个条款只属于一处',
    en: 'Provision "{id}" is listed twice; it belongs to one place only.',
  },
  repeatedItem: { zh: '条款“{id}”的条目重复', en: 'The item of provision "{id}" is listed twice.' },
  repeatedMention: { zh: '部门“{id}”在同一处写了两次', en: 'Department "{id}" is named twice in the same place.' },
  unknownDepartment: { zh: '部门“{id}”不在部门列表中', en: 'Department "{id}" is not among the departments.' },
  unknownPart: { zh: '部分“{id}”不在部分列表中', en: 'Part "{id}" is not among the parts.' },
  unknownMeasure: { zh: '举措“{id}”不在举措列表中', en: 'Measure "{id}" is not among the measures.' },
  unknownProvision: {
    zh: '条款“{id}”不在此处所列条款中',
    en: 'Provision "{id}" is not among the provisions listed here.',
  },
  withinAnotherMeasure: {
    zh: '上级条款“{id}”属于另一项举措',
    en: 'Provision "{id}", which this one is within, belongs to another measure.',
  },
  provisionCycle: { zh: '条款层级成环：{cycle}', en: 'Provisions are within one another in a circle: {cycle}.' },
  leadAlsoCooperates: { zh: '部门“{id}”既牵头又配合', en: 'Department "{id}" both leads and cooperates.' },
  leadingBodyUnnamed: { zh: '领导机构缺少名称', en: 'The leading body has no name.' },
  valueMissing: { zh: '目标“{op}”缺少目标值', en: 'A target with "{op}" needs a value.' },
  valueNotWanted: {
    zh: '目标“{op}”与上期比较，不应有目标值',
    en: 'A target with "{op}" compares with the period before and takes no value.',
  },
  basisPointsDiffer: {
    zh: '基点数与目标值不符：应为 {expected}',
    en: 'The basis points do not agree with the value: it makes {expected}.',
  },
  basisPointsNotWanted: {
    zh: '单位“{unit}”不是比例，不应有基点数',
    en: 'The unit "{unit}" is not a share and takes no basis points.',
  },
  dutyOutsideMeasure: {
    zh: '职责的条款“{id}”不是举措“{measureId}”的条目',
    en: 'Provision "{id}" of the duty is not an item of measure "{measureId}".',
  },
  dutyPeriodDiffers: {
    zh: '职责周期与条款目标的周期（{period}）不一致',
    en: 'The period of the duty is not that of the target ({period}).',
  },
} as const satisfies Record<string, Bilingual>;

type FaultName = keyof typeof faultTexts;

function fault(name: FaultName, path: string, detail: ProgrammeFault['detail'] = {}): ProgrammeFault {
  const texts: Bilingual = faultTexts[name];
  return {
    code: `supervision.programme.${name}`,
    path,
    detail,
    zh: filled(texts.zh, detail),
    en: filled(texts.en, detail),
  };
}

const filled = (text: string, detail: ProgrammeFault['detail']): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name]));

const provisionIdOf = (item: ProgrammeItem): string => item.provisionId;

function repeatedIdentifiers(programme: Programme): ProgrammeFault[] {
  const numbers = programme.measures.map(({ partId, number }) =>
    number === undefined ? undefined : `${partId} ${number}`,
  );
  return [
    ...repeats(programme.departments.map((each) => each.departmentId)).map(({ index, value }) =>
      fault('repeatedDepartment', `departments[${index}].departmentId`, { id: value }),
    ),
    ...repeats(programme.parts.map((each) => each.partId)).map(({ index, value }) =>
      fault('repeatedPart', `parts[${index}].partId`, { id: value }),
    ),
    ...repeats(programme.measures.map((each) => each.measureId)).map(({ index, value }) =>
      fault('repeatedMeasure', `measures[${index}].measureId`, { id: value }),
    ),
    ...repeats(numbers).map(({ index }) => {
      const { partId, number } = programme.measures[index] as Required<ProgrammeMeasure>;
      return fault('repeatedMeasureNumber', `measures[${index}].number`, { partId, number });
    }),
    ...repeats(programme.duties.map((each) => each.dutyId)).map(({ index, value }) =>
      fault('repeatedDuty', `duties[${index}].dutyId`, { id: value }),
    ),
  ];
}

function leadingBodyFaults({ leadingBody, departments }: Programme): ProgrammeFault[] {
  const known = new Set(departments.map((each) => each.departmentId));
  const { kind, name, members, officeDepartmentId } = leadingBody;
  return [
    ...(kind !== 'none' && !name ? [fault('leadingBodyUnnamed', 'leadingBody')] : []),
    ...departmentListFaults(members, 'leadingBody.members', known),
    ...(officeDepartmentId !== undefined && !known.has(officeDepartmentId)
      ? [fault('unknownDepartment', 'leadingBody.officeDepartmentId', { id: officeDepartmentId })]
      : []),
  ];
}

/** A provision stands in one measure or in the programme as a whole, once. */
function repeatedProvisions({ items, measures }: Programme): ProgrammeFault[] {
  const wide = items.map(({ provisionId }, index) => ({ id: provisionId, path: `items[${index}].provisionId` }));
  const carried = measures.flatMap(({ provisionIds }, of) =>
    provisionIds.map((id, index) => ({ id, path: `measures[${of}].provisionIds[${index}]` })),
  );
  const mentions = [...wide, ...carried];
  const itemMentions = measures.flatMap((measure, of) =>
    measure.items.map(({ provisionId }, index) => ({
      id: provisionId,
      path: `measures[${of}].items[${index}].provisionId`,
    })),
  );
  return [
    ...repeats(mentions.map(({ id }) => id)).map(({ index, value }) =>
      fault('repeatedProvision', mentions[index]!.path, { id: value }),
    ),
    ...repeats(itemMentions.map(({ id }) => id)).map(({ index, value }) =>
      fault('repeatedItem', itemMentions[index]!.path, { id: value }),
    ),
  ];
}

function measureFaults(measure: ProgrammeMeasure, path: string, programme: Programme): ProgrammeFault[] {
  const known = new Set(programme.departments.map((each) => each.departmentId));
  const leads = new Set(measure.leadDepartmentIds);
  return [
    ...(programme.parts.some(({ partId }) => partId === measure.partId)
      ? []
      : [fault('unknownPart', `${path}.partId`, { id: measure.partId })]),
    ...departmentListFaults(measure.leadDepartmentIds, `${path}.leadDepartmentIds`, known),
    ...departmentListFaults(measure.cooperatingDepartmentIds, `${path}.cooperatingDepartmentIds`, known),
    ...measure.cooperatingDepartmentIds.flatMap((id, index) =>
      leads.has(id) ? [fault('leadAlsoCooperates', `${path}.cooperatingDepartmentIds[${index}]`, { id })] : [],
    ),
    ...itemFaults(measure.items, `${path}.items`, programme, measure.provisionIds),
  ];
}

function departmentListFaults(ids: readonly string[], path: string, known: ReadonlySet<string>): ProgrammeFault[] {
  return [
    ...ids.flatMap((id, index) => (known.has(id) ? [] : [fault('unknownDepartment', `${path}[${index}]`, { id })])),
    ...repeats(ids).map(({ index, value }) => fault('repeatedMention', `${path}[${index}]`, { id: value })),
  ];
}

function itemFaults(
  items: readonly ProgrammeItem[],
  path: string,
  programme: Programme,
  provisionIds: readonly string[],
): ProgrammeFault[] {
  const listed = new Set(provisionIds);
  const here = new Set(items.map(provisionIdOf));
  return [
    ...items.flatMap(({ provisionId: id, withinProvisionId: within, target }, index) => [
      ...(listed.has(id) ? [] : [fault('unknownProvision', `${path}[${index}].provisionId`, { id })]),
      ...(within === undefined || here.has(within)
        ? []
        : [fault(standsElsewhere(within, programme), `${path}[${index}].withinProvisionId`, { id: within })]),
      ...(target ? targetFaults(target, `${path}[${index}].target`) : []),
    ]),
    ...cycleFaults(items, path),
  ];
}

function standsElsewhere(id: string, { items, measures }: Programme): FaultName {
  const all = [...items, ...measures.flatMap((measure) => measure.items)];
  return all.some(({ provisionId }) => provisionId === id) ? 'withinAnotherMeasure' : 'unknownProvision';
}

/** Each circle once, at its first item. An item has one parent at most, so following parents finds every circle. */
function cycleFaults(items: readonly ProgrammeItem[], path: string): ProgrammeFault[] {
  const parents = new Map(items.map(({ provisionId, withinProvisionId }) => [provisionId, withinProvisionId]));
  const done = new Set<string>();
  return items.flatMap(({ provisionId }) => {
    const walked: string[] = [];
    let current: string | undefined = provisionId;
    while (current !== undefined && !done.has(current)) {
      done.add(current);
      walked.push(current);
      current = parents.get(current);
    }
    const start = current === undefined ? -1 : walked.indexOf(current);
    if (start < 0) return [];
    const circle = walked.slice(start);
    const index = items.findIndex((item) => circle.includes(item.provisionId));
    return [
      fault('provisionCycle', `${path}[${index}].withinProvisionId`, { cycle: [...circle, circle[0]].join(' → ') }),
    ];
  });
}

/** How many basis points one of the unit makes. */
const basisPointsPer: Readonly<Record<string, number>> = { percent: 100, perMille: 10, perTenThousand: 1 };

function targetFaults({ op, value, unit, basisPoints }: ProgrammeTarget, path: string): ProgrammeFault[] {
  const compares = op === 'increase' || op === 'decrease';
  if (compares && value !== undefined) return [fault('valueNotWanted', `${path}.value`, { op })];
  if (!compares && value === undefined) return [fault('valueMissing', path, { op })];
  if (basisPoints === undefined) return [];
  const each = Object.hasOwn(basisPointsPer, unit) ? basisPointsPer[unit] : undefined;
  if (each === undefined || value === undefined)
    return [fault('basisPointsNotWanted', `${path}.basisPoints`, { unit })];
  const expected = Math.round(value * each);
  return expected === basisPoints ? [] : [fault('basisPointsDiffer', `${path}.basisPoints`, { expected })];
}

function dutyFaults({ duties, measures }: Programme): ProgrammeFault[] {
  return duties.flatMap(({ measureId, provisionId, period }, index) => {
    const measure = measures.find((each) => each.measureId === measureId);
    if (!measure) return [fault('unknownMeasure', `duties[${index}].measureId`, { id: measureId })];
    const item = measure.items.find((each) => each.provisionId === provisionId);
    if (!item) return [fault('dutyOutsideMeasure', `duties[${index}].provisionId`, { id: provisionId, measureId })];
    const measured = item.target?.period;
    return measured !== undefined && measured !== period
      ? [fault('dutyPeriodDiffers', `duties[${index}].period`, { period: measured })]
      : [];
  });
}

/** Each value that stood before already; what is undefined repeats nothing. */
function repeats(values: readonly (string | undefined)[]): { index: number; value: string }[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (value === undefined) return [];
    if (seen.has(value)) return [{ index, value }];
    seen.add(value);
    return [];
  });
}
