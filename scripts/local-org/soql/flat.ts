import type { Query } from '@jetstreamapp/soql-parser-js';
import { SalesforceError } from '../errors.ts';
import { isAggregateQuery } from './aggregate.ts';
import { objectOf } from './from.ts';
import { assertReadable } from './list.ts';
import type { QueriedRecord } from './record.ts';
import { createScope, type QueryContext } from './scope.ts';

/** Where a value stands in a record: `['Account', 'Owner', 'Name']`. */
export type Path = readonly string[];

/**
 * The columns of a query whose answer is one flat line a record, as Bulk API 2.0 writes it.
 * @throws SalesforceError for what such a query may not hold: groups, sub-queries, functions, compound fields, OFFSET
 */
export function flatColumns(context: QueryContext, query: Query): Path[] {
  const unsupported = (what: string): SalesforceError =>
    new SalesforceError('INVALIDJOB', `Bulk queries do not take ${what}`);
  if (isAggregateQuery(query)) throw unsupported('aggregates');
  if (query.offset !== undefined) throw unsupported('OFFSET');
  const scope = createScope(context, objectOf(context, query), query.sObjectAlias);
  const paths = (query.fields ?? []).map((item) => {
    if (item.type !== 'Field' && item.type !== 'FieldRelationship')
      throw unsupported('sub-queries and functions');
    const path = item.type === 'Field' ? item.field : [...item.relationships, item.field].join('.');
    const { source, field } = scope.column(path);
    if (field.type === 'address' || field.type === 'base64')
      throw unsupported(`compound and binary fields: ${field.name}`);
    return [...source.path, field.name];
  });
  assertReadable(context);
  return paths;
}

/** The value at a path, as text; null where it or a parent is missing. */
export function textAt(record: QueriedRecord, path: Path): string | null {
  const value = path.reduce<unknown>((from, step) => (isObject(from) ? from[step] : null), record);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  return String(value).replace(/\.000\+0000$/, '.000Z');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
