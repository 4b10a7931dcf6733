import { ConfirmLiaisonBoardPosting } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonNoticeBoardHandling } from './liaison-notice-board.aggregate';

/** Commands on notice boards. */
@Controller()
export class LiaisonNoticeBoardController {
  constructor(private readonly boards: LiaisonNoticeBoardHandling) {}

  @OnCommand(ConfirmLiaisonBoardPosting)
  confirmPosting(data: ConfirmLiaisonBoardPosting, sender: Sender) {
    return this.boards.handle(data.unitId, { type: 'ConfirmLiaisonBoardPosting', data }, sender);
  }
}
