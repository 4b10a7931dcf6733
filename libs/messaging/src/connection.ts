import { connect, type NatsConnection } from 'nats';
import { inboxPrefixOf } from './permissions';

/** Where the bus is and who is calling. */
export interface BusAddress {
  servers: string;
  user: string;
  password: string;
}

/** A connection that never gives up reconnecting, with an inbox of its own. Throws when the first connection fails. */
export const connectBus = (address: BusAddress): Promise<NatsConnection> =>
  connect({
    servers: address.servers,
    user: address.user,
    pass: address.password,
    name: address.user,
    inboxPrefix: inboxPrefixOf(address.user),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 100,
    // A trace for each request, kept for the few that fail, cost a fifth of the client's time.
    noAsyncTraces: true,
    // A connection that died without a word is found out within 15 seconds; by default it would take minutes.
    pingInterval: 5_000,
    maxPingOut: 2,
  });
