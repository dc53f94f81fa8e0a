import { randomUUID } from 'node:crypto';
import {
  administrationOf,
  builtInDatabase,
  type Connections,
  openRegistry,
  openStore,
  type Organization,
  type Registry,
  type Store,
} from '../../server/store/index.ts';

/** Where the run's PostgreSQL listens; set by the global set-up, inherited by Jest's workers. */
export const socketVariable = 'TEST_POSTGRES_SOCKET';

export const testDatabasePrefix = 'test_';

export interface TestDatabase {
  /** Connection string, by default as the superuser. */
  url(role?: string): string;
  /** Removes the database; fails while a pool of the test is still open, which is how leaks are found. */
  drop(): Promise<void>;
}

/** A database of the test file's own, owned by `owner`: empty, or a copy of `template`. */
export async function freshDatabase({
  owner = 'app_owner',
  template = 'template1',
} = {}): Promise<TestDatabase> {
  const socket = process.env[socketVariable];
  if (!socket) throw new Error('No PostgreSQL for tests: run Jest with config/jest.node.config.js.');
  const server = administrationOf(socket);
  const name = `${testDatabasePrefix}${randomUUID().replaceAll('-', '')}`;
  await server.createDatabase(name, { owner, template });
  return { url: (role) => server.url(name, role), drop: () => server.dropDatabase(name) };
}

export interface TestStore {
  store: Store;
  registry: Registry;
  connections: Connections;
  /** Registers one more org and returns its id. */
  addOrganization(details?: Partial<Organization>): Promise<string>;
  close(): Promise<void>;
}

/** A store of the test file's own with all tables and no org. */
export async function freshStore(): Promise<TestStore> {
  const database = await freshDatabase({ template: builtInDatabase });
  const url = database.url('app_user');
  const connections = { url, ownerUrl: database.url('app_owner'), directUrl: url };
  const registry = openRegistry(connections.ownerUrl);
  const store = openStore({
    url,
    onError: (error) => {
      throw error;
    },
  });
  let organizations = 0;
  return {
    store,
    registry,
    connections,
    addOrganization: async (details = {}) => {
      const orgId = `00DTEST${String((organizations += 1)).padStart(11, '0')}`;
      const defaults: Organization = {
        orgId,
        name: 'Test',
        environment: 'sandbox',
        keys: [],
        secondFactorHash: null,
      };
      await registry.register({ ...defaults, ...details });
      return details.orgId ?? orgId;
    },
    close: async () => {
      await store.close();
      await registry.close();
      await database.drop();
    },
  };
}
