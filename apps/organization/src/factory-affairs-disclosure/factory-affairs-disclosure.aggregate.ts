import {
  factoryAffairsDisclosureCommands,
  type FactoryAffairsDisclosureEvent,
  factoryAffairsDisclosureEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  factoryAffairsDisclosure,
  type FactoryAffairsDisclosureState,
  type FactoryAffairsDisclosureWish,
} from './factory-affairs-disclosure.decider';

/** Carries out the commands on disclosures to employees. */
export class FactoryAffairsDisclosures extends CommandHandling<
  FactoryAffairsDisclosureWish,
  FactoryAffairsDisclosureEvent,
  FactoryAffairsDisclosureState
> {}

export const factoryAffairsDisclosureAggregate: Aggregate<
  FactoryAffairsDisclosureWish,
  FactoryAffairsDisclosureEvent,
  FactoryAffairsDisclosureState
> = {
  category: 'factoryAffairsDisclosure',
  decider: factoryAffairsDisclosure,
  commands: factoryAffairsDisclosureCommands,
  events: factoryAffairsDisclosureEvents,
  reach: enterpriseOf,
  organizationOf: (wish, state) => {
    const [unitId] = enterpriseOf(wish, state);
    if (unitId === undefined) throw new Error('what was never disclosed cannot have events');
    return unitId;
  },
};

function enterpriseOf(wish: FactoryAffairsDisclosureWish, state: FactoryAffairsDisclosureState): string[] {
  if (state.stage === 'posted') return [state.posted.unitId];
  return wish.type === 'DiscloseFactoryAffairs' ? [wish.data.unitId] : [];
}
