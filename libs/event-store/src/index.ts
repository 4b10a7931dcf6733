export * from './event-entry';
export * from './event-store.port';
export { boundedPool } from './postgres/bounded-connection';
export * from './postgres/postgres-archive';
export * from './postgres/postgres-event-store';
export * from './eventstoredb/eventstoredb-event-store';
export { AppendTooLarge } from './eventstoredb/server-connection';
export { isEventStoreDbUrl } from './eventstoredb/connection-string';
