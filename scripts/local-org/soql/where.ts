import type { ConditionWithValueQuery, Operator, Query } from '@jetstreamapp/soql-parser-js';
import { sql } from 'kysely';
import type { Sql } from '../database.ts';
import { isFilterable } from '../schema/capabilities.ts';
import type { FieldDefinition } from '../schema/field.ts';
import { type Compared, comparedField } from './compared.ts';
import { compare } from './comparison.ts';
import { conditionTree, type Tree } from './condition-tree.ts';
import { aggregateFunction, dateFunction, isAggregate } from './functions.ts';
import { literalsOf } from './literals.ts';
import { fromSql, objectOf } from './from.ts';
import { createScope, type Scope } from './scope.ts';

type Clause = Parameters<typeof conditionTree>[0];

/** SQL of a WHERE or HAVING clause. */
export const whereSql = (scope: Scope, clause: Clause): Sql => treeSql(scope, conditionTree(clause));

function treeSql(scope: Scope, tree: Tree<ConditionWithValueQuery>): Sql {
  if (tree.kind === 'leaf') return conditionSql(scope, tree.condition);
  // A comparison with nothing is false in SOQL, so its negation is true.
  if (tree.kind === 'not') return sql`((${treeSql(scope, tree.part)}) is not true)`;
  const parts = tree.parts.map((part) => treeSql(scope, part));
  return sql`(${sql.join(parts, tree.kind === 'and' ? sql` and ` : sql` or `)})`;
}

function conditionSql(scope: Scope, condition: ConditionWithValueQuery): Sql {
  const { context } = scope;
  if ('valueQuery' in condition) {
    return semiJoin(scope, condition.field, condition.operator, condition.valueQuery);
  }
  if ('fn' in condition) {
    const left = isAggregate(condition.fn.functionName ?? '')
      ? aggregateFunction(scope, condition.fn)
      : dateFunction(scope, condition.fn);
    return compare(context, left, condition.operator, literalsOf(condition, context.binds));
  }
  if ('field' in condition) {
    return compare(
      context,
      filterable(scope, condition.field),
      condition.operator,
      literalsOf(condition, context.binds),
    );
  }
  throw context.fault('MALFORMED_QUERY', 'NOT', "unexpected token: 'NOT'");
}

function filterable(scope: Scope, path: string): Compared {
  const { field, sql: value } = scope.column(path);
  if (isFilterable(field)) return comparedField(field, value);
  throw scope.context.fault(
    'INVALID_FIELD',
    path,
    `field '${field.name}' can not be filtered in a query call`,
  );
}

/** `Id IN (SELECT AccountId FROM …)`: the inner query selects one id, in the user's own view of the rows. */
function semiJoin(scope: Scope, path: string, operator: Operator, query: Query): Sql {
  const { context } = scope;
  const [selected, ...others] = query.fields ?? [];
  if (operator !== 'IN' && operator !== 'NOT IN')
    throw context.fault('MALFORMED_QUERY', path, `unexpected operator: ${operator}`);
  if (selected?.type !== 'Field' || others.length > 0 || query.limit !== undefined || query.orderBy) {
    throw context.fault(
      'MALFORMED_QUERY',
      path,
      'A semi join sub-select selects exactly one field, without LIMIT and ORDER BY',
    );
  }
  const left = scope.column(path);
  const inner = createScope(context, objectOf(context, query), query.sObjectAlias);
  const right = inner.column(selected.field);
  if (!isId(left.field) || !isId(right.field)) {
    const message = `Entity '${right.source.object.name}' and field '${right.field.name}' can not be used in a semi join: only ids can`;
    throw context.fault('MALFORMED_QUERY', selected.field, message);
  }
  const conditions = query.where ? [whereSql(inner, query.where)] : [];
  const found = sql`${left.sql} in (select ${right.sql} ${fromSql(inner, [...conditions, sql`${right.sql} is not null`])})`;
  return operator === 'IN' ? found : sql`(${found} is not true)`;
}

const isId = (field: FieldDefinition): boolean => field.type === 'id' || field.type === 'reference';
