import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Access } from '../../../../scripts/local-org/sharing/access.ts';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
let admin: Access;
let accountId = '';

beforeAll(async () => {
  org = await testOrg();
  admin = await org.records.accessOf(org.adminId);
  const [account] = await org.records.create(admin, 'Account', [
    { Name: 'Brunner', Industry: 'Retail', BillingCity: 'Bern', Phone: '031' },
  ]);
  accountId = account?.id ?? '';
  const [contact] = await org.records.create(admin, 'Contact', [
    { LastName: 'Okafor', FirstName: 'Ada', AccountId: accountId },
  ]);
  const deals = await org.records.create(admin, 'Opportunity', [
    {
      Name: 'a',
      StageName: 'Prospecting',
      CloseDate: '2026-01-31',
      AccountId: accountId,
      Amount: 100,
      Challenge__c: 'Cost',
    },
    { Name: 'B', StageName: 'Prospecting', CloseDate: '2026-02-28', AccountId: accountId, Amount: 50 },
    { Name: 'c', StageName: 'Closed Won', CloseDate: '2027-02-28', LeadSource: 'Web' },
  ]);
  const deal = deals[0]?.id ?? '';
  await org.records.create(admin, 'OpportunityContactRole', [
    { OpportunityId: deal, ContactId: contact?.id, Role: 'Decision Maker' },
  ]);
  await org.records.create(admin, 'Task', [
    { Subject: 'Call', WhatId: deal, WhoId: contact?.id },
    { Subject: 'Visit', WhatId: accountId },
    { Subject: 'Think' },
  ]);
});
afterAll(() => org.end());

const records = async (soql: string): Promise<Record<string, unknown>[]> =>
  (await org.records.query(admin, soql)).records;
const plain = async (soql: string): Promise<unknown[]> =>
  (await records(soql)).map(({ attributes: _attributes, ...rest }) => rest);

test('a record carries type, address, the names of the schema and null for what is missing', async () => {
  expect(
    await records(
      "SELECT name, account.NAME, nextstep, Account.Parent.Name FROM opportunity WHERE name = 'a'",
    ),
  ).toEqual([
    {
      attributes: {
        type: 'Opportunity',
        url: expect.stringMatching(/^\/services\/data\/v65\.0\/sobjects\/Opportunity\/006/),
      },
      Name: 'a',
      Account: {
        attributes: { type: 'Account', url: `/services/data/v65.0/sobjects/Account/${accountId}` },
        Name: 'Brunner',
        Parent: null,
      },
      NextStep: null,
    },
  ]);
  expect(await plain("SELECT Account.Name FROM Opportunity WHERE Name = 'c'")).toEqual([{ Account: null }]);
});

test('sub-queries are limited and ordered within each parent; an empty one is null', async () => {
  const [account] = await plain(
    'SELECT Name, (SELECT Name, Account.Name FROM Opportunities ORDER BY Name DESC LIMIT 1), (SELECT Id FROM Assets) FROM Account',
  );
  expect(account).toEqual({
    Name: 'Brunner',
    Opportunities: {
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: expect.anything(),
          Name: 'B',
          Account: { attributes: expect.anything(), Name: 'Brunner' },
        },
      ],
    },
    Assets: null,
  });
});

test('sub-queries nest', async () => {
  const [account] = await records(
    'SELECT (SELECT Name, (SELECT Role, Contact.Name FROM OpportunityContactRoles) FROM Opportunities ORDER BY Name) FROM Account',
  );
  expect(account).toMatchObject({
    Opportunities: {
      records: [
        {
          Name: 'a',
          OpportunityContactRoles: { records: [{ Role: 'Decision Maker', Contact: { Name: 'Ada Okafor' } }] },
        },
        { Name: 'B', OpportunityContactRoles: null },
      ],
    },
  });
});

test('polymorphic lookups are read by Name fields and by type', async () => {
  expect(
    await plain('SELECT Subject, What.Name, What.Type, Who.Name FROM Task ORDER BY Subject'),
  ).toMatchObject([
    { Subject: 'Call', What: { Name: 'a', Type: 'Opportunity' }, Who: { Name: 'Ada Okafor' } },
    { Subject: 'Think', What: null, Who: null },
    { Subject: 'Visit', What: { Name: 'Brunner', Type: 'Account' }, Who: null },
  ]);
  expect(
    await plain(
      'SELECT TYPEOF What WHEN Account THEN Phone, Industry WHEN Opportunity THEN StageName ELSE Name END FROM Task ORDER BY Subject',
    ),
  ).toMatchObject([
    { What: { attributes: { type: 'Opportunity' }, StageName: 'Prospecting' } },
    { What: null },
    { What: { attributes: { type: 'Account' }, Phone: '031', Industry: 'Retail' } },
  ]);
  expect(await plain("SELECT Subject FROM Task WHERE What.Type = 'Account'")).toEqual([{ Subject: 'Visit' }]);
});

