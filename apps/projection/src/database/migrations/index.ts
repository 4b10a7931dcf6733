import { Liaison1764200400000 } from './1764200400000-liaison';
import { ReadModels1763596800000 } from './1763596800000-read-models';

/** In the order of their time stamps. Never change one that was released: add another. */
export const migrations = [ReadModels1763596800000, Liaison1764200400000];
