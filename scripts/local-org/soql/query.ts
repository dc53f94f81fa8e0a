import type { Query } from '@jetstreamapp/soql-parser-js';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Executor } from '../database.ts';
import { InaccessibleFieldsError, noSuchColumn, SalesforceError } from '../errors.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { queryFault } from './fault.ts';
import { flatLines, type Separators } from './flat.ts';
import { objectOf } from './from.ts';
import { assertReadable, listIds, listRecords } from './list.ts';
import { type Cursor, keepCursor, nextLocator, readCursor } from './locators.ts';
import { parseSoql } from './parse.ts';
import type { QueriedRecord } from './record.ts';
import { run } from './run.ts';
import type { QueryContext, Running } from './scope.ts';
import { firstWeekdayOf } from './week.ts';

export interface QueryOptions {
  /** Values for `:name`; with them a query answers all rows at once, as in Apex. */
  binds?: Readonly<Record<string, unknown>>;
  /** `api` fails on the first closed field as if it did not exist; `apex` names them all (InaccessibleFieldsError). */
  naming?: 'api' | 'apex';
  /** Rows in the recycle bin count too. */
  withDeleted?: boolean;
  /** Rows of a page, 2,000 unless told otherwise. */
  pageSize?: number;
  /** What addresses of records begin with. */
  recordsUrl?: string;
}

/** Rows of a query, and where the rest begins. */
export interface Page {
  totalSize: number;
  records: QueriedRecord[];
  /** Locator of the next page; null after the last. */
  next: string | null;
}

export interface Querying extends Running {
  /** Where cursors are kept: outside any transaction. */
  db: Database;
  catalogue: Catalogue;
  /** The day in the user's time zone. */
  today: Temporal.PlainDate;
}

const PAGE = 2000;
/** Rows that one Apex transaction may query. */
const APEX_ROWS = 50_000;
const RECORDS_URL = '/services/data/v65.0/sobjects';

/** @throws SalesforceError with Salesforce's code for everything that is wrong with the query */
export async function queryPage(
  querying: Querying,
  access: Access,
  soql: string,
  options: QueryOptions,
): Promise<Page> {
  const query = parseSoql(soql);
  const size = options.pageSize ?? (options.binds ? APEX_ROWS : PAGE);
  const answer = await run(querying, contextOf(querying, access, soql, options), query, size);
  if (answer.more && options.binds)
    throw new SalesforceError('LIMIT_EXCEEDED', `Too many query rows: ${APEX_ROWS + 1}`);
  if (!answer.more) return { totalSize: answer.totalSize, records: answer.records, next: null };
  const context = contextOf(querying, access, soql, options);
  const ids = listIds(context, objectOf(context, query), query);
  const cursor = await keepCursor(querying.db, access.userId, soql, context.withDeleted, ids);
  return { totalSize: cursor.total, records: answer.records, next: nextLocator(cursor, 0, size) };
}

/** Keeps the rows that a query lists for reading later, page by page; they stay until they are dropped. */
export async function openCursor(
  querying: Querying,
  access: Access,
  soql: string,
  withDeleted: boolean,
): Promise<Cursor> {
  const context = contextOf(querying, access, soql, { withDeleted });
  const query = parseSoql(soql);
  const ids = listIds(context, objectOf(context, query), query);
  assertReadable(context);
  return keepCursor(querying.db, access.userId, soql, withDeleted, ids, true);
}

/** The page that a locator names. */
export async function queryMore(
  querying: Querying,
  access: Access,
  locator: string,
  options: QueryOptions,
): Promise<Page> {
  const size = options.pageSize ?? PAGE;
  const { cursor, start, ids } = await readCursor(querying.db, access.userId, locator, size);
  const context = contextOf(querying, access, cursor.soql, { ...options, withDeleted: cursor.withDeleted });
  const query = parseSoql(cursor.soql);
  const records = await byIds(querying.executor, context, objectOf(context, query), query, ids);
  return { totalSize: cursor.total, records, next: nextLocator(cursor, start, size) };
}

/** Lines of the rows from a locator on, for a query whose answer is one flat line a record. */
export async function queryLines(
  querying: Querying,
  access: Access,
  locator: string,
  size: number,
  separators: Separators,
): Promise<string> {
  const { cursor, ids } = await readCursor(querying.db, access.userId, locator, size);
  const context = contextOf(querying, access, cursor.soql, { withDeleted: cursor.withDeleted });
  return flatLines(querying.executor, context, parseSoql(cursor.soql), ids, separators);
}

/** Records in the order of their ids; one that went or was closed meanwhile is left out. */
export async function byIds(
  executor: Executor,
  context: QueryContext,
  object: ObjectDefinition,
  query: Omit<Query, 'sObject' | 'orderBy'>,
  ids: readonly string[],
): Promise<QueriedRecord[]> {
  const listed = await listRecords(executor, context, object, query, { kind: 'ids', ids });
  const found = new Map(listed.map(({ id, record }) => [id, record]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export function contextOf(
  { catalogue, today }: Querying,
  access: Access,
  soql: string,
  options: QueryOptions,
): QueryContext {
  return {
    catalogue,
    access,
    withDeleted: options.withDeleted ?? false,
    calendar: {
      today,
      fiscalYearStartMonth: access.fiscalYearStartMonth,
      firstWeekday: firstWeekdayOf(access.locale),
    },
    recordsUrl: options.recordsUrl ?? RECORDS_URL,
    binds: options.binds ?? null,
    denied: new Set(),
    fault: (code, token, message) => queryFault(soql, code, token, message),
    refuse(denied) {
      if (options.naming === 'apex') return new InaccessibleFieldsError(denied);
      const [object = '', field = ''] = (denied[0] ?? '').split('.');
      return queryFault(soql, 'INVALID_FIELD', field, noSuchColumn(field, object));
    },
  };
}
