import { Temporal } from 'temporal-polyfill';
import { noSuchObject, SalesforceError } from '../errors.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { type Access, systemAccess } from '../sharing/access.ts';
import { loadAccess } from '../sharing/load-access.ts';
import { queryRecords, type QueryOptions } from '../soql/query.ts';
import type { Answer } from '../soql/run.ts';
import type { Given, Operation } from './input.ts';
import { rulesOf } from './rules/index.ts';
import { save, type SaveResult } from './save.ts';
import { transact, type Transacting } from './transact.ts';
import type { Wire } from './value.ts';

export interface SaveOptions {
  /** One failed record undoes the others. */
  allOrNone?: boolean;
  wire?: Wire;
}

/** Everything that reads and writes records, each call on somebody's behalf. */
export interface Records {
  /** @throws SalesforceError INVALID_SESSION_ID if there is no such active user */
  accessOf(userId: string): Promise<Access>;
  /** The same user without sharing, object and field limits. */
  systemAccessOf(userId: string): Promise<Access>;
  create(access: Access, object: string, records: readonly Given[], options?: SaveOptions): Promise<SaveResult[]>;
  update(access: Access, object: string, records: readonly Given[], options?: SaveOptions): Promise<SaveResult[]>;
  /** All rows of a query, up to a page; `more` says that there are others. */
  query(access: Access, soql: string, options?: QueryOptions): Promise<Answer>;
}

export function createRecords(parts: Omit<Transacting, 'rightsChanged'>): Records {
  const { db, catalogue, clock } = parts;
  const accesses = new Map<string, Promise<Access | null>>();
  const transacting: Transacting = { ...parts, rightsChanged: () => accesses.clear() };

  const accessOf = async (userId: string): Promise<Access> => {
    const known = accesses.get(userId) ?? loadAccess(db, userId);
    accesses.set(userId, known);
    const access = await known;
    if (!access) throw new SalesforceError('INVALID_SESSION_ID', 'Session expired or invalid');
    return access;
  };
  const saveAs =
    (operation: Operation) =>
    (access: Access, name: string, records: readonly Given[], { allOrNone = false, wire = 'json' }: SaveOptions = {}): Promise<SaveResult[]> => {
      const object = writableObject(parts, access, name, operation);
      return transact(transacting, access, allOrNone, (saving) => save(saving, { object, operation, records, wire, rules: rulesOf(object.name) }));
    };
  return {
    accessOf,
    systemAccessOf: async (userId) => systemAccess(await accessOf(userId)),
    create: saveAs('insert'),
    update: saveAs('update'),
    query: (access, soql, options = {}) => queryRecords({ db, catalogue, today: todayOf(clock.now(), access) }, access, soql, options),
  };
}

const todayOf = (now: Temporal.Instant, { timeZone }: Access): Temporal.PlainDate => now.toZonedDateTimeISO(timeZone).toPlainDate();

/** @throws SalesforceError if there is no such object for the user, or it cannot be written */
function writableObject({ catalogue }: Pick<Transacting, 'catalogue'>, access: Access, name: string, operation: Operation): ObjectDefinition {
  const object = catalogue.object(name);
  const may = object && access.object(object);
  if (!object || !may?.read) throw noSuchObject(name);
  const possible = operation === 'insert' ? object.createable && may.create : object.updateable && may.edit;
  if (possible) return object;
  throw new SalesforceError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be ${operation === 'insert' ? 'inserted' : 'updated'}: ${object.label}`);
}
