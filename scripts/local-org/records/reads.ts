import type { Executor } from '../database.ts';
import { noSuchObject } from '../errors.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { columnsOf } from '../soql/columns.ts';
import { explain } from '../soql/explain.ts';
import { flatColumns, type Path, type Separators } from '../soql/flat.ts';
import { objectOf } from '../soql/from.ts';
import { parseSoql } from '../soql/parse.ts';
import {
  contextOf,
  openCursor,
  type Page,
  type QueryOptions,
  queryLines,
  queryMore,
  queryPage,
  type Querying,
} from '../soql/query.ts';
import type { QueriedRecord } from '../soql/record.ts';
import { readBlob } from './blob.ts';
import { type ChangedRow, changedRows, type Span } from './changed.ts';
import { holdersFor } from './holders.ts';
import type { Shared } from './parts.ts';
import { retrieve } from './retrieve.ts';

/** What can be asked of records, each time on somebody's behalf. */
export interface Reads {
  /** Records by id, null where there is none; all fields that the user may read unless some are named. */
  retrieve(
    access: Access,
    object: string,
    ids: readonly string[],
    fields?: readonly string[] | null,
    recordsUrl?: string,
  ): Promise<(QueriedRecord | null)[]>;
  /** Ids of the rows that have this value of an external id (or of Id). */
  holders(access: Access, object: string, key: string, value: string): Promise<string[]>;
  /** Content of a binary field; null if there is none. */
  blob(access: Access, object: string, id: string, field: string): Promise<Buffer | null>;
  /** Ids of rows created or changed, or deleted, from `start` until `end`. */
  changed(access: Access, object: string, kind: 'updated' | 'deleted', span: Span): Promise<ChangedRow[]>;
  /** The rows of a query, up to a page. */
  query(access: Access, soql: string, options?: QueryOptions): Promise<Page>;
  queryMore(access: Access, locator: string, options?: QueryOptions): Promise<Page>;
  explain(access: Access, soql: string): Promise<unknown>;
  columns(access: Access, soql: string): unknown;
  /** Keeps the rows that a query lists; `queryMore` reads them by `<id>-<offset>`. */
  openCursor(access: Access, soql: string, withDeleted: boolean): Promise<{ id: string; total: number }>;
  /** Columns of a query whose answer is one flat line a record. */
  flatColumns(access: Access, soql: string): Path[];
  /** `count` lines of a kept result from `<id>-<offset>` on. */
  flatLines(access: Access, locator: string, count: number, separators: Separators): Promise<string>;
  /** Name of the object that a query lists. */
  objectOfQuery(access: Access, soql: string): string;
}

export function readsOn(shared: Shared, executor: Executor): Reads {
  const { catalogue, clock } = shared;
  const querying = (access: Access): Querying => ({
    ...shared,
    executor,
    today: clock.now().toZonedDateTimeISO(access.timeZone).toPlainDate(),
  });
  const object = (access: Access, name: string): ObjectDefinition => readable(catalogue, access, name);
  return {
    retrieve: async (access, name, ids, fields = null, recordsUrl) =>
      retrieve(querying(access), access, object(access, name), ids, fields, recordsUrl),
    holders: (access, name, key, value) =>
      holdersFor(executor, object(access, name), access, key, value, catalogue),
    blob: (access, name, id, field) => readBlob(executor, catalogue, access, object(access, name), id, field),
    changed: (access, name, kind, span) =>
      changedRows(executor, catalogue, access, object(access, name), kind, span),
    query: (access, soql, options = {}) => queryPage(querying(access), access, soql, options),
    queryMore: (access, locator, options = {}) => queryMore(querying(access), access, locator, options),
    explain: (access, soql) => explain(querying(access), access, soql),
    columns: (access, soql) => columnsOf(querying(access), access, soql),
    openCursor: (access, soql, withDeleted) => openCursor(querying(access), access, soql, withDeleted),
    flatColumns: (access, soql) =>
      flatColumns(contextOf(querying(access), access, soql, {}), parseSoql(soql)),
    flatLines: (access, locator, count, separators) =>
      queryLines(querying(access), access, locator, count, separators),
    objectOfQuery: (access, soql) =>
      objectOf(contextOf(querying(access), access, soql, {}), parseSoql(soql)).name,
  };
}

/** @throws SalesforceError INVALID_TYPE if there is no such object for the user */
export function readable(catalogue: Catalogue, access: Access, name: string): ObjectDefinition {
  const object = catalogue.object(name);
  if (!object || !access.object(object).read) throw noSuchObject(name);
  return object;
}
