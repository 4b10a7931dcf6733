import type { FoundingWay, PartyOrganizationKind, PartyOrganizationSetting } from '@gongyou/contracts';
import type { PartyOrganizationState } from './party-organization.decider';

/** A Party organization as decisions of others need to know it: what it is, and so what it may do. */
export interface PartyBody {
  unitId: string;
  kind: PartyOrganizationKind;
  founding: FoundingWay;
  setting: PartyOrganizationSetting;
  superiorId?: string | undefined;
  hasCommittee: boolean;
  conditionsMet: boolean;
  otherProvision?: string | undefined;
  dissolved: boolean;
}

/** What is known of the Party organizations that a command has to do with. Those that do not exist are left out. */
export type PartyBodies = ReadonlyMap<string, PartyBody>;

export function partyBodyOf(state: PartyOrganizationState): PartyBody | undefined {
  if (state.stage === 'notFounded') return undefined;
  const { unitId, kind, founding, setting, superiorId, conditionsMet = false, otherProvision } = state.founded;
  return {
    unitId,
    kind,
    founding,
    setting,
    superiorId,
    hasCommittee: state.hasCommittee,
    conditionsMet,
    otherProvision,
    dissolved: state.stage === 'dissolved',
  };
}

/** It may neither admit nor approve, unless another rule provides for it (PD-15, Art. 22). */
export const isOnlyTemporary = ({ founding, otherProvision }: PartyBody): boolean =>
  founding === 'temporary' && otherProvision === undefined;

/** An organization of floating members that does not meet the conditions educates, trains and hands over papers (PD-27, Art. 40). */
export const onlyEducates = ({ setting, conditionsMet }: PartyBody): boolean =>
  setting === 'floatingMembers' && !conditionsMet;

/** It may not approve, but deliberates before a committee does (PD-15, Art. 22). */
export const deliberates = ({ kind, setting }: PartyBody): boolean =>
  kind === 'generalBranch' || (kind === 'committee' && setting === 'townshipOrStreet');
