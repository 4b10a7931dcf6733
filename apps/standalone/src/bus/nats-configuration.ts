import { type PlatformClient, platformClients } from '@gongyou/contracts';
import { enterprisePermissions, type Permissions, platformPermissions } from '@gongyou/messaging';

/** An enterprise system as nats-server knows it. */
export interface BusClient {
  name: string;
  /** bcrypt hash: the password itself is shown once and kept nowhere. */
  passwordHash: string;
  /** The durable consumer that hands events to it, when it was given one. */
  eventsSubject?: string;
}

/** The platform's own users with their passwords, and the enterprise systems. */
export interface BusUsers {
  platform: Readonly<Record<PlatformClient, string>>;
  clients: readonly BusClient[];
}

/**
 * Users and permissions of the bus in nats-server's format. Whoever is not listed is not let in, and nobody may publish under
 * another's name: that is why a handler may believe the name in a subject.
 */
export function natsConfiguration({ platform, clients }: BusUsers): string {
  const users = [
    ...platformClients.map((name) => userLines(name, platform[name], platformPermissions[name])),
    ...clients.map((client) =>
      userLines(
        client.name,
        client.passwordHash,
        enterprisePermissions(client.name, client.eventsSubject !== undefined),
      ),
    ),
  ];
  return [...pings, 'authorization {', '  users = [', ...users, '  ]', '}'].join('\n');
}

/** A service whose connection died without a word must soon get no more requests: within 15 seconds, and by default only after minutes. */
const pings = ['ping_interval: "5s"', 'ping_max: 2'];

function userLines(name: string, password: string, permissions: Permissions): string {
  const rights = [
    `publish: { allow: ${JSON.stringify(permissions.publish)} }`,
    `subscribe: { allow: ${JSON.stringify(permissions.subscribe)} }`,
  ];
  return `    { user: ${JSON.stringify(name)}, password: ${JSON.stringify(password)}, permissions: { ${rights.join(', ')} } }`;
}
