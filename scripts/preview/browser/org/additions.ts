import { z } from 'zod/mini';
import { describe } from './describe.ts';
import type { PageRecord } from './record.ts';
import { query, updateRecord, type Fields } from './rest.ts';
import { containing, quoted } from './soql.ts';

/** What can be picked in the first step of an "Add …" dialog. */
export type Candidate = { id: string; name: string; detail: string; values: Fields };

/** One column to fill in per picked row in the second step. */
export type Entry = {
  field: string;
  label: string;
  input: 'picklist' | 'number' | 'radio';
  options: { label: string; value: string }[];
};

/** An "Add …" dialog: pick rows, fill in a few values for each, save one record for each. */
export type Addition = {
  noun: string;
  sobject: string;
  find: (text: string) => Promise<Candidate[]>;
  entries: () => Promise<Entry[]>;
  fixed: Fields;
  /** The new record's field that takes the picked row's id. */
  picked: string;
  /** Runs before the first record is written. */
  prepare: () => Promise<unknown>;
  /** Where a new row can be made on the way: the object and its account. */
  newContactFor: string | null;
};

const contact = z.object({
  Id: z.string(),
  Name: z.string(),
  Title: z.nullish(z.string()),
  Account: z.nullish(z.object({ Name: z.nullish(z.string()) })),
});

export function addContactRoles(record: PageRecord): Addition {
  const accountId = record.values.get('AccountId');
  const ofAccount = typeof accountId === 'string' ? `AccountId = ${quoted(accountId)}` : null;
  return {
    noun: 'contact',
    sobject: 'OpportunityContactRole',
    fixed: { OpportunityId: record.id },
    picked: 'ContactId',
    prepare: () => Promise.resolve(),
    newContactFor: typeof accountId === 'string' ? accountId : null,
    async find(text) {
      const condition = text === '' ? ofAccount : nameLike(text);
      const rows = await query(
        `SELECT Id, Name, Title, Account.Name FROM Contact ${condition === null ? '' : `WHERE ${condition}`} ORDER BY Name LIMIT 50`,
        contact,
      );
      return rows.map(({ Id, Name, Title, Account }) => ({
        id: Id,
        name: Name,
        detail: [Title, Account?.Name].filter(Boolean).join(', '),
        values: { Role: null, IsPrimary: false },
      }));
    },
    async entries() {
      const role = (await describe('OpportunityContactRole')).fields.get('Role');
      return [
        { field: 'Role', label: 'Role', input: 'picklist', options: [none, ...(role?.picklistValues ?? [])] },
        { field: 'IsPrimary', label: 'Primary', input: 'radio', options: [] },
      ];
    },
  };
}

const none = { label: '--None--', value: '' };

const nameLike = (text: string): string => `Name LIKE ${containing(text)}`;

const priceBookEntry = z.object({
  Id: z.string(),
  Name: z.string(),
  UnitPrice: z.number(),
  Pricebook2Id: z.string(),
  Product2: z.nullish(z.object({ Family: z.nullish(z.string()) })),
});

export function addProducts(record: PageRecord): Addition {
  let priceBook: string | undefined;
  return {
    noun: 'product',
    sobject: 'OpportunityLineItem',
    fixed: { OpportunityId: record.id },
    picked: 'PricebookEntryId',
    newContactFor: null,
    async find(text) {
      const rows = await query(
        `SELECT Id, Name, UnitPrice, Pricebook2Id, Product2.Family FROM PricebookEntry WHERE IsActive = true AND CurrencyIsoCode = ${quoted(record.currency)}${
          text === '' ? '' : ` AND ${nameLike(text)}`
        } ORDER BY Name LIMIT 50`,
        priceBookEntry,
      );
      priceBook ??= rows[0]?.Pricebook2Id;
      return rows
        .filter((row) => row.Pricebook2Id === priceBook)
        .map(({ Id, Name, UnitPrice, Product2 }) => ({
          id: Id,
          name: Name,
          detail: Product2?.Family ?? '',
          values: { Quantity: 1, UnitPrice },
        }));
    },
    entries: () =>
      Promise.resolve([
        { field: 'Quantity', label: 'Quantity', input: 'number', options: [] },
        { field: 'UnitPrice', label: 'Sales Price', input: 'number', options: [] },
      ]),
    prepare: () =>
      priceBook === undefined
        ? Promise.resolve()
        : updateRecord('Opportunity', record.id, { Pricebook2Id: priceBook }),
  };
}
