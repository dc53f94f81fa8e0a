import { expect, test } from '@jest/globals';
import { Client } from 'pg';
import { freshDatabase } from './postgres.ts';

test('a fresh database can be used by its owner and is refused to be dropped while a connection is open', async () => {
  const database = await freshDatabase();
  const client = new Client({ connectionString: database.url('app_owner') });
  await client.connect();
  await client.query('create table t (id int)');
  await expect(database.drop()).rejects.toThrow(/being accessed by other users/);
  await client.end();
  await database.drop();
});
