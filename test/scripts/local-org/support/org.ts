import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Connection } from 'jsforce';
import { pino } from 'pino';
import { createLocalOrg, type LocalOrg } from '../../../../scripts/local-org/index.ts';
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
  additionalMetadata = [],
}: { projectRoot?: string; additionalMetadata?: readonly string[] } = {}): Promise<TestOrg> {
  const database = await freshDatabase();
  let listener: RequestListener | undefined;
  const server = createServer((request, response) => listener?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  const log = pino({ level: 'warn' });
  const org = await createLocalOrg({ databaseUrl: database.url(), projectRoot, additionalMetadata, baseUrl, log });
  listener = org.app;
  return {
    ...org,
    baseUrl,
    databaseUrl: database.url(),
    connect: async (userId = org.adminId) =>
      new Connection({ instanceUrl: baseUrl, accessToken: await org.sessions.open(userId), version: '65.0' }),
    async end() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await org.close();
      await database.drop();
    },
  };
}
