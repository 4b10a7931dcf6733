import {
  type AssessmentGrade,
  type AssessmentResult,
  type DutiesOfYear,
  type JudgeLiaisonYear,
  type LiaisonAssessmentCommand,
  type LiaisonAssessmentConcluded,
  type LiaisonAssessmentEvent,
  type LiaisonRole,
  type ReportLiaisonYear,
} from '@gongyou/contracts';
import { type Bilingual, type Day, day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import type { ServiceRecord } from '../liaison-officer/service-record';

/** What an assessment is judged by: the officer's service, and the definition of the post at the end of the year. */
export interface AssessmentCircumstances {
  service: ServiceRecord | undefined;
  role: LiaisonRole | undefined;
  /** The tasks that the duties of the post made in the year (JX-38a). */
  duties: DutiesOfYear;
}

export type LiaisonAssessmentWish = LiaisonAssessmentCommand & { circumstances: AssessmentCircumstances };

/** The assessment of one officer for one year. */
export interface LiaisonAssessmentState {
  report: ReportLiaisonYear | null;
  /** By managing unit. */
  judgements: ReadonlyMap<string, JudgeLiaisonYear>;
  judgedBy: ReadonlySet<string>;
  conclusion: LiaisonAssessmentConcluded | null;
}

/** The rules of the yearly assessment: the officer reports, then both managing units judge, each for itself (JX-04, JX-35). */
export const liaisonAssessment: Decider<LiaisonAssessmentWish, LiaisonAssessmentEvent, LiaisonAssessmentState> = {
  initialState: { report: null, judgements: new Map(), judgedBy: new Set(), conclusion: null },
  evolve,
  decide: (wish, state, moment) => {
    switch (wish.type) {
      case 'ReportLiaisonYear':
        return report(wish.data, wish.circumstances, state, moment);
      case 'JudgeLiaisonYear':
        return judge(wish.data, wish.circumstances, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

function evolve(state: LiaisonAssessmentState, event: LiaisonAssessmentEvent): LiaisonAssessmentState {
  switch (event.type) {
    case 'LiaisonYearReported':
      return { ...state, report: event.data };
    case 'LiaisonYearJudged': {
      const { judgedBy: actor, duties: _duties, ...judgement } = event.data;
      return {
        ...state,
        judgements: new Map([...state.judgements, [judgement.managingUnitId, judgement]]),
        judgedBy: new Set([...state.judgedBy, actor]),
      };
    }
    case 'LiaisonAssessmentConcluded':
      return { ...state, conclusion: event.data };
    default:
      return unknownFact(event);
  }
}

export const liaisonAssessmentRefusals = {
  'organization.liaisonAssessment.reportDiffers': {
    zh: '该年度述职已提交，内容不同',
    en: 'The report on this year was handed in already, with other content.',
  },
  'organization.liaisonAssessment.didNotServe': {
    zh: '该协理员 {year} 年没有在岗',
    en: 'The officer was not on duty in {year}.',
  },
  'organization.liaisonAssessment.yearNotOver': {
    zh: '{year} 年尚未结束，且该协理员仍在岗',
    en: 'The year {year} is not over, and the officer is still on duty.',
  },
  'organization.liaisonAssessment.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.liaisonAssessment.notReported': {
    zh: '协理员尚未提交年度述职',
    en: 'The officer has not handed in the report on the year yet.',
  },
  'organization.liaisonAssessment.beforeReport': {
    zh: '考核日期早于述职日期 {reportedOn}',
    en: 'The judgement would be before the report of {reportedOn}.',
  },
  'organization.liaisonAssessment.notManagingUnit': {
    zh: '单元 {unitId} 不是该协理员的管理单位',
    en: 'Unit {unitId} is none of the managing units of the officer.',
  },
  'organization.liaisonAssessment.judgementDiffers': {
    zh: '该单位已给出不同的考核意见',
    en: 'The unit has judged already, with another result.',
  },
  'organization.liaisonAssessment.oneJudgeForBoth': {
    zh: '两个管理单位须由不同的人给出考核意见',
    en: 'The two managing units are judged for by two different people.',
  },
  'organization.liaisonAssessment.obligationNotDefined': {
    zh: '岗位规定中没有义务 {itemId}',
    en: 'The role definition has no obligation {itemId}.',
  },
} as const satisfies Record<`organization.liaisonAssessment.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonAssessmentRefusals> = refuseWith(liaisonAssessmentRefusals);

function report(
  data: ReportLiaisonYear,
  { service }: AssessmentCircumstances,
  state: LiaisonAssessmentState,
  moment: Moment,
): LiaisonAssessmentEvent[] {
  if (state.report)
    return sameContent(data, state.report) ? [] : refuse('organization.liaisonAssessment.reportDiffers');
  requireServiceOver(data.year, data.reportedOn, service, moment);
  return [{ type: 'LiaisonYearReported', data }];
}

function judge(
  data: JudgeLiaisonYear,
  { service, role, duties }: AssessmentCircumstances,
  state: LiaisonAssessmentState,
  moment: Moment,
): LiaisonAssessmentEvent[] {
  const { officerId, year, managingUnitId, breachedObligationIds, judgedOn } = data;
  const known = state.judgements.get(managingUnitId);
  if (known) return sameContent(data, known) ? [] : refuse('organization.liaisonAssessment.judgementDiffers');
  const { managingUnitIds } = requireServiceOver(year, judgedOn, service, moment);
  if (!managingUnitIds.includes(managingUnitId))
    refuse('organization.liaisonAssessment.notManagingUnit', { unitId: managingUnitId });
  if (!state.report) return refuse('organization.liaisonAssessment.notReported');
  const { reportedOn } = state.report;
  if (judgedOn < reportedOn) refuse('organization.liaisonAssessment.beforeReport', { reportedOn });
  if (state.judgedBy.has(moment.actor)) refuse('organization.liaisonAssessment.oneJudgeForBoth');
  const strange = breachedObligationIds.find((id) => !role?.obligations.items.some(({ itemId }) => itemId === id));
  if (strange !== undefined) refuse('organization.liaisonAssessment.obligationNotDefined', { itemId: strange });

  const judged: LiaisonAssessmentEvent = {
    type: 'LiaisonYearJudged',
    data: { ...data, duties, judgedBy: moment.actor },
  };
  const judgements = [...state.judgements.values(), data];
  const isLast = managingUnitIds.every((unitId) => judgements.some((each) => each.managingUnitId === unitId));
  if (!isLast) return [judged];
  const grades = role?.assessmentGrades;
  const results = judgements.map((each) => resultOf(each, grades));
  const outcome = grades && { allowsRenewal: results.every(({ grade }) => allowsRenewal(grade, grades)) };
  const conclusion = { officerId, year, results, ...outcome, concludedOn: judgedOn };
  return [judged, { type: 'LiaisonAssessmentConcluded', data: conclusion }];
}

/** The grade of the highest least score that the score reaches (JX-04). */
function resultOf(
  { managingUnitId, score }: JudgeLiaisonYear,
  grades: readonly AssessmentGrade[] | undefined,
): AssessmentResult {
  const reached = grades?.filter(({ leastScore }) => leastScore <= score) ?? [];
  const [best] = reached.sort((a, b) => b.leastScore - a.leastScore);
  return { managingUnitId, score, ...(best && { grade: best.grade }) };
}

const allowsRenewal = (grade: string | undefined, grades: readonly AssessmentGrade[]): boolean =>
  grades.some((each) => each.grade === grade && each.allowsRenewal);

/** The year is assessed when it is over, or when the service ended in it. */
function requireServiceOver(
  year: number,
  on: Day,
  service: ServiceRecord | undefined,
  { today }: Moment,
): ServiceRecord {
  if (on > today) refuse('organization.liaisonAssessment.dayInFuture', { on });
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)];
  if (!service || service.onDutyFrom > last || (service.endsOn !== null && service.endsOn < first))
    return refuse('organization.liaisonAssessment.didNotServe', { year });
  const isOver = on > last || (service.endsOn !== null && on >= service.endsOn);
  if (!isOver) refuse('organization.liaisonAssessment.yearNotOver', { year });
  return service;
}
