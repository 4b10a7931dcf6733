import type {
  LiaisonParticipationDutyCommand,
  LiaisonParticipationDutyEvent,
  LiaisonParticipationDutySet,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import type { Decider } from '@gongyou/event-sourcing/decider';

/** The duties that a unit has set, in the order in which they take effect. */
export interface LiaisonParticipationDutyState {
  duties: readonly LiaisonParticipationDutySet[];
}

/** In which steps a unit requires a liaison officer (JX-23): one duty after the other, each from its day on. */
export const liaisonParticipationDuty: Decider<
  LiaisonParticipationDutyCommand,
  LiaisonParticipationDutyEvent,
  LiaisonParticipationDutyState
> = {
  initialState: { duties: [] },
  evolve: (state, event) => ({ duties: [...state.duties, event.data] }),
  decide: ({ data }, { duties }) => {
    if (duties.some((known) => sameContent(known, data))) return [];
    const last = duties.at(-1);
    if (last && data.effectiveOn <= last.effectiveOn) {
      refuse('organization.liaisonParticipationDuty.effectiveTooEarly', { effectiveOn: last.effectiveOn });
    }
    return [{ type: 'LiaisonParticipationDutySet', data }];
  },
};

/** The duty in force on a day; none where the unit has set none by then. */
export const dutyInForce = (
  { duties }: LiaisonParticipationDutyState,
  on: Day,
): LiaisonParticipationDutySet | undefined => duties.findLast(({ effectiveOn }) => effectiveOn <= on);

export const liaisonParticipationDutyRefusals = {
  'organization.liaisonParticipationDuty.effectiveTooEarly': {
    zh: '新规定须在上一规定生效日 {effectiveOn} 之后生效',
    en: 'A new duty takes effect after the last one, which took effect on {effectiveOn}.',
  },
} as const satisfies Record<`organization.liaisonParticipationDuty.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonParticipationDutyRefusals> = refuseWith(liaisonParticipationDutyRefusals);
