import { sql } from 'kysely';
import { type Executor, table } from '../database.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from './access.ts';
import { deletableRows, editableRows, readableRows } from './visible-rows.ts';

export interface RowAccess {
  read: boolean;
  edit: boolean;
  delete: boolean;
}

interface Asking {
  trx: Executor;
  catalogue: Catalogue;
  access: Access;
}

/** The same of rows that are there: of a user whom sharing does not limit the database need not be asked. */
export async function accessToStored(
  asking: Asking,
  object: ObjectDefinition,
  ids: readonly string[],
): Promise<Map<string, RowAccess>> {
  const { catalogue, access } = asking;
  // Whoever may delete all rows may read and change them.
  if (deletableRows(catalogue, access, object, 't') !== null) return accessTo(asking, object, ids);
  const may = access.object(object);
  return new Map(ids.map((id) => [id, may]));
}

/** What sharing and object permissions let the user do with these rows; a row that is not there is absent. */
export async function accessTo(
  { trx, catalogue, access }: Asking,
  object: ObjectDefinition,
  ids: readonly string[],
): Promise<Map<string, RowAccess>> {
  const may = access.object(object);
  const read = readableRows(catalogue, access, object, 't') ?? sql`true`;
  const edit = editableRows(catalogue, access, object, 't') ?? sql`true`;
  const remove = deletableRows(catalogue, access, object, 't') ?? sql`true`;
  const { rows } = await sql<
    RowAccess & { id: string }
  >`select t."Id" as id, ${read} as read, ${edit} as edit,
    ${remove} as delete
    from ${table(object.name)} t where t."Id" = any(${ids})`.execute(trx);
  return new Map(
    rows.map((row) => [
      row.id,
      { read: row.read && may.read, edit: row.edit && may.edit, delete: row.delete && may.delete },
    ]),
  );
}
