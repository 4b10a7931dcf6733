import {
  type ContractClass,
  ledgerSubjects,
  LiaisonBoard,
  LiaisonContactCard,
  PersonalDataExport,
  PersonalFile,
  type PlatformClient,
  queryContract,
  querySubject,
  RosterImport,
  RosterImportPart,
} from '@gongyou/contracts';

/** What a NATS user may publish and subscribe to. */
export interface Permissions {
  publish: readonly string[];
  subscribe: readonly string[];
}

/** The JetStream stream that holds every committed event for integrators. */
export const EVENTS_STREAM = 'EVENTS';

/** Answers come back under a prefix of the client's own, so that nobody reads another's. */
export const inboxPrefixOf = (client: string): string => `_INBOX.${client}`;

/**
 * Whoever answers may publish to inboxes and to nothing else: a request may name any subject for its answer, `events.…` or
 * another's command too. NATS's own `allow_responses` would allow that, and forgets who is owed an answer at each reload.
 */
const answer = `${inboxPrefixOf('*')}.>`;

/** The durable consumer of an enterprise system. No process manager's name holds a `_`, so none can be taken over. */
export const eventsConsumerOf = (client: string): string => `client_${client}`;

/**
 * An enterprise system publishes under its own name only and hears its own answers. Events hold what all organizations do, so
 * it may take them only from the one durable consumer that an administrator has made for it.
 */
export function enterprisePermissions(client: string, receivesEvents: boolean): Permissions {
  const own = eventsConsumerOf(client);
  const consumer = [
    `$JS.API.CONSUMER.INFO.${EVENTS_STREAM}.${own}`,
    `$JS.API.CONSUMER.MSG.NEXT.${EVENTS_STREAM}.${own}`,
    `$JS.ACK.${EVENTS_STREAM}.${own}.>`,
  ];
  return {
    publish: [`cmd.${client}.>`, `qry.${client}.>`, ...(receivesEvents ? consumer : [])],
    subscribe: [`${inboxPrefixOf(client)}.>`],
  };
}

const askLedger = [ledgerSubjects.append, ledgerSubjects.read, ledgerSubjects.feed, ledgerSubjects.command];

/** Looks at personal data are recorded by the one service that may take them; the read models hold masks only (ADR-0015). */
const askAboutPersons = [ledgerSubjects.unseal, ledgerSubjects.erasePerson, ledgerSubjects.blindIndex];
const askForMasks = [ledgerSubjects.masks, ledgerSubjects.blindIndex];

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

const contextService = (name: PlatformClient, more: readonly string[] = []): Permissions => ({
  publish: [`cmd.${name}.>`, `qry.${name}.>`, ...askLedger, ...more, ...consume, answer],
  subscribe: [`cmd.*.${name}.>`, `${inboxPrefixOf(name)}.>`],
});

/** A service that answers queries itself: those that are recorded before they are answered, or that only it can answer. */
const withQueries = (permissions: Permissions, ...queries: ContractClass[]): Permissions => ({
  ...permissions,
  subscribe: [...permissions.subscribe, ...queries.map((query) => querySubject(queryContract(query), '*'))],
});

/** What each part of the platform may do on the bus. */
export const platformPermissions: Readonly<Record<PlatformClient, Permissions>> = {
  organization: withQueries(
    contextService('organization', askAboutPersons),
    PersonalFile,
    PersonalDataExport,
    LiaisonBoard,
    LiaisonContactCard,
    RosterImport,
    RosterImportPart,
  ),
  training: contextService('training'),
  rights: contextService('rights'),
  supervision: contextService('supervision'),
  ledger: {
    publish: ['events.>', '$JS.API.>', answer],
    subscribe: [...new Set([...askLedger, ...askAboutPersons, ...askForMasks]), `${inboxPrefixOf('ledger')}.>`],
  },
  projection: {
    publish: [ledgerSubjects.read, ledgerSubjects.feed, ...askForMasks, answer],
    subscribe: ['qry.*.>', 'operator.projection.*', `${inboxPrefixOf('projection')}.>`],
  },
  gateway: {
    publish: ['cmd.gateway.>', 'qry.gateway.>', ledgerSubjects.feed],
    subscribe: [`${inboxPrefixOf('gateway')}.>`],
  },
  operator: {
    publish: [
      'cmd.operator.>',
      'operator.>',
      'qry.operator.>',
      ledgerSubjects.feed,
      ledgerSubjects.read,
      `$JS.API.CONSUMER.INFO.${EVENTS_STREAM}.>`,
      `$JS.API.CONSUMER.DURABLE.CREATE.${EVENTS_STREAM}.>`,
      `$JS.API.CONSUMER.CREATE.${EVENTS_STREAM}.>`,
      `$JS.API.CONSUMER.DELETE.${EVENTS_STREAM}.>`,
      answer,
    ],
    subscribe: ['operator.>', `${inboxPrefixOf('operator')}.>`],
  },
};
