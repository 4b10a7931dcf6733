import type { PartyDuesEvent } from '@gongyou/contracts';
import type { Day, Month } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { monthlyDuesOf } from './dues-rate';
import { partyDues, type PartyDuesWish } from './party-dues.decider';

const given = specify(partyDues);
const memberId = 'member-1';
const months = (...texts: string[]) => texts as Month[];
const assess = (yuan: number, from = '2026-07'): PartyDuesWish => ({
  type: 'AssessPartyDues',
  data: {
    memberId,
    partyOrganizationId: 'bay-branch',
    afterTaxMonthlyFen: yuan * 100,
    pensioner: false,
    from: from as Month,
  },
  unitId: 'bay-bridge',
});
const assessed = (monthlyDuesFen: number, from = '2026-07'): PartyDuesEvent => ({
  type: 'PartyDuesAssessed',
  data: { memberId, partyOrganizationId: 'bay-branch', unitId: 'bay-bridge', monthlyDuesFen, from: from as Month },
});
const paidOn = '2026-08-15' as Day;
const pay = (...of: string[]): PartyDuesWish => ({
  type: 'RecordDuesPayment',
  data: { memberId, months: months(...of), paidOn },
});
const paid = (...of: string[]): PartyDuesEvent => ({
  type: 'PartyDuesPaid',
  data: { memberId, months: months(...of), paidOn },
});

describe('Dues of a month', () => {
  it.each([
    ['3,000.00 yuan at 0.5%', 300_000, false, 1_500],
    ['3,000.01 yuan at 1%, on the whole', 300_001, false, 3_000],
    ['5,000.00 yuan at 1%', 500_000, false, 5_000],
    ['5,000.01 yuan at 1.5%', 500_001, false, 7_500],
    ['10,000.00 yuan at 1.5%', 1_000_000, false, 15_000],
    ['10,000.01 yuan at 2%', 1_000_001, false, 20_000],
    ['a pension of 5,000.00 yuan at 0.5%', 500_000, true, 2_500],
    ['a pension of 5,000.01 yuan at 1%', 500_001, true, 5_000],
  ])('for %s (PD-26)', (_, base, pensioner, dues) => expect(monthlyDuesOf(base, pensioner)).toBe(dues));
});

describe('The dues of a member', () => {
  it('are assessed without keeping the wage, again when it changes (PD-26, HM-02f)', () => {
    given().when(assess(6_500)).then(assessed(9_750));
    given(assessed(9_750)).when(assess(6_500)).thenNothing();
    given(assessed(9_750)).when(assess(10_001, '2026-09')).then(assessed(20_002, '2026-09'));
    given(assessed(9_750))
      .when(assess(10_001, '2026-06'))
      .thenRefused('organization.partyDues.beforeAssessment', { month: '2026-06', from: '2026-07' });
  });
  it('belong to an organization that is there', () =>
    given()
      .when({ ...assess(6_500), unitId: undefined } as PartyDuesWish)
      .thenRefused('organization.partyDues.branchMissing'));
  it('are paid month by month, each counted once (HM-02f)', () => {
    given(assessed(9_750)).when(pay('2026-07', '2026-08')).then(paid('2026-07', '2026-08'));
    given(assessed(9_750), paid('2026-07')).when(pay('2026-07', '2026-08')).then(paid('2026-08'));
    given(assessed(9_750), paid('2026-07')).when(pay('2026-07')).thenNothing();
  });
  it('are not paid before they began, nor without an assessment', () => {
    given(assessed(9_750)).when(pay('2026-06')).thenRefused('organization.partyDues.beforeAssessment');
    given().when(pay('2026-07')).thenRefused('organization.partyDues.notAssessed');
  });
  it('can be excused with good cause (PD-26)', () => {
    const excuse: PartyDuesWish = {
      type: 'ExcuseDues',
      data: { memberId, months: months('2026-09'), excusedOn: paidOn },
    };
    const excused: PartyDuesEvent = {
      type: 'PartyDuesExcused',
      data: { memberId, months: months('2026-09'), excusedOn: paidOn },
    };
    given(assessed(9_750)).when(excuse).then(excused);
    given(assessed(9_750), excused).when(excuse).thenNothing();
  });
});
