import type { UnitEvent, UnitKind } from '@gongyou/contracts';
import { BeginningMissing } from '../intake/projector';
import type { StandingRule } from './standing-rule';

interface UnitFacts {
  unitId: string;
  kind: UnitKind;
  isOpen: boolean;
}

type CountedEvent = Extract<UnitEvent, { type: 'UnitEstablished' | 'UnitClosed' }>;

/** A unit counts under its kind from the day it is established until it is closed. */
export const unitsRule: StandingRule<CountedEvent, UnitFacts> = {
  types: ['UnitEstablished', 'UnitClosed'],
  dayOf: ({ type, data }) => (type === 'UnitEstablished' ? data.establishedOn : data.closedOn),
  evolve: (facts, { type, data }) => {
    if (type === 'UnitEstablished') return { unitId: data.unitId, kind: data.kind, isOpen: true };
    if (!facts) throw new BeginningMissing('unit');
    return { ...facts, isOpen: false };
  },
  counts: ({ unitId, kind, isOpen }) => (isOpen ? [{ indicator: 'openUnits', unitId, dimension: kind }] : []),
};
