import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { migrate, openStore } from '../../../server/store/index.ts';
import { freshDatabase, type TestDatabase } from '../../support/postgres.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});

afterEach(() => database.drop());

const all = [
  '0001-foundation',
  '0002-configuration',
  '0003-reactions-in-one-call',
  '0004-salesforce',
  '0005-mirror',
  '0006-age-of-a-cursor',
  '0007-touchpoints',
];

test('an empty database gets every table, and a second run does nothing', async () => {
  expect(await migrate(database.url('app_owner'))).toEqual(all);
  expect(await migrate(database.url('app_owner'))).toEqual([]);
  const store = openStore({ url: database.url('app_user'), onError: () => undefined });
  expect(await store.currentPublications(['00DTEST00000000001'])).toEqual(new Map());
  await store.close();
});

test('processes that start together migrate once', async () => {
  const ran = await Promise.all([1, 2, 3].map(() => migrate(database.url('app_owner'))));
  expect(ran.flat()).toEqual(all);
});

test('a migration that fails leaves nothing behind and names itself', async () => {
  const client = new Client({ connectionString: database.url('app_owner') });
  await client.connect();
  await client.query('create table configuration_draft (in_the_way int)');
  await expect(migrate(database.url('app_owner'))).rejects.toThrow('Migration 0002-configuration failed.');
  const { rows } = await client.query("select to_regclass('configuration_entry') as entries");
  await client.end();
  expect(rows).toEqual([{ entries: null }]);
});
