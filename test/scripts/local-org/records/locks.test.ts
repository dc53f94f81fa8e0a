import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import pg from 'pg';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
let connection: Connection;
let other: pg.Client;
beforeAll(async () => {
  org = await testOrg({ lockWaitMs: 100 });
  connection = await org.connect();
  other = new pg.Client({ connectionString: org.databaseUrl });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await org.end();
});

const LOCKED = [expect.objectContaining({ statusCode: 'UNABLE_TO_LOCK_ROW' })];

/** Runs work while another transaction holds the row. */
async function whileHeld<Result>(id: string, work: () => PromiseLike<Result>): Promise<Result> {
  await other.query('begin');
  await other.query('select 1 from sobject."Account" where "Id" = $1 for update', [id]);
  try {
    return await work();
  } finally {
    await other.query('rollback');
  }
}

test('a save waits for a row that somebody holds, then says so; the org goes on', async () => {
  const { id = '' } = await connection.sobject('Account').create({ Name: 'Held' });
  const rename = (Name: string): PromiseLike<unknown> =>
    connection.sobject('Account').update({ Id: id, Name });
  await expect(whileHeld(id, () => rename('Too early'))).rejects.toMatchObject({
    errorCode: 'UNABLE_TO_LOCK_ROW',
  });
  await rename('Later');
  expect(await connection.sobject('Account').retrieve(id)).toMatchObject({ Name: 'Later' });
});

test('in a collection every record of the save says so, and nothing is written', async () => {
  const [first, second] = await connection.sobject('Account').create([{ Name: 'One' }, { Name: 'Two' }]);
  const changed = [first, second].map((each) => ({ Id: each?.id ?? '', Name: 'Changed' }));
  const results = await whileHeld(second?.id ?? '', () => connection.sobject('Account').update(changed));
  expect(results).toMatchObject([
    { success: false, errors: LOCKED },
    { success: false, errors: LOCKED },
  ]);
  expect((await connection.query("SELECT COUNT() FROM Account WHERE Name IN ('One', 'Two')")).totalSize).toBe(
    2,
  );
});

test('a composite request that is all or nothing fails as a whole', async () => {
  const { id = '' } = await connection.sobject('Account').create({ Name: 'Whole' });
  const url = `/services/data/v65.0/sobjects/Account/${id}`;
  const compositeRequest = [{ method: 'PATCH', url, referenceId: 'one', body: { Name: 'Changed' } }];
  const request = connection.requestPost.bind(connection, '/composite', {
    allOrNone: true,
    compositeRequest,
  });
  await expect(whileHeld(id, () => request())).rejects.toMatchObject({ errorCode: 'UNABLE_TO_LOCK_ROW' });
});

test('a bulk job tries rows that somebody holds again until they are free', async () => {
  const { id = '' } = await connection.sobject('Account').create({ Name: 'Bulk' });
  const job = connection.bulk2.createJob({ object: 'Account', operation: 'update' });
  await whileHeld(id, async () => {
    await job.open();
    await job.uploadData([{ Id: id, Name: 'By bulk' }]);
    await job.close();
    // The job waits, is refused and tries again: the database tells when it waits.
    const waits =
      'select 1 from pg_stat_activity where wait_event_type = $1 and datname = current_database()';
    while ((await other.query(waits, ['Lock'])).rowCount === 0);
  });
  await job.poll(20, 20_000);
  expect(await job.getSuccessfulResults()).toMatchObject([{ sf__Id: id }]);
});

test('two writers of the same rows both end, in any order of the rows', async () => {
  const created = await connection
    .sobject('Account')
    .create(Array.from({ length: 50 }, (_, index) => ({ Name: `Both ${index}` })));
  const rows = created.map(({ id }) => ({ Id: id ?? '', Name: 'Both' }));
  const runs = [rows, rows.toReversed(), rows, rows.toReversed()].map((each) =>
    connection.sobject('Account').update(each),
  );
  const results = await Promise.all(runs);
  for (const result of results.flat()) if (!result.success) expect(result.errors).toEqual(LOCKED);
  expect((await connection.query('SELECT COUNT() FROM Account')).totalSize).toBeGreaterThan(50);
});
