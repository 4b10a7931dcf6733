import { enterpriseClientCommands, type EnterpriseClientEvent, enterpriseClientEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { enterpriseClient, type EnterpriseClientState, type EnterpriseClientWish } from './enterprise-client.decider';

/** Carries out the commands on enterprise systems. */
export class EnterpriseClients extends CommandHandling<
  EnterpriseClientWish,
  EnterpriseClientEvent,
  EnterpriseClientState
> {}

export const enterpriseClientAggregate: Aggregate<EnterpriseClientWish, EnterpriseClientEvent, EnterpriseClientState> =
  {
    category: 'enterpriseClient',
    decider: enterpriseClient,
    commands: enterpriseClientCommands,
    events: enterpriseClientEvents,
    reach: (wish, state) => {
      if (wish.type === 'RegisterEnterpriseClient') return [wish.data.organizationId];
      return state.stage === 'notRegistered' ? [] : [state.organizationId];
    },
    organizationOf: (wish, state) => {
      if (wish.type === 'RegisterEnterpriseClient') return wish.data.organizationId;
      if (state.stage === 'notRegistered') throw new Error('a system that was never registered cannot have events');
      return state.organizationId;
    },
  };
