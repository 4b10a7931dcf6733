export * from './aggregate';
export * from './aggregate.provider';
export * from './command-handling';
export * from './decider';
export * from './process-manager';
export * from './process-managers.module';
export type { Folded } from './stream-states';
