import { AnswerDisclosureObjection, ObjectToCrewDisclosure, PostCrewDisclosure } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewHandling } from '../crew/crew.aggregate';
import { crewLifeOf } from '../crew/crew-life';
import { CrewDisclosureHandling } from './crew-disclosure.aggregate';

/** Commands on what is disclosed to crews. Whether the crew stood on the day is asked of the crew. */
@Controller()
export class CrewDisclosureController {
  constructor(
    private readonly disclosures: CrewDisclosureHandling,
    private readonly crews: CrewHandling,
  ) {}

  @OnCommand(PostCrewDisclosure)
  async post(data: PostCrewDisclosure, sender: Sender) {
    const crew = crewLifeOf((await this.crews.state(data.unitId)).state);
    return this.disclosures.handle(data.disclosureId, { type: 'PostCrewDisclosure', data, crew }, sender);
  }

  @OnCommand(ObjectToCrewDisclosure)
  object(data: ObjectToCrewDisclosure, sender: Sender) {
    return this.disclosures.handle(data.disclosureId, { type: 'ObjectToCrewDisclosure', data }, sender);
  }

  @OnCommand(AnswerDisclosureObjection)
  answer(data: AnswerDisclosureObjection, sender: Sender) {
    return this.disclosures.handle(data.disclosureId, { type: 'AnswerDisclosureObjection', data }, sender);
  }
}
