import { sql } from 'kysely';
import { type Executor, table } from '../database.ts';
import { normalId } from '../ids.ts';
import { type Catalogue, fieldOf } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { accessTo } from '../sharing/accessible.ts';

/** Content of a binary field of a row that the user may read. */
export async function readBlob(
  executor: Executor,
  catalogue: Catalogue,
  access: Access,
  object: ObjectDefinition,
  given: string,
  name: string,
): Promise<Buffer | null> {
  const field = fieldOf(object, name);
  const id = normalId(given);
  if (field?.type !== 'base64' || id === null || !access.canRead(object, field)) return null;
  const open = await accessTo({ trx: executor, catalogue, access }, object, [id]);
  if (!open.get(id)?.read) return null;
  const { rows } = await sql<{
    data: Buffer | null;
  }>`select ${sql.id(field.name)} as data from ${table(object.name)} where "Id" = ${id}`.execute(executor);
  return rows[0]?.data ?? null;
}
