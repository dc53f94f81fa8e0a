import { sql } from 'kysely';
import { table } from '../database.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { editableRows, readableRows } from '../sharing/visible-rows.ts';
import type { Executor } from '../database.ts';

export interface RowAccess {
  read: boolean;
  edit: boolean;
}

/** What sharing and object permissions let the user do with these rows; a row that is not there is absent. */
export async function accessTo(
  { trx, catalogue, access }: { trx: Executor; catalogue: Catalogue; access: Access },
  object: ObjectDefinition,
  ids: readonly string[],
): Promise<Map<string, RowAccess>> {
  const may = access.object(object);
  const read = readableRows(catalogue, access, object, 't') ?? sql`true`;
  const edit = editableRows(catalogue, access, object, 't') ?? sql`true`;
  const { rows } = await sql<RowAccess & { id: string }>`select t."Id" as id, ${read} as read, ${edit} as edit
    from ${table(object.name)} t where t."Id" = any(${ids})`.execute(trx);
  return new Map(rows.map((row) => [row.id, { read: row.read && may.read, edit: row.edit && may.edit }]));
}
