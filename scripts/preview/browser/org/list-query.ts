import { containing, quoted } from './soql.ts';

/** The rows of a list view that are asked for at once. */
export const pageSize = 200;

/** SOQL can not skip more rows than this. */
const maxOffset = 2000;

export type ListQuery = {
  sobject: string;
  /** Paths to select, `Account.Name`. */
  fields: readonly string[];
  /** Paths in which `text` is looked for. */
  searched: readonly string[];
  text: string;
  /** Only this user's rows. */
  ownerId: string | undefined;
  sortedBy: string;
  direction: 'asc' | 'desc';
  /** Rows that are there already. */
  offset: number;
};

/** Whether there may be rows behind `offset`: the page before it was full, and SOQL reaches that far. */
export const mayHaveMore = (lastPage: number, offset: number): boolean =>
  lastPage === pageSize && offset <= maxOffset;

/** The SOQL of one page of a list view. */
export function listSoql(list: ListQuery): string {
  const { sobject, fields, searched, text, ownerId, sortedBy, direction, offset } = list;
  const conditions = [
    ...(ownerId === undefined ? [] : [`OwnerId = ${quoted(ownerId)}`]),
    ...(text === '' ? [] : [`(${searched.map((path) => `${path} LIKE ${containing(text)}`).join(' OR ')})`]),
  ];
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const columns = [...new Set(['Id', ...fields])].join(', ');
  return `SELECT ${columns} FROM ${sobject}${where} ORDER BY ${sortedBy} ${direction} NULLS LAST, Id LIMIT ${pageSize} OFFSET ${offset}`;
}
