import {
  type Connections,
  type PostgresServer,
  prepareBuiltIn,
  startPostgres,
} from '../../server/store/index.ts';

/** One server, two databases that know nothing of each other: the service's and the org's. */
export type Databases = {
  readonly service: Connections;
  readonly orgUrl: string;
  stop: PostgresServer['stop'];
};

const orgDatabase = 'local_org';
const orgOwner = 'local_org';

/** @throws PostgresError with a message for the person at the terminal */
export async function openDatabases(
  directory: string,
  durable: boolean,
  log: (line: string) => void,
): Promise<Databases> {
  const server = await startPostgres({ directory, durable, log });
  try {
    const service = await prepareBuiltIn(server);
    await server.createDatabase(orgDatabase, { owner: orgOwner });
    return { service, orgUrl: server.url(orgDatabase, orgOwner), stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
