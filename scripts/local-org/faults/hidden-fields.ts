import type { Access } from '../sharing/access.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';

/** The same user in an org that no longer has these fields (`Opportunity.NextStep`). */
export function withoutFields(access: Access, fields: readonly string[]): Access {
  if (fields.length === 0) return access;
  const gone = new Set(fields.map((name) => name.toLowerCase()));
  const has = (object: ObjectDefinition, field: FieldDefinition): boolean =>
    !gone.has(`${object.name}.${field.name}`.toLowerCase());
  return {
    ...access,
    canRead: (object, field) => has(object, field) && access.canRead(object, field),
    canEdit: (object, field) => has(object, field) && access.canEdit(object, field),
  };
}
