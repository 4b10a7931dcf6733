export { DataFolder } from './data-folder';
export { EmbeddedNats, type EmbeddedNatsOptions } from './embedded-nats';
export { EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres';
export { EmbeddedServerError, type EmbeddedServerErrorCode } from './embedded-server.error';
export { freePort, portFrom } from './port';
export type { Report } from './report';
export { onceToldToStop } from './shutdown-signals';
