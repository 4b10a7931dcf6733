import { type Day, IsDay } from '@gongyou/domain';
import { IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsCount, IsIdentifier, IsNested } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** Confirms that the printed notice board hangs on site; a photo shows it (JX-12b). */
@Command({
  name: 'organization.liaison-notice-board.confirm-posting',
  summary: { zh: '确认党群工作公示牌已张挂', en: 'Confirm that the liaison notice board is posted' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
  towards: ['JX-12b'],
})
export class ConfirmLiaisonBoardPosting {
  @IsIdentifier() unitId!: string;
  /** What the print is as of; it says so itself. Without, it is taken for one of what is known now. */
  @IsOptional() @IsCount(0, Number.MAX_SAFE_INTEGER) printedAsOf?: number;
  /** A photo of the board as it hangs. */
  @IsNested(() => Evidence) evidence!: Evidence;
  @IsDay() postedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党群工作公示牌已张挂', en: 'The liaison notice board was posted' },
})
export class LiaisonNoticeBoardPosted {
  @IsIdentifier() unitId!: string;
  @IsOptional() @IsCount(0, Number.MAX_SAFE_INTEGER) printedAsOf?: number;
  /** A photo of the board as it hangs. */
  @IsNested(() => Evidence) evidence!: Evidence;
  @IsDay() postedOn!: Day;
}

export const liaisonNoticeBoardCommands = { ConfirmLiaisonBoardPosting };
export type LiaisonNoticeBoardCommand = CommandOf<typeof liaisonNoticeBoardCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const liaisonNoticeBoardEvents = { LiaisonNoticeBoardPosted };
export type LiaisonNoticeBoardEvent = EventOf<typeof liaisonNoticeBoardEvents>;
