import { type CrewEvent, type DelegatePower, listsPower, type RevokePower, type UsePower } from '@gongyou/contracts';
import { type Day, sameContent } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { refuse } from './crew.refusals';
import type { StandingCrew } from './crew.state';
import { notBeforeItsBeginning, withinItsLife } from './crew-days';

/** A power is given for a time, out of a version of the catalogue (QD-29). It may begin on a day to come. */
export function delegatePower(data: DelegatePower, crew: StandingCrew): CrewEvent[] {
  const { unitId, delegationId, catalogueVersion, power, grantorId, holderId, limits, fromDay, untilDay } = data;
  const known = crew.delegations.get(delegationId);
  if (known) return sameContent(data, known.made) ? [] : refuse('organization.crew.idTaken', { id: delegationId });
  const { formedOn } = crew.formed;
  if (fromDay < formedOn) refuse('organization.crew.beforeFormation', { formedOn });
  notBeforeItsBeginning(untilDay, fromDay);
  if (!listsPower(catalogueVersion, power)) {
    refuse('organization.crew.powerNotInCatalogue', { catalogueVersion, power });
  }
  if (grantorId === holderId) refuse('organization.crew.powerGivenToItself');
  return [
    {
      type: 'PowerDelegated',
      data: { unitId, delegationId, catalogueVersion, power, grantorId, holderId, limits, fromDay, untilDay },
    },
  ];
}

/** The power holds no more from the day on which it is taken back. */
export function revokePower(data: RevokePower, crew: StandingCrew, moment: Moment): CrewEvent[] {
  const { unitId, delegationId, reason, revokedOn } = data;
  const { made, revokedOn: before } = delegationOf(crew, delegationId);
  if (before !== null) return [];
  withinItsLife(revokedOn, crew, moment);
  if (revokedOn > made.untilDay) refuse('organization.crew.powerLapsed', { untilDay: made.untilDay });
  return [{ type: 'PowerRevoked', data: { unitId, delegationId, reason, revokedOn } }];
}

export function usePower(data: UsePower, crew: StandingCrew, moment: Moment): CrewEvent[] {
  const { unitId, useId, delegationId, action, usedOn } = data;
  const known = crew.powerUses.get(useId);
  if (known) {
    const { power: _power, holderId: _holderId, ...told } = known;
    return sameContent(data, told) ? [] : refuse('organization.crew.idTaken', { id: useId });
  }
  const delegation = delegationOf(crew, delegationId);
  withinItsLife(usedOn, crew, moment);
  const { power, holderId, fromDay, untilDay } = delegation.made;
  if (!holdsOn(delegation, usedOn)) refuse('organization.crew.powerNotInForce', { usedOn, fromDay, untilDay });
  return [{ type: 'PowerUsed', data: { unitId, useId, delegationId, power, holderId, action, usedOn } }];
}

/** Whether the crew held a power on a day. */
export const hasPowerOn = ({ delegations }: StandingCrew, power: string, day: Day): boolean =>
  [...delegations.values()].some((each) => each.made.power === power && holdsOn(each, day));

type Delegation = StandingCrew['delegations'] extends ReadonlyMap<string, infer D> ? D : never;

const holdsOn = ({ made, revokedOn }: Delegation, day: Day): boolean =>
  made.fromDay <= day && day <= made.untilDay && (revokedOn === null || day < revokedOn);

const delegationOf = ({ delegations }: StandingCrew, id: string): Delegation =>
  delegations.get(id) ?? refuse('organization.crew.recordUnknown', { id });
