import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import { testOrg, type TestOrg } from '../support/org.ts';
import { makeUser } from '../support/people.ts';

let org: TestOrg;
let connection: Connection;
beforeAll(async () => {
  org = await testOrg();
  connection = await org.connect();
  await connection.sobject('Account').create(['One', 'Two', 'Three'].map((Name) => ({ Name })));
});
afterAll(() => org.end());

test('what somebody asked for to view is recent for that user only, latest first', async () => {
  expect(await connection.recent()).toEqual([]);
  await connection.query("SELECT Id, Name FROM Account WHERE Name = 'One' FOR VIEW");
  await connection.query("SELECT Id, Name FROM Account WHERE Name = 'Two'");
  await connection.query("SELECT Id, Name FROM Account WHERE Name = 'Three' FOR VIEW");
  const recent = await connection.recent();
  expect(recent.map((record): unknown[] => [record.attributes?.type, record['Name']])).toEqual([
    ['Account', 'Three'],
    ['Account', 'One'],
  ]);
  expect(await connection.recent('Account', 1)).toMatchObject([{ Name: 'Three' }]);
  expect(await connection.sobject('Contact').recent()).toEqual([]);
  const other = await org.connect(org.integrationId);
  expect(await other.recent()).toEqual([]);
});

test('a recent record that is gone is not listed', async () => {
  const { id = '' } = await connection.sobject('Account').create({ Name: 'Gone' });
  await connection.query("SELECT Id FROM Account WHERE Name = 'Gone' FOR VIEW");
  await connection.sobject('Account').destroy(id);
  const recent = await connection.recent();
  expect(recent.map(({ Id }) => Id)).not.toContain(id);
});

test('the list view of an object is described, answered and explained', async () => {
  const accounts = connection.sobject('Account');
  const { listviews } = (await accounts.listviews()) as { listviews: { id: string; label: string }[] };
  expect(listviews).toMatchObject([{ label: 'All Accounts' }]);
  const view = accounts.listview(String(listviews[0]?.id));
  expect(await view.describe()).toMatchObject({
    sobjectType: 'Account',
    query: expect.stringMatching(/^SELECT Name, .* FROM Account/),
  });
  expect(await view.results()).toMatchObject({ size: 3, done: true });
  expect(await view.explain()).toMatchObject({ plans: [{ sobjectType: 'Account' }] });
  await expect(accounts.listview('00BLO0000000999').describe()).rejects.toMatchObject({
    errorCode: 'NOT_FOUND',
  });
});

test('tabs and list views are those of objects that the user may read', async () => {
  const reader = await org.connect(await makeUser(org, { name: 'rep' }));
  const names = ((await reader.tabs()) as { sobjectName: string }[]).map(({ sobjectName }) => sobjectName);
  expect(names).toContain('Opportunity');
  expect(await reader.theme()).toMatchObject({ themeItems: expect.any(Array) });
  await expect(reader.sobject('Nothing__c').listviews()).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
});

test('versions go back to 31, each named after its season', async () => {
  const response = await fetch(`${org.baseUrl}/services/data`);
  const versions = (await response.json()) as { label: string; version: string }[];
  const labels = new Map(versions.map(({ version, label }) => [version, label]));
  expect([...labels.keys()].at(0)).toBe('31.0');
  expect(['31.0', '45.0', '50.0', '63.0', '64.0', '65.0'].map((version) => labels.get(version))).toEqual([
    "Summer '14",
    "Spring '19",
    "Winter '21",
    "Spring '25",
    "Summer '25",
    "Winter '26",
  ]);
  const old = await fetch(`${org.baseUrl}/services/data/v30.0/limits`);
  expect(old.status).toBe(404);
});
