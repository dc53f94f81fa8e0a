import type { OrderByClause, WhereClause } from '@jetstreamapp/soql-parser-js';

/** Paths of the fields that a WHERE clause compares, as they are written. */
export function comparedFields(where: WhereClause | undefined): string[] {
  if (!where) return [];
  const condition = where.left;
  const own = condition && 'field' in condition ? [condition.field] : [];
  return [...own, ...('right' in where ? comparedFields(where.right) : [])];
}

/** The path that rows are sorted by; `undefined` for a function. */
export const sortedField = (clause: OrderByClause): string | undefined =>
  'field' in clause ? clause.field : undefined;
