import type { Operator } from '@jetstreamapp/soql-parser-js';
import { sql } from 'kysely';
import { folded, type Sql } from '../database.ts';
import { normalId } from '../ids.ts';
import type { FieldType } from '../schema/field.ts';
import { type Compared, DATES, invalidOperator, isText, NUMBERS, wrongType } from './compared.ts';
import { compareDates } from './date-comparison.ts';
import type { Literal } from './literals.ts';
import type { QueryContext } from './scope.ts';

/** Operators as queries may write them. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  LIKE: 'LIKE',
  IN: 'IN',
  'NOT IN': 'NOT IN',
  INCLUDES: 'INCLUDES',
  EXCLUDES: 'EXCLUDES',
};

/** SQL of one comparison, with Salesforce's treatment of case and of nulls: `!=` and NOT IN include nulls. */
export function compare(
  context: QueryContext,
  left: Compared,
  written: string,
  values: readonly Literal[],
): Sql {
  const operator = OPERATORS[written.toUpperCase()];
  if (!operator) throw context.fault('MALFORMED_QUERY', written, `unexpected token: '${written}'`);
  if (operator === 'IN' || operator === 'NOT IN') return compareList(context, left, operator, values);
  if (operator === 'INCLUDES' || operator === 'EXCLUDES') return compareMany(context, left, operator, values);
  const [value] = values;
  if (!value || values.length > 1)
    throw context.fault('MALFORMED_QUERY', left.name, `unexpected list of values for ${left.name}`);
  return compareOne(context, left, operator, value);
}

function compareOne(context: QueryContext, left: Compared, operator: Operator, value: Literal): Sql {
  if (value.kind === 'null' || isEmptyText(left, value)) return compareNull(context, left, operator);
  if (operator === 'LIKE') return like(context, left, value);
  if (DATES.includes(left.type)) return compareDates(context, left, operator, value);
  const right = rightSide(context, left, value);
  const key = keyOf(left);
  if (operator === '!=') return sql`(${key} <> ${right} or ${left.sql} is null)`;
  if (left.type === 'boolean' && operator !== '=') throw invalidOperator(context, left);
  return sql`${key} ${sql.raw(operator)} ${right}`;
}

const isEmptyText = (left: Compared, value: Literal): boolean =>
  value.kind === 'string' && value.value === '' && left.type !== 'id' && !NUMBERS.includes(left.type);

function compareNull(context: QueryContext, left: Compared, operator: Operator): Sql {
  if (operator === '=') return sql`${left.sql} is null`;
  if (operator === '!=') return sql`${left.sql} is not null`;
  if (operator === 'LIKE') return sql`false`;
  throw invalidOperator(context, left);
}

function like(context: QueryContext, left: Compared, value: Literal): Sql {
  if (!isText(left.type) || value.kind !== 'string') throw invalidOperator(context, left);
  // The escapes of SOQL patterns, \% and \_, are PostgreSQL's; any other backslash is a character like any.
  const pattern = value.value.replace(/\\(?![%_])/g, '\\\\');
  return left.caseSensitive
    ? sql`${left.sql} like ${pattern}`
    : sql`${folded(left.sql)} like ${folded(sql`${pattern}`)}`;
}

const keyOf = (left: Compared): Sql =>
  isText(left.type) && !left.caseSensitive ? folded(left.sql) : left.sql;

function rightSide(context: QueryContext, left: Compared, value: Literal): Sql {
  const plain = plainValue(context, left, value);
  return isText(left.type) && !left.caseSensitive
    ? folded(sql`${plain}::text`)
    : sql`${plain}::${sql.raw(castOf(left.type))}`;
}

const castOf = (type: FieldType): string => {
  if (type === 'boolean' || type === 'time') return type;
  return NUMBERS.includes(type) ? 'numeric' : 'text';
};

/** The value in the form of the column, or the fault that Salesforce gives for a value of another kind. */
function plainValue(context: QueryContext, left: Compared, value: Literal): string | boolean {
  const { type } = left;
  if (type === 'id' || type === 'reference') {
    const id = value.kind === 'string' ? normalId(value.value) : null;
    if (id) return id;
    throw context.fault(
      'INVALID_QUERY_FILTER_OPERATOR',
      left.name,
      `invalid ID field: ${'value' in value ? value.value : 'null'}`,
    );
  }
  if (NUMBERS.includes(type) && value.kind === 'number') return value.value;
  if (type === 'boolean' && value.kind === 'boolean') return value.value;
  if ((isText(type) || type === 'time') && value.kind === 'string') return value.value;
  throw wrongType(context, left);
}

function compareList(
  context: QueryContext,
  left: Compared,
  operator: 'IN' | 'NOT IN',
  values: readonly Literal[],
): Sql {
  if (DATES.includes(left.type)) return compareDateList(context, left, operator, values);
  const given = values.filter((value) => value.kind !== 'null' && !isEmptyText(left, value));
  const wantsNull = given.length < values.length;
  const plain = given.map((value) => plainValue(context, left, value));
  const list =
    isText(left.type) && !left.caseSensitive
      ? sql`(select local_org.fold(v) from unnest(${plain}::text[]) v)`
      : sql`${plain}::${sql.raw(castOf(left.type))}[]`;
  const found = sql`${keyOf(left)} = any(${list})`;
  if (operator === 'IN') return wantsNull ? sql`(${found} or ${left.sql} is null)` : found;
  return wantsNull ? sql`(not ${found})` : sql`(not ${found} or ${left.sql} is null)`;
}

function compareDateList(
  context: QueryContext,
  left: Compared,
  operator: 'IN' | 'NOT IN',
  values: readonly Literal[],
): Sql {
  if (values.length === 0) return operator === 'IN' ? sql`false` : sql`true`;
  const found = sql.join(
    values.map((value) => compareOne(context, left, '=', value)),
    sql` or `,
  );
  return operator === 'IN' ? sql`(${found})` : sql`((${found}) is not true)`;
}

/** `INCLUDES ('a;b', 'c')`: all of the first or the second. */
function compareMany(
  context: QueryContext,
  left: Compared,
  operator: Operator,
  values: readonly Literal[],
): Sql {
  if (left.type !== 'multipicklist') throw invalidOperator(context, left);
  const found = values.map((value) => {
    if (value.kind !== 'string') throw wrongType(context, left);
    return sql`string_to_array(${folded(left.sql)}, ';') @> string_to_array(${folded(sql`${value.value}::text`)}, ';')`;
  });
  const any = sql`(${sql.join(found, sql` or `)})`;
  return operator === 'INCLUDES' ? any : sql`(${any} is not true)`;
}
