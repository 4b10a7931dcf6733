import {
  type EnterpriseClientEvent,
  platformClients,
  type RegisterEnterpriseClient,
  type RevokeEnterpriseClient,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith } from '@gongyou/domain';
import { type Decider, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

/** The name was never taken. */
export interface NotRegistered {
  stage: 'notRegistered';
}

/** The system may act for its unit and all below it. */
export interface Registered {
  stage: 'registered';
  organizationId: string;
}

/** The system may do nothing any more; its name can be registered anew. */
export interface Revoked {
  stage: 'revoked';
  organizationId: string;
}

export type EnterpriseClientState = NotRegistered | Registered | Revoked;

/** The unit that a system is to be bound to, as the organization directory has it. */
export interface BoundUnit {
  closed: boolean;
}

/** The commands, with what must be known of the unit; one that is not known is `undefined`. */
export type EnterpriseClientWish =
  | { type: 'RegisterEnterpriseClient'; data: RegisterEnterpriseClient; unit?: BoundUnit | undefined }
  | { type: 'RevokeEnterpriseClient'; data: RevokeEnterpriseClient };

/** The rules of an enterprise system's registration: which name acts for which unit. */
export const enterpriseClient: Decider<EnterpriseClientWish, EnterpriseClientEvent, EnterpriseClientState> = {
  initialState: { stage: 'notRegistered' },

  evolve(state, event) {
    switch (event.type) {
      case 'EnterpriseClientRegistered':
        return { stage: 'registered', organizationId: event.data.organizationId };
      case 'EnterpriseClientRevoked':
        return { stage: 'revoked', organizationId: (state as Registered).organizationId };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state) {
    switch (wish.type) {
      case 'RegisterEnterpriseClient':
        return register(wish.data, wish.unit, state);
      case 'RevokeEnterpriseClient':
        return revoke(wish.data, state);
      default:
        return unknownWish(wish);
    }
  },
};

export const enterpriseClientRefusals = {
  'organization.enterpriseClient.nameReserved': {
    zh: '名称“{clientName}”为平台自用',
    en: 'The name {clientName} is kept for the platform itself.',
  },
  'organization.enterpriseClient.boundElsewhere': {
    zh: '该企业系统已登记在 {organizationId} 名下，须先注销',
    en: 'The system is registered for {organizationId}; revoke it first.',
  },
  'organization.enterpriseClient.unitUnknown': {
    zh: '没有组织单元 {organizationId}',
    en: 'There is no unit {organizationId}.',
  },
  'organization.enterpriseClient.unitClosed': {
    zh: '组织单元 {organizationId} 已撤销',
    en: 'Unit {organizationId} is closed.',
  },
  'organization.enterpriseClient.unknown': { zh: '没有登记过这个企业系统', en: 'No such system was ever registered.' },
} as const satisfies Record<`organization.enterpriseClient.${string}`, Bilingual>;

const refuse: RefuseOf<typeof enterpriseClientRefusals> = refuseWith(enterpriseClientRefusals);

function register(
  { clientName, organizationId }: RegisterEnterpriseClient,
  unit: BoundUnit | undefined,
  state: EnterpriseClientState,
): EnterpriseClientEvent[] {
  // A handler trusts a platform name that stands in the subject.
  if ((platformClients as readonly string[]).includes(clientName)) {
    refuse('organization.enterpriseClient.nameReserved', { clientName });
  }
  if (state.stage === 'registered') {
    if (state.organizationId === organizationId) return [];
    refuse('organization.enterpriseClient.boundElsewhere', { organizationId: state.organizationId });
  }
  if (!unit) return refuse('organization.enterpriseClient.unitUnknown', { organizationId });
  if (unit.closed) refuse('organization.enterpriseClient.unitClosed', { organizationId });
  return [{ type: 'EnterpriseClientRegistered', data: { clientName, organizationId } }];
}

function revoke({ clientName }: RevokeEnterpriseClient, state: EnterpriseClientState): EnterpriseClientEvent[] {
  if (state.stage === 'notRegistered') refuse('organization.enterpriseClient.unknown');
  if (state.stage === 'revoked') return [];
  return [{ type: 'EnterpriseClientRevoked', data: { clientName } }];
}