describe('order', () => {
  test('text sorts without case, nulls come first unless told otherwise', async () => {
    const order = async (clause: string): Promise<unknown[]> =>
      (await records(`SELECT Name FROM Opportunity ORDER BY ${clause}`)).map((each) => each['Name']);
    expect(await order('Name')).toEqual(['a', 'B', 'c']);
    expect(await order('Amount')).toEqual(['c', 'B', 'a']);
    expect(await order('Amount DESC NULLS LAST')).toEqual(['a', 'B', 'c']);
    expect(await order('Account.Name NULLS LAST, Amount')).toEqual(['B', 'a', 'c']);
    expect(await order('Name LIMIT 1 OFFSET 1')).toEqual(['B']);
  });
});

describe('groups', () => {
  test('unnamed aggregates are expr0, expr1; empty groups are told apart', async () => {
    expect(
      await records(
        'SELECT StageName, COUNT(Id), SUM(Amount) total, MAX(CloseDate) FROM Opportunity GROUP BY StageName ORDER BY COUNT(Id) DESC',
      ),
    ).toEqual([
      {
        attributes: { type: 'AggregateResult' },
        StageName: 'Prospecting',
        expr0: 2,
        total: 150,
        expr1: '2026-02-28',
      },
      {
        attributes: { type: 'AggregateResult' },
        StageName: 'Closed Won',
        expr0: 1,
        total: null,
        expr1: '2027-02-28',
      },
    ]);
  });

  test('HAVING, date functions, parents and COUNT_DISTINCT', async () => {
    expect(
      await plain(
        'SELECT CALENDAR_YEAR(CloseDate) y, COUNT(Id) n FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) HAVING COUNT(Id) > 1',
      ),
    ).toEqual([{ y: 2026, n: 2 }]);
    expect(
      await plain(
        'SELECT Account.Name, AVG(Amount) a FROM Opportunity GROUP BY Account.Name ORDER BY Account.Name',
      ),
    ).toEqual([
      { Name: null, a: null },
      { Name: 'Brunner', a: 75 },
    ]);
    expect(
      await plain(
        'SELECT o.StageName s, COUNT(o.Id) n FROM Opportunity o GROUP BY stagename ORDER BY o.StageName',
      ),
    ).toEqual([
      { s: 'Closed Won', n: 1 },
      { s: 'Prospecting', n: 2 },
    ]);
    expect(await plain('SELECT COUNT_DISTINCT(StageName) s, COUNT(Amount) c FROM Opportunity')).toEqual([
      { s: 2, c: 2 },
    ]);
  });

  test('ROLLUP adds subtotals, GROUPING tells them apart', async () => {
    expect(
      await plain(
        'SELECT StageName, GROUPING(StageName) g, COUNT(Id) n FROM Opportunity GROUP BY ROLLUP(StageName) ORDER BY GROUPING(StageName), StageName',
      ),
    ).toEqual([
      { StageName: 'Closed Won', g: 0, n: 1 },
      { StageName: 'Prospecting', g: 0, n: 2 },
      { StageName: null, g: 1, n: 3 },
    ]);
  });

  test('COUNT() answers a number and no records', async () => {
    expect(await org.records.query(admin, 'SELECT COUNT() FROM Opportunity WHERE Amount > 10')).toEqual({
      totalSize: 2,
      records: [],
      next: null,
    });
  });
});

test('labels, formatting, FIELDS and addresses', async () => {
  expect(
    await plain("SELECT toLabel(Challenge__c), FORMAT(Amount) shown FROM Opportunity WHERE Name = 'a'"),
  ).toEqual([{ Challenge__c: 'Cost reduction', shown: '100.00' }]);
  const [custom] = await plain('SELECT FIELDS(CUSTOM) FROM Account LIMIT 200');
  expect(custom).toEqual({ Code__c: null });
  const [account] = await plain('SELECT FIELDS(ALL) FROM Account LIMIT 200');
  expect(account).toMatchObject({
    Name: 'Brunner',
    Code__c: null,
    BillingAddress: { city: 'Bern', street: null },
  });
});

test('custom metadata is queried with its whole long texts', async () => {
  expect(
    await plain('SELECT DeveloperName, MasterLabel, Value__c, Count__c, On__c FROM Setting__mdt'),
  ).toEqual([
    {
      DeveloperName: 'First',
      MasterLabel: 'First setting',
      Value__c: 'SELECT Id\nFROM Account',
      Count__c: 7,
      On__c: true,
    },
  ]);
});

test('binds stand for values and lists of them', async () => {
  const page = await org.records.query(
    admin,
    'SELECT Name FROM Opportunity WHERE Name IN :names AND Amount < :most',
    { binds: { names: ['A', 'c'], most: 101 } },
  );
  expect(page.records.map((record) => record['Name'])).toEqual(['a']);
});
