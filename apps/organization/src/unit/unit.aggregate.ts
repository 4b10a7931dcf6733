import { unitCommands, type UnitEvent, unitEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { unit, type UnitState, type UnitWish } from './unit.decider';

/** Carries out the commands on organization units. */
export class Units extends CommandHandling<UnitWish, UnitEvent, UnitState> {}

export const unitAggregate: Aggregate<UnitWish, UnitEvent, UnitState> = {
  category: 'unit',
  decider: unit,
  commands: unitCommands,
  events: unitEvents,
  // Who has a role over the parent may establish units below it; only who may act everywhere starts a new tree.
  reach: ({ type, data }) => {
    if (type !== 'EstablishUnit') return [data.unitId];
    return data.parentId === undefined ? [] : [data.parentId];
  },
  organizationOf: ({ data }) => data.unitId,
};
