export { type Administration, administrationOf } from './administration.ts';
export { PostgresError } from './postgres-error.ts';
export { type PostgresServer, startPostgres, usePostgres } from './server.ts';
