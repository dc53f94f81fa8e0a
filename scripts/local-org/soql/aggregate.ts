import type { FieldType as SelectItem, GroupByClause, Query } from '@jetstreamapp/soql-parser-js';
import { sql } from 'kysely';
import type { Sql } from '../database.ts';
import { isGroupable } from '../schema/capabilities.ts';
import {
  aggregateFunction,
  dateFunction,
  type FunctionCall,
  groupingFunction,
  isAggregate,
  isDateFunction,
  unknownFunction,
} from './functions.ts';
import type { ColumnOf, Scope } from './scope.ts';

/** A column of an aggregate answer, under the name that the answer gives it. */
interface AggregateColumn {
  name: string;
  sql: Sql;
}

/** What makes rows into groups, and what is told of each. */
export interface Aggregation {
  columns: AggregateColumn[];
  groupBy: Sql | null;
}

const items = (clause: Query['groupBy']): GroupByClause[] =>
  clause === undefined ? [] : Array.isArray(clause) ? clause : [clause];

/** Whether the query answers groups instead of records. */
export function isAggregateQuery(query: Query): boolean {
  if (query.groupBy !== undefined) return true;
  return (query.fields ?? []).some(
    (field) => field.type === 'FieldFunctionExpression' && isAggregate(field.functionName),
  );
}

/** `SELECT COUNT() FROM …`: only totalSize is answered. */
export function isCountQuery({ fields = [] }: Query): boolean {
  const [only] = fields;
  return (
    only?.type === 'FieldFunctionExpression' &&
    only.functionName.toUpperCase() === 'COUNT' &&
    only.parameters.length === 0
  );
}

/** @throws SalesforceError MALFORMED_QUERY for a field that is neither grouped nor aggregated, which the parser lets pass */
export function aggregate(scope: Scope, query: Query): Aggregation {
  const groups = groupsOf(scope, query.groupBy);
  const names = new Map<string, number>();
  let unnamed = 0;
  const columns = (query.fields ?? []).map((item) => {
    const column = aggregateColumn(scope, item, groups.keys, () => `expr${unnamed++}`);
    if (names.has(column.name))
      throw scope.context.fault('MALFORMED_QUERY', column.name, `duplicate alias: ${column.name}`);
    names.set(column.name, 1);
    return column;
  });
  return { columns, groupBy: groups.sql };
}

interface Groups {
  keys: ReadonlySet<string>;
  sql: Sql | null;
}

/** Groups by what they group on; keys are lower-case paths and function texts. */
function groupsOf(scope: Scope, groupBy: Query['groupBy']): Groups {
  const keys = new Set<string>();
  const parts = items(groupBy).map((item) => {
    if ('field' in item) return groupedPath(scope, item.field, keys);
    const name = (item.fn.functionName ?? '').toUpperCase();
    if (name === 'ROLLUP' || name === 'CUBE') {
      const inner = (item.fn.parameters ?? []).map((parameter) =>
        typeof parameter === 'string'
          ? groupedPath(scope, parameter, keys)
          : groupedFunction(scope, parameter, keys),
      );
      return sql`${sql.raw(name.toLowerCase())}(${sql.join(inner)})`;
    }
    return groupedFunction(scope, item.fn, keys);
  });
  return { keys, sql: parts.length > 0 ? sql`group by ${sql.join(parts)}` : null };
}

const normal = (text: string): string => text.toLowerCase().replaceAll(' ', '');

/** The same column has one key, however the query writes it. */
const keyOf = ({ source, field }: ColumnOf): string => [...source.path, field.name].join('.');

function groupedPath(scope: Scope, path: string, keys: Set<string>): Sql {
  const found = scope.column(path);
  const { field, sql: value } = found;
  if (!isGroupable(field))
    throw scope.context.fault(
      'INVALID_FIELD',
      path,
      `field '${field.name}' can not be grouped in a query call`,
    );
  keys.add(keyOf(found));
  return value;
}

function groupedFunction(scope: Scope, call: FunctionCall, keys: Set<string>): Sql {
  keys.add(normal(call.rawValue ?? ''));
  return dateFunction(scope, call).sql;
}

function aggregateColumn(
  scope: Scope,
  item: SelectItem,
  keys: ReadonlySet<string>,
  unnamed: () => string,
): AggregateColumn {
  if (item.type === 'Field' || item.type === 'FieldRelationship') {
    const path = item.type === 'Field' ? item.field : [...item.relationships, item.field].join('.');
    const found = scope.column(path);
    if (!keys.has(keyOf(found))) throw ungrouped(scope, path);
    return { name: ('alias' in item && item.alias) || found.field.name, sql: found.sql };
  }
  if (item.type === 'FieldFunctionExpression') {
    return { name: item.alias ?? unnamed(), sql: functionSql(scope, item, keys) };
  }
  throw scope.context.fault(
    'MALFORMED_QUERY',
    '',
    'Only fields and functions can be selected beside aggregates',
  );
}

function functionSql(scope: Scope, call: FunctionCall, keys: ReadonlySet<string>): Sql {
  const name = (call.functionName ?? '').toUpperCase();
  if (isAggregate(name)) return aggregateFunction(scope, call).sql;
  if (name === 'GROUPING') return groupingFunction(scope, call).sql;
  if (!isDateFunction(name)) throw unknownFunction(scope, call);
  if (!keys.has(normal(call.rawValue ?? ''))) throw ungrouped(scope, call.rawValue ?? name);
  return dateFunction(scope, call).sql;
}

const ungrouped = (scope: Scope, path: string): Error =>
  scope.context.fault('MALFORMED_QUERY', path, `Field must be grouped or aggregated: ${path}`);
