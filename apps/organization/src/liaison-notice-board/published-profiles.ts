import { isSealed, type LiaisonLevel, liaisonLevels } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { LiaisonOfficerState } from '../liaison-officer/liaison-officer.state';

/** What an officer has agreed to be published, still sealed. */
export interface SealedProfile {
  officerId: string;
  level: LiaisonLevel;
  unitId: string;
  publicationId: string;
  name: string;
  phone: string;
}

/** The profile that may be shown: of an officer on duty, within the term, who consented; of nobody else (JX-11). */
export function publishedProfile(officerId: string, state: LiaisonOfficerState, today: Day): SealedProfile | undefined {
  if (state.stage !== 'onDuty' || !state.profile) return undefined;
  const { termEndsOn } = state;
  if (termEndsOn !== null && today > termEndsOn) return undefined;
  const { level, unitId } = state.nomination;
  const { publicationId, name, phone } = state.profile;
  if (!isSealed(name) || !isSealed(phone)) throw new Error('a published profile was stored without being sealed');
  return { officerId, level, unitId, publicationId, name, phone };
}

/** District first, then project, then crews; within a level by unit. */
export const inBoardOrder = (a: SealedProfile, b: SealedProfile): number =>
  liaisonLevels.indexOf(a.level) - liaisonLevels.indexOf(b.level) ||
  compare(a.unitId, b.unitId) ||
  compare(a.officerId, b.officerId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
