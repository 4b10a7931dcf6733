export * from './event-store-db-double';
