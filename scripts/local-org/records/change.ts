import type { Executor } from '../database.ts';
import type { RecordError } from '../errors.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { Access } from '../sharing/access.ts';
import type { OrgSettings } from './settings.ts';
import type { Row } from './row.ts';

/** One row on its way into the database. */
export interface Change {
  /** Place in the request. */
  index: number;
  id: string;
  /** The row as it is stored; null for a new one. */
  before: Row | null;
  /** The row as it will be. */
  after: Row;
  /** Fields that the caller gave, by their canonical names. */
  given: ReadonlySet<string>;
  errors: RecordError[];
}

/** What rules work with inside the transaction of a save. */
export interface Saving {
  trx: Executor;
  catalogue: Catalogue;
  access: Access;
  /** The org's time as the API writes it, one for the whole save. */
  now: string;
  settings: OrgSettings;
  newIds(prefix: string, count: number): Promise<string[]>;
  /** Marks what the cached rights of users depend on as changed. */
  rightsChanged: () => unknown;
}

/** What an object does by itself when its rows change. */
export interface ObjectRules {
  /** Completes and checks rows before they are written; may add errors to them. */
  before?(saving: Saving, changes: readonly Change[]): void | Promise<void>;
  /** Follows up on rows that were written. */
  after?(saving: Saving, changes: readonly Change[]): void | Promise<void>;
  /** Refuses a deletion by adding errors. */
  beforeDelete?(saving: Saving, changes: readonly Change[]): void | Promise<void>;
  /** Follows up on rows that went; `after` of such a change carries IsDeleted. */
  afterDelete?(saving: Saving, changes: readonly Change[]): void | Promise<void>;
}

export const isChanged = (change: Change, field: string): boolean =>
  (change.before?.[field] ?? null) !== (change.after[field] ?? null);

export function fail(
  change: Change,
  statusCode: string,
  message: string,
  fields: readonly string[] = [],
): void {
  change.errors.push({ statusCode, message, fields: [...fields] });
}
