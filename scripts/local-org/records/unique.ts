import { sql } from 'kysely';
import { column, folded, table } from '../database.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { columnType } from '../schema/tables.ts';
import { type Change, fail, isChanged, type Saving } from './change.ts';
import type { FieldValue, Row } from './row.ts';

/** Adds DUPLICATE_VALUE to every change whose unique value another row (or an earlier row of the request) has. */
export async function checkUnique(
  saving: Saving,
  object: ObjectDefinition,
  changes: readonly Change[],
): Promise<void> {
  for (const field of object.fields.values()) {
    if (field.unique)
      await checkField(
        saving,
        object,
        field,
        changes.filter((change) => isChanged(change, field.name) && change.after[field.name] !== null),
      );
  }
}

/** Adds DUPLICATE_VALUE to every change whose place (fields that are unique together) another row has. */
export async function checkUniqueTogether(
  saving: Saving,
  object: ObjectDefinition,
  changes: readonly Change[],
): Promise<void> {
  const fields = object.uniqueTogether;
  const moved = changes.filter((change) => fields.some((field) => isChanged(change, field)));
  if (fields.length === 0 || moved.length === 0) return;
  const placeOf = (row: Row): string => JSON.stringify(fields.map((field) => row[field] ?? null));
  const known = await placesOf(saving, object, moved);
  const taken = new Map(known.map((row) => [placeOf(row), String(row['Id'])]));
  for (const change of moved) {
    const place = placeOf(change.after);
    const other = taken.get(place);
    if (other === undefined || other === change.id) taken.set(place, change.id);
    else
      fail(
        change,
        'DUPLICATE_VALUE',
        `duplicate value found: ${fields.join(', ')} duplicates value on record with id: ${other.slice(0, 15)}`,
        fields,
      );
  }
}

/** Live rows that share the first field's value with one of the changes. */
async function placesOf(
  { trx }: Saving,
  object: ObjectDefinition,
  changes: readonly Change[],
): Promise<Row[]> {
  const [first = ''] = object.uniqueTogether;
  const columns = sql.join(['Id', ...object.uniqueTogether].map((name) => sql.id(name)));
  const live = object.softDelete ? sql`and not "IsDeleted"` : sql``;
  const values = changes.map(({ after }) => after[first] ?? null);
  const { rows } =
    await sql<Row>`select ${columns} from ${table(object.name)} where ${sql.id(first)} = any(${values}) ${live}`.execute(
      trx,
    );
  return rows;
}

/** The value as the unique index compares it. */
export const uniqueKey = (field: FieldDefinition, value: unknown): string =>
  field.caseSensitive || columnType(field) !== 'text' ? String(value) : String(value).toUpperCase();

async function checkField(
  saving: Saving,
  object: ObjectDefinition,
  field: FieldDefinition,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const owners = await ownersOf(saving, object, field, changes);
  const seen = new Map<string, string>();
  for (const change of changes) {
    const key = uniqueKey(field, change.after[field.name]);
    const owner = owners.get(key);
    const other = owner !== undefined && owner !== change.id ? owner : seen.get(key);
    if (other === undefined) seen.set(key, change.id);
    else
      fail(
        change,
        'DUPLICATE_VALUE',
        `duplicate value found: ${field.name} duplicates value on record with id: ${other.slice(0, 15)}`,
        [field.name],
      );
  }
}

/** The one live row that holds each of these values, by the value's key. */
export async function ownersOf(
  saving: Pick<Saving, 'trx'>,
  object: ObjectDefinition,
  field: FieldDefinition,
  changes: readonly Pick<Change, 'after'>[],
): Promise<Map<string, string>> {
  const holders = await holdersOf(
    saving,
    object,
    field,
    changes.map((change) => change.after[field.name] ?? null),
  );
  return new Map([...holders].flatMap(([key, [id]]) => (id === undefined ? [] : [[key, id] as const])));
}

/** Ids of the live rows that hold these values, by the value's key. */
export async function holdersOf(
  { trx }: Pick<Saving, 'trx'>,
  object: ObjectDefinition,
  field: FieldDefinition,
  values: readonly FieldValue[],
): Promise<Map<string, string[]>> {
  const isText = columnType(field) === 'text' && !field.caseSensitive;
  const value = column('t', field.name);
  const wanted = isText ? sql`(select local_org.fold(v) from unnest(${values}::text[]) v)` : sql`${values}`;
  const live = object.softDelete ? sql`and not t."IsDeleted"` : sql``;
  const { rows } = await sql<{
    id: string;
    value: unknown;
  }>`select t."Id" as id, ${value} as value from ${table(object.name)} t
    where ${isText ? folded(value) : value} = any(${wanted}) ${live} order by t."Id"`.execute(trx);
  const groups = Map.groupBy(rows, (row) => uniqueKey(field, row.value));
  return new Map([...groups].map(([key, group]) => [key, group.map(({ id }) => id)]));
}
