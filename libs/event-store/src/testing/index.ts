export * from './break-ledger-connections';
export * from './event-store.contract';
export * from './eventstoredb-double';
export * from './fact';
