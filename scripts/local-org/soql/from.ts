import type { Query } from '@jetstreamapp/soql-parser-js';
import { sql } from 'kysely';
import { column, type Sql, table } from '../database.ts';
import { noSuchObject } from '../errors.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { readableRows } from '../sharing/visible-rows.ts';
import type { QueryContext, Scope } from './scope.ts';

/**
 * `from … where …` of a scope: the rows that the user may read, joined to the parents that were asked for so far.
 * Call it last: a path resolved afterwards would miss its join.
 */
export function fromSql(scope: Scope, conditions: readonly Sql[]): Sql {
  const { context, root } = scope;
  const readable = readableRows(context.catalogue, context.access, root.object, root.alias);
  const all = [
    ...(root.object.softDelete && !context.withDeleted ? [sql`not ${column(root.alias, 'IsDeleted')}`] : []),
    ...(readable ? [readable] : []),
    ...conditions,
  ];
  const where = all.length > 0 ? sql`where ${sql.join(all, sql` and `)}` : sql``;
  return sql`from ${table(root.object.name)} ${sql.id(root.alias)} ${sql.join(scope.joins, sql` `)} ${where}`;
}

/** The object of a FROM, if it is there and the user may read it at all. */
export function objectOf(context: QueryContext, query: Pick<Query, 'sObject'>): ObjectDefinition {
  const name = query.sObject ?? '';
  const object = context.catalogue.object(name);
  if (object && context.access.object(object).read) return object;
  throw context.fault('INVALID_TYPE', name, noSuchObject(name).message);
}
