import type { BilingualText, Period } from '@gongyou/domain';
import type { UnitKind } from '../organization/unit.contract';
import type { Figure, FigureUnit } from './leading-group-report';

/** What standing indicators tell of, in the order in which they are shown. */
export const standingAreas = {
  workers: { zh: '项目与工人', en: 'Projects and workers' },
  crews: { zh: '班组', en: 'Crews' },
  enterprises: { zh: '企业治理', en: 'Governance of enterprises' },
  party: { zh: '党建', en: 'The Party' },
  unions: { zh: '工会与群团组织', en: 'Trade unions and mass organizations' },
  congresses: { zh: '职代会与民主管理', en: 'Congresses and democratic management' },
  honours: { zh: '荣誉', en: 'Honours' },
  liaison: { zh: '协理员与联络员', en: 'Liaison officers' },
  matters: { zh: '职工诉求事项', en: 'Matters that crews raise' },
} as const satisfies Record<string, BilingualText>;
export type StandingArea = keyof typeof standingAreas;

/** A count, or a share of two counts, and what the policy documents ask of it. */
export interface StandingIndicatorLine {
  indicator: string;
  title: BilingualText;
  /** What it tells of; lines are grouped by it. */
  area: StandingArea;
  /** Of what is no plain count: the unit of both values. */
  unit?: FigureUnit;
  /** Of what is counted by periods: the one that the day lies in. */
  period?: Period;
  /** The count itself, or the upper count of a share. */
  numerator: Figure;
  /** Of a share: the count that it is a share of. */
  denominator: Figure | null;
  /** The share in hundredths of a percent, rounded half up (98.76 % is 9876); null for a count, and for a share of nothing. */
  shareBasisPoints: number | null;
  /**
   * The provision that sets the target, and the least share it asks for, in hundredths of a percent. `asARule`: the text says «as a
   * rule», so that a share below it warns and breaks nothing.
   */
  target: { provisionId: string; leastBasisPoints: number; asARule?: true } | null;
  /** Judged on the exact share, never on the rounded one; null where there is no target or nothing to judge. */
  attained: boolean | null;
}

/** How things stand in an organization, on both clocks. */
export interface StandingIndicatorsAnswer {
  organization: { unitId: string; name: string };
  asOf: { day: string; position: number };
  indicators: StandingIndicatorLine[];
}

/** One indicator, opened to the units that it is added up from. */
export interface StandingBreakdownAnswer {
  asOf: { day: string; position: number };
  units: { unitId: string; name: string; kind: UnitKind; line: StandingIndicatorLine }[];
  nextCursor: string | null;
}

/** One indicator at the end of each of some years, the last of them up to the day that is asked for. */
export interface StandingTrendAnswer {
  organization: { unitId: string; name: string };
  asOfPosition: number;
  points: { year: string; asOfDay: string; line: StandingIndicatorLine }[];
}
