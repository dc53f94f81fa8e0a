import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { builtInDatabase, openStore } from '../../../server/store/index.ts';
import { cuttable } from '../../support/cuttable-database.ts';
import { freshDatabase, type TestDatabase } from '../../support/postgres.ts';

const viewing = { orgId: '00DTEST00000000001', userId: '005TEST00000000001', recordId: '006TEST00000000001' };

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase({ template: builtInDatabase });
});

afterAll(() => database.drop());

const killConnections = async (): Promise<void> => {
  const client = new Client({ connectionString: database.url() });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'app_user'",
  );
  await client.end();
};

test('connections that died while nobody used them are told of and replaced', async () => {
  const told = Promise.withResolvers<Error>();
  const store = openStore({ url: database.url('app_user'), onError: told.resolve });
  await store.ping();
  await killConnections();
  expect((await told.promise).message).toContain('terminating connection');
  await store.ping();
  expect(await store.reactionsOn(viewing)).toEqual([]);
  await store.close();
});

test('a connection that dies under a transaction fails it alone', async () => {
  const store = openStore({ url: database.url('app_user'), onError: () => undefined });
  const work = store.inTenant(viewing.orgId, async (tenant) => {
    await killConnections();
    await tenant.selectFrom('audit').select('id').execute();
  });
  await expect(work).rejects.toMatchObject({ code: 'storeUnavailable' });
  await store.ping();
  await store.close();
});

test('a server that is silent is given up, by everything that waits for it, and used again once it answers', async () => {
  const path = await cuttable(database.url('app_user'));
  const store = openStore({ url: path.url, onError: () => undefined });
  await store.ping();
  path.silence();
  const asked = [
    store.ping(),
    store.reactionsOn(viewing),
    store.inTenant(viewing.orgId, () => Promise.resolve()),
    store.currentPublications([viewing.orgId]),
  ];
  const unavailable = expect.objectContaining({ code: 'storeUnavailable' });
  for (const outcome of await Promise.allSettled(asked))
    expect(outcome).toEqual({ status: 'rejected', reason: unavailable });
  path.mend();
  await store.ping();
  await store.close();
  await path.close();
});
