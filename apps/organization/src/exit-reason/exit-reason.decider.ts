import type { ExitReason, ExitReasonEvent, TellExitReason } from '@gongyou/contracts';
import { type Bilingual, monthOf, type RefuseOf, refuseWith } from '@gongyou/domain';
import { type Decider, unknownFact } from '@gongyou/event-sourcing/decider';
import type { CrewLife } from '../crew/crew-life';

/** The answers of those who left a crew in a month, by their ids. They lead to nobody. */
export interface ExitReasonsState {
  answers: ReadonlyMap<string, ExitReason>;
}

/** The command, with what must be known of the crew; one that was never formed is `undefined`. */
export interface ExitReasonWish {
  type: 'TellExitReason';
  data: TellExitReason;
  crew?: CrewLife | undefined;
}

/** The rules of what workers say why they left: each answer once, and of a crew that there was in the month (QD-48). */
export const exitReason: Decider<ExitReasonWish, ExitReasonEvent, ExitReasonsState> = {
  initialState: { answers: new Map() },

  evolve({ answers }, event) {
    switch (event.type) {
      case 'ExitReasonTold':
        return { answers: new Map(answers).set(event.data.answerId, event.data.reason) };
      default:
        return unknownFact(event.type);
    }
  },

  decide({ data, crew }, { answers }, { today }) {
    const { unitId, answerId, month, reason } = data;
    const known = answers.get(answerId);
    if (known !== undefined) return known === reason ? [] : refuse('organization.exitReason.toldOtherwise');
    if (month > monthOf(today)) return refuse('organization.exitReason.monthInFuture', { month });
    if (!crew) return refuse('organization.exitReason.crewNotFormed');
    const dissolvedIn = crew.dissolvedOn && monthOf(crew.dissolvedOn);
    if (month < monthOf(crew.formedOn) || (dissolvedIn !== null && month > dissolvedIn)) {
      return refuse('organization.exitReason.outsideTheCrewsLife', { month });
    }
    return [{ type: 'ExitReasonTold', data: { unitId, answerId, month, reason } }];
  },
};

export const exitReasonRefusals = {
  'organization.exitReason.toldOtherwise': {
    zh: '该编号的答复已登记，原因不同',
    en: 'An answer with this id was told already, with another reason.',
  },
  'organization.exitReason.monthInFuture': { zh: '月份 {month} 尚未到来', en: 'The month {month} has not come yet.' },
  'organization.exitReason.crewNotFormed': { zh: '班组尚未组建', en: 'The crew was never formed.' },
  'organization.exitReason.outsideTheCrewsLife': {
    zh: '{month} 班组尚未组建或已解散',
    en: 'In {month} the crew was not formed yet, or was dissolved.',
  },
} as const satisfies Record<`organization.exitReason.${string}`, Bilingual>;

const refuse: RefuseOf<typeof exitReasonRefusals> = refuseWith(exitReasonRefusals);
