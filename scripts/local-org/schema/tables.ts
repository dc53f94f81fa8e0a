import { sql } from 'kysely';
import { type Executor, folded, type Sql, table } from '../database.ts';
import type { Catalogue } from './catalogue.ts';
import { createFoundations } from './foundations.ts';
import type { FieldDefinition, FieldType } from './field.ts';
import type { ObjectDefinition } from './object.ts';
import { keepPrefixes } from './prefixes.ts';

const COLUMN_TYPES: Partial<Record<FieldType, string>> = {
  boolean: 'boolean',
  int: 'integer',
  double: 'numeric',
  currency: 'numeric',
  percent: 'numeric',
  date: 'date',
  datetime: 'timestamptz(0)',
  time: 'time(0)',
  base64: 'bytea',
};

/** PostgreSQL type of a field's column; ids compare by byte. */
export function columnType(field: FieldDefinition): string {
  if (field.type === 'id' || field.type === 'reference') return 'text collate "C"';
  return COLUMN_TYPES[field.type] ?? 'text';
}

/** Whether the field has a column; an address is put together from others. */
const isStored = (field: FieldDefinition): boolean => field.type !== 'address';
export const storedFields = (object: ObjectDefinition): FieldDefinition[] =>
  [...object.fields.values()].filter(isStored);

/**
 * Brings the database up to the catalogue: missing tables, columns and indexes are added, nothing is ever dropped, so
 * that a field which left the metadata keeps its values until it comes back. Answers what was added.
 */
export async function migrate(trx: Executor, catalogue: Catalogue): Promise<AddedField[]> {
  await createFoundations(trx);
  await keepPrefixes(trx, catalogue);
  const known = await existingColumns(trx);
  const added: AddedField[] = [];
  for (const object of catalogue.objects) {
    if (!object.virtual) added.push(...(await migrateObject(trx, object, known.get(object.name))));
  }
  return added;
}

/** A column that the database did not have before. */
export interface AddedField {
  object: ObjectDefinition;
  field: FieldDefinition;
}

async function existingColumns(trx: Executor): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ table_name: string; names: string[] }>`
    select table_name, array_agg(column_name::text) as names from information_schema.columns
    where table_schema = 'sobject' group by table_name`.execute(trx);
  return new Map(rows.map((row) => [row.table_name, new Set(row.names)]));
}

async function migrateObject(
  trx: Executor,
  object: ObjectDefinition,
  known: Set<string> | undefined,
): Promise<AddedField[]> {
  const fields = storedFields(object);
  const missing = fields.filter((field) => !known?.has(field.name));
  if (known && missing.length === 0) return [];
  const columns = missing.map(columnDefinition);
  if (!known) await sql`create table ${table(object.name)} (${sql.join(columns)})`.execute(trx);
  else
    await sql`alter table ${table(object.name)} ${sql.join(columns.map((each) => sql`add column ${each}`))}`.execute(
      trx,
    );
  for (const index of missing.flatMap((field) => indexesOf(object, field))) await index.execute(trx);
  if (!known && object.uniqueTogether.length > 0) await uniqueTogether(object).execute(trx);
  return missing.map((field) => ({ object, field }));
}

function columnDefinition(field: FieldDefinition): Sql {
  const type = sql.raw(columnType(field));
  if (field.type === 'id') return sql`${sql.id(field.name)} ${type} primary key`;
  if (field.type === 'boolean')
    return sql`${sql.id(field.name)} ${type} not null default ${sql.lit(field.defaultValue === true)}`;
  return sql`${sql.id(field.name)} ${type}`;
}

/** Lookups, names, keys and change order are what this org is asked by. */
function indexesOf(object: ObjectDefinition, field: FieldDefinition): Sql[] {
  const name = sql.id(`${object.name}_${field.name}`);
  const on = sql`${table(object.name)}`;
  if (field.unique) return [uniqueIndex(object, field, name)];
  if (field.name === 'SystemModstamp') return [sql`create index ${name} on ${on} ("SystemModstamp", "Id")`];
  const isStamp = field.name === 'CreatedById' || field.name === 'LastModifiedById';
  if (field.type === 'reference' && !isStamp) {
    // Most lookups of most rows are empty: those rows cost the index nothing.
    return [
      sql`create index ${name} on ${on} (${sql.id(field.name)}) where ${sql.id(field.name)} is not null`,
    ];
  }
  if (field.externalId || field.nameField) return [sql`create index ${name} on ${on} (${keyOf(field)})`];
  return [];
}

/** What equality compares: text by its folded form unless the field is case-sensitive. */
const keyOf = (field: FieldDefinition): Sql =>
  columnType(field) === 'text' && !field.caseSensitive ? folded(sql.id(field.name)) : sql.id(field.name);

/** Two rows that race for the same place are told apart by the database. */
function uniqueTogether(object: ObjectDefinition): Sql {
  const live = object.softDelete ? sql` where not "IsDeleted"` : sql``;
  const columns = sql.join(object.uniqueTogether.map((name) => sql.id(name)));
  return sql`create unique index ${sql.id(`${object.name}_together`)} on ${table(object.name)} (${columns})${live}`;
}

function uniqueIndex(object: ObjectDefinition, field: FieldDefinition, name: Sql): Sql {
  const live = object.softDelete ? sql` where not "IsDeleted"` : sql``;
  return sql`create unique index ${name} on ${table(object.name)} (${keyOf(field)})${live}`;
}
