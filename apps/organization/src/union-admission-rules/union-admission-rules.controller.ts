import { PublishUnionAdmissionRules } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { UnionAdmissionRules } from './union-admission-rules.aggregate';

/** Commands on the rules of union admission. */
@Controller()
export class UnionAdmissionRulesController {
  constructor(private readonly rules: UnionAdmissionRules) {}

  @OnCommand(PublishUnionAdmissionRules)
  publish(data: PublishUnionAdmissionRules, sender: Sender) {
    return this.rules.handle(data.unitId, { type: 'PublishUnionAdmissionRules', data }, sender);
  }
}
