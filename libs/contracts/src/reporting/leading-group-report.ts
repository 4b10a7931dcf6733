import type { BilingualText } from '@gongyou/domain';

/** A number of a report, and the id under which its events are listed. It is the sum of their postings. */
export interface Figure {
  /** For `reporting.figure-events`. */
  figure: string;
  value: number;
}

/** What a figure is counted in that is no plain count. Amounts of money are whole fen. */
export type FigureUnit = 'fen' | 'days';

/** How the tasks of a measure, a department or the whole programme stand that fall due in the period. */
export interface TaskFigures {
  /** Due in the period, without those withdrawn. */
  planned: Figure;
  /** Of those, accepted by the lead department. */
  done: Figure;
  /** Of those, past their due day and neither completed nor accepted. */
  overdue: Figure;
  /** Of those, sent back and not yet completed again. */
  returned: Figure;
  /** Of those, completed and waiting for the lead department. */
  awaitingAcceptance: Figure;
  /** Progress reports on them. */
  progressReports: Figure;
  /** Sum of the tasks' progress in percentage points; divided by `planned` it is the mean progress. */
  progressPercentPoints: Figure;
}

/** A target of the programme and the value that stands against it. */
export interface TargetLine {
  provisionId: string;
  /** Null for a target of the programme as a whole, outside any measure. */
  measureId: string | null;
  indicator: string;
  op: '>=' | '<=' | '==' | 'increase' | 'decrease';
  /** As the programme states it; null for `increase` and `decrease`. */
  target: number | null;
  unit: string;
  by: string | null;
  every: string | null;
  /** How firm the target is: a number of the text, a frequency, or read from wording. */
  stated: 'number' | 'frequency' | 'wording';
  /** `returned`: a number that units entered (RP-03); `computed`: counted from events; `none`: nothing is known yet. */
  source: 'returned' | 'computed' | 'none';
  numerator: Figure | null;
  denominator: Figure | null;
  /** Of the numbers above, in the target's unit times 100, rounded half up (a rate of 98.76 % is 9876); null when nothing is known. */
  valueHundredths: number | null;
  /** The value of the period before, for `increase` and `decrease`. */
  previousHundredths: number | null;
  attained: boolean | null;
}

export interface ReportMeasure {
  measureId: string;
  number: number | null;
  title: BilingualText;
  leadDepartments: { departmentId: string; name: BilingualText; unitId: string | null }[];
  cooperatingDepartments: { departmentId: string; name: BilingualText; unitId: string | null }[];
  tasks: TaskFigures;
  targets: TargetLine[];
  /** What came since the last issued report. */
  changes: TaskFigures;
}

/** The leading-group report as one document; page, print and export are made from it. Its canonical JSON (RFC 8785) is what is hashed. */
export interface LeadingGroupReport {
  document: 'leading-group-report';
  documentVersion: 1;
  programme: { programmeId: string; version: number; title: BilingualText };
  /** The unit that the report is about. */
  organization: { unitId: string; name: string };
  /** The organization that adopted the programme: the same, or one above. */
  adoptedBy: { unitId: string; name: string; adoptedOn: string };
  leadingGroup: { name: string; posts: { post: string; holder: string }[]; officeUnitId: string };
  period: { period: string; from: string; to: string };
  asOf: { day: string; position: number };
  /** The last report that was issued for the same programme and organization before `asOf`; null for the first. */
  since: { period: string; day: string; position: number; reportSha256: string } | null;
  totals: TaskFigures;
  changes: TaskFigures;
  /** What the programme sets itself as a whole, outside any measure (CC-00j, CC-OG1); those of the measures stand with them. */
  targets: TargetLine[];
  parts: { partId: string; title: BilingualText; measures: ReportMeasure[] }[];
  leadDepartments: { departmentId: string; name: BilingualText; measures: number; tasks: TaskFigures }[];
}

export interface LeadingGroupReportAnswer {
  report: LeadingGroupReport;
  /** SHA-256 of the report's canonical JSON, hexadecimal. */
  sha256: string;
}

/** One posting behind a figure, with the event that it cites. */
export interface FigureEvent {
  amount: number;
  day: string;
  position: number;
  eventId: string;
  type: string;
  stream: string;
  unitId: string;
  occurredAt: string;
  recordedAt: string;
  actor: string;
  client: string;
  data: unknown;
}

export interface FigureEventsAnswer {
  figure: string;
  /** What the figure counts, in words. */
  indicator: string;
  /** Of what is no plain count: the unit of the value and of the amounts. */
  unit?: FigureUnit;
  /** The unit that it is a figure of, with all that stands below it. */
  organizationId: string;
  /** The clocks that it stands on, and, of a figure that counts only what came after, the earlier ones. */
  asOf: { day: string; position: number };
  since?: { day: string; position: number };
  /** Sum of all its postings, not only of this page. */
  value: number;
  events: FigureEvent[];
  nextCursor: string | null;
  position: number;
}
