export { type Administration, administrationOf } from './administration.ts';
export { PostgresError } from './postgres-error.ts';
export { type PostgresServer, startPostgres, type StartOptions, usePostgres } from './server.ts';
