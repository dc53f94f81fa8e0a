import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import { sql } from 'kysely';
import type { Sql } from '../database.ts';
import type { FieldType } from '../schema/field.ts';
import { type Compared, comparedField } from './compared.ts';
import { corporateAmount } from './currency.ts';
import type { Scope } from './scope.ts';

/** A function of a field in a query, as the parser gives it in any clause. */
export type FunctionCall = Pick<FunctionExp, 'functionName' | 'rawValue' | 'alias'> & {
  parameters?: readonly (string | FunctionCall)[];
};

/** Part of a date that a function reads, as PostgreSQL computes it. */
const DATE_PARTS: Readonly<Record<string, (value: Sql, fiscalStart: number) => Sql>> = {
  CALENDAR_MONTH: (value) => sql`extract(month from ${value})::int`,
  CALENDAR_QUARTER: (value) => sql`extract(quarter from ${value})::int`,
  CALENDAR_YEAR: (value) => sql`extract(year from ${value})::int`,
  DAY_IN_MONTH: (value) => sql`extract(day from ${value})::int`,
  DAY_IN_WEEK: (value) => sql`(extract(dow from ${value})::int + 1)`,
  DAY_IN_YEAR: (value) => sql`extract(doy from ${value})::int`,
  DAY_ONLY: (value) => sql`(${value})::date`,
  FISCAL_MONTH: (value, start) =>
    sql`((extract(month from ${value})::int - ${sql.lit(start)} + 12) % 12 + 1)`,
  FISCAL_QUARTER: (value, start) =>
    sql`((extract(month from ${value})::int - ${sql.lit(start)} + 12) % 12 / 3 + 1)`,
  FISCAL_YEAR: (value, start) =>
    sql`extract(year from ${value} + interval '1 month' * ${sql.lit((13 - start) % 12)})::int`,
  HOUR_IN_DAY: (value) => sql`extract(hour from ${value})::int`,
  WEEK_IN_MONTH: (value) => sql`((extract(day from ${value})::int - 1) / 7 + 1)`,
  WEEK_IN_YEAR: (value) => sql`((extract(doy from ${value})::int - 1) / 7 + 1)`,
};

/** Functions of a row's date, usable in SELECT (when grouped), WHERE, GROUP BY and ORDER BY. */
export const isDateFunction = (name: string): boolean => Object.hasOwn(DATE_PARTS, name.toUpperCase());

/**
 * A date function of a field; datetimes are read in UTC unless convertTimezone brings them into the user's zone.
 * @throws SalesforceError for an unknown function or one of a field without a date
 */
export function dateFunction(scope: Scope, call: FunctionCall): Compared {
  const name = (call.functionName ?? '').toUpperCase();
  const part = DATE_PARTS[name];
  const [parameter] = call.parameters ?? [];
  if (!part || parameter === undefined) throw unknownFunction(scope, call);
  const { value, type } = datedValue(scope, parameter);
  if (type !== 'date' && type !== 'datetime') throw unknownFunction(scope, call);
  return {
    sql: part(value, scope.context.calendar.fiscalYearStartMonth),
    type: name === 'DAY_ONLY' ? 'date' : 'int',
    name: call.rawValue ?? name,
    caseSensitive: false,
  };
}

export const unknownFunction = ({ context }: Scope, call: FunctionCall): Error => {
  const written = call.rawValue ?? call.functionName ?? '';
  return context.fault('MALFORMED_QUERY', written, `invalid function: ${written}`);
};

function datedValue(scope: Scope, parameter: string | FunctionCall): { value: Sql; type: FieldType } {
  if (typeof parameter === 'string') {
    const { field, sql: value } = scope.column(parameter);
    return {
      value: field.type === 'datetime' ? sql`(${value} at time zone 'UTC')` : value,
      type: field.type,
    };
  }
  const [inner] = parameter.parameters ?? [];
  if (parameter.functionName?.toUpperCase() !== 'CONVERTTIMEZONE' || typeof inner !== 'string')
    throw unknownFunction(scope, parameter);
  const { field, sql: value } = scope.column(inner);
  if (field.type !== 'datetime') throw unknownFunction(scope, parameter);
  return { value: sql`(${value} at time zone ${scope.context.access.timeZone})`, type: 'datetime' };
}

/** GROUPING(): 1 in the subtotal rows that ROLLUP and CUBE make of the field, 0 in others. */
export function groupingFunction(scope: Scope, call: FunctionCall): Compared {
  const [parameter] = call.parameters ?? [];
  if (typeof parameter !== 'string') throw unknownFunction(scope, call);
  return {
    sql: sql`grouping(${scope.column(parameter).sql})`,
    type: 'int',
    name: call.rawValue ?? 'GROUPING',
    caseSensitive: false,
  };
}

const AGGREGATES = ['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'];
export const isAggregate = (name: string): boolean => AGGREGATES.includes(name.toUpperCase());

/** COUNT, SUM … of a field. */
export function aggregateFunction(scope: Scope, call: FunctionCall): Compared {
  const name = (call.functionName ?? '').toUpperCase();
  const [parameter] = call.parameters ?? [];
  const written = call.rawValue ?? name;
  if (parameter === undefined)
    return { sql: sql`count(*)`, type: 'int', name: written, caseSensitive: false };
  if (typeof parameter !== 'string') throw unknownFunction(scope, call);
  const { source, field, sql: plain } = scope.column(parameter);
  const value = name.startsWith('COUNT') ? plain : corporateAmount(source, field, plain);
  const left = comparedField(field, value);
  const isNumber = ['int', 'double', 'currency', 'percent'].includes(field.type);
  switch (name) {
    case 'COUNT':
      return { ...left, sql: sql`count(${value})`, type: 'int', name: written };
    case 'COUNT_DISTINCT':
      return { ...left, sql: sql`count(distinct ${value})`, type: 'int', name: written };
    case 'SUM':
    case 'AVG':
      if (!isNumber) throw unknownFunction(scope, call);
      return {
        ...left,
        sql: sql`${sql.raw(name.toLowerCase())}(${value})`,
        type: field.type === 'int' ? 'double' : field.type,
        name: written,
      };
    default:
      if (['boolean', 'textarea', 'multipicklist', 'base64'].includes(field.type))
        throw unknownFunction(scope, call);
      return { ...left, sql: sql`${sql.raw(name.toLowerCase())}(${value})`, name: written };
  }
}
