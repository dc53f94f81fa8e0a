import { recordPath } from './navigate.ts';
import { valueAt } from './related-lists.ts';
import type { FieldValue } from './rest.ts';

/** A column of a list view, as `lightning-datatable` takes it, and the SOQL behind it. */
export type ListColumn = {
  fieldName: string;
  label: string;
  type: 'url' | 'text' | 'currency' | 'date-local';
  sortable: true;
  sortBy: string;
  fields: readonly string[];
  typeAttributes?: Readonly<Record<string, unknown>>;
  initialWidth?: number;
};

export type ListRow = Record<string, FieldValue>;

const link = (key: string, label: string, path: string, fields: readonly string[]): ListColumn => ({
  fieldName: `${key}Path`,
  label,
  type: 'url',
  sortable: true,
  sortBy: path,
  fields,
  typeAttributes: { label: { fieldName: path }, tooltip: { fieldName: path }, target: '_self' },
});

/** As Salesforce's list views write it: 12/15/2026. */
const date = (path: string, label: string): ListColumn => ({
  ...plain(path, label, 'date-local'),
  initialWidth: 120,
  typeAttributes: { year: 'numeric', month: 'numeric', day: 'numeric' },
});

const plain = (path: string, label: string, type: ListColumn['type'] = 'text'): ListColumn => ({
  fieldName: path,
  label,
  type,
  sortable: true,
  sortBy: path,
  fields: [path],
});

const currency = (path: string, label: string): ListColumn => ({
  ...plain(path, label, 'currency'),
  initialWidth: 130,
  fields: [path, 'CurrencyIsoCode'],
  typeAttributes: { currencyCode: { fieldName: 'CurrencyIsoCode' }, maximumFractionDigits: 0 },
});

const columns: ReadonlyMap<string, readonly ListColumn[]> = new Map([
  [
    'Opportunity',
    [
      link('self', 'Opportunity Name', 'Name', ['Name']),
      link('account', 'Account Name', 'Account.Name', ['Account.Id', 'Account.Name']),
      currency('Amount', 'Amount'),
      date('CloseDate', 'Close Date'),
      plain('StageName', 'Stage'),
      plain('Owner.Name', 'Owner'),
    ],
  ],
  [
    'Account',
    [
      link('self', 'Account Name', 'Name', ['Name']),
      plain('Industry', 'Industry'),
      plain('BillingCountry', 'Billing Country'),
      plain('Type', 'Type'),
      plain('Owner.Name', 'Owner'),
    ],
  ],
]);

/** @throws Error for an object without a list view. */
export function columnsOf(sobject: string): readonly ListColumn[] {
  const found = columns.get(sobject);
  if (!found)
    throw new Error(
      `${sobject} has no list view here. List views exist for ${[...columns.keys()].join(' and ')}.`,
    );
  return found;
}

/** The paths of the columns that hold text: what a search in the list looks at. */
export const searchedOf = (shown: readonly ListColumn[]): string[] =>
  shown.filter(({ type }) => type === 'text' || type === 'url').map(({ sortBy }) => sortBy);

/** Flattens a row for the table: `Account.Name` is a key of its own. */
export function rowOf(row: Record<string, unknown>, shown: readonly ListColumn[], path: string): ListRow {
  const accountId = valueAt(row, 'Account.Id');
  return {
    id: valueAt(row, 'Id'),
    selfPath: path,
    accountPath: typeof accountId === 'string' ? recordPath('Account', accountId) : null,
    ...Object.fromEntries(shown.flatMap(({ fields }) => fields.map((field) => [field, valueAt(row, field)]))),
  };
}
