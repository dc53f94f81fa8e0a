import { field, type Fields, parentOf, sobjectOf, textField } from './record.ts';

/** Somebody on the customer's side who plays a part in the deal, or works at the account. */
export type Person = {
  readonly givenName: string;
  readonly title: string | undefined;
};

/** The person behind an OpportunityContactRole or a Contact; `undefined` for rows that are about nobody. */
export const personOf = (row: Fields): Person | undefined => {
  const contact = parentOf(row, 'Contact') ?? (sobjectOf(row) === 'Contact' ? row : undefined);
  const name = contact && textField(contact, 'Name');
  if (!contact || name === undefined) return undefined;
  return { givenName: textField(contact, 'FirstName') ?? name, title: textField(contact, 'Title') };
};

const joined = (row: Fields): string => textField(row, 'CreatedDate') ?? '';

/** Primary first, then whoever joined last. */
export const byImportance = (a: Fields, b: Fields): number =>
  Number(field(b, 'IsPrimary') === true) - Number(field(a, 'IsPrimary') === true) ||
  (joined(a) < joined(b) ? 1 : joined(a) > joined(b) ? -1 : 0);
