import type { Executor } from '../database.ts';
import { SalesforceError } from '../errors.ts';
import { type Access, systemAccess } from '../sharing/access.ts';
import { type DefaultedObject, setOrganizationWideDefault } from '../sharing/defaults.ts';
import { loadAccess } from '../sharing/load-access.ts';
import { idsFromBlocks } from './ids.ts';
import type { RecordsParts, Shared } from './parts.ts';
import { type Reads, readsOn } from './reads.ts';
import { type Begin, insideTransaction, ownTransactions } from './transact.ts';
import { type Writes, writesOn } from './writes.ts';

export type { Page } from '../soql/query.ts';
export type { SaveOptions } from './writes.ts';

/**
 * Everything that reads and writes records, each call on somebody's behalf. What is wrong with one record is in its
 * result; a SalesforceError says what is wrong with the whole request.
 */
export interface Records extends Reads, Writes {
  /** @throws SalesforceError INVALID_SESSION_ID if there is no such active user */
  accessOf(userId: string): Promise<Access>;
  /** The same user without sharing, object and field limits. */
  systemAccessOf(userId: string): Promise<Access>;
  /** Sets an organization-wide default; Salesforce does that in Setup only. */
  setOrganizationWideDefault(object: DefaultedObject, access: 'None' | 'Read' | 'Edit'): Promise<void>;
  /** The same, with everything that `work` writes kept or undone together: undone when it throws. */
  together<Result>(work: (records: Records, trx: Executor) => Promise<Result>): Promise<Result>;
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
  const rightsChanged = (): void => accesses.clear();
  return recordsOn(
    { ...parts, accessOf, rightsChanged, newIds: idsFromBlocks() },
    parts.db,
    ownTransactions(parts.db),
  );
}

function recordsOn(shared: Shared, executor: Executor, begin: Begin): Records {
  const { accessOf } = shared;
  return {
    ...readsOn(shared, executor),
    ...writesOn(shared, begin),
    accessOf,
    systemAccessOf: async (userId) => systemAccess(await accessOf(userId)),
    async setOrganizationWideDefault(object, access) {
      await setOrganizationWideDefault(executor, object, access);
      shared.rightsChanged();
    },
    together: (work) =>
      noticingRights(shared, (inside) =>
        begin((trx) => work(recordsOn(inside, trx, insideTransaction(trx)), trx), true),
      ),
  };
}

/** Rights that somebody read before the end of the transaction that changed them are the old ones: forgotten again. */
async function noticingRights<Result>(
  shared: Shared,
  work: (inside: Shared) => Promise<Result>,
): Promise<Result> {
  const changed = new Set<'rights'>();
  const result = await work({
    ...shared,
    rightsChanged() {
      changed.add('rights');
      shared.rightsChanged();
    },
  });
  if (changed.size > 0) shared.rightsChanged();
  return result;
}
