import { sql } from 'kysely';
import { column, table } from '../database.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { editableRows, readableRows } from '../sharing/visible-rows.ts';
import { type Change, fail, isChanged, type Saving } from './change.ts';

interface Link {
  change: Change;
  field: FieldDefinition;
  id: string;
}

/** Adds an error to every change that points at a row which is not there, of another kind, or closed to the user. */
export async function checkReferences(
  saving: Saving,
  object: ObjectDefinition,
  changes: readonly Change[],
): Promise<void> {
  const lookups = [...object.fields.values()].filter((field) => field.type === 'reference');
  const links = changes.flatMap((change) => lookups.flatMap((field) => linkOf(change, field)));
  const byTarget = Map.groupBy(links, ({ id, field }) => targetOf(saving, id, field));
  for (const [target, group] of byTarget) {
    if (target) await checkTarget(saving, object, target, group);
    else
      for (const { change, field, id } of group)
        fail(change, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
  }
}

function linkOf(change: Change, field: FieldDefinition): Link[] {
  const id = change.after[field.name];
  return typeof id === 'string' && change.given.has(field.name) && isChanged(change, field.name)
    ? [{ change, field, id }]
    : [];
}

function targetOf({ catalogue }: Saving, id: string, field: FieldDefinition): ObjectDefinition | undefined {
  const target = catalogue.ofId(id);
  return target && field.referenceTo.includes(target.name) ? target : undefined;
}

async function checkTarget(
  saving: Saving,
  object: ObjectDefinition,
  target: ObjectDefinition,
  links: readonly Link[],
): Promise<void> {
  const ids = [...new Set(links.map(({ id }) => id))];
  const open = await openRows(saving, target, ids);
  for (const { change, field, id } of links) {
    const found = open.get(id);
    const needsEdit = object.sharing.model === 'parent' && object.sharing.field === field.name;
    if (!found) fail(change, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
    else if (object.fields.has('ownerid') && field.name === 'OwnerId' && !found.active)
      fail(
        change,
        'INACTIVE_OWNER_OR_USER',
        `operation performed with inactive user [${id.slice(0, 15)}] as owner of ${object.label.toLowerCase()}`,
      );
    else if (found.forObject !== null && found.forObject !== object.name)
      fail(
        change,
        'INVALID_CROSS_REFERENCE_KEY',
        `Record Type ID: this ID value isn't valid for the user: ${id}`,
        [field.name],
      );
    else if (found.deleted) fail(change, 'ENTITY_IS_DELETED', 'entity is deleted', [field.name]);
    else if (!found.readable || (needsEdit && !found.editable)) {
      fail(
        change,
        'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
        `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`,
        [],
      );
    }
  }
}

interface OpenRow {
  deleted: boolean;
  readable: boolean;
  editable: boolean;
  /** Of a user: whether he or she may own records. */
  active: boolean;
  /** Of a record type: its object. */
  forObject: string | null;
}

async function openRows(
  { trx, catalogue, access }: Saving,
  target: ObjectDefinition,
  ids: readonly string[],
): Promise<Map<string, OpenRow>> {
  const readable = readableRows(catalogue, access, target, 't') ?? sql`true`;
  const editable = editableRows(catalogue, access, target, 't') ?? sql`true`;
  const deleted = target.softDelete ? column('t', 'IsDeleted') : sql`false`;
  const active = target.name === 'User' ? column('t', 'IsActive') : sql`true`;
  const forObject = target.name === 'RecordType' ? column('t', 'SobjectType') : sql`null::text`;
  const { rows } = await sql<
    OpenRow & { id: string }
  >`select t."Id" as id, ${deleted} as deleted, ${readable} as readable, ${editable} as editable,
    ${active} as active, ${forObject} as "forObject"
    from ${table(target.name)} t where t."Id" = any(${ids})`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}
