import { describe, expect, test } from '@jest/globals';
import { type FactSource, readFacts } from '../../../../server/journey/index.ts';
import { anAccount, anOpportunity, aSource, rows } from '../../../support/records.ts';

const challengeOf = (record: Record<string, unknown>, ...factSources: FactSource[]) =>
  readFacts(record, { factSources, stageMap: [] }, '2026-11-22').dimensions.challenge;
const valuesOf = (...args: Parameters<typeof challengeOf>) =>
  challengeOf(...args).values.map(({ value }) => value);

const cost = { value: 'cost', label: 'Cost of it', from: ['Efficiency'], write: 'Costs' };

describe('what a field means', () => {
  test.each(['cost', ' COST ', 'cost of it', 'efficiency', 'Costs'])(
    '%j is the value that the table calls cost',
    (raw) => {
      const fact = challengeOf(anOpportunity({ Pain__c: raw }), aSource({ path: 'Pain__c', values: [cost] }));
      expect(fact).toMatchObject({ state: 'known', values: [{ value: 'cost', label: 'Cost of it' }] });
    },
  );

  test('a value that the table does not name is itself the value', () => {
    const fact = challengeOf(
      anOpportunity({ Pain__c: ' Churn ' }),
      aSource({ path: 'Pain__c', values: [cost] }),
    );
    expect(fact).toMatchObject({ state: 'known', values: [{ value: 'Churn', label: 'Churn' }] });
  });

  test('a multi-select field has several values', () => {
    expect(
      valuesOf(anOpportunity({ Pain__c: 'Costs; Churn;' }), aSource({ path: 'Pain__c', values: [cost] })),
    ).toEqual(['cost', 'Churn']);
  });

  test.each([
    [99, ['small']],
    [100, ['large']],
    [0, []],
    [null, []],
  ])('ranges are half-open: %p employees mean %j', (employees, expected) => {
    const values = [
      { value: 'small', label: 'Small', range: { min: 1, max: 100 } },
      { value: 'large', label: 'Large', range: { min: 100 } },
    ];
    const record = anOpportunity({ Account: { NumberOfEmployees: employees } });
    expect(valuesOf(record, aSource({ path: 'Account.NumberOfEmployees', values }))).toEqual(expected);
  });

  test('the first row in order that holds a value wins', () => {
    const sources = [aSource({ path: 'Second__c', order: 2 }), aSource({ path: 'First__c', order: 1 })];
    expect(valuesOf(anOpportunity({ First__c: 'a', Second__c: 'b' }), ...sources)).toEqual(['a']);
    expect(valuesOf(anOpportunity({ First__c: ' ', Second__c: 'b' }), ...sources)).toEqual(['b']);
  });

  test('every row of a sub-query gives its value, each once', () => {
    const line = (name: string | null) => ({ Product2: { Name: name } });
    const record = anOpportunity({
      OpportunityLineItems: rows(line('Lift'), line(null), line('Lift'), line('Crane')),
    });
    expect(valuesOf(record, aSource({ path: 'OpportunityLineItems.Product2.Name' }))).toEqual([
      'Lift',
      'Crane',
    ]);
  });

  test('API names are found whatever their case', () => {
    const record = anOpportunity({ Account: { Industry: 'Banking' } });
    expect(valuesOf(record, aSource({ path: 'account.INDUSTRY' }))).toEqual(['Banking']);
  });

  test('rows of the other object do not count', () => {
    const source = aSource({ path: 'Industry', sobject: 'Account' });
    expect(valuesOf(anOpportunity({ Industry: 'Banking' }), source)).toEqual([]);
    expect(valuesOf(anAccount({ Industry: 'Banking' }), source)).toEqual(['Banking']);
  });
});

describe('what may be filled in', () => {
  const writable = aSource({
    path: 'Pain__c',
    writable: true,
    values: [cost, { value: 'churn', label: 'Churn' }],
  });

  test('a blank field that the table lets be written, with what to write', () => {
    expect(challengeOf(anOpportunity(), writable).fills).toEqual([
      {
        sobject: 'Opportunity',
        recordId: '006000000000001AAA',
        field: 'Pain__c',
        options: [
          { value: 'cost', label: 'Cost of it', write: 'Costs' },
          { value: 'churn', label: 'Churn', write: 'Churn' },
        ],
      },
    ]);
  });

  test('a field of the account names the account', () => {
    const source = aSource({ path: 'Account.Pain__c', writable: true, values: [cost] });
    const account = anAccount({ Pain__c: null });
    expect(challengeOf(anOpportunity({ Account: account }), source).fills).toMatchObject([
      { sobject: 'Account', recordId: '001000000000001AAA', field: 'Pain__c' },
    ]);
    expect(challengeOf(anOpportunity({ Account: null }), source).fills).toEqual([]);
  });

  test('nothing that is known, read-only or without values to choose from', () => {
    expect(challengeOf(anOpportunity({ Pain__c: 'x' }), writable).fills).toEqual([]);
    expect(challengeOf(anOpportunity(), aSource({ path: 'Pain__c', values: [cost] })).fills).toEqual([]);
    expect(challengeOf(anOpportunity(), aSource({ path: 'Pain__c', writable: true })).fills).toEqual([]);
  });
});
