import { Access, NatsLedger } from '@gongyou/messaging';
import type { FactoryProvider, InjectionToken } from '@nestjs/common';
import type { Aggregate, TypedMessage } from './aggregate';
import { CommandHandling } from './command-handling';

/** Provides the command handling of an aggregate under a class of its own: `class Tasks extends CommandHandling<…> {}`. */
export const provideAggregate = <Command extends TypedMessage, Event extends TypedMessage, State>(
  token: InjectionToken<CommandHandling<Command, Event, State>>,
  aggregate: Aggregate<Command, Event, State>,
): FactoryProvider => ({
  provide: token,
  useFactory: (ledger: NatsLedger, access: Access) => new CommandHandling(ledger, access, aggregate),
  inject: [NatsLedger, Access],
});
