import { randomUUID } from 'node:crypto';
import { administrationOf } from '../../server/store/embedded/index.ts';

/** Where the run's PostgreSQL listens; set by the global set-up, inherited by Jest's workers. */
export const socketVariable = 'TEST_POSTGRES_SOCKET';

export const testDatabasePrefix = 'test_';

export interface TestDatabase {
  /** Connection string, by default as the superuser. */
  url(role?: string): string;
  /** Removes the database; fails while a pool of the test is still open, which is how leaks are found. */
  drop(): Promise<void>;
}

/** A database of the test file's own, empty, owned by `owner`. */
export async function freshDatabase({ owner = 'app_owner' } = {}): Promise<TestDatabase> {
  const socket = process.env[socketVariable];
  if (!socket) throw new Error('No PostgreSQL for tests: run Jest with config/jest.node.config.js.');
  const server = administrationOf(socket);
  const name = `${testDatabasePrefix}${randomUUID().replaceAll('-', '')}`;
  await server.createDatabase(name, { owner });
  return { url: (role) => server.url(name, role), drop: () => server.dropDatabase(name) };
}
