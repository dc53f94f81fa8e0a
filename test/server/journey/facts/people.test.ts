import { describe, expect, test } from '@jest/globals';
import { readFacts } from '../../../../server/journey/index.ts';
import { aContact, aContactRole, anAccount, anOpportunity, aSource, rows } from '../../../support/records.ts';

const buyer = {
  value: 'economicBuyer',
  label: 'Economic buyer',
  write: 'Economic Buyer',
  from: ['Economic Buyer'],
};
const values = [
  { ...buyer, matches: ['CFO', 'chief financial officer', 'head of finance'] },
  {
    value: 'procurement',
    label: 'Procurement',
    matches: ['procurement', 'head of procurement', 'Einkäuferin'],
  },
  { value: 'executive', label: 'Executive', matches: ['officer', 'CEO'] },
];
const role = aSource({
  dimension: 'buyerRole',
  path: 'OpportunityContactRoles.Role',
  writable: true,
  values,
});

const factsOf = (...roles: Record<string, unknown>[]) =>
  readFacts(
    anOpportunity({ OpportunityContactRoles: rows(...roles) }),
    { factSources: [role], stageMap: [] },
    '2026-11-22',
  );
const titled = (Title: string | null) =>
  aContactRole(1, { Name: 'Helena Brandt', FirstName: 'Helena', Title });
const rolesOf = (title: string | null) =>
  factsOf(titled(title)).dimensions.buyerRole.values.map(({ value }) => value);

describe('a blank role is read from the title', () => {
  test.each([
    ['CFO', ['economicBuyer']],
    ['Chief Financial Officer', ['economicBuyer']],
    ['chief  financial-officer, EMEA', ['economicBuyer']],
    ['Interim CFO & Head of Procurement', ['economicBuyer', 'procurement']],
    ['Einkäuferin', ['procurement']],
    ['CFOO', []],
    ['Scfo', []],
    ['Office manager', []],
    ['', []],
    [null, []],
  ])('%j means %j', (title, expected) => {
    expect(rolesOf(title)).toEqual(expected);
  });

  test('it says so, names the person and offers the role to be confirmed', () => {
    const { buyerRole } = factsOf(titled('CFO')).dimensions;
    expect(buyerRole.state).toBe('readFromTitle');
    expect(buyerRole.values).toEqual([
      { value: 'economicBuyer', label: 'Economic buyer', about: 'Helena', title: 'CFO', readFromText: true },
    ]);
    expect(buyerRole.fills).toMatchObject([
      {
        sobject: 'OpportunityContactRole',
        recordId: '00K000000000001AAA',
        field: 'Role',
        suggested: 'economicBuyer',
      },
    ]);
  });

  test('a title of its own row of the table is read the same way', () => {
    const title = aSource({ dimension: 'buyerRole', path: 'Contacts.Title', sobject: 'Account', values });
    const contacts = rows(
      aContact(1, { Name: 'Ute', Title: 'CFO' }),
      aContact(2, { Name: 'Tom', Title: 'Driver' }),
    );
    const facts = readFacts(
      anAccount({ Contacts: contacts }),
      { factSources: [title], stageMap: [] },
      '2026-11-22',
    );
    expect(facts.dimensions.buyerRole.values).toMatchObject([{ value: 'economicBuyer', about: 'Ute' }]);
  });
});

describe('a role that is given', () => {
  const tom = { Name: 'Tom Weiss', FirstName: 'Tom', Title: 'CFO' };

  test('goes before the title, is known and is not asked for', () => {
    const { buyerRole } = factsOf(aContactRole(1, tom, { Role: 'Procurement' })).dimensions;
    expect(buyerRole).toMatchObject({
      state: 'known',
      values: [{ value: 'procurement', about: 'Tom' }],
      fills: [],
    });
  });

  test('is told by the title only where the title means the same', () => {
    const roles = (Role: string) => factsOf(aContactRole(1, tom, { Role })).dimensions.buyerRole.values;
    expect(roles('Economic Buyer')).toMatchObject([{ value: 'economicBuyer', title: 'CFO' }]);
    expect(roles('Procurement')[0]).not.toHaveProperty('title');
  });

  test('that the table does not name is itself the value', () => {
    const { buyerRole } = factsOf(aContactRole(1, tom, { Role: 'Works council' })).dimensions;
    expect(buyerRole.values).toMatchObject([{ value: 'Works council', about: 'Tom' }]);
  });

  test('counts for each person: one given, one read, one still asked for', () => {
    const { buyerRole } = factsOf(
      aContactRole(1, tom, { Role: 'Procurement' }),
      aContactRole(2, { Name: 'Helena Brandt', Title: 'CFO' }),
      aContactRole(3, { Name: 'Jo' }),
    ).dimensions;
    expect(buyerRole.state).toBe('known');
    expect(buyerRole.values.map(({ value, about }) => [value, about])).toEqual([
      ['procurement', 'Tom'],
      ['economicBuyer', 'Helena Brandt'],
    ]);
    expect(buyerRole.fills.map(({ about, suggested }) => [about, suggested])).toEqual([
      ['Helena Brandt', 'economicBuyer'],
      ['Jo', undefined],
    ]);
  });
});

test('the primary contact comes first, then whoever joined last', () => {
  const joined = (number: number, Name: string, day: string, IsPrimary = false) =>
    aContactRole(
      number,
      { Name, Title: 'CFO' },
      { CreatedDate: `2026-11-${day}T08:00:00.000+0000`, IsPrimary },
    );
  const { dimensions } = factsOf(
    joined(1, 'Early', '01'),
    joined(2, 'Late', '21'),
    joined(3, 'Primary', '10', true),
  );
  expect(dimensions.buyerRole.values.map(({ about }) => about)).toEqual(['Primary', 'Late', 'Early']);
});

test('a contact role whose contact may not be read is nobody', () => {
  const { dimensions } = factsOf({ ...titled('CFO'), Contact: null });
  expect(dimensions.buyerRole.state).toBe('unknown');
});
