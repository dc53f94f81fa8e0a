import { z } from 'zod';
import { type DealFacts, type NumericFact, numericFacts } from './deal-facts.ts';
import { type Fields, numberField, parentOf, type SignedRecord, textField } from './record.ts';

/**
 * What one unit of corporate currency is in each other currency, as Salesforce's `CurrencyType.ConversionRate`.
 * Absent: the organisation has one currency.
 */
export type Currencies = {
  readonly corporate: string;
  readonly rates: Readonly<Record<string, number>>;
};

/** Money in corporate currency; `undefined` when the rate of its currency is not known. */
const inCorporateCurrency = (record: Fields, name: string, currencies?: Currencies): number | undefined => {
  const amount = numberField(record, name);
  const code = textField(record, 'CurrencyIsoCode');
  if (amount === undefined || !currencies || code === undefined || code === currencies.corporate)
    return amount;
  const rate = Object.hasOwn(currencies.rates, code) ? currencies.rates[code] : undefined;
  return rate === undefined || rate <= 0 ? undefined : amount / rate;
};

const civilDate = z.iso.date();

const dayMs = 86_400_000;

/** Both are taken as days of UTC, which all have 24 hours: every request asks this, and a calendar library takes longer. */
const daysUntil = (date: string | undefined, today: string): number | undefined => {
  const civil = civilDate.safeParse(date?.slice(0, 10));
  return civil.success ? (Date.parse(civil.data) - Date.parse(today)) / dayMs : undefined;
};

/** The numbers that rules put ranges on. `today` is a civil date in the user's zone; nothing unknown is listed. */
export const readNumbers = (
  { sobject, fields }: SignedRecord,
  today: string,
  currencies?: Currencies,
): DealFacts['numbers'] => {
  const isAccount = sobject === 'Account';
  const account: Fields = isAccount ? fields : (parentOf(fields, 'Account') ?? {});
  const read: Readonly<Record<NumericFact, number | undefined>> = {
    amount: isAccount ? undefined : inCorporateCurrency(fields, 'Amount', currencies),
    probability: isAccount ? undefined : numberField(fields, 'Probability'),
    daysToClose: isAccount ? undefined : daysUntil(textField(fields, 'CloseDate'), today),
    employees: numberField(account, 'NumberOfEmployees'),
    annualRevenue: inCorporateCurrency(account, 'AnnualRevenue', currencies),
  };
  const known: Partial<Record<NumericFact, number>> = {};
  for (const name of numericFacts) if (read[name] !== undefined) known[name] = read[name];
  return known;
};
