import type {
  EndEquityRelation,
  EquityRelationEvent,
  EquityRelationKind,
  EquityRelationRecorded,
  RecordEquityRelation,
  UnitKind,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** The whole capital of a labour subcontractor, in hundredths of a percent. */
const WHOLE = 10_000;

interface Holding {
  recorded: EquityRelationRecorded;
  /** The first day without it; null while it lasts. */
  endedOn: Day | null;
}

/** Who has, or had, a part in one labour subcontractor, by contractor; of each the last that was told. */
export interface EquityRelationState {
  holdings: ReadonlyMap<string, Holding>;
}

/** A unit as the organization directory has it. */
interface KnownUnit {
  kind: UnitKind;
  closed: boolean;
}

/** The commands, with what must be known of units. A unit that is not known is `undefined`. */
export type EquityRelationWish =
  | {
      type: 'RecordEquityRelation';
      data: RecordEquityRelation;
      contractor?: KnownUnit | undefined;
      labourSubcontractor?: KnownUnit | undefined;
    }
  | { type: 'EndEquityRelation'; data: EndEquityRelation };

/** The parts that contractors have in one labour subcontractor: by founding, controlling, holding shares or merging (QD-50). */
export const equityRelation: Decider<EquityRelationWish, EquityRelationEvent, EquityRelationState> = {
  initialState: { holdings: new Map() },
  evolve,
  decide,
};

function evolve({ holdings }: EquityRelationState, event: EquityRelationEvent): EquityRelationState {
  switch (event.type) {
    case 'EquityRelationRecorded':
      return { holdings: new Map(holdings).set(event.data.contractorId, { recorded: event.data, endedOn: null }) };
    case 'EquityRelationEnded': {
      const { contractorId, endedOn } = event.data;
      return { holdings: new Map(holdings).set(contractorId, { ...holdings.get(contractorId)!, endedOn }) };
    }
    default:
      return unknownFact(event);
  }
}

function decide(wish: EquityRelationWish, state: EquityRelationState, moment: Moment): EquityRelationEvent[] {
  switch (wish.type) {
    case 'RecordEquityRelation':
      return record(wish, state, moment);
    case 'EndEquityRelation':
      return end(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const equityRelationRefusals = {
  'organization.equityRelation.notALabourSubcontractor': {
    zh: '{unitId} 不是在册的劳务分包单位',
    en: 'Unit {unitId} is no open labour subcontractor.',
  },
  'organization.equityRelation.notAContractor': {
    zh: '{unitId} 不是在册的集团或公司',
    en: 'Unit {unitId} is no open group or company.',
  },
  'organization.equityRelation.shareDoesNotFit': {
    zh: '“{kind}”的持股比例（万分之）须在 {least} 至 {most} 之间',
    en: 'The share of the kind {kind} lies between {least} and {most} hundredths of a percent.',
  },
  'organization.equityRelation.moreThanTheWhole': {
    zh: '各方持股合计（万分之 {together}）超过全部股权',
    en: 'All shares together, {together} hundredths of a percent, are more than the whole.',
  },
  'organization.equityRelation.unknown': {
    zh: '没有登记该股权关系，或已解除',
    en: 'There is no such equity relation, or it has ended.',
  },
} as const satisfies Record<`organization.equityRelation.${string}`, Bilingual>;

const refuse: RefuseOf<typeof equityRelationRefusals> = refuseWith(equityRelationRefusals);

/** Who holds a minority holds at most half; what is merged is held whole. Control may rest on less than half, by agreement. */
const sharesOf: Readonly<Record<EquityRelationKind, { least: number; most: number }>> = {
  founded: { least: 1, most: WHOLE },
  controlling: { least: 1, most: WHOLE },
  minority: { least: 1, most: WHOLE / 2 },
  merged: { least: WHOLE, most: WHOLE },
};

function record(
  { data, contractor, labourSubcontractor }: EquityRelationWish & { type: 'RecordEquityRelation' },
  { holdings }: EquityRelationState,
  moment: Moment,
): EquityRelationEvent[] {
  const { labourSubcontractorId, contractorId, kind, shareBasisPoints, fromDay } = data;
  const known = holdings.get(contractorId);
  if (known?.endedOn === null && sameContent(data, known.recorded)) return [];
  requireEntryDay(fromDay, moment, known?.endedOn ?? known?.recorded.fromDay);
  if (!labourSubcontractor || labourSubcontractor.closed || labourSubcontractor.kind !== 'labourSubcontractor') {
    refuse('organization.equityRelation.notALabourSubcontractor', { unitId: labourSubcontractorId });
  }
  if (!contractor || contractor.closed || (contractor.kind !== 'group' && contractor.kind !== 'company')) {
    refuse('organization.equityRelation.notAContractor', { unitId: contractorId });
  }
  const { least, most } = sharesOf[kind];
  if (shareBasisPoints < least || shareBasisPoints > most) {
    refuse('organization.equityRelation.shareDoesNotFit', { kind, least, most });
  }
  const together = shareBasisPoints + sharesOfOthers(contractorId, fromDay, holdings);
  if (together > WHOLE) refuse('organization.equityRelation.moreThanTheWhole', { together });
  return [{ type: 'EquityRelationRecorded', data }];
}

const sharesOfOthers = (contractorId: string, on: Day, holdings: ReadonlyMap<string, Holding>): number =>
  [...holdings.values()]
    .filter(({ recorded, endedOn }) => recorded.contractorId !== contractorId && (endedOn === null || endedOn > on))
    .reduce((sum, { recorded }) => sum + recorded.shareBasisPoints, 0);

function end(data: EndEquityRelation, { holdings }: EquityRelationState, moment: Moment): EquityRelationEvent[] {
  const known = holdings.get(data.contractorId);
  if (!known) return refuse('organization.equityRelation.unknown');
  if (known.endedOn !== null) {
    return known.endedOn === data.endedOn ? [] : refuse('organization.equityRelation.unknown');
  }
  requireEntryDay(data.endedOn, moment, known.recorded.fromDay);
  return [{ type: 'EquityRelationEnded', data }];
}
