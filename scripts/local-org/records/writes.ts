import { SalesforceError } from '../errors.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import type { Given, Operation } from './input.ts';
import type { Shared } from './parts.ts';
import { readable } from './reads.ts';
import { remove } from './remove.ts';
import { rulesOf } from './rules/index.ts';
import { save, type SaveResult } from './save.ts';
import { type Begin, transact, type Transacting } from './transact.ts';
import { keyField, upsert } from './upsert.ts';
import type { Wire } from './value.ts';

export interface SaveOptions {
  /** One failed record undoes the others. */
  allOrNone?: boolean;
  wire?: Wire;
  /** Of an update: records that changed after this instant, as the API writes it, are refused. */
  unmodifiedSince?: string | undefined;
}

type Save = (
  access: Access,
  object: string,
  records: readonly Given[],
  options?: SaveOptions,
) => Promise<SaveResult[]>;

/** What can be done to records, each time on somebody's behalf. */
export interface Writes {
  create: Save;
  update: Save;
  /** Updates the rows that have the value of `key` (an external id), inserts the others. */
  upsert(
    access: Access,
    object: string,
    key: string,
    records: readonly Given[],
    options?: SaveOptions,
  ): Promise<SaveResult[]>;
  remove(
    access: Access,
    object: string,
    ids: readonly string[],
    options?: SaveOptions,
  ): Promise<SaveResult[]>;
}

export function writesOn(shared: Shared, begin: Begin): Writes {
  const transacting: Transacting = { ...shared, begin };
  const saving =
    (operation: Operation): Save =>
    async (access, name, records, { allOrNone = false, wire = 'json', unmodifiedSince } = {}) => {
      const object = writable(shared, access, name, operation);
      const rules = rulesOf(object.name);
      const request = { object, operation, records, wire, rules, unmodifiedSince };
      return transact(transacting, access, { count: records.length, allOrNone }, (inside) =>
        save(inside, request),
      );
    };
  return {
    create: saving('insert'),
    update: saving('update'),
    async upsert(access, name, key, records, { allOrNone = false, wire = 'json' } = {}) {
      const object = writable(shared, access, name, 'upsert');
      const field = keyField(access, object, key);
      return transact(transacting, access, { count: records.length, allOrNone }, (inside) =>
        upsert(inside, object, field, records, wire),
      );
    },
    async remove(access, name, ids, { allOrNone = false } = {}) {
      const object = writable(shared, access, name, 'delete');
      return transact(transacting, access, { count: ids.length, allOrNone }, (inside) =>
        remove(inside, object, ids),
      );
    },
  };
}

const VERBS = { insert: 'inserted', update: 'updated', upsert: 'upserted', delete: 'deleted' } as const;

/** @throws SalesforceError if there is no such object for the user, or it does not take the operation */
function writable(
  { catalogue }: Shared,
  access: Access,
  name: string,
  operation: keyof typeof VERBS,
): ObjectDefinition {
  const object = readable(catalogue, access, name);
  const may = access.object(object);
  const possible = {
    insert: object.createable && may.create,
    update: object.updateable && may.edit,
    upsert: object.createable && object.updateable && may.create && may.edit,
    delete: object.deletable && may.delete,
  }[operation];
  if (possible) return object;
  throw new SalesforceError(
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    `entity type cannot be ${VERBS[operation]}: ${object.label}`,
  );
}
