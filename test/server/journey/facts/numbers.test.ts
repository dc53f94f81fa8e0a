import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Currencies, dimensions, readFacts } from '../../../../server/journey/index.ts';
import { aContactRole, anAccount, anOpportunity, aSource, aStage, rows } from '../../../support/records.ts';

const numbersOf = (record: Record<string, unknown>, currencies?: Currencies, today = '2026-11-22') =>
  readFacts(record, { factSources: [], stageMap: [], ...(currencies && { currencies }) }, today).numbers;

describe('numbers of a deal', () => {
  test('amount, probability, employees and revenue are read, blank ones are unknown', () => {
    const Account = anAccount({ NumberOfEmployees: 240, AnnualRevenue: null });
    expect(numbersOf(anOpportunity({ Amount: 0, Probability: 60, Account }))).toEqual({
      amount: 0,
      probability: 60,
      employees: 240,
    });
    expect(numbersOf(anAccount({ NumberOfEmployees: 12, AnnualRevenue: 1e6, Amount: 3 }))).toEqual({
      employees: 12,
      annualRevenue: 1e6,
    });
  });

  test.each([
    ['2026-11-22', 0],
    ['2026-11-23', 1],
    ['2027-02-28', 98],
    ['2026-11-01', -21],
  ])('a close date of %s is %p days away, over the change of clocks too', (CloseDate, days) => {
    expect(numbersOf(anOpportunity({ CloseDate }))).toEqual({ daysToClose: days });
  });

  test.each(['2026-02-30', 'soon', '', 20_261_122])('a close date of %j is unknown', (CloseDate) => {
    expect(numbersOf(anOpportunity({ CloseDate }))).toEqual({});
  });

  test('money is in corporate currency where the rate is known, else unknown', () => {
    const currencies = { corporate: 'EUR', rates: { USD: 1.25 } };
    const amount = (CurrencyIsoCode: string | null) => anOpportunity({ Amount: 500, CurrencyIsoCode });
    expect(numbersOf(amount('USD'), currencies)).toEqual({ amount: 400 });
    expect(numbersOf(amount('EUR'), currencies)).toEqual({ amount: 500 });
    expect(numbersOf(amount(null), currencies)).toEqual({ amount: 500 });
    expect(numbersOf(amount('GBP'), currencies)).toEqual({});
    expect(numbersOf(amount('toString'), currencies)).toEqual({});
    expect(numbersOf(amount('GBP'))).toEqual({ amount: 500 });
  });
});

describe('whatever is missing or odd', () => {
  const configuration = {
    factSources: [
      aSource({ path: 'Account.Industry', dimension: 'industry' }),
      aSource({ path: 'OpportunityContactRoles.Role', dimension: 'buyerRole', writable: true }),
      aSource({ path: 'OpportunityLineItems.Product2.Family', dimension: 'product' }),
    ],
    stageMap: [aStage()],
  };
  const whole = anOpportunity({
    Account: anAccount({ Industry: 'Banking', NumberOfEmployees: 3 }),
    RecordType: { DeveloperName: 'Renewal' },
    OpportunityContactRoles: rows(aContactRole(1, { Name: 'Ann', Title: 'CFO' })),
    OpportunityLineItems: rows({ Product2: { Family: 'Lifts' } }),
    CloseDate: '2026-12-31',
    Amount: 12,
  });

  test('facts are read and every dimension has a state', () => {
    const odd = fc.constantFrom(null, undefined, '', 0, false, [], {}, { records: [null, 7, {}] }, 'x');
    const blanks = fc.dictionary(
      fc.constantFrom(...Object.keys(whole).filter((key) => key !== 'Id' && key !== 'attributes')),
      odd,
    );
    fc.assert(
      fc.property(blanks, (blank) => {
        const facts = readFacts({ ...whole, ...blank }, configuration, '2026-11-22');
        for (const dimension of dimensions) {
          const { state, values } = facts.dimensions[dimension];
          expect(state === 'unknown').toBe(values.length === 0);
        }
      }),
    );
  });

  test.each([
    {},
    { attributes: { type: 'Lead' }, Id: '00Q000000000001AAA' },
    { ...whole, Id: "006' OR 1=1" },
  ])('what is neither an opportunity nor an account is refused (%#)', (record) => {
    expect(() => readFacts(record, configuration, '2026-11-22')).toThrow();
  });
});
