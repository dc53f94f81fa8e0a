import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Access } from '../../../../scripts/local-org/sharing/access.ts';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
let admin: Access;

const close = (day: string): { StageName: string; CloseDate: string } => ({
  StageName: 'Prospecting',
  CloseDate: day,
});

beforeAll(async () => {
  org = await testOrg();
  admin = await org.records.accessOf(org.adminId);
  const accounts = await org.records.create(admin, 'Account', [
    { Name: 'Ärzte Nord', Industry: 'Healthcare', NumberOfEmployees: 10, AnnualRevenue: 1_000_000.5 },
    { Name: 'brunner', NumberOfEmployees: 240, Code__c: 'B-1', BillingCity: 'Bern' },
    { Name: 'Zeta 100%', Industry: 'Retail', BillingCity: "Saint John's" },
  ]);
  const idOf = (index: number): string => accounts[index]?.id ?? '';
  await org.records.create(admin, 'Opportunity', [
    { Name: 'first', ...close('2026-05-31'), AccountId: idOf(0), Amount: 100, Topics__c: 'Price;Quality' },
    {
      Name: 'second',
      ...close('2026-06-01'),
      AccountId: idOf(0),
      Amount: 200.25,
      Topics__c: 'Quality;Speed',
    },
    {
      Name: 'third',
      ...close('2026-06-30'),
      AccountId: idOf(1),
      StageName: 'Closed Won',
      Challenge__c: 'Cost',
    },
    { Name: 'fourth', ...close('2026-07-01'), NextStep: 'call back' },
  ]);
  // 15 June 2026, 01:00 in UTC is still 14 June in the administrator's Los Angeles.
  org.clock.moveTo(Temporal.Instant.from('2026-06-15T01:00:00Z'));
});
afterAll(() => org.end());

const names = async (from: string): Promise<unknown[]> =>
  (await org.records.query(admin, `SELECT Name FROM ${from} ORDER BY CreatedDate, Id`)).records.map(
    (record) => record['Name'],
  );

describe('which rows a condition lists', () => {
  test.each([
    ["Account WHERE Name = 'BRUNNER'", ['brunner']],
    ["Account WHERE Name = 'ärzte nord'", ['Ärzte Nord']],
    ["Account WHERE Name != 'brunner'", ['Ärzte Nord', 'Zeta 100%']],
    ["Account WHERE Industry != 'Retail'", ['Ärzte Nord', 'brunner']],
    ["Account WHERE Industry <> 'Retail'", ['Ärzte Nord', 'brunner']],
    ['Account WHERE Industry <> NULL', ['Ärzte Nord', 'Zeta 100%']],
    ["Account WHERE Name like 'br%'", ['brunner']],
    ["Account WHERE Industry NOT IN ('Retail')", ['Ärzte Nord', 'brunner']],
    ['Account WHERE Industry = null', ['brunner']],
    ["Account WHERE Industry = ''", ['brunner']],
    ['Account WHERE Industry != null', ['Ärzte Nord', 'Zeta 100%']],
    ["Account WHERE Industry IN ('retail', null)", ['brunner', 'Zeta 100%']],
    ["Account WHERE Name LIKE 'BR%'", ['brunner']],
    ["Account WHERE Name LIKE '%100\\%'", ['Zeta 100%']],
    ["Account WHERE Name LIKE '_runner'", ['brunner']],
    ["Account WHERE BillingCity = 'Saint John\\'s'", ['Zeta 100%']],
    ["Account WHERE (NOT Name LIKE 'b%') AND NumberOfEmployees < 100", ['Ärzte Nord']],
    [
      "Account WHERE (Industry = 'Retail' OR NumberOfEmployees > 100) AND Name != 'x'",
      ['brunner', 'Zeta 100%'],
    ],
    ['Account WHERE AnnualRevenue = 1000000.50', ['Ärzte Nord']],
    ['Account WHERE NumberOfEmployees >= 10 AND NumberOfEmployees <= 240', ['Ärzte Nord', 'brunner']],
    ["Account a WHERE a.Name = 'brunner'", ['brunner']],
    ["Account WHERE Account.Name = 'brunner'", ['brunner']],
    ['Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE IsWon = true)', ['brunner']],
    ['Account WHERE Id NOT IN (SELECT AccountId FROM Opportunity)', ['Zeta 100%']],
    ["Opportunity WHERE Account.Industry = 'Healthcare'", ['first', 'second']],
    ['Opportunity WHERE Account.Name = null', ['fourth']],
    [
      "Opportunity WHERE AccountId IN (SELECT Id FROM Account WHERE Name = 'brunner') AND IsClosed = TRUE",
      ['third'],
    ],
    ["Opportunity WHERE Account.Owner.Name = 'ada minn' AND Amount > 100.0", ['second']],
    ["Opportunity WHERE Topics__c INCLUDES ('price;quality', 'Speed')", ['first', 'second']],
    ["Opportunity WHERE Topics__c EXCLUDES ('Speed')", ['first', 'third', 'fourth']],
    ['Opportunity WHERE CloseDate = THIS_MONTH', ['second', 'third']],
    ['Opportunity WHERE CloseDate > THIS_MONTH', ['fourth']],
    ['Opportunity WHERE CloseDate < THIS_MONTH', ['first']],
    ['Opportunity WHERE CloseDate >= THIS_MONTH', ['second', 'third', 'fourth']],
    ['Opportunity WHERE CloseDate <= LAST_MONTH', ['first']],
    ['Opportunity WHERE CloseDate != THIS_MONTH', ['first', 'fourth']],
    ['Opportunity WHERE CloseDate = LAST_N_DAYS:14', ['first', 'second']],
    ['Opportunity WHERE CloseDate = LAST_N_DAYS:13', ['second']],
    ['Opportunity WHERE CloseDate = NEXT_N_DAYS:16', ['third']],
    ['Opportunity WHERE CloseDate IN (2026-07-01, LAST_MONTH)', ['first', 'fourth']],
    ['Opportunity WHERE CloseDate > 2026-06-30', ['fourth']],
    ['Opportunity WHERE CALENDAR_MONTH(CloseDate) = 6', ['second', 'third']],
    ['Opportunity WHERE CALENDAR_QUARTER(CloseDate) = 3 AND FISCAL_YEAR(CloseDate) = 2026', ['fourth']],
    ['Opportunity WHERE CreatedDate < TODAY', []],
    ["Opportunity WHERE CreatedDate > 2020-01-01T00:00:00Z AND NextStep LIKE 'CALL%'", ['fourth']],
  ])('%s', async (from, expected) => {
    expect(await names(from)).toEqual(expected);
  });
});

