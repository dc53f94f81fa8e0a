import { objectNamed } from '../../schema/catalogue.ts';
import type { Saving } from '../change.ts';
import { completed } from '../complete.ts';
import { insertRows, type Row } from '../row.ts';

/** Inserts rows that the org makes by itself, with stamps and defaults; answers their ids. */
export async function insertOwn(
  saving: Saving,
  objectName: string,
  values: readonly Row[],
): Promise<string[]> {
  if (values.length === 0) return [];
  const object = objectNamed(saving.catalogue, objectName);
  const ids = await saving.newIds(object.prefix, values.length);
  const rows = values.map((value, index) =>
    completed(object, saving.access, ids[index] ?? '', saving.now, value),
  );
  await insertRows(saving.trx, object, rows);
  return ids;
}

/** Distinct ids that rows name in some of their fields. */
export const idsIn = (rows: readonly (Row | null)[], ...fields: readonly string[]): string[] => [
  ...new Set(
    rows.flatMap((row) => fields.flatMap((field) => (typeof row?.[field] === 'string' ? [row[field]] : []))),
  ),
];
