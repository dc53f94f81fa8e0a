import { type Database, type Executor } from '../database.ts';
import { noSuchObject, SalesforceError } from '../errors.ts';
import type { Clock } from '../clock.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { type Access, systemAccess } from '../sharing/access.ts';
import { type DefaultedObject, setOrganizationWideDefault } from '../sharing/defaults.ts';
import { loadAccess } from '../sharing/load-access.ts';
import { columnsOf, explain } from '../soql/explain.ts';
import { flatColumns, type Path } from '../soql/flat.ts';
import { objectOf } from '../soql/from.ts';
import { parseSoql } from '../soql/parse.ts';
import { contextOf, openCursor, type Page, type QueryOptions, queryMore, queryPage, type Querying } from '../soql/query.ts';
import type { QueriedRecord } from '../soql/record.ts';
import type { Given } from './input.ts';
import { readBlob } from './blob.ts';
import { type ChangedRow, changedRows, type Span } from './changed.ts';
import { holdersFor } from './holders.ts';
import { remove } from './remove.ts';
import { retrieve } from './retrieve.ts';
import { rulesOf } from './rules/index.ts';
import { save, type SaveResult } from './save.ts';
import { type Begin, insideTransaction, ownTransactions, transact, type Transacting } from './transact.ts';
import { keyField, upsert } from './upsert.ts';
import type { Wire } from './value.ts';

export type { Page, QueryOptions } from '../soql/query.ts';

export interface SaveOptions {
  /** One failed record undoes the others. */
  allOrNone?: boolean;
  wire?: Wire;
}

/**
 * Everything that reads and writes records, each call on somebody's behalf. What is wrong with one record is in its
 * result; a SalesforceError says what is wrong with the whole request.
 */
export interface Records {
  /** @throws SalesforceError INVALID_SESSION_ID if there is no such active user */
  accessOf(userId: string): Promise<Access>;
  /** The same user without sharing, object and field limits. */
  systemAccessOf(userId: string): Promise<Access>;
  create(access: Access, object: string, records: readonly Given[], options?: SaveOptions): Promise<SaveResult[]>;
  update(access: Access, object: string, records: readonly Given[], options?: SaveOptions): Promise<SaveResult[]>;
  /** Updates the rows that have the value of `key` (an external id), inserts the others. */
  upsert(access: Access, object: string, key: string, records: readonly Given[], options?: SaveOptions): Promise<SaveResult[]>;
  remove(access: Access, object: string, ids: readonly string[], options?: SaveOptions): Promise<SaveResult[]>;
  /** Records by id, null where there is none; all fields that the user may read unless some are named. */
  retrieve(access: Access, object: string, ids: readonly string[], fields?: readonly string[] | null, recordsUrl?: string): Promise<(QueriedRecord | null)[]>;
  /** Ids of the rows that have this value of an external id (or of Id). */
  holders(access: Access, object: string, key: string, value: string): Promise<string[]>;
  /** Content of a binary field; null if there is none. */
  blob(access: Access, object: string, id: string, field: string): Promise<Buffer | null>;
  /** Ids of rows created or changed, or deleted, from `start` until `end`. */
  changed(access: Access, object: string, kind: 'updated' | 'deleted', span: Span): Promise<ChangedRow[]>;
  query(access: Access, soql: string, options?: QueryOptions): Promise<Page>;
  queryMore(access: Access, locator: string, options?: QueryOptions): Promise<Page>;
  explain(access: Access, soql: string): Promise<unknown>;
  columns(access: Access, soql: string): unknown;
  /** Sets an organization-wide default; Salesforce does that in Setup only. */
  setOrganizationWideDefault(object: DefaultedObject, access: 'None' | 'Read' | 'Edit'): Promise<void>;
  /** Keeps the rows that a query lists; `queryMore` reads them by `<id>-<offset>`. */
  openCursor(access: Access, soql: string, withDeleted: boolean): Promise<{ id: string; total: number }>;
  /** Columns of a query whose answer is one flat line a record. */
  flatColumns(access: Access, soql: string): Path[];
  /** Name of the object that a query lists. */
  objectOfQuery(access: Access, soql: string): string;
  /** The same, with everything that `work` writes kept or undone together: undone when it throws. */
  together<Result>(work: (records: Records, trx: Executor) => Promise<Result>): Promise<Result>;
}

export interface RecordsParts {
  db: Database;
  catalogue: Catalogue;
  clock: Clock;
}

