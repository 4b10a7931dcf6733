export * from './servers';
export * from './specify';
