import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../database.ts';
import { InaccessibleFieldsError, noSuchColumn } from '../errors.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { Access } from '../sharing/access.ts';
import { queryFault } from './fault.ts';
import { parseSoql } from './parse.ts';
import { type Answer, run } from './run.ts';
import type { QueryContext } from './scope.ts';
import { firstWeekdayOf } from './week.ts';

export interface QueryOptions {
  /** Values for `:name`, as Apex binds them. */
  binds?: Readonly<Record<string, unknown>>;
  /** Rows in the recycle bin count too. */
  withDeleted?: boolean;
  pageSize?: number;
  /** `api` fails on the first hidden field as if it did not exist; `apex` names every one (InaccessibleFieldsError). */
  naming?: 'api' | 'apex';
  recordsUrl?: string;
}

export interface Querying {
  db: Database;
  catalogue: Catalogue;
  /** The day in the user's time zone. */
  today: Temporal.PlainDate;
}

export const PAGE = 2000;
export const RECORDS_URL = '/services/data/v65.0/sobjects';

/** @throws SalesforceError with Salesforce's code for everything that is wrong with the query */
export function queryRecords(querying: Querying, access: Access, soql: string, options: QueryOptions): Promise<Answer> {
  const query = parseSoql(soql, options.binds !== undefined);
  return run(querying.db, contextOf(querying, access, soql, options), query, options.pageSize ?? PAGE);
}

export function contextOf({ catalogue, today }: Querying, access: Access, soql: string, options: QueryOptions): QueryContext {
  return {
    catalogue,
    access,
    withDeleted: options.withDeleted ?? false,
    calendar: { today, fiscalYearStartMonth: access.fiscalYearStartMonth, firstWeekday: firstWeekdayOf(access.locale) },
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
