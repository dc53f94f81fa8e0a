import { sql } from 'kysely';
import { column, type Executor, type Sql, table } from '../database.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { columnType, storedFields } from '../schema/tables.ts';

/** A value as it is stored: dates and times in the forms of the REST API, ids in 18 characters. */
export type FieldValue = string | number | boolean | Buffer | null;
/** A row by field name; a field that is absent is null. */
export type Row = Record<string, FieldValue>;

/** The rows with these ids, in no order; deleted ones included. `lock` keeps them for this transaction. */
export async function loadRows(
  trx: Executor,
  object: ObjectDefinition,
  ids: readonly string[],
  lock = false,
): Promise<Map<string, Row>> {
  const fields = storedFields(object).filter((field) => field.type !== 'base64');
  const columns = fields.map((field) => column('t', field.name));
  // Locked in one order by everybody, so that two writers cannot wait for each other.
  const { rows } =
    await sql<Row>`select ${sql.join(columns)} from ${table(object.name)} t where t."Id" = any(${[...new Set(ids)]})
    order by t."Id" ${lock ? sql`for update` : sql``}`.execute(trx);
  return new Map(rows.map((row) => [String(row['Id']), row]));
}

const arrayOf = (field: FieldDefinition): Sql =>
  sql.raw(`${columnType(field).replace(' collate "C"', '')}[]`);

/** `unnest` of the rows' values, one array a column. */
function unnested(fields: readonly FieldDefinition[], rows: readonly Row[]): Sql {
  const arrays = fields.map(
    (field) => sql`${rows.map((row) => row[field.name] ?? defaultOf(field))}::${arrayOf(field)}`,
  );
  return sql`unnest(${sql.join(arrays)})`;
}

const defaultOf = (field: FieldDefinition): FieldValue =>
  field.type === 'boolean' ? field.defaultValue === true : null;

/** Writes new rows in one statement. */
export async function insertRows(
  trx: Executor,
  object: ObjectDefinition,
  rows: readonly Row[],
): Promise<void> {
  const fields = storedFields(object).filter((field) =>
    rows.some((row) => (row[field.name] ?? null) !== null),
  );
  if (rows.length === 0) return;
  const names = sql.join(fields.map((field) => sql.id(field.name)));
  await sql`insert into ${table(object.name)} (${names}) select * from ${unnested(fields, rows)}`.execute(
    trx,
  );
}

/** Changes rows: what each patch names; one statement for each set of fields that occurs. */
export async function updateRows(
  trx: Executor,
  object: ObjectDefinition,
  patches: ReadonlyMap<string, Row>,
): Promise<void> {
  const groups = Map.groupBy(patches, ([, patch]) => Object.keys(patch).sort().join());
  for (const group of groups.values()) {
    const names = Object.keys(group[0]?.[1] ?? {});
    const changed = storedFields(object).filter((field) => names.includes(field.name) && field.type !== 'id');
    const rows = group.map(([Id, patch]) => ({ ...patch, Id }));
    if (changed.length > 0) await updateGroup(trx, object, changed, rows);
  }
}

async function updateGroup(
  trx: Executor,
  object: ObjectDefinition,
  changed: readonly FieldDefinition[],
  rows: readonly Row[],
): Promise<void> {
  const id = storedFields(object).filter((field) => field.type === 'id');
  const names = sql.join([...id, ...changed].map((field) => sql.id(field.name)));
  const assignments = changed.map((field) => sql`${sql.id(field.name)} = ${column('v', field.name)}`);
  await sql`update ${table(object.name)} t set ${sql.join(assignments)}
    from ${unnested([...id, ...changed], rows)} v (${names}) where t."Id" = v."Id"`.execute(trx);
}
