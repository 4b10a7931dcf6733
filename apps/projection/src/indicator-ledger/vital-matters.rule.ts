import type { VitalMatterEvent, VitalMatterKind } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { StandingRule } from './standing-rule';

interface MatterFacts {
  unitId: string;
  matter: VitalMatterKind;
  isInForce: boolean;
  isPassed: boolean;
}

/** A matter of vital interest counts while it is in force, and once more while a resolution of the workers' congress covers it (HM-04i). */
export const vitalMattersRule: StandingRule<VitalMatterEvent, MatterFacts> = {
  types: ['VitalMatterTookEffect', 'VitalMatterFoundUnresolved', 'VitalMatterCovered', 'VitalMatterRevoked'],
  dayOf,
  evolve(facts, { type, data }) {
    if (type === 'VitalMatterTookEffect' || type === 'VitalMatterFoundUnresolved') {
      const { unitId, matter } = data;
      return { unitId, matter, isInForce: true, isPassed: type === 'VitalMatterTookEffect' };
    }
    if (!facts) throw new BeginningMissing('matter of vital interest');
    return type === 'VitalMatterCovered' ? { ...facts, isPassed: true } : { ...facts, isInForce: false };
  },
  counts({ unitId, matter: dimension, isInForce, isPassed }) {
    if (!isInForce) return [];
    return [
      { indicator: 'vitalMattersInForce', unitId, dimension },
      ...(isPassed ? [{ indicator: 'vitalMattersPassed', unitId, dimension } as const] : []),
    ];
  },
};

function dayOf({ type, data }: VitalMatterEvent): Day {
  switch (type) {
    case 'VitalMatterTookEffect':
    case 'VitalMatterFoundUnresolved':
      return data.inForceFrom;
    case 'VitalMatterCovered':
      return data.coveredOn;
    case 'VitalMatterRevoked':
      return data.revokedOn;
  }
}
