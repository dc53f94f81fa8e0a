import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
let connection: Connection;
beforeAll(async () => {
  org = await testOrg();
  connection = await org.connect();
});
afterAll(() => org.end());

const countOf = async (name: string): Promise<number> =>
  (await connection.query(`SELECT COUNT() FROM Account WHERE Name = '${name}'`)).totalSize;

test('of a collection the good records are saved and each bad one says why', async () => {
  const results = await connection
    .sobject('Account')
    .create([{ Name: 'Part' }, {}, { Name: 'Part' }] as { Name: string }[]);
  expect(results.map(({ success }) => success)).toEqual([true, false, true]);
  expect(results[1]?.errors).toEqual([
    {
      statusCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Name]',
      fields: ['Name'],
    },
  ]);
  expect(await countOf('Part')).toBe(2);
});

test('with allOrNone one bad record undoes the others', async () => {
  const results = await connection
    .sobject('Account')
    .create([{ Name: 'Whole' }, {}] as { Name: string }[], { allOrNone: true });
  expect(
    results.map(({ errors }) => errors.map((each) => (each as { statusCode?: string }).statusCode)),
  ).toEqual([['ALL_OR_NONE_OPERATION_ROLLED_BACK'], ['REQUIRED_FIELD_MISSING']]);
  expect(await countOf('Whole')).toBe(0);
});

test('allOrNone holds over several objects in one collection', async () => {
  const answer = await connection.requestPost('/composite/sobjects', {
    allOrNone: true,
    records: [
      { attributes: { type: 'Account' }, Name: 'Mixed' },
      { attributes: { type: 'Contact' }, FirstName: 'No last name' },
    ],
  });
  expect(answer).toEqual([
    expect.objectContaining({
      success: false,
      errors: [expect.objectContaining({ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' })],
    }),
    expect.objectContaining({
      success: false,
      errors: [expect.objectContaining({ statusCode: 'REQUIRED_FIELD_MISSING' })],
    }),
  ]);
  expect(await countOf('Mixed')).toBe(0);
});

test('a collection retrieve answers null for an id that is not there', async () => {
  const [first] = await connection.sobject('Account').create([{ Name: 'Here' }]);
  const rows = await connection.sobject('Account').retrieve([first?.id ?? '', '001LO0zzzzzzzzz']);
  expect(rows).toEqual([expect.objectContaining({ Name: 'Here' }), null]);
});

test('more than 200 records are refused in one call', async () => {
  const records = Array.from({ length: 201 }, () => ({ attributes: { type: 'Account' }, Name: 'Many' }));
  await expect(connection.requestPost('/composite/sobjects', { records })).rejects.toMatchObject({
    errorCode: 'EXCEEDED_ID_LIMIT',
  });
});

test('an upsert by external id creates once and then updates', async () => {
  const account = connection.sobject('Account');
  expect(await account.upsert({ Name: 'Keyed', Code__c: 'U1' }, 'Code__c')).toMatchObject({
    success: true,
    created: true,
  });
  expect(await account.upsert({ Name: 'Keyed again', Code__c: 'u1' }, 'Code__c')).toMatchObject({
    success: true,
    created: false,
  });
  expect(await countOf('Keyed again')).toBe(1);
  const several = await account.upsert(
    [
      { Name: 'Second', Code__c: 'U2' },
      { Name: 'Third time', Code__c: 'U1' },
    ],
    'Code__c',
  );
  expect(several).toMatchObject([{ created: true }, { created: false }]);
});

test('several rows with one external id are answered by their addresses', async () => {
  const [account] = await connection.sobject('Account').create([{ Name: 'Debtor' }]);
  const invoice = { Account__c: account?.id ?? '', Total__c: 1, External__c: 'same' };
  const created = await connection.sobject('Invoice__c').create([invoice, invoice]);
  expect(created.map(({ success }) => success)).toEqual([true, true]);
  const answer = await fetch(`${org.baseUrl}/services/data/v65.0/sobjects/Invoice__c/External__c/same`, {
    headers: { Authorization: `Bearer ${connection.accessToken ?? ''}` },
  });
  expect(answer.status).toBe(300);
  expect(await answer.json()).toEqual(
    created.map(({ id }) => `/services/data/v65.0/sobjects/Invoice__c/${id ?? ''}`),
  );
});

test('auto-number names count up', async () => {
  const admin = await org.records.accessOf(org.adminId);
  const { records } = await org.records.query(admin, 'SELECT Name FROM Invoice__c ORDER BY Name');
  expect(records.map((record) => record['Name'])).toEqual(['INV-0001', 'INV-0002']);
});
