import type { DutyTask, LiaisonDutyEvent, ReportLiaisonDuty } from '@gongyou/contracts';
import { day, period } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { dutiesOfYear, liaisonDuty } from './liaison-duty.decider';

const given = specify(liaisonDuty);
const visit: DutyTask = {
  duty: { itemId: 'visit-camps', text: '深入劳务驻地走访', frequency: 'month', evidence: '走访照片' },
  period: period('2026-10'),
  dueOn: day('2026-10-31'),
};
const talk: DutyTask = { ...visit, duty: { itemId: 'talk', text: '谈心谈话', frequency: 'month' } };
const told: ReportLiaisonDuty = {
  officerId: 'p-1',
  dutyId: 'visit-camps',
  period: period('2026-10'),
  evidence: [{ fileName: '走访.jpg', sha256: 'ab'.repeat(32) }],
  doneOn: day('2026-10-12'),
};
const report = (other: Partial<ReportLiaisonDuty> = {}, tasks: DutyTask[] = [visit, talk]) => ({
  type: 'ReportLiaisonDuty' as const,
  data: { ...told, ...other },
  circumstances: { postUnitId: 'district', tasks },
});
const done = (other: Partial<ReportLiaisonDuty> = {}): LiaisonDutyEvent => ({
  type: 'LiaisonDutyDone',
  data: { ...told, ...other, postUnitId: 'district' },
});

describe('A duty of a liaison post', () => {
  it('is done for the period for which it was due (JX-38a)', () => given().when(report()).then(done()));
  it.each([[{ dutyId: 'unknown' }], [{ period: period('2026-11') }]])('is no task: %j (JX-38a)', (other) =>
    given().when(report(other)).thenRefused('organization.liaisonDuty.notDue'),
  );
  it('is shown by a file where its definition asks for one (JX-38a)', () => {
    given()
      .when(report({ evidence: [] }))
      .thenRefused('organization.liaisonDuty.evidenceMissing', { asked: '走访照片' });
    given()
      .when(report({ dutyId: 'talk', evidence: [] }))
      .then(done({ dutyId: 'talk', evidence: [] }));
  });
  it('is done on the first day of its period at the earliest, and not tomorrow', () => {
    given()
      .when(report({ doneOn: day('2026-10-01') }))
      .then(done({ doneOn: day('2026-10-01') }));
    given()
      .when(report({ doneOn: day('2026-09-30') }))
      .thenRefused('organization.liaisonDuty.beforePeriod', { from: '2026-10-01' });
    given()
      .when(report({ doneOn: day('2026-11-21') }))
      .thenRefused('organization.liaisonDuty.dayInFuture');
  });
  it('can be reported late: that it was is seen by its day', () =>
    given()
      .when(report({ doneOn: day('2026-11-02') }))
      .then(done({ doneOn: day('2026-11-02') })));
  it('is done once for a period', () => {
    given(done()).when(report()).thenNothing();
    given(done())
      .when(report({ doneOn: day('2026-10-13') }))
      .thenRefused('organization.liaisonDuty.alreadyDone', { period: '2026-10' });
  });
  it('counts as done among those that were due: the base of the assessment (JX-38a)', () => {
    const { done: known } = liaisonDuty.evolve(liaisonDuty.initialState, done());
    expect(dutiesOfYear([visit, talk, { ...visit, period: period('2026-11') }], known)).toEqual({ due: 3, done: 1 });
  });
});