export function createRecords(parts: RecordsParts): Records {
  const accesses = new Map<string, Promise<Access | null>>();
  const accessOf = async (userId: string): Promise<Access> => {
    const known = accesses.get(userId) ?? loadAccess(parts.db, userId);
    accesses.set(userId, known);
    const access = await known;
    if (!access) throw new SalesforceError('INVALID_SESSION_ID', 'Session expired or invalid');
    return access;
  };
  return recordsOn({ ...parts, accessOf, rightsChanged: () => accesses.clear() }, parts.db, ownTransactions(parts.db));
}

interface Shared extends RecordsParts {
  accessOf(userId: string): Promise<Access>;
  rightsChanged(): void;
}

function recordsOn(shared: Shared, executor: Executor, begin: Begin): Records {
  const { catalogue, clock, accessOf } = shared;
  const transacting: Transacting = { ...shared, begin };
  const querying = (access: Access): Querying => ({
    ...shared,
    executor,
    today: clock.now().toZonedDateTimeISO(access.timeZone).toPlainDate(),
  });
  const saving =
    (operation: 'insert' | 'update') =>
    (access: Access, name: string, records: readonly Given[], { allOrNone = false, wire = 'json' }: SaveOptions = {}): Promise<SaveResult[]> => {
      const object = writable(catalogue, access, name, operation);
      return transact(transacting, access, allOrNone, (save_) => save(save_, { object, operation, records, wire, rules: rulesOf(object.name) }));
    };
  return {
    accessOf,
    systemAccessOf: async (userId) => systemAccess(await accessOf(userId)),
    create: saving('insert'),
    update: saving('update'),
    async upsert(access, name, key, records, { allOrNone = false, wire = 'json' } = {}) {
      const object = writable(catalogue, access, name, 'upsert');
      return transact(transacting, access, allOrNone, (inside) => upsert(inside, object, keyField(object, key), records, wire));
    },
    async remove(access, name, ids, { allOrNone = false } = {}) {
      const object = writable(catalogue, access, name, 'delete');
      return transact(transacting, access, allOrNone, (inside) => remove(inside, object, ids));
    },
    retrieve: async (access, name, ids, fields = null, recordsUrl) =>
      retrieve(querying(access), access, readable(catalogue, access, name), ids, fields, recordsUrl),
    holders: (access, name, key, value) => holdersFor(executor, readable(catalogue, access, name), access, key, value, catalogue),
    blob: (access, name, id, field) => readBlob(executor, catalogue, access, readable(catalogue, access, name), id, field),
    changed: (access, name, kind, span) => changedRows(executor, catalogue, access, readable(catalogue, access, name), kind, span),
    query: (access, soql, options = {}) => queryPage(querying(access), access, soql, options),
    queryMore: (access, locator, options = {}) => queryMore(querying(access), access, locator, options),
    explain: (access, soql) => explain(querying(access), access, soql),
    columns: (access, soql) => columnsOf(querying(access), access, soql),
    async setOrganizationWideDefault(object, access) {
      await setOrganizationWideDefault(executor, object, access);
      shared.rightsChanged();
    },
    openCursor: (access, soql, withDeleted) => openCursor(querying(access), access, soql, withDeleted),
    flatColumns: (access, soql) => flatColumns(contextOf(querying(access), access, soql, {}), parseSoql(soql)),
    objectOfQuery: (access, soql) => objectOf(contextOf(querying(access), access, soql, {}), parseSoql(soql)).name,
    async together(work) {
      let rights = false;
      const rightsChanged = (): void => {
        rights = true;
        shared.rightsChanged();
      };
      const result = await begin((trx) => work(recordsOn({ ...shared, rightsChanged }, trx, insideTransaction(trx)), trx));
      // Rights that somebody read before the end of the transaction are the old ones.
      if (rights) shared.rightsChanged();
      return result;
    },
  };
}

/** @throws SalesforceError INVALID_TYPE if there is no such object for the user */
function readable(catalogue: Catalogue, access: Access, name: string): ObjectDefinition {
  const object = catalogue.object(name);
  if (!object || !access.object(object).read) throw noSuchObject(name);
  return object;
}

const VERBS = { insert: 'inserted', update: 'updated', upsert: 'upserted', delete: 'deleted' } as const;

function writable(catalogue: Catalogue, access: Access, name: string, operation: keyof typeof VERBS): ObjectDefinition {
  const object = readable(catalogue, access, name);
  const may = access.object(object);
  const possible = {
    insert: object.createable && may.create,
    update: object.updateable && may.edit,
    upsert: object.createable && object.updateable && may.create && may.edit,
    delete: object.deletable && may.delete,
  }[operation];
  if (possible) return object;
  throw new SalesforceError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be ${VERBS[operation]}: ${object.label}`);
}
