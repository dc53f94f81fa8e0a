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

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${org.baseUrl}/services/data/v65.0/${path}`, {
    ...init,
    headers: {
      Authorization: `Bearer ${connection.accessToken ?? ''}`,
      'Content-Type': 'application/json',
    },
  });
const faultOf = async (response: Response): Promise<unknown> => ({
  status: response.status,
  code: ((await response.json()) as { errorCode: string }[])[0]?.errorCode,
});

test.each([
  ['an unknown object', 'sobjects/Nothing__c', 404, 'NOT_FOUND'],
  ['an unknown resource', 'nothing', 404, 'NOT_FOUND'],
  ['an id that is not there', 'sobjects/Account/001000000000000AAA', 404, 'NOT_FOUND'],
  ['a text that is no id', 'sobjects/Account/abc', 404, 'NOT_FOUND'],
  ['a query that does not parse', 'query?q=SELECT', 400, 'MALFORMED_QUERY'],
  ['a query of an unknown object', 'query?q=SELECT+Id+FROM+Nothing', 400, 'INVALID_TYPE'],
  ['a query of an unknown field', 'query?q=SELECT+Nope+FROM+Account', 400, 'INVALID_FIELD'],
  ['a locator that is none', 'query/01g000000000000AAA-2000', 400, 'INVALID_QUERY_LOCATOR'],
])('%s is answered with its code', async (_name, path, status, code) => {
  expect(await faultOf(await ask(path))).toEqual({ status, code });
});

test.each([
  [
    'an unknown field',
    { Name: 'x', Nope__c: 1 },
    'INVALID_FIELD',
    "No such column 'Nope__c' on sobject of type Account",
  ],
  ['a missing name', {}, 'REQUIRED_FIELD_MISSING', /^Required fields are missing: \[Name\]$/],
  [
    'a name that is too long',
    { Name: 'x'.repeat(256) },
    'STRING_TOO_LONG',
    /^Account Name: data value too large: x+ \(max length=255\)$/,
  ],
  [
    'a text for a number',
    { Name: 'x', NumberOfEmployees: 'many' },
    'JSON_PARSER_ERROR',
    /int from value many/,
  ],
  [
    'an id of another object',
    { Name: 'x', ParentId: '003000000000000AAA' },
    'MALFORMED_ID',
    /id value of incorrect type/,
  ],
  [
    'a parent that is not there',
    { Name: 'x', ParentId: '001000000000000AAA' },
    'INVALID_CROSS_REFERENCE_KEY',
    'invalid cross reference id',
  ],
  [
    'a field that only the org writes',
    { Name: 'x', LastActivityDate: '2026-01-01' },
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    /LastActivityDate/,
  ],
  [
    'an id of its own',
    { Name: 'x', Id: '001000000000000AAA' },
    'INVALID_FIELD',
    /Id field should not be specified/,
  ],
])('a create with %s is refused', async (_name, body, errorCode, message) => {
  const response = await ask('sobjects/Account', { method: 'POST', body: JSON.stringify(body) });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual([
    expect.objectContaining({ errorCode, message: expect.stringMatching(message) }),
  ]);
});

test('a restricted picklist takes its own values only, an open one takes any', async () => {
  const create = (fields: object): Promise<Response> =>
    ask('sobjects/Opportunity', {
      method: 'POST',
      body: JSON.stringify({ Name: 'x', StageName: 'Prospecting', CloseDate: '2026-01-31', ...fields }),
    });
  expect((await create({ Type: 'Something of our own' })).status).toBe(201);
  expect(await faultOf(await create({ Challenge__c: 'Nonsense' }))).toEqual({
    status: 400,
    code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
  });
});

test('a unique value that is taken names the row that has it', async () => {
  const create = (Code__c: string): Promise<Response> =>
    ask('sobjects/Account', { method: 'POST', body: JSON.stringify({ Name: 'x', Code__c }) });
  const { id } = (await (await create('taken')).json()) as { id: string };
  const response = await create('TAKEN');
  expect(await response.json()).toEqual([
    {
      errorCode: 'DUPLICATE_VALUE',
      message: `duplicate value found: Code__c duplicates value on record with id: ${id.slice(0, 15)}`,
      fields: ['Code__c'],
    },
  ]);
});

test("history is the org's own: nobody writes it", async () => {
  await expect(
    connection.sobject('OpportunityHistory').create({ StageName: 'Closed Won' }),
  ).rejects.toMatchObject({
    errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  });
});

test('a body that is not JSON, and a method that is not offered', async () => {
  expect(await faultOf(await ask('sobjects/Account', { method: 'POST', body: '{' }))).toEqual({
    status: 400,
    code: 'JSON_PARSER_ERROR',
  });
  expect(await faultOf(await ask('limits', { method: 'POST' }))).toEqual({
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
  });
});

test('a deleted record is gone for changes too', async () => {
  const { id = '' } = await connection.sobject('Account').create({ Name: 'Gone' });
  await connection.sobject('Account').destroy(id);
  expect(
    await faultOf(await ask(`sobjects/Account/${id}`, { method: 'PATCH', body: '{"Name":"x"}' })),
  ).toEqual({ status: 404, code: 'ENTITY_IS_DELETED' });
});

test('without a session nothing is answered', async () => {
  const response = await fetch(`${org.baseUrl}/services/data/v65.0/limits`, {
    headers: { Authorization: 'Bearer 00Dx!wrong' },
  });
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual([
    { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
  ]);
});
