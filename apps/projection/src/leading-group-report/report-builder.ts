import type {
  LeadingGroupReport,
  Programme,
  ProgrammeItem,
  ProgrammeMeasure,
  ProgrammeTarget,
  ReportMeasure,
  TargetLine,
} from '@gongyou/contracts';
import { type Day, monthOf, type Period, periodRange } from '@gongyou/domain';
import { type Adoption, unitOf } from '../adoption-register/adoption';
import { measuresLedBy } from '../adoption-register/programme-in-force';
import type { Cell } from '../indicator-ledger/cells.query';
import type { IssuedReport } from '../issued-reports/issued-report.entity';
import { type FigureGround, Figures, taskFigures } from './figures';
import { targetLine } from './target-line';

/** All that a report is made from. Nothing else goes into it: the same material gives the same bytes. */
export interface ReportMaterial {
  organizationId: string;
  period: Period;
  asOf: { day: Day; position: number };
  adoption: Adoption;
  programme: Programme;
  /** Names of the organization and of the adopter. */
  names: ReadonlyMap<string, string>;
  since: IssuedReport | null;
  /** As of the report, for the period and the one before. */
  cells: readonly Cell[];
  /** What came since the last issued report; all, when there is none. */
  changes: readonly Cell[];
}

/** The leading-group report (provisions CC-16a, CC-T2, RP-03). Pure. */
export function buildReport(material: ReportMaterial): LeadingGroupReport {
  const { adoption, programme, organizationId, period, asOf, since } = material;
  const now = new Figures(groundOf(material), material.cells);
  const changes = new Figures({ ...groundOf(material), ...sinceOf(since) }, material.changes);
  return {
    document: 'leading-group-report',
    documentVersion: 1,
    programme: { programmeId: programme.programmeId, version: adoption.programmeVersion, title: programme.title },
    organization: { unitId: organizationId, name: nameOf(material, organizationId) },
    adoptedBy: {
      unitId: adoption.organizationId,
      name: nameOf(material, adoption.organizationId),
      adoptedOn: adoption.adoptedOn,
    },
    leadingGroup: { ...adoption.leadingGroup, officeUnitId: adoption.officeUnitId },
    period: { period, ...periodRange(period) },
    asOf,
    since: since && {
      period: since.period,
      day: since.asOfDay,
      position: since.asOfPosition,
      reportSha256: since.reportSha256,
    },
    totals: taskFigures(now),
    changes: taskFigures(changes),
    targets: targetLines(programme.items, null, material, now),
    parts: programme.parts.map(({ partId, title }) => ({
      partId,
      title,
      measures: programme.measures
        .filter((measure) => measure.partId === partId)
        .map((measure) => measureOf(measure, material, now, changes)),
    })),
    leadDepartments: leadDepartmentsOf(programme, now),
  };
}

function measureOf(measure: ProgrammeMeasure, material: ReportMaterial, now: Figures, changes: Figures): ReportMeasure {
  const { adoption, programme } = material;
  const { measureId } = measure;
  const departments = (ids: readonly string[]) =>
    ids.map((departmentId) => ({
      departmentId,
      name: programme.departments.find((department) => department.departmentId === departmentId)!.name,
      unitId: unitOf(adoption, departmentId),
    }));
  return {
    measureId,
    number: measure.number ?? null,
    title: measure.title,
    leadDepartments: departments(measure.leadDepartmentIds),
    cooperatingDepartments: departments(measure.cooperatingDepartmentIds),
    tasks: taskFigures(now, { measure: measureId }),
    targets: targetLines(measure.items, measureId, material, now),
    changes: taskFigures(changes, { measure: measureId }),
  };
}

/** The targets among a measure's items, or, without a measure, among those of the programme as a whole. */
function targetLines(
  items: readonly ProgrammeItem[],
  measureId: string | null,
  { adoption, programme, organizationId, period, asOf }: ReportMaterial,
  figures: Figures,
): TargetLine[] {
  const ground = {
    measureId,
    period,
    asOfDay: asOf.day,
    adoptedOn: adoption.adoptedOn,
    isAdopter: organizationId === adoption.organizationId,
    figures,
  };
  const dutyOf = (item: ProgrammeItem) => programme.duties.find(({ provisionId }) => provisionId === item.provisionId);
  return items.filter(hasTarget).map((item) => targetLine(item, dutyOf(item), ground));
}

/** Every department that leads a measure, in the order of the programme. A measure with several of them counts for each. */
function leadDepartmentsOf(programme: Programme, now: Figures): LeadingGroupReport['leadDepartments'] {
  return programme.departments.flatMap(({ departmentId, name }) => {
    const measureIds = measuresLedBy(programme, departmentId);
    if (measureIds.length === 0) return [];
    return [
      {
        departmentId,
        name,
        measures: measureIds.length,
        tasks: taskFigures(now, { department: { departmentId, measureIds } }),
      },
    ];
  });
}

function groundOf({ adoption, organizationId, period, asOf }: ReportMaterial): FigureGround {
  const { from, to } = periodRange(period);
  return {
    programme: adoption.programmeId,
    adopter: adoption.organizationId,
    organization: organizationId,
    from: monthOf(from),
    to: monthOf(to),
    asOf,
  };
}

const sinceOf = (since: IssuedReport | null): Pick<FigureGround, 'since'> =>
  since ? { since: { day: since.asOfDay as Day, position: since.asOfPosition } } : {};

const nameOf = ({ names }: ReportMaterial, unitId: string): string => names.get(unitId) ?? unitId;

const hasTarget = (item: ProgrammeItem): item is ProgrammeItem & { target: ProgrammeTarget } =>
  item.target !== undefined;
