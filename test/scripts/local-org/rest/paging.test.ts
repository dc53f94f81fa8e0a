import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
let connection: Connection;
const ROWS = 4100;

beforeAll(async () => {
  org = await testOrg();
  connection = await org.connect();
  const admin = await org.records.accessOf(org.adminId);
  const records = Array.from({ length: ROWS }, (_, index) => ({
    Name: `Account ${String(index).padStart(5, '0')}`,
  }));
  await org.records.create(admin, 'Account', records);
});
afterAll(() => org.end());

test('a query comes in pages of 2,000 rows, in order, whatever happens in between', async () => {
  const first = await connection.query('SELECT Name FROM Account ORDER BY Name DESC');
  expect(first).toMatchObject({
    totalSize: ROWS,
    done: false,
    nextRecordsUrl: expect.stringMatching(/\/services\/data\/v65\.0\/query\/01g.{15}-2000$/),
  });
  await connection.sobject('Account').create({ Name: 'Account 99999' });
  const second = await connection.queryMore(first.nextRecordsUrl ?? '');
  const third = await connection.queryMore(second.nextRecordsUrl ?? '');
  expect([first, second, third].map(({ records }) => records.length)).toEqual([2000, 2000, 100]);
  expect(second.records[0]).toMatchObject({ Name: 'Account 02099' });
  expect(third).toMatchObject({ done: true, totalSize: ROWS });
  expect(third.nextRecordsUrl).toBeUndefined();
});

test('batchSize makes pages smaller, and jsforce fetches them all', async () => {
  const small = await connection.query('SELECT Name FROM Account LIMIT 450', {
    headers: { 'Sforce-Query-Options': 'batchSize=200' },
  });
  expect(small).toMatchObject({ totalSize: 450, done: false });
  expect(small.records).toHaveLength(200);
  const all = await connection.query('SELECT Name, (SELECT Id FROM Contacts) FROM Account', {
    autoFetch: true,
    maxFetch: 10_000,
  });
  expect(all.records).toHaveLength(ROWS + 1);
});

test('a locator is good for its user only', async () => {
  const { nextRecordsUrl = '' } = await connection.query('SELECT Name FROM Account');
  const other = await org.connect(org.integrationId);
  await expect(other.queryMore(nextRecordsUrl)).rejects.toMatchObject({ errorCode: 'INVALID_QUERY_LOCATOR' });
});

test('the oldest of more than ten open results is gone', async () => {
  const open = async (): Promise<string> =>
    (await connection.query('SELECT Name FROM Account')).nextRecordsUrl ?? '';
  const oldest = await open();
  for (let count = 0; count < 10; count++) await open();
  await expect(connection.queryMore(oldest)).rejects.toMatchObject({ errorCode: 'INVALID_QUERY_LOCATOR' });
});

test('deleted rows come by queryAll only, and their ids by deleted', async () => {
  const { id = '' } = await connection.sobject('Contact').create({ LastName: 'Gone' });
  await connection.sobject('Contact').destroy(id);
  const soql = "SELECT IsDeleted FROM Contact WHERE LastName = 'Gone'";
  expect((await connection.query(soql)).totalSize).toBe(0);
  expect((await connection.query(soql, { scanAll: true })).records).toMatchObject([{ IsDeleted: true }]);
  const now = Date.now();
  const deleted = await connection
    .sobject('Contact')
    .deleted(new Date(now - 3_600_000), new Date(now + 3_600_000));
  expect(deleted.deletedRecords).toMatchObject([{ id }]);
  const updated = await connection
    .sobject('Contact')
    .updated(new Date(now - 3_600_000), new Date(now + 3_600_000));
  expect(updated.ids).toEqual([]);
});

test('a query is explained', async () => {
  expect(await connection.sobject('Account').find({ Name: 'x' }).explain()).toMatchObject({
    plans: [
      {
        sobjectType: 'Account',
        leadingOperationType: expect.stringMatching(/Index|TableScan/),
        sobjectCardinality: expect.any(Number),
      },
    ],
  });
});
