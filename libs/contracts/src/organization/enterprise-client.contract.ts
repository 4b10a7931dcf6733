import { Matches } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier } from '../fields';

/**
 * Names that the platform's own parts publish under; no enterprise client may take one,
 * since a handler trusts the name that stands in the subject.
 */
export const platformClients = [
  'gateway',
  'ledger',
  'organization',
  'training',
  'rights',
  'supervision',
  'projection',
  'operator',
] as const;
export type PlatformClient = (typeof platformClients)[number];

/** A client's name stands in the subjects it publishes on. */
export const clientNamePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Binds an enterprise system to an organization unit: it may act for that unit and all below it. */
@Command({
  name: 'organization.enterprise-client.register',
  summary: { zh: '登记企业系统', en: 'Register an enterprise system' },
  roles: ['administrator', 'platform'],
})
export class RegisterEnterpriseClient {
  @IsIdentifier() @Matches(clientNamePattern) clientName!: string;
  @IsIdentifier() organizationId!: string;
}

@Command({
  name: 'organization.enterprise-client.revoke',
  summary: { zh: '注销企业系统', en: 'Revoke an enterprise system' },
  roles: ['administrator', 'platform'],
})
export class RevokeEnterpriseClient {
  @IsIdentifier() @Matches(clientNamePattern) clientName!: string;
}

@DomainEvent({ context: 'organization', summary: { zh: '企业系统已登记', en: 'An enterprise system was registered' } })
export class EnterpriseClientRegistered {
  @IsIdentifier() clientName!: string;
  @IsIdentifier() organizationId!: string;
}

@DomainEvent({ context: 'organization', summary: { zh: '企业系统已注销', en: 'An enterprise system was revoked' } })
export class EnterpriseClientRevoked {
  @IsIdentifier() clientName!: string;
}

export const enterpriseClientCommands = { RegisterEnterpriseClient, RevokeEnterpriseClient };
export type EnterpriseClientCommand = CommandOf<typeof enterpriseClientCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const enterpriseClientEvents = { EnterpriseClientRegistered, EnterpriseClientRevoked };
export type EnterpriseClientEvent = EventOf<typeof enterpriseClientEvents>;
