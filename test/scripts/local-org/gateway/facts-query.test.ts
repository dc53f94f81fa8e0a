import { describe, expect, test } from '@jest/globals';
import { asApexJson } from '../../../../scripts/local-org/gateway/apex-json.ts';
import { fitQuery, type Fitting } from '../../../../scripts/local-org/gateway/facts-query.ts';
import { buildCatalogue } from '../../../../scripts/local-org/schema/build.ts';

const catalogue = buildCatalogue({ files: () => [] });
const fit = (soql: string, fitting: Partial<Fitting> = {}) =>
  fitQuery({ catalogue, mayRead: () => true, refused: [], ...fitting }, soql);

describe('a query for record facts', () => {
  test('keeps fields, parents, children and conditions', () => {
    const soql =
      'SELECT Id, Account.Name, (SELECT Role, Contact.Title FROM OpportunityContactRoles ORDER BY CreatedDate LIMIT 50) FROM Opportunity WHERE Id = :recordId';
    expect(fit(soql)).toEqual({ soql, hiddenFields: [] });
  });

  test('leaves out what the org does not have without reporting it', () => {
    const soql = 'SELECT Id, Gone__c, Nobody__r.Name, (SELECT Id FROM Nobodies__r) FROM Opportunity';
    expect(fit(soql)).toEqual({ soql: 'SELECT Id FROM Opportunity', hiddenFields: [] });
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
    expect(fit(soql, { refused: [refused] })).toEqual({
      soql: 'SELECT Id FROM Opportunity',
      hiddenFields: [hidden],
    });
  });

  test('leaves out and reports the fields of an object that is closed', () => {
    const soql = 'SELECT Id, (SELECT Quantity, Product2.Name FROM OpportunityLineItems) FROM Opportunity';
    expect(fit(soql, { mayRead: (sobject) => sobject !== 'Product2' })).toEqual({
      soql: 'SELECT Id, (SELECT Quantity FROM OpportunityLineItems) FROM Opportunity',
      hiddenFields: ['Product2.Name'],
    });
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
