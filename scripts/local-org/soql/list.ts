import type { FieldSubquery, Query } from '@jetstreamapp/soql-parser-js';
import { sql } from 'kysely';
import { column, type Executor, type Sql } from '../database.ts';
import { noSuchRelationship } from '../errors.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { fromSql } from './from.ts';
import { orderSql } from './order.ts';
import { type Children, type ChildrenOf, type QueriedRecord, recordOf } from './record.ts';
import { createScope, type QueryContext, type Scope } from './scope.ts';
import { select, type Selection } from './select.ts';
import { whereSql } from './where.ts';

type Listing = Omit<Query, 'sObject'>;
type Row = Record<string, unknown>;

/** Which of a listing's rows are wanted: of some parents (then limits count per parent), by id, or the first of all. */
export type Restriction =
  | { kind: 'parents'; field: string; ids: readonly string[] }
  | { kind: 'ids'; ids: readonly string[] }
  | { kind: 'first'; rows: number };

/** A record with its id, and the id of the parent that it was listed for. */
export interface Listed {
  id: string;
  parent: string;
  record: QueriedRecord;
}

const MAX_OFFSET = 2000;

/** The ids of all rows of a listing, in its order. */
export function listIds(context: QueryContext, object: ObjectDefinition, query: Listing): Sql {
  const scope = createScope(context, object, query.sObjectAlias);
  select(scope, query.fields ?? []);
  const conditions = conditionsOf(scope, query);
  const order = sql`order by ${sql.join(orderOf(scope, query))}`;
  return sql`select ${column(scope.root.alias, 'Id')} as id ${fromSql(scope, conditions)} ${order} ${limits(query)}`;
}

/** The records of a listing with their parents and children, in its order. */
export async function listRecords(
  db: Executor,
  context: QueryContext,
  object: ObjectDefinition,
  query: Listing,
  restriction: Restriction,
): Promise<Listed[]> {
  const scope = createScope(context, object, query.sObjectAlias);
  const selection = select(scope, query.fields ?? []);
  if (query.offset !== undefined && query.offset > MAX_OFFSET) throw offsetTooBig(context);
  const text =
    restriction.kind === 'parents'
      ? ofParents(scope, selection, query, restriction)
      : ofAll(scope, selection, query, restriction);
  assertReadable(context);
  const { rows } = await sql<Row>`${text}`.execute(db);
  const childrenOf = await childRecords(db, context, object, selection, rows);
  return rows.flatMap((row) => {
    const record = recordOf(context, row, selection.root, childrenOf);
    return record
      ? [
          {
            id: String(row[selection.root.idColumn]),
            parent: typeof row['parent'] === 'string' ? row['parent'] : '',
            record,
          },
        ]
      : [];
  });
}

/** Fails the query if a field was asked for that the user may not read. */
export function assertReadable(context: QueryContext): void {
  if (context.denied.size > 0) throw context.refuse([...context.denied]);
}

const offsetTooBig = (context: QueryContext): Error =>
  context.fault('NUMBER_OUTSIDE_VALID_RANGE', 'OFFSET', `Maximum SOQL offset allowed is ${MAX_OFFSET}`);

function conditionsOf(scope: Scope, query: Listing): Sql[] {
  const { context, root } = scope;
  const where = query.where ? [whereSql(scope, query.where)] : [];
  const scopeName = query.usingScope?.toLowerCase() ?? 'everything';
  if (scopeName === 'everything') return where;
  if (scopeName !== 'mine')
    throw context.fault('MALFORMED_QUERY', scopeName, `The scope ${query.usingScope} is not available`);
  return [...where, sql`${column(root.alias, 'OwnerId')} = ${context.access.userId}`];
}

/** The order asked for; equal rows by id, so that the same question gets the same answer. */
const orderOf = (scope: Scope, query: Listing): Sql[] => [
  ...orderSql(scope, query.orderBy),
  column(scope.root.alias, 'Id'),
];

function limits(query: Listing, most = Number.POSITIVE_INFINITY): Sql {
  const limit = Math.min(query.limit ?? Number.POSITIVE_INFINITY, most);
  return sql`${Number.isFinite(limit) ? sql`limit ${limit}` : sql``} offset ${query.offset ?? 0}`;
}

function ofAll(scope: Scope, selection: Selection, query: Listing, restriction: Restriction): Sql {
  if (restriction.kind === 'ids') {
    const byId = sql`${column(scope.root.alias, 'Id')} = any(${restriction.ids})`;
    return sql`select ${sql.join(selection.columns)} ${fromSql(scope, [byId])}`;
  }
  const conditions = conditionsOf(scope, query);
  const order = sql`order by ${sql.join(orderOf(scope, query))}`;
  const most = restriction.kind === 'first' ? restriction.rows : undefined;
  return sql`select ${sql.join(selection.columns)} ${fromSql(scope, conditions)} ${order} ${limits(query, most)}`;
}

/** Limits of a sub-query count per parent, hence the numbering. */
function ofParents(
  scope: Scope,
  selection: Selection,
  query: Listing,
  restriction: Restriction & { kind: 'parents' },
): Sql {
  const parent = column(scope.root.alias, restriction.field);
  const conditions = [...conditionsOf(scope, query), sql`${parent} = any(${restriction.ids})`];
  const order = sql.join(orderOf(scope, query));
  const offset = query.offset ?? 0;
  const rank = sql`row_number() over (partition by ${parent} order by ${order})`;
  const bounds = query.limit === undefined ? sql`` : sql`and rank <= ${offset + query.limit}`;
  return sql`select * from (select ${sql.join(selection.columns)}, ${parent} as parent, ${rank} as rank ${fromSql(scope, conditions)}) ranked
    where rank > ${offset} ${bounds} order by rank`;
}

async function childRecords(
  db: Executor,
  context: QueryContext,
  object: ObjectDefinition,
  selection: Selection,
  rows: readonly Row[],
): Promise<ChildrenOf> {
  const ids = rows.flatMap((row) => row[selection.root.idColumn] ?? []).map(String);
  const found = await Promise.all(
    selection.children.map((query) => childrenOf(db, context, object, query, ids)),
  );
  return (index, parentId) => found[index]?.get(parentId) ?? null;
}

async function childrenOf(
  db: Executor,
  context: QueryContext,
  object: ObjectDefinition,
  query: FieldSubquery['subquery'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, Children>> {
  const name = query.relationshipName;
  const relationship = context.catalogue.childRelationship(object.name, name);
  if (!relationship || !context.access.object(relationship.child).read) {
    throw context.fault('INVALID_TYPE', name, noSuchRelationship(name, 'FROM part of query call'));
  }
  const { child, field } = relationship;
  const listed = await listRecords(db, context, child, query, { kind: 'parents', field: field.name, ids });
  const groups = Map.groupBy(listed, (each) => each.parent);
  const answers = [...groups].map(([id, each]) => {
    const records = each.map(({ record }) => record);
    return [id, { totalSize: records.length, done: true, records }] as const;
  });
  return new Map(answers);
}
