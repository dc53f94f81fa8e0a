import type { Temporal } from 'temporal-polyfill';
import { at } from './calendar.ts';
import { type Account, contactKey, userKey } from './deals/accounts.ts';
import { randomFor } from './random.ts';
import { type FieldValue, ref, type Write } from './timeline.ts';
import { emailOf, type Person } from './world/people.ts';

/** A second record of the same company, as somebody makes it who did not look. */
export const DUPLICATE = {
  key: 'account:duplicate',
  name: 'Brunner Logistik GmbH & Co. KG',
  owner: 'tobias.kern',
} as const;

const PHONE_CODES: Readonly<Record<string, string>> = {
  Germany: '+49',
  Austria: '+43',
  Switzerland: '+41',
  'United Kingdom': '+44',
};

function accountFields(
  { company, owner, currency }: Account,
  isCustomer: boolean,
): Record<string, FieldValue> {
  const random = randomFor(`account fields ${company.name}`);
  return {
    Name: company.name,
    OwnerId: ref(userKey(owner)),
    Type: isCustomer ? 'Customer - Direct' : 'Prospect',
    BillingCity: company.city,
    BillingCountry: random.chance(0.05) ? null : company.country,
    Industry: random.chance(0.08) ? null : company.industry,
    NumberOfEmployees: random.chance(0.09) ? null : company.employees,
    AnnualRevenue: random.chance(0.45)
      ? company.employees * random.int(88, 170) * 1000 + random.int(0, 999)
      : null,
    CurrencyIsoCode: currency,
  };
}

function contactFields(account: Account, person: Person, index: number): Record<string, FieldValue> {
  const random = randomFor(`contact ${account.company.name} ${index}`);
  const code = PHONE_CODES[account.company.country];
  return {
    AccountId: ref(account.key),
    OwnerId: ref(userKey(account.owner)),
    FirstName: person.first,
    LastName: person.last,
    Title: random.chance(0.12) ? null : person.title,
    Email: random.chance(0.1) ? null : emailOf(person, account.company.name),
    Phone:
      code && random.chance(0.6)
        ? `${code} ${random.int(200, 989)} ${random.int(10_000, 99_999)}${random.int(10, 99)}`
        : null,
  };
}

/** Accounts and contacts, all there on the first day. `customers` are the accounts that have bought by now. */
export function accountWrites(
  accounts: readonly Account[],
  customers: ReadonlySet<string>,
  firstDay: Temporal.PlainDate,
): Write[] {
  const moment = at(firstDay, 7);
  const made = accounts.flatMap((account) => {
    const by = userKey(account.owner);
    const write = (sobject: string, key: string, fields: Record<string, FieldValue>): Write => ({
      at: moment,
      by,
      operation: 'create',
      sobject,
      key,
      fields,
    });
    return [
      write('Account', account.key, accountFields(account, account.customer || customers.has(account.key))),
      ...account.people.map((person, index) =>
        write('Contact', contactKey(account, index), contactFields(account, person, index)),
      ),
    ];
  });
  const owner = userKey(DUPLICATE.owner);
  const fields = {
    Name: DUPLICATE.name,
    OwnerId: ref(owner),
    BillingCountry: 'Deutschland',
    CurrencyIsoCode: 'EUR',
    Type: 'Prospect',
  };
  return [
    ...made,
    { at: moment, by: owner, operation: 'create', sobject: 'Account', key: DUPLICATE.key, fields },
  ];
}
