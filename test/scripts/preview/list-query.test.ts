import { describe, expect, it } from '@jest/globals';
import {
  type ListQuery,
  listSoql,
  mayHaveMore,
  pageSize,
} from '../../../scripts/preview/browser/org/list-query.ts';
import { containing, quoted } from '../../../scripts/preview/browser/org/soql.ts';

const list: ListQuery = {
  sobject: 'Opportunity',
  fields: ['Name', 'Account.Name', 'Name'],
  searched: ['Name', 'Account.Name'],
  text: '',
  ownerId: undefined,
  sortedBy: 'Name',
  direction: 'asc',
  offset: 0,
};

describe('the query of a list view', () => {
  it('asks for one page, in an order in which no row comes twice', () => {
    expect(listSoql({ ...list, offset: 200 })).toBe(
      'SELECT Id, Name, Account.Name FROM Opportunity ORDER BY Name asc NULLS LAST, Id LIMIT 200 OFFSET 200',
    );
  });

  it('looks for a text in every column of text, among the own rows if these are asked for', () => {
    const soql = listSoql({ ...list, text: 'vans', ownerId: '005A' });
    expect(soql).toContain(
      " WHERE OwnerId = '005A' AND (Name LIKE '%vans%' OR Account.Name LIKE '%vans%') ORDER BY ",
    );
  });

  it('ends where a page was not full, and where SOQL skips no further', () => {
    expect(mayHaveMore(pageSize, pageSize)).toBe(true);
    expect(mayHaveMore(pageSize - 1, 2 * pageSize - 1)).toBe(false);
    expect(mayHaveMore(0, pageSize)).toBe(false);
    expect(mayHaveMore(pageSize, 2200)).toBe(false);
  });
});

describe('texts in SOQL', () => {
  it('can not end their literal', () => {
    expect(quoted("O'Neil \\")).toBe("'O\\'Neil \\\\'");
  });

  it('are looked for as they are: percent and underscore stand for themselves', () => {
    expect(containing('100%_a')).toBe("'%100\\%\\_a%'");
  });
});
