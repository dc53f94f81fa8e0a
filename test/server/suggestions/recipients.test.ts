import { describe, expect, it } from '@jest/globals';
import { recipientsOf } from '../../../server/suggestions/recipients.ts';

const role = (Name: string, Email: string | null, IsPrimary = false) => ({
  attributes: { type: 'OpportunityContactRole' },
  IsPrimary,
  Contact: { Name, FirstName: Name.split(' ')[0], Email },
});

const roles = (...records: unknown[]) => ({
  OpportunityContactRoles: { totalSize: records.length, records },
});

describe('recipients of a share', () => {
  it('puts the primary contact first and keeps the order of the others', () => {
    const found = recipientsOf(
      roles(role('Tom Weber', 't@b.example'), role('Helena Brandt', 'h@b.example', true)),
    );
    expect(found).toEqual([
      { name: 'Helena Brandt', givenName: 'Helena', email: 'h@b.example' },
      { name: 'Tom Weber', givenName: 'Tom', email: 't@b.example' },
    ]);
  });

  it('leaves out people whose address is blank, hidden or none', () => {
    const hidden = { Contact: { Name: 'Ute Klein' } };
    expect(recipientsOf(roles(role('Jana Adam', null), hidden, role('No Mail', 'nowhere'), null))).toEqual(
      [],
    );
  });

  it('takes the contacts of an account, by full name where there is no first name', () => {
    const record = { Name: 'Okafor', Email: 'o@b.example' };
    expect(recipientsOf({ Contacts: { records: [record] } })).toEqual([
      { name: 'Okafor', givenName: 'Okafor', email: 'o@b.example' },
    ]);
  });

  it('names ten people at most', () => {
    const many = Array.from({ length: 30 }, (_, n) => role(`Person ${n}`, `p${n}@b.example`));
    expect(recipientsOf(roles(...many))).toHaveLength(10);
  });

  it('has nobody for a record without people', () => {
    expect(recipientsOf({ OpportunityContactRoles: null })).toEqual([]);
  });
});
