import { type PlatformClient, platformClients } from '@gongyou/contracts';
import { ledgerSubjects } from '@gongyou/contracts';

/** What a NATS user may publish and subscribe to. */
export interface Permissions {
  publish: readonly string[];
  subscribe: readonly string[];
}

/** The JetStream stream that holds every committed event for integrators. */
export const EVENTS_STREAM = 'EVENTS';

/** Answers come back under a prefix of the client's own, so that nobody reads another's. */
export const inboxPrefixOf = (client: string): string => `_INBOX_${client}`;

/** The durable consumers of a client carry its name, so that one client cannot acknowledge for another. */
export const consumerPrefixOf = (client: string): string => `${client}-`;

/** An enterprise system publishes under its own name only, hears its own answers, and reads events through consumers of its own. */
export function enterprisePermissions(client: string): Permissions {
  return {
    publish: [`cmd.${client}.>`, `qry.${client}.>`],
    subscribe: [`${inboxPrefixOf(client)}.>`],
  };
}

const askLedger = [ledgerSubjects.append, ledgerSubjects.read, ledgerSubjects.feed, ledgerSubjects.command];

const consume = [
  `$JS.API.STREAM.INFO.${EVENTS_STREAM}`,
  `$JS.API.STREAM.NAMES`,
  `$JS.API.CONSUMER.CREATE.${EVENTS_STREAM}.>`,
  `$JS.API.CONSUMER.CREATE.${EVENTS_STREAM}`,
  `$JS.API.CONSUMER.DURABLE.CREATE.${EVENTS_STREAM}.>`,
  `$JS.API.CONSUMER.INFO.${EVENTS_STREAM}.>`,
  `$JS.API.CONSUMER.MSG.NEXT.${EVENTS_STREAM}.>`,
  `$JS.ACK.${EVENTS_STREAM}.>`,
];

const contextService = (name: PlatformClient): Permissions => ({
  publish: [`cmd.${name}.>`, `qry.${name}.>`, ...askLedger, ...consume],
  subscribe: [`cmd.*.${name}.>`, `${inboxPrefixOf(name)}.>`, ledgerSubjects.committed],
});

/** What each part of the platform may do on the bus. Answering is allowed by `allow_responses`. */
export const platformPermissions: Readonly<Record<PlatformClient, Permissions>> = {
  organization: contextService('organization'),
  training: contextService('training'),
  rights: contextService('rights'),
  supervision: contextService('supervision'),
  ledger: {
    publish: [ledgerSubjects.committed, 'events.>', '$JS.API.>'],
    subscribe: [...askLedger, `${inboxPrefixOf('ledger')}.>`, ledgerSubjects.committed],
  },
  projection: {
    publish: [ledgerSubjects.read, ledgerSubjects.feed],
    subscribe: ['qry.*.>', `${inboxPrefixOf('projection')}.>`, ledgerSubjects.committed],
  },
  gateway: {
    publish: ['cmd.gateway.>', 'qry.gateway.>', ledgerSubjects.feed],
    subscribe: [`${inboxPrefixOf('gateway')}.>`, ledgerSubjects.committed],
  },
  operator: {
    publish: ['cmd.operator.>', 'qry.operator.>', ledgerSubjects.feed, ledgerSubjects.read],
    subscribe: [`${inboxPrefixOf('operator')}.>`],
  },
};

export const everyPlatformClient = platformClients;
