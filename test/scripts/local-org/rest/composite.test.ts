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

const root = '/services/data/v65.0';
const accounts = async (): Promise<number> =>
  (await connection.query('SELECT COUNT() FROM Account')).totalSize;

test('a later request uses what an earlier one answered', async () => {
  const answer = await connection.requestPost('/composite', {
    compositeRequest: [
      {
        method: 'POST',
        url: `${root}/sobjects/Account`,
        referenceId: 'account',
        body: { Name: 'Referenced' },
      },
      {
        method: 'POST',
        url: `${root}/sobjects/Contact`,
        referenceId: 'contact',
        body: { LastName: 'Okafor', AccountId: '@{account.id}' },
      },
      {
        method: 'GET',
        url: `${root}/query?q=SELECT+Name,(SELECT+LastName+FROM+Contacts)+FROM+Account+WHERE+Id='@{account.id}'`,
        referenceId: 'read',
      },
      {
        method: 'PATCH',
        url: `${root}/sobjects/Contact/@{read.records[0].Contacts.records[0].Id}`,
        referenceId: 'nowhere',
        body: {},
      },
    ],
  });
  expect(answer).toMatchObject({
    compositeResponse: [
      { httpStatusCode: 201, referenceId: 'account', body: { success: true } },
      {
        httpStatusCode: 201,
        referenceId: 'contact',
        httpHeaders: { Location: expect.stringContaining('/sobjects/Contact/003') },
      },
      {
        httpStatusCode: 200,
        body: { records: [{ Name: 'Referenced', Contacts: { records: [{ LastName: 'Okafor' }] } }] },
      },
      { httpStatusCode: 400, body: [{ errorCode: 'INVALID_INPUT' }] },
    ],
  });
});

test('with allOrNone a failing request undoes those before it', async () => {
  const before = await accounts();
  const answer = await connection.requestPost('/composite', {
    allOrNone: true,
    compositeRequest: [
      { method: 'POST', url: `${root}/sobjects/Account`, referenceId: 'one', body: { Name: 'Undone' } },
      { method: 'POST', url: `${root}/sobjects/Account`, referenceId: 'two', body: {} },
    ],
  });
  expect(answer).toMatchObject({
    compositeResponse: [
      { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
      { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
    ],
  });
  expect(await accounts()).toBe(before);
});

test('requests of a batch stand each for itself', async () => {
  const answer = await connection.requestPost('/composite/batch', {
    batchRequests: [
      { method: 'GET', url: 'v65.0/limits' },
      { method: 'GET', url: 'v65.0/sobjects/Account/001000000000000AAA' },
    ],
  });
  expect(answer).toMatchObject({
    hasErrors: true,
    results: [{ statusCode: 200 }, { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] }],
  });
});

test('a tree of records is created whole or not at all', async () => {
  const tree = (lastName: string | null): unknown => ({
    records: [
      {
        attributes: { type: 'Account', referenceId: 'a' },
        Name: 'Tree',
        Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'c' }, LastName: lastName }] },
      },
    ],
  });
  const before = await accounts();
  await expect(connection.requestPost('/composite/tree/Account', tree(null) as object)).rejects.toThrow();
  expect(await accounts()).toBe(before);
  expect(await connection.requestPost('/composite/tree/Account', tree('Leaf') as object)).toMatchObject({
    hasErrors: false,
    results: [{ referenceId: 'a' }, { referenceId: 'c' }],
  });
  expect(
    (await connection.query("SELECT COUNT() FROM Contact WHERE Account.Name = 'Tree' AND LastName = 'Leaf'"))
      .totalSize,
  ).toBe(1);
});

test('the requests of a graph are written together', async () => {
  const before = await accounts();
  const graph = (graphId: string, Name: string | null): unknown => ({
    graphId,
    compositeRequest: [
      { method: 'POST', url: `${root}/sobjects/Account`, referenceId: 'first', body: { Name: 'Graph' } },
      { method: 'POST', url: `${root}/sobjects/Account`, referenceId: 'second', body: { Name } },
    ],
  });
  const answer = await connection.requestPost('/composite/graph', {
    graphs: [graph('good', 'Fine'), graph('bad', null)],
  });
  expect(answer).toMatchObject({
    graphs: [
      { graphId: 'good', isSuccessful: true },
      { graphId: 'bad', isSuccessful: false },
    ],
  });
  expect(await accounts()).toBe(before + 2);
});
