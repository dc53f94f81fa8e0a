import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testOrg, type TestOrg } from '../support/org.ts';
import { makeUser } from '../support/people.ts';

let org: TestOrg;
let token: string;
let accountId: string;
const CLOSED = ['Account.Industry', 'Account.Code__c', 'Opportunity.Amount', 'Contact.AccountId'];

beforeAll(async () => {
  org = await testOrg();
  const admin = await org.records.accessOf(org.adminId);
  const repId = await makeUser(org, { name: 'rep' });
  const { records } = await org.records.query(
    admin,
    `SELECT Id FROM FieldPermissions WHERE Field IN ('${CLOSED.join("','")}')
      AND (Parent.Profile.Name = 'Standard User' OR Parent.Name = 'Seller')`,
  );
  await org.records.remove(
    admin,
    'FieldPermissions',
    records.map((record) => String(record['Id'])),
  );
  const [account] = await org.records.create(admin, 'Account', [
    { Name: 'Known', Industry: 'Energy', Code__c: 'K1', OwnerId: repId },
  ]);
  accountId = account?.id ?? '';
  token = await org.sessions.open(repId);
});
afterAll(() => org.end());

const root = '/services/data/v65.0';
const ask = async (path: string, body?: object): Promise<{ status: number; text: string }> => {
  const response = await fetch(`${org.baseUrl}${root}/${path}`, {
    headers: { Authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, text: await response.text() };
};
const soql = (text: string): string => encodeURIComponent(text);

test.each([
  ['selected', 'SELECT Industry FROM Account'],
  ['compared', "SELECT Id FROM Account WHERE Industry = 'Energy'"],
  ['compared beyond a lookup', 'SELECT Id FROM Opportunity WHERE Account.Industry != null'],
  [
    'compared in a sub-query',
    "SELECT Id FROM Contact WHERE Id IN (SELECT ContactId FROM OpportunityContactRole) AND Account.Industry = 'x'",
  ],
  [
    'compared in a semi-join',
    "SELECT Id FROM Opportunity WHERE AccountId IN (SELECT Id FROM Account WHERE Industry = 'Energy')",
  ],
  ['sorted', 'SELECT Id FROM Account ORDER BY Industry'],
  ['grouped', 'SELECT COUNT(Id) FROM Account GROUP BY Industry'],
  ['summed', 'SELECT SUM(Amount) FROM Opportunity'],
  ['labelled', 'SELECT toLabel(Industry) FROM Account'],
  ['selected among children', 'SELECT (SELECT Amount FROM Opportunities) FROM Account'],
  ['selected by type', 'SELECT TYPEOF What WHEN Account THEN Industry END FROM Task'],
  ['walked along', 'SELECT Account.Name FROM Contact'],
])('a closed field cannot be %s', async (_how, text) => {
  for (const resource of ['query/?q=', 'queryAll/?q=', 'query/?explain=', 'query/?columns=true&q=']) {
    const answer = await ask(resource + soql(text));
    expect(answer).toMatchObject({ status: 400, text: expect.stringContaining('INVALID_FIELD') });
  }
});

test('FIELDS() leaves closed fields out', async () => {
  const { text } = await ask(`query?q=${soql('SELECT FIELDS(STANDARD) FROM Account LIMIT 1')}`);
  expect(text).toContain('"Name":"Known"');
  expect(text).not.toContain('Industry');
});

test('a closed external id finds nothing, neither to read nor to write, nor as a parent', async () => {
  const unknown = expect.stringContaining('INVALID_FIELD');
  expect((await ask('sobjects/Account/Code__c/K1')).text).toEqual(unknown);
  expect((await ask('sobjects/Account/Code__c/K1', { Name: 'x' })).text).toEqual(unknown);
  const parent = { LastName: 'x', Account: { Code__c: 'K1' } };
  expect((await ask('sobjects/Contact', parent)).text).toEqual(unknown);
  const deal = { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-01-31', Account: { Code__c: 'K1' } };
  expect((await ask('sobjects/Opportunity', deal)).text).toEqual(unknown);
});

test('a lookup that is not writable is not written by naming its parent either', async () => {
  const answer = await ask('sobjects/Account', { Name: 'x', CreatedBy: { Username: 'rep@test.example' } });
  expect(answer).toMatchObject({
    status: 400,
    text: expect.stringContaining('INVALID_FIELD_FOR_INSERT_UPDATE'),
  });
});

test('named fields of single records and collections are refused, all fields leave them out', async () => {
  expect((await ask(`sobjects/Account/${accountId}?fields=Industry`)).text).toContain('INVALID_FIELD');
  expect(
    (await ask('composite/sobjects/Account', { ids: [accountId], fields: ['Industry'] })).text,
  ).toContain('INVALID_FIELD');
  expect((await ask(`sobjects/Account/${accountId}`)).text).not.toContain('Industry');
});

test('a bulk query and a bulk upload of a closed field fail', async () => {
  const where = { operation: 'query', query: 'SELECT Industry FROM Account' };
  expect((await ask('jobs/query', where)).text).toContain('INVALID_FIELD');
});
