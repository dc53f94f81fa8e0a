import type { Query } from '@jetstreamapp/soql-parser-js';
import { sql } from 'kysely';
import { column, type Executor, type Sql } from '../database.ts';
import { SalesforceError } from '../errors.ts';
import type { FieldDefinition } from '../schema/field.ts';
import { isAggregateQuery } from './aggregate.ts';
import { fromSql, objectOf } from './from.ts';
import { assertReadable } from './list.ts';
import { type ColumnOf, createScope, type QueryContext, type Scope } from './scope.ts';

/** Where a value stands in a record: `['Account', 'Owner', 'Name']`. */
export type Path = readonly string[];

/** What stands between the values of a line, and after it. */
export interface Separators {
  delimiter: string;
  lineEnding: string;
}

/**
 * The columns of a query whose answer is one flat line a record, as Bulk API 2.0 writes it.
 * @throws SalesforceError for what such a query may not hold: groups, sub-queries, functions, compound fields, OFFSET
 */
export function flatColumns(context: QueryContext, query: Query): Path[] {
  const columns = columnsIn(createScope(context, objectOf(context, query), query.sObjectAlias), query);
  assertReadable(context);
  return columns.map(({ source, field }) => [...source.path, field.name]);
}

const unsupported = (what: string): SalesforceError =>
  new SalesforceError('INVALIDJOB', `Bulk queries do not take ${what}`);

function columnsIn(scope: Scope, query: Query): ColumnOf[] {
  if (isAggregateQuery(query)) throw unsupported('aggregates');
  if (query.offset !== undefined) throw unsupported('OFFSET');
  return (query.fields ?? []).map((item) => {
    if (item.type !== 'Field' && item.type !== 'FieldRelationship')
      throw unsupported('sub-queries and functions');
    const path = item.type === 'Field' ? item.field : [...item.relationships, item.field].join('.');
    const found = scope.column(path);
    if (found.field.type === 'address' || found.field.type === 'base64')
      throw unsupported(`compound and binary fields: ${found.field.name}`);
    return found;
  });
}

/**
 * The lines of some rows, in the order of their ids, written by PostgreSQL: a million rows would take this process ten
 * times as long. Every value stands in quotes, one that is missing is empty.
 */
export async function flatLines(
  executor: Executor,
  context: QueryContext,
  query: Query,
  ids: readonly string[],
  { delimiter, lineEnding }: Separators,
): Promise<string> {
  const scope = createScope(context, objectOf(context, query), query.sObjectAlias);
  const values = columnsIn(scope, query).map(({ field, sql: value }) => textOf(field, value));
  assertReadable(context);
  const id = column(scope.root.alias, 'Id');
  scope.joins.push(
    sql`join unnest(${ids}::text[]) with ordinality wanted (id, place) on wanted.id collate "C" = ${id}`,
  );
  const between = sql`, ${sql.lit(`"${delimiter}"`)}, `;
  const line = sql`concat('"', ${sql.join(values, between)}, ${sql.lit(`"${lineEnding}`)})`;
  const { rows } = await sql<{
    lines: string | null;
  }>`select string_agg(${line}, '' order by place) as lines ${fromSql(scope, [sql`${id} = any(${ids})`])}`.execute(
    executor,
  );
  return rows[0]?.lines ?? '';
}

/** A value as a file has it. */
function textOf({ type }: FieldDefinition, value: Sql): Sql {
  switch (type) {
    case 'id':
    case 'reference':
    case 'int':
    case 'date':
      return value;
    case 'boolean':
      return sql`${value}::text`;
    case 'double':
    case 'currency':
    case 'percent':
      return sql`trim_scale(${value})`;
    case 'datetime':
      return sql`replace((${value})::timestamp(0)::text, ' ', 'T') || '.000Z'`;
    case 'time':
      return sql`${value}::text || '.000Z'`;
    default:
      return sql`replace(${value}, '"', '""')`;
  }
}
