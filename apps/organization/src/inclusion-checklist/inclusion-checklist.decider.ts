import type { DefineInclusionChecklist, InclusionChecklistDefined, InclusionChecklistEvent } from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import type { Decider } from '@gongyou/event-sourcing/decider';

/** The unit has no checklist of its own. */
export interface NotDefined {
  stage: 'notDefined';
}

export interface Defined {
  stage: 'defined';
  defined: InclusionChecklistDefined;
}

export type InclusionChecklistState = NotDefined | Defined;

/** The command; `unitOpen`: the unit exists and was not closed. */
export interface InclusionChecklistWish {
  type: 'DefineInclusionChecklist';
  data: DefineInclusionChecklist;
  unitOpen: boolean;
}

/** Which six inclusions a unit means (六纳入; JX-30). The document names the number and not the items. */
export const inclusionChecklist: Decider<InclusionChecklistWish, InclusionChecklistEvent, InclusionChecklistState> = {
  initialState: { stage: 'notDefined' },
  evolve: (_, { data }) => ({ stage: 'defined', defined: data }),
  decide: ({ data, unitOpen }, state) => define(data, unitOpen, state),
};

export const inclusionChecklistRefusals = {
  'organization.inclusionChecklist.unitMissing': {
    zh: '组织单元不存在或已撤销',
    en: 'The unit does not exist, or is closed.',
  },
  'organization.inclusionChecklist.itemTwice': {
    zh: '六项事项的编号不能重复',
    en: 'The six items have six different ids.',
  },
  'organization.inclusionChecklist.otherItems': {
    zh: '清单一经设定，事项编号不变，只能更正文字',
    en: 'Once defined, a checklist keeps its six ids; only their words may be put right.',
  },
} as const satisfies Record<`organization.inclusionChecklist.${string}`, Bilingual>;

const refuse: RefuseOf<typeof inclusionChecklistRefusals> = refuseWith(inclusionChecklistRefusals);

function define(
  data: DefineInclusionChecklist,
  unitOpen: boolean,
  state: InclusionChecklistState,
): InclusionChecklistEvent[] {
  if (state.stage === 'defined' && sameContent(data, state.defined)) return [];
  if (!unitOpen) refuse('organization.inclusionChecklist.unitMissing');
  const ids = new Set(data.items.map(({ itemId }) => itemId));
  if (ids.size < data.items.length) refuse('organization.inclusionChecklist.itemTwice');
  if (state.stage === 'defined' && state.defined.items.some(({ itemId }) => !ids.has(itemId))) {
    // What was settled for members is told by the ids: other ids would take it back from them.
    refuse('organization.inclusionChecklist.otherItems');
  }
  return [{ type: 'InclusionChecklistDefined', data: { ...data } }];
}
