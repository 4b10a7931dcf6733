import type {
  ConfirmLiaisonBoardPosting,
  LiaisonNoticeBoardCommand,
  LiaisonNoticeBoardEvent,
  LiaisonNoticeBoardPosted,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import type { Decider, Moment } from '@gongyou/event-sourcing/decider';

export interface LiaisonNoticeBoardState {
  posted: LiaisonNoticeBoardPosted | null;
}

/** The rules of a notice board on site: each posting is a new print, confirmed by a photo (JX-12b). */
export const liaisonNoticeBoard: Decider<LiaisonNoticeBoardCommand, LiaisonNoticeBoardEvent, LiaisonNoticeBoardState> =
  {
    initialState: { posted: null },
    evolve: (_, event) => ({ posted: event.data }),
    decide: ({ data }, state, moment) => confirm(data, state, moment),
  };

export const liaisonNoticeBoardRefusals = {
  'organization.liaisonNoticeBoard.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.liaisonNoticeBoard.beforeLastPosting': {
    zh: '张挂日期早于上一次张挂 {postedOn}',
    en: 'The posting would be before the last one of {postedOn}.',
  },
} as const satisfies Record<`organization.liaisonNoticeBoard.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonNoticeBoardRefusals> = refuseWith(liaisonNoticeBoardRefusals);

function confirm(
  data: ConfirmLiaisonBoardPosting,
  { posted }: LiaisonNoticeBoardState,
  { today }: Moment,
): LiaisonNoticeBoardEvent[] {
  if (posted && sameContent(data, posted)) return [];
  if (data.postedOn > today) refuse('organization.liaisonNoticeBoard.dayInFuture', { on: data.postedOn });
  if (posted && data.postedOn < posted.postedOn)
    refuse('organization.liaisonNoticeBoard.beforeLastPosting', { postedOn: posted.postedOn });
  return [{ type: 'LiaisonNoticeBoardPosted', data }];
}
