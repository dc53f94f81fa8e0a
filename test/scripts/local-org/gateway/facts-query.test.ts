import { describe, expect, test } from '@jest/globals';
import { asApexJson } from '../../../../scripts/local-org/gateway/apex-json.ts';
import { fitQuery, type Fitting } from '../../../../scripts/local-org/gateway/facts-query.ts';
import { buildCatalogue } from '../../../../scripts/local-org/schema/build.ts';

const catalogue = buildCatalogue({ files: () => [] });
const fit = (soql: string, fitting: Partial<Fitting> = {}) =>
  fitQuery({ catalogue, isReadable: () => true, refused: [], ...fitting }, soql);

describe('a query for record facts', () => {
  test('keeps fields, parents, children and conditions', () => {
    const soql =
      'SELECT Id, Account.Name, (SELECT Role, Contact.Title FROM OpportunityContactRoles ORDER BY CreatedDate LIMIT 50) FROM Opportunity WHERE Id = :recordId';
    expect(fit(soql)).toMatchObject({ soql, hiddenFields: [] });
  });

  test('leaves out what the org does not have without reporting it', () => {
    const soql = 'SELECT Id, Gone__c, Nobody__r.Name, (SELECT Id FROM Nobodies__r) FROM Opportunity';
    expect(fit(soql)).toEqual({
      soql: 'SELECT Id FROM Opportunity',
      hiddenFields: [],
      selectedFields: ['Id', 'Gone__c', 'Nobody__r.Name', 'Nobodies__r.Id'],
    });
  });

  test.each([
    ['a field', 'SELECT Id, Amount FROM Opportunity', 'Opportunity.Amount', 'Opportunity.Amount'],
    [
      'a field of a parent',
      'SELECT Id, Account.Industry FROM Opportunity',
      'account.industry',
      'Account.Industry',
    ],
    [
      'what is behind a lookup',
      'SELECT Id, Account.Name FROM Opportunity',
      'Opportunity.AccountId',
      'Opportunity.AccountId',
    ],
    [
      'a sub-query of which nothing is left',
      'SELECT Id, (SELECT Role FROM OpportunityContactRoles) FROM Opportunity',
      'OpportunityContactRole.Role',
      'OpportunityContactRole.Role',
    ],
  ])('leaves out and reports %s that is hidden', (_, soql, refused, hidden) => {
    expect(fit(soql, { refused: [refused] })).toMatchObject({
      soql: 'SELECT Id FROM Opportunity',
      hiddenFields: [hidden],
    });
  });

  test('leaves out and reports the fields of an object that is closed', () => {
    const soql = 'SELECT Id, (SELECT Quantity, Product2.Name FROM OpportunityLineItems) FROM Opportunity';
    expect(fit(soql, { isReadable: (field) => !field.startsWith('Product2.') })).toMatchObject({
      soql: 'SELECT Id, (SELECT Quantity FROM OpportunityLineItems) FROM Opportunity',
      hiddenFields: ['Product2.Name'],
    });
  });

  test('is not sorted by what is hidden or missing', () => {
    const rows = (order: string) =>
      `SELECT Id, (SELECT Role FROM OpportunityContactRoles ORDER BY ${order} LIMIT 5) FROM Opportunity`;
    const fitted = fit(rows('IsPrimary DESC, Gone__c, Id ASC'), {
      refused: ['OpportunityContactRole.IsPrimary'],
    });
    expect(fitted).toMatchObject({ soql: rows('Id ASC'), hiddenFields: [] });
  });

  test('leaves out and reports rows that are chosen by what is hidden', () => {
    const soql =
      "SELECT Id, (SELECT Name FROM Opportunities WHERE (NOT StageName LIKE 'x') AND Amount > 1 LIMIT 5) FROM Account";
    expect(fit(soql, { refused: ['Opportunity.Amount'] })).toMatchObject({
      soql: 'SELECT Id FROM Account',
      hiddenFields: ['Opportunity.Amount'],
    });
  });

  test('leaves out rows that are chosen by what the org does not have', () => {
    const soql = 'SELECT Id, (SELECT Name FROM Opportunities WHERE Gone__c = 1) FROM Account';
    expect(fit(soql)).toMatchObject({ soql: 'SELECT Id FROM Account', hiddenFields: [] });
  });

  test('tells what it was asked for, whatever is read of it', () => {
    const soql =
      'SELECT Id, Amount, Gone__c, Account.Name, (SELECT Role FROM OpportunityContactRoles) FROM Opportunity';
    expect(fit(soql, { refused: ['Opportunity.Amount'] }).selectedFields).toEqual([
      'Id',
      'Amount',
      'Gone__c',
      'Account.Name',
      'OpportunityContactRoles.Role',
    ]);
  });
});

test('a record is written as Apex writes it: without nulls, at any depth', () => {
  const record = {
    Id: '006',
    Amount: 0,
    IsWon: false,
    NextStep: null,
    Account: { Name: 'A', Industry: null },
    Contacts: { totalSize: 1, done: true, records: [{ Name: 'H', Title: null }] },
    Tasks: null,
  };
  expect(asApexJson(record)).toEqual({
    Id: '006',
    Amount: 0,
    IsWon: false,
    Account: { Name: 'A' },
    Contacts: { totalSize: 1, done: true, records: [{ Name: 'H' }] },
  });
});
