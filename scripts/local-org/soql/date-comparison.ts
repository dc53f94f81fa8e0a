import type { Operator } from '@jetstreamapp/soql-parser-js';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Sql } from '../database.ts';
import { type Compared, invalidOperator, wrongType } from './compared.ts';
import { dateLiteral } from './date-literals.ts';
import type { Literal } from './literals.ts';
import type { QueryContext } from './scope.ts';

/** Half-open range in the form of the column; a plain value is a range of its own. */
interface Range {
  start: Sql;
  end: Sql;
}

/**
 * Comparison with a date, a time or a date literal. A literal is a range in the user's time zone: `=` means inside it,
 * `>` after its end, `>=` from its start.
 */
export function compareDates(context: QueryContext, left: Compared, operator: Operator, value: Literal): Sql {
  if (value.kind !== 'dateLiteral')
    return comparePoint(context, left, operator, pointOf(context, left, value));
  const { start, end } = rangeOf(context, left, value.value);
  switch (operator) {
    case '=':
      return sql`(${left.sql} >= ${start} and ${left.sql} < ${end})`;
    case '!=':
      return sql`((${left.sql} >= ${start} and ${left.sql} < ${end}) is not true)`;
    case '<':
      return sql`${left.sql} < ${start}`;
    case '<=':
      return sql`${left.sql} < ${end}`;
    case '>':
      return sql`${left.sql} >= ${end}`;
    case '>=':
      return sql`${left.sql} >= ${start}`;
    default:
      throw invalidOperator(context, left);
  }
}

function comparePoint(context: QueryContext, left: Compared, operator: Operator, right: Sql): Sql {
  if (operator === '!=') return sql`(${left.sql} <> ${right} or ${left.sql} is null)`;
  if (!['=', '<', '<=', '>', '>='].includes(operator)) throw invalidOperator(context, left);
  return sql`${left.sql} ${sql.raw(operator)} ${right}`;
}

function pointOf(context: QueryContext, left: Compared, value: Literal): Sql {
  if (left.type === 'date' && value.kind === 'date') return sql`${value.value}::date`;
  if (left.type === 'datetime' && value.kind === 'datetime') return sql`${value.value}::timestamptz`;
  throw wrongType(context, left);
}

function rangeOf(context: QueryContext, left: Compared, literal: string): Range {
  const days = dateLiteral(literal, context.calendar);
  if (!days) throw context.fault('MALFORMED_QUERY', literal, `unexpected token: '${literal}'`);
  if (left.type === 'date')
    return { start: sql`${days.start.toString()}::date`, end: sql`${days.end.toString()}::date` };
  return { start: midnight(context, days.start), end: midnight(context, days.end) };
}

const midnight = (context: QueryContext, day: Temporal.PlainDate): Sql =>
  sql`${day.toZonedDateTime(context.access.timeZone).toInstant().toString()}::timestamptz`;
