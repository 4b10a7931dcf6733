import { type LiaisonLevel, liaisonLevels } from '@gongyou/contracts';
import type { LiaisonOfficerState } from '../liaison-officer/liaison-officer.decider';
import type { ServiceRecord } from '../liaison-officer/service-record';

/** The post of an officer whom another one may have below him. */
export interface SubordinatePost {
  level: LiaisonLevel;
  /** The unit of the post and those above it. */
  unitIds: readonly string[];
}

/** The post that somebody holds: appointed for it, and trained before he takes up duty, or on duty already (JX-13). */
export function heldPost(state: LiaisonOfficerState): { level: LiaisonLevel; unitId: string } | undefined {
  return state.stage === 'appointed' || state.stage === 'onDuty' ? state.nomination : undefined;
}

/** The superior relation of JX-13: a post of a lower level in the unit of the officer, or below it. */
export const isSubordinate = ({ level, unitIds }: SubordinatePost, superior: ServiceRecord): boolean =>
  liaisonLevels.indexOf(level) > liaisonLevels.indexOf(superior.level) && unitIds.includes(superior.unitId);
