import { sql } from 'kysely';
import { table } from '../database.ts';
import type { Row } from '../records/row.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { AddedField } from '../schema/tables.ts';
import { type Seeding, seedRows } from './rows.ts';

/**
 * Opens new standard objects and fields to every profile, as a Salesforce release does. Custom ones stay closed until a
 * permission set opens them. What an admin took away later stays away: only what is new is granted.
 */
export async function grantToProfiles(seeding: Seeding, added: readonly AddedField[]): Promise<void> {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select s."Id" as id, p."Name" as name from ${table('PermissionSet')} s
    join ${table('Profile')} p on p."Id" = s."ProfileId" where s."IsOwnedByProfile"`.execute(seeding.trx);
  const open = added.filter(({ object, field }) => isData(object) && !object.custom && !field.custom);
  const objects = [...new Set(open.filter(({ field }) => field.type === 'id').map(({ object }) => object))];
  const fields = open.flatMap(({ object, field }) => permissionsOf(object, field));
  await seedRows(
    seeding,
    'ObjectPermissions',
    rows.flatMap(({ id, name }) => objects.map((object) => objectGrant(id, name, object))),
  );
  await seedRows(
    seeding,
    'FieldPermissions',
    rows.flatMap(({ id }) => fields.map((each) => fieldGrant(id, each))),
  );
}

/** What is granted for a new column: the field, or with its street the whole address. */
function permissionsOf(object: ObjectDefinition, field: FieldDefinition): AddedField[] {
  if (field.permissionable) return [{ object, field }];
  const compound = field.compound === null ? undefined : object.fields.get(field.compound.toLowerCase());
  return compound && field.name.endsWith('Street') ? [{ object, field: compound }] : [];
}

const isData = (object: ObjectDefinition): boolean => object.sharing.model !== 'setup' && !object.virtual;
const MASTER_DATA = ['Product2', 'Pricebook2', 'PricebookEntry'];

/** Everybody works with records; products and prices are the administrators'. */
function objectGrant(parent: string, profile: string, object: ObjectDefinition): Row {
  const mayChange = profile !== 'Standard User' || !MASTER_DATA.includes(object.name);
  return {
    ParentId: parent,
    SobjectType: object.name,
    PermissionsRead: true,
    PermissionsCreate: mayChange,
    PermissionsEdit: mayChange,
    PermissionsDelete: mayChange,
    PermissionsViewAllRecords: profile !== 'Standard User',
    PermissionsModifyAllRecords: profile !== 'Standard User',
  };
}

const fieldGrant = (parent: string, { object, field }: AddedField): Row => ({
  ParentId: parent,
  SobjectType: object.name,
  Field: `${object.name}.${field.name}`,
  PermissionsRead: true,
  PermissionsEdit: field.createable || field.updateable || field.type === 'address',
});
