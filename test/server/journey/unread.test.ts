import { expect, test } from '@jest/globals';
import { factSourceSchema, readRowsOf } from '../../../server/journey/index.ts';
import { factSource } from '../../support/content.ts';

const rows = [
  factSource('dealType', 'Type'),
  factSource('industry', 'Account.Industry'),
  factSource('buyerRole', 'OpportunityContactRoles.Role'),
  factSource('industry', 'Industry', { sobject: 'Account' }),
].map((row) => factSourceSchema.parse(row));
const configuration = { factSources: rows, stageMap: [] };

test('rows whose field the org does not ask for are left out and named', () => {
  const { configuration: read, unread } = readRowsOf(configuration, 'Opportunity', [
    'Id',
    'TYPE',
    'OpportunityContactRoles.Role',
  ]);
  expect(unread).toEqual(['Account.Industry']);
  expect(read.factSources).toEqual([rows[0], rows[2], rows[3]]);
});

test('what is asked for in any case leaves the published configuration as it is', () => {
  const selected = ['Id', 'type', 'account.industry', 'opportunitycontactroles.role'];
  expect(readRowsOf(configuration, 'Opportunity', selected)).toEqual({ configuration, unread: [] });
  expect(readRowsOf(configuration, 'Opportunity', selected).configuration).toBe(configuration);
});

test('an org that does not tell reads every row', () => {
  expect(readRowsOf(configuration, 'Opportunity', undefined).configuration).toBe(configuration);
});

test('the next request of the org gets the very same rows, whose preparation is kept; another query its own', () => {
  const read = () => readRowsOf(configuration, 'Opportunity', ['Id', 'Type']).configuration;
  expect(read()).toBe(read());
  const other = readRowsOf(configuration, 'Opportunity', ['Id', 'Account.Industry']);
  expect(other.unread).toEqual(['Type', 'OpportunityContactRoles.Role']);
  expect(readRowsOf(configuration, 'Account', ['Id', 'Type']).unread).toEqual(['Industry']);
});