describe('what Salesforce refuses, also where the parser does not', () => {
  test.each([
    [
      "SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
      'MALFORMED_QUERY',
      "unexpected token: 'OR'",
    ],
    [
      "SELECT Id FROM Account WHERE Name = 'a' AND NOT Name = 'b'",
      'MALFORMED_QUERY',
      "unexpected token: 'NOT'",
    ],
    ['SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS:-3', 'MALFORMED_QUERY', '-3'],
    ['SELECT COUNT() FROM Account ORDER BY Name', 'MALFORMED_QUERY', 'COUNT()'],
    ['SELECT Name, COUNT(Id) FROM Account', 'MALFORMED_QUERY', 'Field must be grouped or aggregated: Name'],
    [
      'SELECT Name FROM Account GROUP BY Industry',
      'MALFORMED_QUERY',
      'Field must be grouped or aggregated: Name',
    ],
    [
      'SELECT Id FROM Account WHERE Name = :name',
      'MALFORMED_QUERY',
      'Bind variables only allowed in Apex code',
    ],
    ['SELECT Name n FROM Account', 'MALFORMED_QUERY', 'only aggregate expressions use field aliasing'],
    ['SELECT Id, Id FROM Account', 'INVALID_FIELD', 'duplicate field selected: Id'],
    [
      "SELECT Id FROM Account WHERE NumberOfEmployees = '3'",
      'INVALID_FIELD',
      'must be of type int and should not be enclosed in quotes',
    ],
    [
      'SELECT Id FROM Account WHERE Name = 3',
      'INVALID_FIELD',
      'must be of type string and should be enclosed in quotes',
    ],
    [
      'SELECT Id FROM Opportunity WHERE CloseDate = 2026-01-01T00:00:00Z',
      'INVALID_FIELD',
      'must be of type date',
    ],
    ["SELECT Id FROM Account WHERE Id = 'abc'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field: abc'],
    ["SELECT Id FROM Account WHERE Id LIKE '001%'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid operator'],
    [
      "SELECT Id FROM Account WHERE Description = 'x'",
      'INVALID_FIELD',
      "field 'Description' can not be filtered in a query call",
    ],
    [
      'SELECT Id FROM Account ORDER BY Description',
      'INVALID_FIELD',
      "field 'Description' can not be sorted in a query call",
    ],
    [
      'SELECT Amount, COUNT(Id) FROM Opportunity GROUP BY Amount',
      'INVALID_FIELD',
      "field 'Amount' can not be grouped in a query call",
    ],
    ['SELECT Nope.Name FROM Account', 'INVALID_FIELD', "Didn't understand relationship 'Nope' in field path"],
    [
      'SELECT Id, (SELECT Id FROM Nopes) FROM Account',
      'INVALID_TYPE',
      "Didn't understand relationship 'Nopes' in FROM part of query call",
    ],
    [
      'SELECT Id FROM Account OFFSET 2001',
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Maximum SOQL offset allowed is 2000',
    ],
    ['SELECT Id FROM Account WHERE Id IN (SELECT Name FROM Contact)', 'MALFORMED_QUERY', 'semi join'],
    [
      'SELECT Nope FROM Account',
      'INVALID_FIELD',
      "ERROR at Row:1:Column:8\nNo such column 'Nope' on entity 'Account'",
    ],
  ])('%s', async (soql, errorCode, message) => {
    await expect(org.records.query(admin, soql)).rejects.toMatchObject({
      errorCode,
      message: expect.stringContaining(message),
    });
  });
});
