import type { QueryContext } from './scope.ts';
import type { Entry, Node } from './select.ts';
import { converted } from './values.ts';

/** A record as the REST API answers it. */
export interface QueriedRecord {
  attributes: { type: string; url?: string };
  [field: string]: unknown;
}

/** The answer of a query, complete or its first page. */
export interface Answer {
  totalSize: number;
  records: QueriedRecord[];
  /** There are more rows than a page holds. */
  more: boolean;
}

/** A sub-query's rows inside a record; null when there are none. */
export interface Children {
  totalSize: number;
  done: boolean;
  records: QueriedRecord[];
}

type Row = Readonly<Record<string, unknown>>;
/** The children of one record, by the place of the sub-query in the query. */
export type ChildrenOf = (index: number, parentId: string) => Children | null;

/** One row of SQL as a record with its parents and children. */
export function recordOf(
  context: QueryContext,
  row: Row,
  node: Node,
  childrenOf: ChildrenOf,
): QueriedRecord | null {
  const id = row[node.idColumn];
  if (typeof id !== 'string') return null;
  const object = node.typeColumn ? String(row[node.typeColumn]) : node.object.name;
  const type = node.asName ? 'Name' : object;
  const record: QueriedRecord = { attributes: { type, url: `${context.recordsUrl}/${object}/${id}` } };
  for (const [name, entry] of node.entries)
    record[name] = valueOf(context, row, node, name, entry, id, childrenOf);
  return record;
}

function valueOf(
  context: QueryContext,
  row: Row,
  node: Node,
  name: string,
  entry: Entry,
  id: string,
  childrenOf: ChildrenOf,
): unknown {
  switch (entry.kind) {
    case 'value': {
      const value = row[entry.column] ?? null;
      return entry.convert ? converted(value, entry.convert, entry.field, context.access) : value;
    }
    case 'blob':
      return row[entry.column] === true ? `${context.recordsUrl}/${node.object.name}/${id}/${name}` : null;
    case 'address':
      return addressOf(row, entry.columns);
    case 'parent':
      return recordOf(context, row, entry.node, childrenOf);
    case 'types':
      return (
        entry.nodes.map((each) => recordOf(context, row, each, childrenOf)).find((each) => each !== null) ??
        null
      );
    case 'children':
      return childrenOf(entry.index, id);
  }
}

function addressOf(row: Row, columns: Readonly<Record<string, string>>): Record<string, unknown> | null {
  const parts = Object.entries(columns).map(([part, name]) => [part, row[name] ?? null] as const);
  return parts.every(([, value]) => value === null) ? null : Object.fromEntries(parts);
}
