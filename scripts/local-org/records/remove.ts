import { sql } from 'kysely';
import { table } from '../database.ts';
import type { RecordError } from '../errors.ts';
import type { ChildRelationship } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { accessToStored, type RowAccess } from '../sharing/accessible.ts';
import { type Change, fail, type Saving } from './change.ts';
import { stamped } from './complete.ts';
import { normalId } from '../ids.ts';
import { loadRows, type Row, updateRows } from './row.ts';
import { rulesOf } from './rules/index.ts';
import type { SaveResult } from './save.ts';

/**
 * Deletes rows, with what lives and dies with them; lookups to them are cleared. Rows of most objects stay in the
 * recycle bin, marked by IsDeleted, where queryAll finds them.
 */
export async function remove(
  saving: Saving,
  object: ObjectDefinition,
  given: readonly string[],
): Promise<SaveResult[]> {
  const ids = given.map(normalId);
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  const stored = await loadRows(saving.trx, object, known, true);
  const access = await accessToStored(saving, object, [...stored.keys()]);
  const seen = new Set<string>();
  const changes = ids.map((id, index): Change => {
    const before = id && !seen.has(id) ? (stored.get(id) ?? null) : null;
    if (id) seen.add(id);
    return deletion(
      saving,
      object,
      index,
      id ?? given[index] ?? '',
      before,
      id ? access.get(id) : undefined,
      id === null,
    );
  });
  const rules = rulesOf(object.name);
  await checkRestrictions(saving, object, fine(changes));
  await rules.beforeDelete?.(saving, fine(changes));
  await removeRows(saving, object, fine(changes));
  return changes.map(({ id, errors }) => ({
    id: errors.length === 0 ? id : null,
    success: errors.length === 0,
    errors,
  }));
}

const fine = (changes: readonly Change[]): Change[] => changes.filter((change) => change.errors.length === 0);

function deletion(
  saving: Saving,
  object: ObjectDefinition,
  index: number,
  id: string,
  before: Row | null,
  access: RowAccess | undefined,
  malformed: boolean,
): Change {
  const after = {
    ...before,
    ...(object.softDelete ? { IsDeleted: true } : {}),
    ...stamped(object, saving.access, saving.now),
  };
  return { index, id, before, after, given: new Set(), errors: refusals(id, before, access, malformed) };
}

function refusals(
  id: string,
  before: Row | null,
  access: RowAccess | undefined,
  malformed: boolean,
): RecordError[] {
  const refuse = (statusCode: string, message: string): RecordError[] => [
    { statusCode, message, fields: [] },
  ];
  if (malformed) return refuse('MALFORMED_ID', `bad id ${id}`);
  if (before?.['IsDeleted'] === true) return refuse('ENTITY_IS_DELETED', 'entity is deleted');
  if (!before || !access?.read) return refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  return access.delete
    ? []
    : refuse('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

/** A row that others must not lose cannot go. */
async function checkRestrictions(
  saving: Saving,
  object: ObjectDefinition,
  changes: readonly Change[],
): Promise<void> {
  const restricting = saving.catalogue
    .referencesTo(object.name)
    .filter(({ field }) => field.onParentDelete === 'restrict');
  for (const { child, field } of restricting) {
    const live = child.softDelete ? sql`and not "IsDeleted"` : sql``;
    const { rows } = await sql<{
      id: string;
    }>`select distinct ${sql.id(field.name)} as id from ${table(child.name)}
      where ${sql.id(field.name)} = any(${changes.map(({ id }) => id)}) ${live}`.execute(saving.trx);
    const held = new Set(rows.map(({ id }) => id));
    for (const change of changes.filter(({ id }) => held.has(id))) {
      fail(
        change,
        'DELETE_FAILED',
        `Your attempt to delete ${String(change.before?.['Name'] ?? change.id)} could not be completed because it is associated with the following ${child.labelPlural.toLowerCase()}`,
      );
    }
  }
}

/** The rows themselves and, level by level, what hangs on them. */
async function removeRows(
  saving: Saving,
  object: ObjectDefinition,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const ids = changes.map(({ id }) => id);
  for (const reference of saving.catalogue.referencesTo(object.name)) await followUp(saving, reference, ids);
  if (object.softDelete)
    await updateRows(saving.trx, object, new Map(changes.map((change) => [change.id, tombstone(change)])));
  else await sql`delete from ${table(object.name)} where "Id" = any(${ids})`.execute(saving.trx);
  await rulesOf(object.name).afterDelete?.(saving, changes);
}

const tombstone = ({ before, after }: Change): Row =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== (before?.[name] ?? null)));

async function followUp(
  saving: Saving,
  { child, field }: ChildRelationship,
  ids: readonly string[],
): Promise<void> {
  if (child.virtual) return;
  if (field.onParentDelete === 'cascade') return cascade(saving, child, field.name, ids);
  await sql`update ${table(child.name)} set ${sql.id(field.name)} = null where ${sql.id(field.name)} = any(${ids})`.execute(
    saving.trx,
  );
}

async function cascade(
  saving: Saving,
  child: ObjectDefinition,
  field: string,
  ids: readonly string[],
): Promise<void> {
  const live = child.softDelete ? sql`and not "IsDeleted"` : sql``;
  const { rows } = await sql<{
    id: string;
  }>`select "Id" as id from ${table(child.name)} where ${sql.id(field)} = any(${ids}) ${live}`.execute(
    saving.trx,
  );
  if (rows.length === 0) return;
  const stored = await loadRows(
    saving.trx,
    child,
    rows.map(({ id }) => id),
    true,
  );
  const changes = [...stored].map(([id, before], index) =>
    deletion(saving, child, index, id, before, { read: true, edit: true, delete: true }, false),
  );
  await removeRows(saving, child, changes);
}
