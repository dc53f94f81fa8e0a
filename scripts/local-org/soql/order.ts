import type { OrderByClause } from '@jetstreamapp/soql-parser-js';
import { sql } from 'kysely';
import { folded, type Sql } from '../database.ts';
import { isSortable } from '../schema/capabilities.ts';
import { type Compared, comparedField, isText } from './compared.ts';
import { aggregateFunction, dateFunction, groupingFunction, isAggregate } from './functions.ts';
import type { Scope } from './scope.ts';

/** `ORDER BY` items; nulls come first unless the query says otherwise, in either direction. */
export function orderSql(scope: Scope, orderBy: OrderByClause | OrderByClause[] | undefined): Sql[] {
  const items = orderBy === undefined ? [] : Array.isArray(orderBy) ? orderBy : [orderBy];
  return items.map((item) => {
    const left = 'field' in item ? sortable(scope, item.field) : calculated(scope, item.fn);
    const value = isText(left.type) && !left.caseSensitive ? folded(left.sql) : left.sql;
    const direction = item.order === 'DESC' ? sql`desc` : sql`asc`;
    if ('field' in item && isNeverNull(scope, item.field)) return sql`${value} ${direction}`;
    return sql`${value} ${direction} ${item.nulls === 'LAST' ? sql`nulls last` : sql`nulls first`}`;
  });
}

/** A place for nulls that cannot occur would only keep PostgreSQL from its index. */
function isNeverNull(scope: Scope, path: string): boolean {
  const { source, field } = scope.column(path);
  return source === scope.root && !field.nillable;
}

function sortable(scope: Scope, path: string): Compared {
  const { field, sql: value } = scope.column(path);
  if (isSortable(field)) return comparedField(field, value);
  throw scope.context.fault('INVALID_FIELD', path, `field '${field.name}' can not be sorted in a query call`);
}

function calculated(scope: Scope, call: Parameters<typeof dateFunction>[1]): Compared {
  const name = call.functionName ?? '';
  if (name.toUpperCase() === 'GROUPING') return groupingFunction(scope, call);
  return isAggregate(name) ? aggregateFunction(scope, call) : dateFunction(scope, call);
}
