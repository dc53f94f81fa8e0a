import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { type Change, fail } from './change.ts';
import type { FieldValue, Row } from './row.ts';

/** A new row with what the org fills in: stamps, owner, currency, defaults of fields that were not given. */
export function completed(
  object: ObjectDefinition,
  access: Access,
  id: string,
  now: string,
  values: Row,
): Row {
  const row: Row = {};
  for (const field of object.fields.values()) {
    if (field.type !== 'address')
      row[field.name] = values[field.name] ?? defaultOf(field, access, id, now, field.name in values);
  }
  return row;
}

const STAMP_TIMES = ['CreatedDate', 'LastModifiedDate', 'SystemModstamp'];
const STAMP_USERS = ['CreatedById', 'LastModifiedById'];

function defaultOf(
  field: FieldDefinition,
  access: Access,
  id: string,
  now: string,
  wasGiven: boolean,
): FieldValue {
  if (field.type === 'id') return id;
  if (STAMP_TIMES.includes(field.name)) return now;
  if (STAMP_USERS.includes(field.name) || field.name === 'OwnerId') return access.userId;
  if (field.name === 'CurrencyIsoCode' || field.name === 'DefaultCurrencyIsoCode') return access.currency;
  // A null that was given on purpose stays null, except where the field cannot be null.
  if (wasGiven && field.nillable) return null;
  const picked = field.values.find((value) => value.isDefault)?.value;
  return field.defaultValue ?? picked ?? null;
}

/** What a change of a stored row stamps. */
export function stamped(object: ObjectDefinition, access: Access, now: string): Row {
  return {
    ...(object.fields.has('lastmodifieddate')
      ? { LastModifiedDate: now, LastModifiedById: access.userId }
      : {}),
    SystemModstamp: now,
  };
}

/** Adds REQUIRED_FIELD_MISSING for what must not be empty. */
export function checkRequired(object: ObjectDefinition, change: Change): void {
  const missing = [...object.fields.values()]
    .filter((field) => isMissing(field, change))
    .map((field) => field.name);
  if (missing.length > 0)
    fail(change, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
}

function isMissing(field: FieldDefinition, change: Change): boolean {
  if (field.nillable || field.calculated || field.type === 'boolean' || field.type === 'id') return false;
  const isSystem = !field.createable && !field.updateable;
  return !isSystem && (change.after[field.name] ?? null) === null;
}
