import {
  type AdoptionEvent,
  type AdoptProgramme,
  type DepartmentMapping,
  type IssueReport,
  type LeadingGroupReportIssued,
  type Programme,
  type ProgrammeAdopted,
  type RemapDepartments,
  type TakeOverAmendment,
} from '@gongyou/contracts';
import { type Bilingual, type Day, periodRange, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { type AdopterUnits, requireAdopterUnits } from './adopter-units';

/** The organization has not adopted the programme. */
export interface NotAdopted {
  stage: 'notAdopted';
}

/** The organization carries the programme out. */
export interface Adopted {
  stage: 'adopted';
  /** As it was adopted, to recognise the same wish again. */
  adopted: ProgrammeAdopted;
  programmeVersion: number;
  unitOfDepartment: ReadonlyMap<string, string>;
  officeUnitId: string;
  /** The last day on which versions or departments changed. */
  changedOn: Day;
  issuedReports: readonly LeadingGroupReportIssued[];
}

export type AdoptionState = NotAdopted | Adopted;

/** The commands, with what must be known beyond the adoption. A version that was never published is `undefined`. */
export type AdoptionWish =
  | { type: 'AdoptProgramme'; data: AdoptProgramme; programme?: Programme | undefined; units: AdopterUnits }
  | { type: 'RemapDepartments'; data: RemapDepartments; programme?: Programme | undefined; units: AdopterUnits }
  | { type: 'TakeOverAmendment'; data: TakeOverAmendment; programme?: Programme | undefined; units: AdopterUnits }
  | { type: 'IssueReport'; data: IssueReport; lastPosition: number };

/** The rules by which an organization adopts a programme and reports on it (provisions CC-OG1, CC-OG2, HM-18a, QD-04, CC-16a). */
export const adoption: Decider<AdoptionWish, AdoptionEvent, AdoptionState> = {
  initialState: { stage: 'notAdopted' },
  evolve,
  decide,
};

function evolve(state: AdoptionState, event: AdoptionEvent): AdoptionState {
  switch (event.type) {
    case 'ProgrammeAdopted': {
      const { programmeVersion, departments, officeUnitId, adoptedOn } = event.data;
      return {
        stage: 'adopted',
        adopted: event.data,
        programmeVersion,
        unitOfDepartment: mapped(new Map(), departments),
        officeUnitId,
        changedOn: adoptedOn,
        issuedReports: [],
      };
    }
    case 'DepartmentsRemapped': {
      const adopted = state as Adopted;
      const { departments, effectiveOn } = event.data;
      return { ...adopted, unitOfDepartment: mapped(adopted.unitOfDepartment, departments), changedOn: effectiveOn };
    }
    case 'AmendmentTakenOver': {
      const adopted = state as Adopted;
      const { programmeVersion, departments, effectiveOn } = event.data;
      const unitOfDepartment = mapped(adopted.unitOfDepartment, departments);
      return { ...adopted, programmeVersion, unitOfDepartment, changedOn: effectiveOn };
    }
    case 'LeadingGroupReportIssued': {
      const adopted = state as Adopted;
      return { ...adopted, issuedReports: [...adopted.issuedReports, event.data] };
    }
    default:
      return unknownFact(event);
  }
}

function decide(wish: AdoptionWish, state: AdoptionState, moment: Moment): AdoptionEvent[] {
  switch (wish.type) {
    case 'AdoptProgramme':
      return adopt(wish.data, wish.programme, wish.units, state, moment);
    case 'RemapDepartments':
      return remap(wish.data, wish.programme, wish.units, adoptedOf(state), moment);
    case 'TakeOverAmendment':
      return takeOver(wish.data, wish.programme, wish.units, adoptedOf(state), moment);
    case 'IssueReport':
      return issue(wish.data, wish.lastPosition, adoptedOf(state), moment);
    default:
      return unknownWish(wish);
  }
}

export const adoptionRefusals = {
  'supervision.adoption.alreadyAdopted': {
    zh: '该单位已采纳此方案，内容不同',
    en: 'The organization adopted this programme already, with other content.',
  },
  'supervision.adoption.unknown': {
    zh: '该单位没有采纳此方案',
    en: 'The organization has not adopted this programme.',
  },
  'supervision.adoption.versionUnknown': {
    zh: '方案没有第 {programmeVersion} 版',
    en: 'The programme has no version {programmeVersion}.',
  },
  'supervision.adoption.versionNotNewer': {
    zh: '现行的已是第 {programmeVersion} 版',
    en: 'The organization already follows version {programmeVersion}.',
  },
  'supervision.adoption.departmentUnknown': {
    zh: '方案中没有这些部门：{departmentIds}',
    en: 'The programme names no such departments: {departmentIds}.',
  },
  'supervision.adoption.departmentRepeated': {
    zh: '部门 {departmentIds} 重复',
    en: 'These departments are mapped more than once: {departmentIds}.',
  },
  'supervision.adoption.leadDepartmentUnmapped': {
    zh: '牵头部门 {departmentIds} 没有对应单位',
    en: 'These lead departments are mapped to no unit: {departmentIds}.',
  },
  'supervision.adoption.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'supervision.adoption.beforeLastChange': {
    zh: '日期早于上次变更日 {changedOn}',
    en: 'The day is before the last change, on {changedOn}.',
  },
  'supervision.adoption.periodNotBegun': {
    zh: '截至 {asOfDay}，报告期尚未开始',
    en: 'The period had not begun on {asOfDay}.',
  },
  'supervision.adoption.positionUnknown': {
    zh: '账本尚无该位置，最新位置为 {lastPosition}',
    en: 'The ledger has not reached that position; its last one is {lastPosition}.',
  },
  'supervision.adoption.reportDiffers': {
    zh: '同一期间、同一截至日和位置的报告已印发，摘要不同：同样的依据只能得出同样的报告',
    en: 'A report of the same period, day and position was issued with another hash; the same facts make the same report.',
  },
} as const satisfies Record<`supervision.adoption.${string}`, Bilingual>;

