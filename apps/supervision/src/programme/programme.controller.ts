import { AmendProgramme, PublishProgramme } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ProgrammeHandling } from './programme.aggregate';

/** Commands on reform programmes. */
@Controller()
export class ProgrammeController {
  constructor(
    private readonly programmes: ProgrammeHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(PublishProgramme)
  async publish(data: PublishProgramme, sender: Sender) {
    const { programme, publishedByUnitId } = data;
    const publisher = publishedByUnitId === undefined ? undefined : await this.directory.findUnit(publishedByUnitId);
    return this.programmes.handle(programme.programmeId, { type: 'PublishProgramme', data, publisher }, sender);
  }

  @OnCommand(AmendProgramme)
  amend(data: AmendProgramme, sender: Sender) {
    return this.programmes.handle(data.programme.programmeId, { type: 'AmendProgramme', data }, sender);
  }
}
