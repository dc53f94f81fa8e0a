import type { Person } from './deal-facts.ts';
import {
  childrenOf,
  field,
  type Fields,
  parentOf,
  type SignedRecord,
  sobjectOf,
  textField,
} from './record.ts';

/** The person behind an OpportunityContactRole or a Contact; `undefined` for rows that are about nobody. */
export const personOf = (row: Fields): Person | undefined => {
  const nested = parentOf(row, 'Contact');
  const contact = nested ?? (sobjectOf(row) === 'Contact' ? row : undefined);
  const name = contact && textField(contact, 'Name');
  if (!contact || name === undefined) return undefined;
  const optional = {
    contactId: textField(contact, 'Id'),
    recordId: textField(row, 'Id'),
    title: textField(contact, 'Title'),
    role: nested ? textField(row, 'Role') : undefined,
  };
  return {
    name,
    givenName: textField(contact, 'FirstName') ?? name,
    isPrimary: field(row, 'IsPrimary') === true,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
};

const joined = (row: Fields): string => textField(row, 'CreatedDate') ?? '';

/** Primary first, then whoever joined last. */
export const byImportance = (a: Fields, b: Fields): number =>
  Number(field(b, 'IsPrimary') === true) - Number(field(a, 'IsPrimary') === true) ||
  (joined(a) < joined(b) ? 1 : joined(a) > joined(b) ? -1 : 0);

/** Everybody who plays a part in the deal, or works at the account. */
export const readPeople = (record: SignedRecord): readonly Person[] => {
  const rows =
    childrenOf(record, record.attributes.type === 'Account' ? 'Contacts' : 'OpportunityContactRoles') ?? [];
  return rows.toSorted(byImportance).flatMap((row) => personOf(row) ?? []);
};
