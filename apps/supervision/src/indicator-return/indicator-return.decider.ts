import {
  type Evidence,
  type IndicatorReturnEvent,
  type Programme,
  type ProgrammeTarget,
  type SubmitIndicatorReturn,
} from '@gongyou/contracts';
import { type Bilingual, type Day, periodRange, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import type { AdoptedProgramme } from '../adoption/adopted-programme';
import { type AdopterUnits, requireAdopterUnits } from '../adoption/adopter-units';

/** The unit has not returned the indicator for the period. */
export interface NotReturned {
  stage: 'notReturned';
}

/** The value stands until it is corrected. */
export interface IndicatorStands {
  stage: 'returned';
  numerator: number;
  denominator: number | undefined;
  evidence: readonly Evidence[];
  lastOn: Day;
}

export type IndicatorReturnState = NotReturned | IndicatorStands;

/** The command, with what must be known of the adopted programme and the unit. */
export interface IndicatorReturnWish {
  type: 'SubmitIndicatorReturn';
  data: SubmitIndicatorReturn;
  adopted?: AdoptedProgramme | undefined;
  units: AdopterUnits;
}

/**
 * The rules of an indicator that a unit returns by hand, for one period of one adopted programme (provisions CC-T2, QD-06;
 * RP-03). A wrong value is never overwritten: it is corrected with a reason, and the event carries what stood before.
 */
export const indicatorReturn: Decider<IndicatorReturnWish, IndicatorReturnEvent, IndicatorReturnState> = {
  initialState: { stage: 'notReturned' },

  evolve(_, event) {
    const { numerator, denominator, evidence } = event.data;
    switch (event.type) {
      case 'IndicatorReturned':
        return { stage: 'returned', numerator, denominator, evidence, lastOn: event.data.returnedOn };
      case 'IndicatorReturnCorrected':
        return { stage: 'returned', numerator, denominator, evidence, lastOn: event.data.correctedOn };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    if (wish.type !== 'SubmitIndicatorReturn') return unknownWish(wish.type);
    return state.stage === 'returned' && saysWhatStands(wish.data, state) ? [] : submit(wish, state, moment);
  },
};

export const indicatorReturnRefusals = {
  'supervision.indicatorReturn.programmeNotAdopted': {
    zh: '该单位没有采纳此方案',
    en: 'The organization has not adopted this programme.',
  },
  'supervision.indicatorReturn.indicatorUnknown': {
    zh: '方案现行版本没有为指标 {indicator} 设目标',
    en: 'The version of the programme that the organization follows sets no target for {indicator}.',
  },
  'supervision.indicatorReturn.periodNotBegun': {
    zh: '报告期从 {from} 开始，尚未到来',
    en: 'The period begins on {from} and has not come yet.',
  },
  'supervision.indicatorReturn.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'supervision.indicatorReturn.beforePeriod': {
    zh: '填报日早于报告期开始日 {from}',
    en: 'A value cannot be returned before its period begins on {from}.',
  },
  'supervision.indicatorReturn.beforeLastReturn': {
    zh: '填报日早于上次填报日 {lastOn}',
    en: 'The day is before the last return, of {lastOn}.',
  },
  'supervision.indicatorReturn.denominatorMissing': {
    zh: '指标单位为“{unit}”，须同时填报分子和分母',
    en: 'The indicator is a rate in {unit}: return both of its numbers, never the rate.',
  },
  'supervision.indicatorReturn.denominatorNotWanted': {
    zh: '指标单位为“{unit}”，不是比率，没有分母',
    en: 'The indicator is counted in {unit}; it is no rate and has no denominator.',
  },
  'supervision.indicatorReturn.moreThanTheWhole': {
    zh: '分子不能大于分母：部分不会多于总体',
    en: 'The numerator is larger than the denominator; a part cannot be more than its whole.',
  },
  'supervision.indicatorReturn.correctionReasonMissing': {
    zh: '该期指标已填报，更改须说明更正原因',
    en: 'A value was returned for this period already; a change needs the reason for the correction.',
  },
  'supervision.indicatorReturn.nothingToCorrect': {
    zh: '该期指标尚未填报，无可更正',
    en: 'No value was returned for this period yet; there is nothing to correct.',
  },
} as const satisfies Record<`supervision.indicatorReturn.${string}`, Bilingual>;

const refuse: RefuseOf<typeof indicatorReturnRefusals> = refuseWith(indicatorReturnRefusals);

function submit(
  { data, adopted, units }: IndicatorReturnWish,
  state: IndicatorReturnState,
  moment: Moment,
): IndicatorReturnEvent[] {
  if (!adopted) return refuse('supervision.indicatorReturn.programmeNotAdopted');
  requireValue(data, targetOf(adopted.programme, data.indicator));
  requireDays(data, moment);
  requireAdopterUnits([data.unitId], units);

  const { programmeId, organizationId, indicator, unitId, period, numerator, denominator, evidence } = data;
  const { returnedOn, correctionReason: reason } = data;
  const value = { programmeId, organizationId, indicator, unitId, period, numerator, denominator };
  if (state.stage === 'notReturned') {
    if (reason !== undefined) refuse('supervision.indicatorReturn.nothingToCorrect');
    return [{ type: 'IndicatorReturned', data: { ...value, evidence, returnedOn } }];
  }
  if (reason === undefined) return refuse('supervision.indicatorReturn.correctionReasonMissing');
  if (returnedOn < state.lastOn) refuse('supervision.indicatorReturn.beforeLastReturn', { lastOn: state.lastOn });
  const replaced = { replacedNumerator: state.numerator, replacedDenominator: state.denominator };
  return [
    { type: 'IndicatorReturnCorrected', data: { ...value, ...replaced, evidence, reason, correctedOn: returnedOn } },
  ];
}

const saysWhatStands = ({ numerator, denominator, evidence }: SubmitIndicatorReturn, state: IndicatorStands): boolean =>
  numerator === state.numerator && denominator === state.denominator && sameContent(evidence, state.evidence);

function targetOf({ items, measures }: Programme, indicator: string): ProgrammeTarget {
  const targets = [...items, ...measures.flatMap((measure) => measure.items)].flatMap(({ target }) => target ?? []);
  return (
    targets.find((target) => target.indicator === indicator) ??
    refuse('supervision.indicatorReturn.indicatorUnknown', { indicator })
  );
}

/** Units of a part in its whole. */
const shareUnits = ['percent', 'perMille', 'perTenThousand'];
/** Every rate is named for what it is taken per: `percent`, `perThousandWorkers`. */
const isRate = (unit: string): boolean => unit === 'percent' || /^per[A-Z]/.test(unit);

function requireValue({ numerator, denominator }: SubmitIndicatorReturn, { unit }: ProgrammeTarget): void {
  if (!isRate(unit)) {
    if (denominator !== undefined) refuse('supervision.indicatorReturn.denominatorNotWanted', { unit });
    return;
  }
  if (denominator === undefined) return refuse('supervision.indicatorReturn.denominatorMissing', { unit });
  if (shareUnits.includes(unit) && numerator > denominator) refuse('supervision.indicatorReturn.moreThanTheWhole');
}

function requireDays({ period, returnedOn }: SubmitIndicatorReturn, { today }: Moment): void {
  const { from } = periodRange(period);
  if (from > today) refuse('supervision.indicatorReturn.periodNotBegun', { from });
  if (returnedOn > today) refuse('supervision.indicatorReturn.dayInFuture', { on: returnedOn });
  if (returnedOn < from) refuse('supervision.indicatorReturn.beforePeriod', { from });
}
