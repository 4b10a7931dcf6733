import type { JudgeLiaisonYear, LiaisonAssessmentEvent, ReportLiaisonYear } from '@gongyou/contracts';
import { type Day, day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import type { ServiceRecord } from '../liaison-officer/service-record';
import { liaisonAssessmentAggregate } from './liaison-assessment.aggregate';
import { liaisonAssessment } from './liaison-assessment.decider';

const given = specify(liaisonAssessment);
const NEW_YEAR = { today: day('2027-01-15'), actor: 'user:centre' };

const service: ServiceRecord = {
  level: 'district',
  unitId: 'district',
  managingUnitIds: ['centre', 'party'],
  onDutyFrom: day('2026-03-05'),
  endsOn: null,
};
const role = {
  rights: { items: [] },
  duties: { items: [] },
  obligations: { statedCount: 4, items: [{ itemId: 'secrecy', text: '保守秘密' }] },
  workKinds: { items: [] },
};
const ownReport: ReportLiaisonYear = {
  officerId: 'p-1',
  year: 2026,
  report: { fileName: '述职.pdf', sha256: 'ab'.repeat(32) },
  reportedOn: day('2027-01-08'),
};
const judgement: JudgeLiaisonYear = {
  officerId: 'p-1',
  year: 2026,
  managingUnitId: 'centre',
  score: 91,
  breachedObligationIds: [],
  judgedOn: day('2027-01-15'),
};
const duties = { due: 12, done: 9 };
const circumstances = { service, role, duties };
const report = (other: Partial<ReportLiaisonYear> = {}, serving: ServiceRecord | undefined = service) => ({
  type: 'ReportLiaisonYear' as const,
  data: { ...ownReport, ...other },
  circumstances: { service: serving, role, duties },
});
const judge = (other: Partial<JudgeLiaisonYear> = {}) => ({
  type: 'JudgeLiaisonYear' as const,
  data: { ...judgement, ...other },
  circumstances,
});
const reported = (other: Partial<ReportLiaisonYear> = {}): LiaisonAssessmentEvent => ({
  type: 'LiaisonYearReported',
  data: { ...ownReport, ...other },
});
const judged = (other: Partial<JudgeLiaisonYear> = {}, judgedBy = 'user:centre'): LiaisonAssessmentEvent => ({
  type: 'LiaisonYearJudged',
  data: { ...judgement, ...other, duties, judgedBy },
});
const concluded: LiaisonAssessmentEvent = {
  type: 'LiaisonAssessmentConcluded',
  data: {
    officerId: 'p-1',
    year: 2026,
    results: [
      { managingUnitId: 'centre', score: 91 },
      { managingUnitId: 'party', score: 88 },
    ],
    concludedOn: day('2027-01-15'),
  },
};

describe('The yearly assessment', () => {
  it('begins with the report of the officer (JX-04)', () => {
    given().when(report(), NEW_YEAR).then(reported());
    given().when(judge(), NEW_YEAR).thenRefused('organization.liaisonAssessment.notReported');
    given(reported()).when(report(), NEW_YEAR).thenNothing();
    given(reported())
      .when(report({ reportedOn: day('2027-01-09') }), NEW_YEAR)
      .thenRefused('organization.liaisonAssessment.reportDiffers');
  });
  it('is of a year that is over: 1 January will do, 31 December will not (JX-04)', () => {
    const firstDay = { reportedOn: day('2027-01-01') };
    given().when(report(firstDay), NEW_YEAR).then(reported(firstDay));
    given()
      .when(report({ reportedOn: day('2026-12-31') }), NEW_YEAR)
      .thenRefused('organization.liaisonAssessment.yearNotOver', { year: 2026 });
  });
  it('can be given within the year from the day of relief on (JX-04)', () => {
    const leaving = { ...service, endsOn: day('2026-11-18') };
    const on = (reportedOn: Day) => given().when(report({ reportedOn }, leaving));
    on(day('2026-11-18')).then(reported({ reportedOn: day('2026-11-18') }));
    on(day('2026-11-17')).thenRefused('organization.liaisonAssessment.yearNotOver');
  });
  it('is of a year in which the officer was on duty, for a day at least', () => {
    const serving = (onDutyFrom: string, endsOn: string | null = null): ServiceRecord => ({
      ...service,
      onDutyFrom: day(onDutyFrom),
      endsOn: endsOn === null ? null : day(endsOn),
    });
    given()
      .when(report({}, serving('2026-12-31')), NEW_YEAR)
      .then(reported());
    given()
      .when(report({}, serving('2020-01-01', '2026-01-01')), NEW_YEAR)
      .then(reported());
    for (const never of [serving('2027-01-01'), serving('2020-01-01', '2025-12-31')])
      given().when(report({}, never), NEW_YEAR).thenRefused('organization.liaisonAssessment.didNotServe');
  });
  it('needs both managing units: the second one concludes it (JX-35)', () => {
    given(reported()).when(judge(), NEW_YEAR).then(judged());
    const party = { managingUnitId: 'party', score: 88 };
    given(reported(), judged())
      .when(judge(party), { ...NEW_YEAR, actor: 'user:party' })
      .then(judged(party, 'user:party'), concluded);
  });
  it('is judged for the two managing units by two people (JX-35)', () =>
    given(reported(), judged())
      .when(judge({ managingUnitId: 'party' }), NEW_YEAR)
      .thenRefused('organization.liaisonAssessment.oneJudgeForBoth'));
  it('is judged by no other unit, and by each for itself (JX-35)', () => {
    given(reported())
      .when(judge({ managingUnitId: 'company' }), NEW_YEAR)
      .thenRefused('organization.liaisonAssessment.notManagingUnit', { unitId: 'company' });
    expect(liaisonAssessmentAggregate.reach(judge(), liaisonAssessment.initialState)).toEqual(['centre']);
  });
  it('is judged once by each', () => {
    given(reported(), judged()).when(judge(), NEW_YEAR).thenNothing();
    given(reported(), judged())
      .when(judge({ score: 92 }), NEW_YEAR)
      .thenRefused('organization.liaisonAssessment.judgementDiffers');
  });
  it('is judged on the day of the report at the earliest', () => {
    const same = { judgedOn: day('2027-01-08') };
    given(reported()).when(judge(same), NEW_YEAR).then(judged(same));
    given(reported())
      .when(judge({ judgedOn: day('2027-01-07') }), NEW_YEAR)
      .thenRefused('organization.liaisonAssessment.beforeReport');
  });
  it('records breaches of obligations that the role definition has (JX-38b)', () => {
    given(reported())
      .when(judge({ breachedObligationIds: ['secrecy'] }), NEW_YEAR)
      .then(judged({ breachedObligationIds: ['secrecy'] }));
    given(reported())
      .when(judge({ breachedObligationIds: ['diligence'] }), NEW_YEAR)
      .thenRefused('organization.liaisonAssessment.obligationNotDefined', { itemId: 'diligence' });
  });
  it('rests on the share of duties that were done (JX-38a)', () =>
    given(reported())
      .when(judge(), NEW_YEAR)
      .then({
        type: 'LiaisonYearJudged',
        data: { ...judgement, duties: { due: 12, done: 9 }, judgedBy: 'user:centre' },
      }));
  it.each([
    [60, '称职', true],
    [59, '不称职', false],
    [90, '优秀', true],
    [89, '称职', true],
  ])('gives the score %d the grade %s, which bears on renewal (JX-04)', (score, grade, allowsRenewal) => {
    const assessmentGrades = [
      { grade: '不称职', leastScore: 0, allowsRenewal: false },
      { grade: '优秀', leastScore: 90, allowsRenewal: true },
      { grade: '称职', leastScore: 60, allowsRenewal: true },
    ];
    const party = { managingUnitId: 'party', score };
    given(reported(), judged())
      .when(
        { ...judge(party), circumstances: { service, role: { ...role, assessmentGrades }, duties } },
        { ...NEW_YEAR, actor: 'user:party' },
      )
      .then(judged(party, 'user:party'), {
        type: 'LiaisonAssessmentConcluded',
        data: {
          officerId: 'p-1',
          year: 2026,
          results: [
            { managingUnitId: 'centre', score: 91, grade: '优秀' },
            { managingUnitId: 'party', score, grade },
          ],
          allowsRenewal,
          concludedOn: day('2027-01-15'),
        },
      });
  });
});