const refuse: RefuseOf<typeof adoptionRefusals> = refuseWith(adoptionRefusals);

function adopt(
  data: AdoptProgramme,
  programme: Programme | undefined,
  units: AdopterUnits,
  state: AdoptionState,
  moment: Moment,
): AdoptionEvent[] {
  if (state.stage === 'adopted')
    return sameContent(data, state.adopted) ? [] : refuse('supervision.adoption.alreadyAdopted');
  const { programmeId, organizationId, programmeVersion, adoptedOn, leadingGroup, officeUnitId, departments } = data;
  notInFuture(adoptedOn, moment);
  requireMapping(departments, new Map(), requireVersion(programme, programmeVersion));
  requireAdopterUnits([organizationId, officeUnitId, ...departments.map(({ unitId }) => unitId)], units);
  return [
    {
      type: 'ProgrammeAdopted',
      data: { programmeId, programmeVersion, organizationId, adoptedOn, leadingGroup, officeUnitId, departments },
    },
  ];
}

function remap(
  { programmeId, organizationId, departments, effectiveOn }: RemapDepartments,
  programme: Programme | undefined,
  units: AdopterUnits,
  state: Adopted,
  moment: Moment,
): AdoptionEvent[] {
  if (changesNothing(departments, state)) return [];
  notBeforeLastChange(effectiveOn, state, moment);
  requireMapping(departments, state.unitOfDepartment, requireVersion(programme, state.programmeVersion));
  requireAdopterUnits(
    departments.map(({ unitId }) => unitId),
    units,
  );
  return [{ type: 'DepartmentsRemapped', data: { programmeId, organizationId, departments, effectiveOn } }];
}

