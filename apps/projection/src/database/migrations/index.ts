import { ReadModels1763596800000 } from './1763596800000-read-models';
import { WorkerRegister1764200000000 } from './1764200000000-worker-register';

/** In the order of their time stamps. Never change one that was released: add another. */
export const migrations = [ReadModels1763596800000, WorkerRegister1764200000000];
