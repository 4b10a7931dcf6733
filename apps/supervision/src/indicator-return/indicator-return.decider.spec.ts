import type { Evidence, IndicatorReturned, IndicatorReturnEvent, SubmitIndicatorReturn } from '@gongyou/contracts';
import type { Day, Period } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { adoptedSmallProgramme, groupUnits } from '../testing/small-programme';
import { indicatorReturn, type IndicatorReturnWish } from './indicator-return.decider';

const given = specify(indicatorReturn);
const day = (text: string) => text as Day;
/** The day on which commands arrive. */
const TODAY = day('2026-11-20');
const file: Evidence = { fileName: '实名制统计表.xlsx', sha256: 'a'.repeat(64) };

const rate: SubmitIndicatorReturn = {
  programmeId: 'small-reform',
  organizationId: 'group',
  indicator: 'realNameRegistrationRate',
  unitId: 'first-highway',
  period: '2026-11' as Period,
  numerator: 986,
  denominator: 1000,
  evidence: [file],
  returnedOn: TODAY,
};
const submit = (other: Partial<SubmitIndicatorReturn> = {}): IndicatorReturnWish => ({
  type: 'SubmitIndicatorReturn',
  data: { ...rate, ...other },
  adopted: adoptedSmallProgramme,
  units: groupUnits,
});
const returned = (other: Partial<IndicatorReturned> = {}): IndicatorReturnEvent => ({
  type: 'IndicatorReturned',
  data: { ...rate, ...other },
});

const value = {
  programmeId: 'small-reform',
  organizationId: 'group',
  indicator: 'realNameRegistrationRate',
  unitId: 'first-highway',
  period: '2026-11' as Period,
};
const reason = '漏报北港项目';
const corrected = (numerator: number, replacedNumerator: number, correctedOn = TODAY): IndicatorReturnEvent => ({
  type: 'IndicatorReturnCorrected',
  data: {
    ...value,
    numerator,
    denominator: 1000,
    replacedNumerator,
    replacedDenominator: 1000,
    evidence: [file],
    reason,
    correctedOn,
  },
});

describe('An indicator that is returned by hand', () => {
  it('is given as both numbers of a rate (CC-T2, RP-03)', () => given().when(submit()).then(returned()));
  it('is returned once, however often it is told', () => given(returned()).when(submit()).thenNothing());
  it('is returned once, also on another day', () =>
    given(returned({ returnedOn: day('2026-11-10') }))
      .when(submit())
      .thenNothing());

  it('is corrected with a reason, and the correction carries what stood before', () =>
    given(returned())
      .when(submit({ numerator: 990, correctionReason: reason }))
      .then(corrected(990, 986)));
  it('is corrected against the last correction', () =>
    given(returned(), corrected(990, 986))
      .when(submit({ numerator: 995, correctionReason: reason }))
      .then(corrected(995, 990)));
  it('is corrected once, however often it is told', () =>
    given(returned(), corrected(990, 986))
      .when(submit({ numerator: 990, correctionReason: reason }))
      .thenNothing());
  it('can be corrected back', () =>
    given(returned(), corrected(990, 986))
      .when(submit({ correctionReason: reason }))
      .then(corrected(986, 990)));
  it.each([
    ['numerator', { numerator: 987 }],
    ['denominator', { denominator: 1001 }],
    ['evidence', { evidence: [] }],
  ])('is not changed in its %s without a reason', (_, other) =>
    given(returned()).when(submit(other)).thenRefused('supervision.indicatorReturn.correctionReasonMissing'),
  );
  it('has nothing to correct before it was returned', () =>
    given()
      .when(submit({ correctionReason: reason }))
      .thenRefused('supervision.indicatorReturn.nothingToCorrect'));
  it('is not corrected on a day before the last return', () =>
    given(returned())
      .when(submit({ numerator: 990, correctionReason: reason, returnedOn: day('2026-11-19') }))
      .thenRefused('supervision.indicatorReturn.beforeLastReturn', { lastOn: TODAY }));

  it('reaches 100 % and never more', () => {
    given()
      .when(submit({ numerator: 1000 }))
      .then(returned({ numerator: 1000 }));
    given()
      .when(submit({ numerator: 1001 }))
      .thenRefused('supervision.indicatorReturn.moreThanTheWhole');
  });
  it('needs the denominator of a rate', () =>
    given()
      .when(submit({ denominator: undefined }))
      .thenRefused('supervision.indicatorReturn.denominatorMissing', { unit: 'percent' }));
  it('can have more cases than the thousands that they are taken per', () =>
    given()
      .when(submit({ indicator: 'accidentRate', numerator: 3, denominator: 2 }))
      .then(returned({ indicator: 'accidentRate', numerator: 3, denominator: 2 })));
  it('has no denominator as a count, whose target may stand outside any measure', () => {
    const count = { indicator: 'reformPlans', numerator: 3 };
    given()
      .when(submit({ ...count, denominator: undefined }))
      .then(returned({ ...count, denominator: undefined }));
    given().when(submit(count)).thenRefused('supervision.indicatorReturn.denominatorNotWanted', { unit: 'plans' });
  });

  it('has to be a target of the version that is followed', () =>
    given()
      .when(submit({ indicator: 'unheardOfRate' }))
      .thenRefused('supervision.indicatorReturn.indicatorUnknown', { indicator: 'unheardOfRate' }));
  it('needs a programme that was adopted', () =>
    given()
      .when({ type: 'SubmitIndicatorReturn', data: rate, units: groupUnits })
      .thenRefused('supervision.indicatorReturn.programmeNotAdopted'));
  it.each([
    ['nowhere', 'unknown'],
    ['closed-company', 'closed'],
    ['other-group', 'outside'],
  ])('needs a unit of the adopter: %s is %s', (unitId, fault) =>
    given().when(submit({ unitId })).thenRefused(`supervision.adopterUnit.${fault}`),
  );

  it('can be returned from the first day of its period on, and not before', () => {
    const november = { returnedOn: day('2026-11-01') };
    given()
      .when(submit(november), { today: day('2026-11-01') })
      .then(returned(november));
    given()
      .when(submit({ returnedOn: day('2026-10-31') }))
      .thenRefused('supervision.indicatorReturn.beforePeriod', { from: '2026-11-01' });
    given()
      .when(submit(november), { today: day('2026-10-31') })
      .thenRefused('supervision.indicatorReturn.periodNotBegun', { from: '2026-11-01' });
  });
  it('cannot be returned on a day to come', () =>
    given()
      .when(submit({ returnedOn: day('2026-11-21') }))
      .thenRefused('supervision.indicatorReturn.dayInFuture'));
});
