import {
  type LiaisonNoticeBoardCommand,
  liaisonNoticeBoardCommands,
  type LiaisonNoticeBoardEvent,
  liaisonNoticeBoardEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { liaisonNoticeBoard, type LiaisonNoticeBoardState } from './liaison-notice-board.decider';

/** Carries out the commands on notice boards. */
export class LiaisonNoticeBoardHandling extends CommandHandling<
  LiaisonNoticeBoardCommand,
  LiaisonNoticeBoardEvent,
  LiaisonNoticeBoardState
> {}

export const liaisonNoticeBoardAggregate: Aggregate<
  LiaisonNoticeBoardCommand,
  LiaisonNoticeBoardEvent,
  LiaisonNoticeBoardState
> = {
  category: 'liaisonNoticeBoard',
  decider: liaisonNoticeBoard,
  commands: liaisonNoticeBoardCommands,
  events: liaisonNoticeBoardEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
