import {
  DiscloseFactoryAffairs,
  ObjectToFactoryAffairsDisclosure,
  PublishOpenMatters,
  ReplyToFactoryAffairsObjection,
} from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { OpenEnterpriseLookup } from '../enterprise-governance/open-enterprise.lookup';
import { FactoryAffairsDisclosures } from './factory-affairs-disclosure.aggregate';
import { OpenMattersLists } from './open-matters.aggregate';
import { OpenMattersLookup } from './open-matters.lookup';

/** Commands on disclosures to employees, and on what must be disclosed. */
@Controller()
export class FactoryAffairsDisclosureController {
  constructor(
    private readonly disclosures: FactoryAffairsDisclosures,
    private readonly lists: OpenMattersLists,
    private readonly matters: OpenMattersLookup,
    private readonly enterprises: OpenEnterpriseLookup,
  ) {}

  @OnCommand(PublishOpenMatters)
  publish(data: PublishOpenMatters, sender: Sender) {
    return this.lists.handle(data.unitId, { type: 'PublishOpenMatters', data }, sender);
  }

  @OnCommand(DiscloseFactoryAffairs)
  async disclose(data: DiscloseFactoryAffairs, sender: Sender) {
    const isOpenEnterprise = await this.enterprises.isOpen(data.unitId);
    const matter = await this.matters.find(data.unitId, data.matterId, data.postedOn);
    const wish = { type: 'DiscloseFactoryAffairs', data, isOpenEnterprise, matter } as const;
    return this.disclosures.handle(data.disclosureId, wish, sender);
  }

  @OnCommand(ObjectToFactoryAffairsDisclosure)
  objectTo(data: ObjectToFactoryAffairsDisclosure, sender: Sender) {
    return this.disclosures.handle(data.disclosureId, { type: 'ObjectToFactoryAffairsDisclosure', data }, sender);
  }

  @OnCommand(ReplyToFactoryAffairsObjection)
  reply(data: ReplyToFactoryAffairsObjection, sender: Sender) {
    return this.disclosures.handle(data.disclosureId, { type: 'ReplyToFactoryAffairsObjection', data }, sender);
  }
}