function takeOver(
  { programmeId, organizationId, programmeVersion, departments, effectiveOn }: TakeOverAmendment,
  programme: Programme | undefined,
  units: AdopterUnits,
  state: Adopted,
  moment: Moment,
): AdoptionEvent[] {
  if (programmeVersion === state.programmeVersion && changesNothing(departments, state)) return [];
  if (programmeVersion <= state.programmeVersion) {
    refuse('supervision.adoption.versionNotNewer', { programmeVersion: state.programmeVersion });
  }
  notBeforeLastChange(effectiveOn, state, moment);
  requireMapping(departments, state.unitOfDepartment, requireVersion(programme, programmeVersion));
  requireAdopterUnits(
    departments.map(({ unitId }) => unitId),
    units,
  );
  return [
    { type: 'AmendmentTakenOver', data: { programmeId, organizationId, programmeVersion, departments, effectiveOn } },
  ];
}

function issue(data: IssueReport, lastPosition: number, { issuedReports }: Adopted, moment: Moment): AdoptionEvent[] {
  const { programmeId, organizationId, period, asOfDay, asOfPosition, reportSha256 } = data;
  const before = issuedReports.find(
    (report) => report.period === period && report.asOfDay === asOfDay && report.asOfPosition === asOfPosition,
  );
  if (before) return before.reportSha256 === reportSha256 ? [] : refuse('supervision.adoption.reportDiffers');
  notInFuture(asOfDay, moment);
  if (periodRange(period).from > asOfDay) refuse('supervision.adoption.periodNotBegun', { asOfDay });
  if (asOfPosition > lastPosition) refuse('supervision.adoption.positionUnknown', { lastPosition });
  return [
    {
      type: 'LeadingGroupReportIssued',
      data: { programmeId, organizationId, period, asOfDay, asOfPosition, reportSha256, issuedOn: moment.today },
    },
  ];
}

function adoptedOf(state: AdoptionState): Adopted {
  return state.stage === 'adopted' ? state : refuse('supervision.adoption.unknown');
}

function requireVersion(programme: Programme | undefined, programmeVersion: number): Programme {
  return programme ?? refuse('supervision.adoption.versionUnknown', { programmeVersion });
}

/** Every lead department of the programme ends up with a unit, and no department is named that it does not know. */
function requireMapping(
  departments: readonly DepartmentMapping[],
  before: ReadonlyMap<string, string>,
  programme: Programme,
): void {
  const named = departments.map(({ departmentId }) => departmentId);
  const known = new Set(programme.departments.map(({ departmentId }) => departmentId));
  const unknown = named.filter((departmentId) => !known.has(departmentId));
  if (unknown.length > 0) refuse('supervision.adoption.departmentUnknown', { departmentIds: list(unknown) });
  const repeated = named.filter((departmentId, index) => named.indexOf(departmentId) !== index);
  if (repeated.length > 0) refuse('supervision.adoption.departmentRepeated', { departmentIds: list(repeated) });
  const after = mapped(before, departments);
  const unmapped = programme.measures
    .flatMap(({ leadDepartmentIds }) => leadDepartmentIds)
    .filter((id) => !after.has(id));
  if (unmapped.length > 0) refuse('supervision.adoption.leadDepartmentUnmapped', { departmentIds: list(unmapped) });
}

const list = (ids: readonly string[]): string => [...new Set(ids)].join(', ');

const mapped = (
  before: ReadonlyMap<string, string>,
  departments: readonly DepartmentMapping[],
): ReadonlyMap<string, string> =>
  new Map([...before, ...departments.map(({ departmentId, unitId }): [string, string] => [departmentId, unitId])]);

const changesNothing = (departments: readonly DepartmentMapping[], { unitOfDepartment }: Adopted): boolean =>
  departments.every(({ departmentId, unitId }) => unitOfDepartment.get(departmentId) === unitId);

function notBeforeLastChange(on: Day, { changedOn }: Adopted, moment: Moment): void {
  notInFuture(on, moment);
  if (on < changedOn) refuse('supervision.adoption.beforeLastChange', { changedOn });
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('supervision.adoption.dayInFuture', { on });
}
