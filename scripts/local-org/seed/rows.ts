import type { Access } from '../sharing/access.ts';
import type { Executor } from '../database.ts';
import { type Catalogue, objectNamed } from '../schema/catalogue.ts';
import { completed } from '../records/complete.ts';
import { newIds } from '../records/ids.ts';
import { insertRows, type Row } from '../records/row.ts';

/** What seeding writes with: rows as the org itself writes them, past the checks of a save. */
export interface Seeding {
  trx: Executor;
  catalogue: Catalogue;
  /** Whose name the rows carry. */
  access: Access;
  now: string;
}

/** Inserts rows with their stamps and defaults; answers their ids in the same order. */
export async function seedRows(
  seeding: Seeding,
  objectName: string,
  rows: readonly Row[],
): Promise<string[]> {
  const { trx, catalogue, access, now } = seeding;
  const object = objectNamed(catalogue, objectName);
  const fresh = await newIds(trx, object.prefix, rows.length);
  const complete = rows.map((row, index) =>
    completed(object, access, String(row['Id'] ?? fresh[index]), now, row),
  );
  for (let start = 0; start < complete.length; start += 1000)
    await insertRows(trx, object, complete.slice(start, start + 1000));
  return complete.map((row) => String(row['Id']));
}
