import type { OpenMattersCommand, OpenMattersEvent, OpenMattersPublished } from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import type { Decider } from '@gongyou/event-sourcing/decider';

/** The lists that a unit has published, in the order in which they take effect. */
export interface OpenMattersState {
  lists: readonly OpenMattersPublished[];
}

/** Which matters must be open to the employees (厂务公开事项, HM-04g): one list after the other, each from its day on. */
export const openMatters: Decider<OpenMattersCommand, OpenMattersEvent, OpenMattersState> = {
  initialState: { lists: [] },
  evolve: (state, event) => ({ lists: [...state.lists, event.data] }),
  decide: ({ data }, { lists }) => {
    if (lists.some((known) => sameContent(known, data))) return [];
    const last = lists.at(-1);
    if (last && data.effectiveOn <= last.effectiveOn) {
      refuse('organization.openMatters.effectiveTooEarly', { effectiveOn: last.effectiveOn });
    }
    const ids = data.matters.map(({ matterId }) => matterId);
    const repeated = ids.find((matterId, index) => ids.indexOf(matterId) !== index);
    if (repeated !== undefined) refuse('organization.openMatters.matterRepeated', { matterId: repeated });
    return [{ type: 'OpenMattersPublished', data }];
  },
};

/** The list in force on a day; none where the unit has published none by then. */
export const mattersInForce = ({ lists }: OpenMattersState, on: Day): OpenMattersPublished | undefined =>
  lists.findLast(({ effectiveOn }) => effectiveOn <= on);

export const openMattersRefusals = {
  'organization.openMatters.effectiveTooEarly': {
    zh: '新目录须在上一目录生效日 {effectiveOn} 之后生效',
    en: 'A new list takes effect after the last one, which took effect on {effectiveOn}.',
  },
  'organization.openMatters.matterRepeated': {
    zh: '公开事项 {matterId} 重复',
    en: 'The matter {matterId} stands twice in the list.',
  },
} as const satisfies Record<`organization.openMatters.${string}`, Bilingual>;

const refuse: RefuseOf<typeof openMattersRefusals> = refuseWith(openMattersRefusals);
