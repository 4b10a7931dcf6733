import { ReadModels1763596800000 } from './1763596800000-read-models';
import { PartyAffairs1764200200000 } from './1764200200000-party-affairs';

/** In the order of their time stamps. Never change one that was released: add another. */
export const migrations = [ReadModels1763596800000, PartyAffairs1764200200000];
