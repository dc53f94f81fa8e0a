import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Connection } from 'jsforce';
import { pino } from 'pino';
import { createLocalOrg, type LocalOrg, type LocalOrgOptions } from '../../../../scripts/local-org/index.ts';
import { freshDatabase } from '../../../support/postgres.ts';

export interface TestOrg extends LocalOrg {
  baseUrl: string;
  databaseUrl: string;
  /** An unmodified jsforce connection with a session of the user, by default the administrator. */
  connect(userId?: string): Promise<Connection>;
  /** Closes the org and removes its database. */
  end(): Promise<void>;
}

export const fixtureProject = fileURLToPath(new URL('../fixtures/project', import.meta.url));

/** A new org that listens on a free port, with the schema of the fixture project unless told otherwise. */
export async function testOrg({
  projectRoot = fixtureProject,
  ...options
}: Partial<
  Pick<LocalOrgOptions, 'projectRoot' | 'additionalMetadata' | 'lockWaitMs'>
> = {}): Promise<TestOrg> {
  const database = await freshDatabase();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The test server does not listen on a port.');
  const baseUrl = `http://127.0.0.1:${address.port}`;
  const log = pino({ level: 'warn' });
  const org = await createLocalOrg({
    databaseUrl: database.url(),
    projectRoot,
    ...options,
    baseUrl,
    log,
  });
  server.on('request', org.app);
  return {
    ...org,
    baseUrl,
    databaseUrl: database.url(),
    async connect(userId = org.adminId) {
      // Half a second to import: only for the tests that speak HTTP.
      const { Connection } = await import('jsforce');
      const accessToken = await org.sessions.open(userId);
      return new Connection({ instanceUrl: baseUrl, accessToken, version: '65.0' });
    },
    async end() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await org.close();
      await database.drop();
    },
  };
}
