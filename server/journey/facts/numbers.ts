import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { DealFacts } from './deal-facts.ts';
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

const daysUntil = (date: string | undefined, today: string): number | undefined => {
  const civil = z.iso.date().safeParse(date?.slice(0, 10));
  if (!civil.success) return undefined;
  return Temporal.PlainDate.from(today).until(civil.data, {
    largestUnit: 'day',
  }).days;
};

/** The numbers that rules put ranges on. `today` is a civil date in the user's zone; nothing unknown is listed. */
export const readNumbers = (
  record: SignedRecord,
  today: string,
  currencies?: Currencies,
): DealFacts['numbers'] => {
  const isAccount = record.attributes.type === 'Account';
  const account: Fields = isAccount ? record : (parentOf(record, 'Account') ?? {});
  const found = {
    amount: isAccount ? undefined : inCorporateCurrency(record, 'Amount', currencies),
    probability: isAccount ? undefined : numberField(record, 'Probability'),
    daysToClose: isAccount ? undefined : daysUntil(textField(record, 'CloseDate'), today),
    employees: numberField(account, 'NumberOfEmployees'),
    annualRevenue: inCorporateCurrency(account, 'AnnualRevenue', currencies),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
};
