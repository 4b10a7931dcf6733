import type { LecturePeriod, PartyParameters } from '@gongyou/contracts';
import type { PartyParameterSet } from './founding-duty.entity';

/** Parameters in force, and the document they rest on. */
export interface ParametersInForce {
  parameters: PartyParameters;
  basis: string;
}

/**
 * What holds where nothing was set for a place: the national text where it gives a figure (支部工作条例: six months, three full
 * members), and working values for what it leaves open. The lecture's quarter is unverified (PO-04).
 */
export const nationalParameters: ParametersInForce = {
  parameters: {
    siteMonths: 6,
    siteMonthsExceeded: false,
    foundingMembers: 3,
    lecturePeriod: 'quarter',
    warnDays: 30,
    pairingIdleMonths: 3,
  },
  basis: '《中国共产党支部工作条例（试行）》；讲党课周期、预警天数和结对周期为平台默认值，未经核实',
};

/** The period of study sessions where a place has set none: a working value, since HM-02f gives no number. */
export const STUDY_PERIOD: LecturePeriod = 'quarter';

/** The parameters of a place on a day: its own, else those of its city, else of its province, else the national ones. */
export function parametersInForce(sets: readonly PartyParameterSet[], place: string, day: string): ParametersInForce {
  for (const area of new Set([place, `${place.slice(0, 4)}00`, `${place.slice(0, 2)}0000`])) {
    const [latest] = sets
      .filter((set) => set.place === area && set.effectiveFrom <= day)
      .sort((a, b) =>
        a.effectiveFrom === b.effectiveFrom ? b.position - a.position : a.effectiveFrom < b.effectiveFrom ? 1 : -1,
      );
    if (latest) return { parameters: latest.parameters, basis: latest.basis };
  }
  return nationalParameters;
}
