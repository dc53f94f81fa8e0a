import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
let connection: Connection;
beforeAll(async () => {
  org = await testOrg();
  connection = await org.connect();
  connection.bulk2.pollInterval = 5;
});
afterAll(() => org.end());

const names = async (soql: string): Promise<unknown[]> => {
  const { records } = await org.records.query(await org.records.accessOf(org.adminId), soql);
  return records.map((record) => record['Name']);
};

test('rows are inserted, and each that fails says why beside what was sent', async () => {
  const { successfulResults, failedResults, unprocessedRecords } =
    await connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input: [{ Name: 'Harbour', NumberOfEmployees: 12 }, { Industry: 'Retail' }, { Name: 'Quay, "North"' }],
    });
  expect(successfulResults).toEqual(
    [
      {
        sf__Id: expect.stringMatching(/^001/),
        sf__Created: 'true',
        Name: 'Harbour',
        NumberOfEmployees: '12',
      },
      {
        sf__Id: expect.stringMatching(/^001/),
        sf__Created: 'true',
        Name: 'Quay, "North"',
        NumberOfEmployees: '',
      },
    ].map((row) => expect.objectContaining(row)),
  );
  expect(failedResults).toEqual([
    expect.objectContaining({
      sf__Id: '',
      sf__Error: 'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --',
    }),
  ]);
  expect(unprocessedRecords).toEqual([]);
  expect(
    await names("SELECT Name FROM Account WHERE Name IN ('harbour', 'Quay, \"North\"') ORDER BY Name"),
  ).toEqual(['Harbour', 'Quay, "North"']);
});

test('an upsert by external id tells new rows from known ones, also with another delimiter and header case', async () => {
  const load = async (csv: string): Promise<string> => {
    const job = connection.bulk2.createJob({
      object: 'Account',
      operation: 'upsert',
      externalIdFieldName: 'Code__c',
      columnDelimiter: 'SEMICOLON',
      lineEnding: 'CRLF',
    });
    await job.open();
    await job.uploadData(csv);
    await job.close();
    await job.poll();
    return job.getSuccessfulResults(true);
  };
  expect(await load('name;CODE__C\r\nKnown;k1\r\n')).toMatch(
    /^"sf__Id";"sf__Created";"name";"CODE__C"\r\n"001.{15}";"true";"Known";"k1"\r\n$/,
  );
  const second = await load('name;CODE__C;Industry\r\nKnown again;K1;#N/A\r\nFresh;f1;Retail\r\n');
  expect(second).toMatch(/"false";"Known again";"K1";"#N\/A"\r\n.*"true";"Fresh";"f1";"Retail"\r\n$/);
  expect(await names("SELECT Name FROM Account WHERE Code__c IN ('k1', 'f1') ORDER BY Name")).toEqual([
    'Fresh',
    'Known again',
  ]);
});

test('a header that the object does not have fails the job', async () => {
  await expect(
    connection.bulk2.loadAndWaitForResults({ object: 'Account', operation: 'insert', input: [{ Nam: 'x' }] }),
  ).rejects.toThrow('InvalidBatch : Field name not found : Nam');
});

test('lines of different length fail the job', async () => {
  await expect(
    connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input: 'Name,Industry\nA\n',
    }),
  ).rejects.toThrow('ClientInputError');
});

test('8,800 opportunities with their accounts by external id load within one job, history included', async () => {
  const codes = Array.from({ length: 85 }, (_, index) => `B${index}`);
  await connection.bulk2.loadAndWaitForResults({
    object: 'Account',
    operation: 'insert',
    input: codes.map((Code__c) => ({ Name: `Account ${Code__c}`, Code__c })),
  });
  const lines = Array.from(
    { length: 8800 },
    (_, index) =>
      `Deal ${index},Prospecting,2026-0${1 + (index % 9)}-15,${index}.5,${codes[index % 85] ?? ''}`,
  );
  const { successfulResults } = await connection.bulk2.loadAndWaitForResults({
    object: 'Opportunity',
    operation: 'insert',
    input: ['Name,StageName,CloseDate,Amount,Account.Code__c', ...lines].join('\n'),
  });
  expect(successfulResults).toHaveLength(8800);
  expect((await connection.query('SELECT COUNT() FROM OpportunityHistory')).totalSize).toBe(8800);
  expect(
    (await connection.query("SELECT COUNT() FROM Opportunity WHERE Account.Name = 'account b3'")).totalSize,
  ).toBe(104);
});
