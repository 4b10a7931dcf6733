import type { ManagerPromotionEvent, RecordManagerPromotion } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import type { SupportOnRecord } from '../crew/crew-support-assessment';
import { managerPromotion, type ManagerPromotionWish } from './manager-promotion.decider';

const given = specify(managerPromotion);
const day = (text: string) => text as Day;
/** The day on which commands arrive. */
const TODAY = day('2026-11-20');
const TOMORROW = day('2026-11-21');

const promotion: RecordManagerPromotion = {
  ...{ promotionId: 'p1', managerId: 'zhao', organizationId: 'first-highway' },
  ...{ fromPost: '工程部副部长', toPost: '工程部部长', promotedOn: day('2026-11-02') },
  served: [{ unitId: 'rebar-crew', assignmentId: 's1' }],
};
const support = (change: Partial<SupportOnRecord> = {}): SupportOnRecord => ({
  ...{ managerId: 'zhao', fromDay: day('2026-03-02'), endedOn: day('2026-09-30'), grade: 'excellent' },
  ...change,
});
const record = (
  change: Partial<RecordManagerPromotion> = {},
  onRecord: (SupportOnRecord | undefined)[] = [support()],
): ManagerPromotionWish => ({ type: 'RecordManagerPromotion', data: { ...promotion, ...change }, onRecord });
const counted = {
  ...{ unitId: 'rebar-crew', assignmentId: 's1', fromDay: day('2026-03-02') },
  ...{ endedOn: day('2026-09-30'), grade: 'excellent' as const },
};
const recorded = (change: object = {}): ManagerPromotionEvent => ({
  type: 'ManagerPromoted',
  data: { ...promotion, served: [counted], ...change },
});
const withdrawal = (withdrawnOn: string) => ({
  ...{ promotionId: 'p1', reason: '暂缓任命', approvedBy: '组织部', withdrawnOn: day(withdrawnOn) },
});
const withdraw = (withdrawnOn: string): ManagerPromotionWish => ({
  type: 'WithdrawManagerPromotion',
  data: withdrawal(withdrawnOn),
});
const withdrawn = (withdrawnOn: string): ManagerPromotionEvent => ({
  type: 'ManagerPromotionWithdrawn',
  data: withdrawal(withdrawnOn),
});

describe('The promotion of a stationed manager', () => {
  it('refers to the assignments that he served and their assessments (QD-14)', () =>
    given().when(record()).then(recorded()));
  it('counts one that lasts, and that nobody has assessed', () =>
    given()
      .when(record({}, [support({ endedOn: undefined, grade: undefined })]))
      .then(recorded({ served: [{ unitId: 'rebar-crew', assignmentId: 's1', fromDay: day('2026-03-02') }] })));
  it('counts one that began on its day, and none that began the day after (QD-14)', () => {
    given()
      .when(record({}, [support({ fromDay: promotion.promotedOn })]))
      .then(recorded({ served: [{ ...counted, fromDay: promotion.promotedOn }] }));
    given()
      .when(record({}, [support({ fromDay: day('2026-11-03') })]))
      .thenRefused('organization.managerPromotion.servedLater', { assignmentId: 's1', fromDay: '2026-11-03' });
  });
  it('counts none that was another manager’s, or nobody’s (QD-14)', () => {
    given()
      .when(record({}, [support({ managerId: 'qian' })]))
      .thenRefused('organization.managerPromotion.assignmentOfAnother', { unitId: 'rebar-crew', assignmentId: 's1' });
    given()
      .when(record({}, [undefined]))
      .thenRefused('organization.managerPromotion.assignmentUnknown', { unitId: 'rebar-crew', assignmentId: 's1' });
  });
  it('counts none twice', () =>
    given()
      .when(record({ served: [promotion.served[0]!, promotion.served[0]!] }, [support(), support()]))
      .thenRefused('organization.managerPromotion.namedTwice', { assignmentId: 's1' }));
  it('is recorded once, whatever was assessed since', () => {
    given(recorded())
      .when(record({}, [support({ grade: 'competent' })]))
      .thenNothing();
    given(recorded())
      .when(record({ toPost: '副总工程师' }))
      .thenRefused('organization.managerPromotion.recordedOtherwise');
  });
  it('can be of today, not of tomorrow', () => {
    given()
      .when(record({ promotedOn: TODAY }))
      .then(recorded({ promotedOn: TODAY }));
    given()
      .when(record({ promotedOn: TOMORROW }))
      .thenRefused('organization.managerPromotion.dayInFuture');
  });
  it('is withdrawn once, from its own day on, and stays withdrawn', () => {
    given(recorded()).when(withdraw('2026-11-02')).then(withdrawn('2026-11-02'));
    given(recorded())
      .when(withdraw('2026-11-01'))
      .thenRefused('organization.managerPromotion.withdrawnBeforeIt', { promotedOn: '2026-11-02' });
    given(recorded()).when(withdraw(TOMORROW)).thenRefused('organization.managerPromotion.dayInFuture');
    given(recorded(), withdrawn('2026-11-09')).when(withdraw('2026-11-10')).thenNothing();
    given(recorded(), withdrawn('2026-11-09'))
      .when(record())
      .thenRefused('organization.managerPromotion.recordedOtherwise');
    given().when(withdraw('2026-11-09')).thenRefused('organization.managerPromotion.unknown');
  });
});
