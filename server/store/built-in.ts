import type { Administration } from './embedded/index.ts';
import { migrate } from './migrate.ts';

/** The connections that the service needs. */
export interface Connections {
  /** Application's role. */
  url: string;
  /** Role that owns the tables. */
  ownerUrl: string;
  /** Application's role without a transaction pooler in between, for LISTEN. */
  directUrl: string;
}

export const builtInDatabase = 'be_inspired';

/** Makes roles, database and tables in the built-in PostgreSQL, unless they are there. */
export async function prepareBuiltIn(server: Administration): Promise<Connections> {
  await server.createDatabase(builtInDatabase, { owner: 'app_owner' });
  await server.createRole('app_user');
  const connections = {
    url: server.url(builtInDatabase, 'app_user'),
    ownerUrl: server.url(builtInDatabase, 'app_owner'),
    directUrl: server.url(builtInDatabase, 'app_user'),
  };
  await migrate(connections.ownerUrl);
  return connections;
}
