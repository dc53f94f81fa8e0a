import { sql } from 'kysely';
import { column, type Sql, table } from '../database.ts';
import { type Catalogue, fieldOf } from '../schema/catalogue.ts';
import type { FieldDefinition } from '../schema/field.ts';
import { boolean, email, nameField, phone, picklist, reference, text } from '../schema/field.ts';
import { defineObject, type ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { readableRows } from '../sharing/visible-rows.ts';

/** What can be read through a lookup that may point at several objects. */
export const NAME_OBJECT: ObjectDefinition = defineObject('Name', {
  prefix: '',
  softDelete: false,
  stamps: 'none',
  writable: false,
  virtual: true,
  fields: {
    Name: text(255, nameField),
    LastName: text(80),
    FirstName: text(80),
    Type: picklist([]),
    Alias: text(8),
    UserRoleId: reference('UserRole'),
    RecordTypeId: reference('RecordType'),
    IsActive: boolean(),
    ProfileId: reference('Profile'),
    Title: text(128),
    Email: email(),
    Phone: phone(),
    Username: text(80),
  },
});

/** The rows of all objects that a lookup may point at, as rows of Name. */
export function nameRows(catalogue: Catalogue, access: Access, referenceTo: readonly string[]): Sql {
  const targets = referenceTo.flatMap((name) => catalogue.object(name) ?? []);
  return sql.join(
    targets.map((target) => rowsOf(catalogue, access, target)),
    sql` union all `,
  );
}

function rowsOf(catalogue: Catalogue, access: Access, target: ObjectDefinition): Sql {
  const columns = [...NAME_OBJECT.fields.values()].map(
    (field) => sql`${valueOf(target, field)} as ${sql.id(field.name)}`,
  );
  const readable = readableRows(catalogue, access, target, 'r');
  const live = target.softDelete ? sql`not ${column('r', 'IsDeleted')}` : sql`true`;
  return sql`select ${sql.join(columns)} from ${table(target.name)} r where ${live}${readable ? sql` and ${readable}` : sql``}`;
}

function valueOf(target: ObjectDefinition, field: FieldDefinition): Sql {
  if (field.name === 'Type') return sql`${sql.lit(target.name)}::text`;
  const wanted =
    field.name === 'Name'
      ? [...target.fields.values()].find((each) => each.nameField)
      : fieldOf(target, field.name);
  if (wanted) return column('r', wanted.name);
  return field.type === 'boolean' ? sql`false` : sql`null::text`;
}
