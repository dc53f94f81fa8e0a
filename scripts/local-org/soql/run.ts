import type { Query } from '@jetstreamapp/soql-parser-js';
import { sql } from 'kysely';
import type { Executor } from '../database.ts';
import { SalesforceError } from '../errors.ts';
import { aggregate, isAggregateQuery, isCountQuery } from './aggregate.ts';
import { fromSql, objectOf } from './from.ts';
import { assertReadable, listRecords } from './list.ts';
import { orderSql } from './order.ts';
import type { Answer, QueriedRecord } from './record.ts';
import { createScope, type QueryContext, type Running } from './scope.ts';
import { assertAllowed } from './restrictions.ts';
import { userRecordAccess } from './user-record-access.ts';
import { whereSql } from './where.ts';

/** Rows of an aggregate answer that fit into one page; there is no second. */
const MAX_GROUPS = 2000;

/** @param pageSize rows of the first page */
export async function run(
  running: Running,
  context: QueryContext,
  query: Query,
  pageSize: number,
): Promise<Answer> {
  const object = objectOf(context, query);
  assertAllowed(context, object, query);
  const db = running.executor;
  if (object.name === 'UserRecordAccess') return userRecordAccess(running, context, query);
  if (isCountQuery(query)) return count(db, context, query);
  if (isAggregateQuery(query)) return groups(db, context, query);
  const listed = await listRecords(db, context, object, query, {
    kind: 'first',
    rows: pageSize + 1,
  });
  const records = listed.map(({ record }) => record);
  const more = records.length > pageSize;
  return { totalSize: records.length, records: more ? records.slice(0, pageSize) : records, more };
}

async function count(db: Executor, context: QueryContext, query: Query): Promise<Answer> {
  if (query.orderBy)
    throw context.fault('MALFORMED_QUERY', 'ORDER', "unexpected token: 'ORDER': COUNT() cannot be ordered");
  if (query.groupBy)
    throw context.fault('MALFORMED_QUERY', 'GROUP', 'COUNT() cannot be grouped: count a field');
  const scope = createScope(context, objectOf(context, query), query.sObjectAlias);
  const conditions = query.where ? [whereSql(scope, query.where)] : [];
  assertReadable(context);
  const limit = query.limit === undefined ? sql`` : sql`limit ${query.limit}`;
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from (select 1 ${fromSql(scope, conditions)} ${limit}) counted`.execute(db);
  return { totalSize: rows[0]?.n ?? 0, records: [], more: false };
}

async function groups(db: Executor, context: QueryContext, query: Query): Promise<Answer> {
  const scope = createScope(context, objectOf(context, query), query.sObjectAlias);
  const { columns, groupBy } = aggregate(scope, query);
  const conditions = query.where ? [whereSql(scope, query.where)] : [];
  const having = query.having ? sql`having ${whereSql(scope, query.having)}` : sql``;
  const order = orderSql(scope, query.orderBy);
  assertReadable(context);
  const selected = columns.map((column, index) => sql`${column.sql} as ${sql.id(`c${index}`)}`);
  const orderBy = order.length > 0 ? sql`order by ${sql.join(order)}` : sql``;
  const limit = Math.min(query.limit ?? MAX_GROUPS + 1, MAX_GROUPS + 1);
  const { rows } = await sql<
    Record<string, unknown>
  >`select ${sql.join(selected)} ${fromSql(scope, conditions)} ${groupBy ?? sql``}
    ${having} ${orderBy} limit ${limit} offset ${query.offset ?? 0}`.execute(db);
  if (rows.length > MAX_GROUPS) throw tooManyGroups();
  const records = rows.map((row): QueriedRecord => ({
    attributes: { type: 'AggregateResult' },
    ...Object.fromEntries(columns.map((column, index) => [column.name, row[`c${index}`] ?? null])),
  }));
  return { totalSize: records.length, records, more: false };
}

const tooManyGroups = (): SalesforceError =>
  new SalesforceError(
    'EXCEEDED_ID_LIMIT',
    'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
  );
