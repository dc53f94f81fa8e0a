import type { Sql } from '../database.ts';
import type { SalesforceError } from '../errors.ts';
import type { FieldDefinition, FieldType } from '../schema/field.ts';
import type { QueryContext } from './scope.ts';

/** What stands on the left of a comparison: a column, or a function of one. */
export interface Compared {
  sql: Sql;
  type: FieldType;
  /** As the query wrote it, for messages. */
  name: string;
  caseSensitive: boolean;
}

export const comparedField = (field: FieldDefinition, value: Sql): Compared => ({
  sql: value,
  type: field.type,
  name: field.name,
  caseSensitive: field.caseSensitive,
});

export const NUMBERS: readonly FieldType[] = ['int', 'double', 'currency', 'percent'];
export const DATES: readonly FieldType[] = ['date', 'datetime'];
const OTHERS: readonly FieldType[] = ['id', 'reference', 'boolean', 'time', 'base64'];

/** Text types compare without case; ids by byte. */
export const isText = (type: FieldType): boolean => ![...OTHERS, ...NUMBERS, ...DATES].includes(type);

export const invalidOperator = (context: QueryContext, left: Compared): SalesforceError =>
  context.fault(
    'INVALID_QUERY_FILTER_OPERATOR',
    left.name,
    `'${left.name}': invalid operator for a field of type ${left.type}`,
  );

/** The fault of a value of another kind than the field's. */
export function wrongType(context: QueryContext, left: Compared): SalesforceError {
  const quotes = isText(left.type) ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  const message = `value of filter criterion for field '${left.name}' must be of type ${left.type} and ${quotes}`;
  return context.fault('INVALID_FIELD', left.name, message);
}
