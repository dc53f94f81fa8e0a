import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  listenForPublications,
  migrate,
  openRegistry,
  openStore,
  type PostgresServer,
  prepareBuiltIn,
  startPostgres,
} from '../../../server/store/index.ts';
import { publishConfiguration } from '../../../server/content/index.ts';

const orgId = '00DTEST00000000001';

let directory: string;
let server: PostgresServer;

const start = async (): Promise<PostgresServer> =>
  startPostgres({ directory, log: () => undefined, durable: false });

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'be-inspired-outage-'));
  chmodSync(directory, 0o755);
  server = await start();
});

afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true });
});

test('a PostgreSQL without the role of the application is refused with what to do', async () => {
  await server.createDatabase('bare', { owner: 'app_owner' });
  await expect(migrate(server.url('bare', 'app_owner'))).rejects.toThrow(
    /no role app_user.*create role app_user/,
  );
});

test('while the database is gone work fails with a code of its own, and goes on once it is back; so does listening', async () => {
  const connections = await prepareBuiltIn(server);
  const registry = openRegistry(connections.ownerUrl);
  await registry.register({ orgId, name: 'Test', environment: 'local', keys: [], secondFactorHash: null });
  await registry.close();
  const store = openStore({ url: connections.url, onError: () => undefined });
  await store.ping();

  let heard = Promise.withResolvers<string>();
  const failed = Promise.withResolvers<Error>();
  const listener = listenForPublications({
    url: connections.directUrl,
    onPublication: (org) => heard.resolve(org),
    onError: (error) => failed.resolve(error),
    retryAfter: 20,
  });

  await server.stop();
  await failed.promise;
  await expect(store.ping()).rejects.toMatchObject({ code: 'storeUnavailable', status: 503 });
  await expect(store.inTenant(orgId, () => Promise.resolve())).rejects.toMatchObject({
    code: 'storeUnavailable',
  });

  server = await start();
  await store.ping();
  heard = Promise.withResolvers();
  const stage = { stageName: 'Prospecting', phase: 'awareness', aim: 'aim', exitOutcome: 'outcome' };
  for (let n = 0; n < 500; n += 1) {
    const stages = [{ ...stage, aim: `aim ${n}` }];
    await publishConfiguration(store, orgId, 'operator', { stages }, 'again');
    const result = await Promise.race([heard.promise, store.ping()]);
    if (result === orgId) break;
  }
  expect(await heard.promise).toBe(orgId);

  await listener.stop();
  await store.close();
});
