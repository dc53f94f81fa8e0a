import { noSuchColumnOn, type RecordError } from '../errors.ts';
import { fieldOf } from '../schema/catalogue.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import type { Row } from './row.ts';
import { readValue, type Wire } from './value.ts';

/** A record as a caller gives it: field names in any case, values as JSON or CSV has them. */
export type Given = Readonly<Record<string, unknown>>;
export type Operation = 'insert' | 'update';

/** A parent named by its external id instead of its id. */
export interface ForeignKey {
  lookup: FieldDefinition;
  field: string;
  value: unknown;
}

/** What a caller gave, read: values by canonical field name, and all that is wrong with them. */
export interface Input {
  values: Row;
  foreignKeys: ForeignKey[];
  errors: RecordError[];
}

/** Fields that only "Set Audit Fields upon Record Creation" opens, and only on insert. */
const AUDIT_FIELDS = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById'];

export function readInput(
  access: Access,
  object: ObjectDefinition,
  operation: Operation,
  given: Given,
  wire: Wire,
): Input {
  const input: Input = { values: {}, foreignKeys: [], errors: [] };
  const locked: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (name === 'attributes' || name.toLowerCase() === 'id') continue;
    const field = fieldOf(object, name);
    if (field && access.canRead(object, field))
      readField(access, object, operation, field, value, wire, input, locked);
    else if (!readForeignKey(access, object, operation, name, value, input, locked))
      input.errors.push(unknownField(object, name));
  }
  if (locked.length > 0) input.errors.push(notWritable(locked));
  return input;
}

const unknownField = (object: ObjectDefinition, name: string): RecordError => ({
  statusCode: 'INVALID_FIELD',
  message: noSuchColumnOn(name, object.name),
  fields: [name],
});

function readField(
  access: Access,
  object: ObjectDefinition,
  operation: Operation,
  field: FieldDefinition,
  value: unknown,
  wire: Wire,
  input: Input,
  locked: string[],
): void {
  if (!isWritable(access, object, operation, field)) {
    locked.push(field.name);
    return;
  }
  const reading = readValue(field, value, wire);
  if ('error' in reading) input.errors.push(reading.error);
  else input.values[field.name] = reading.value;
}

function isWritable(
  access: Access,
  object: ObjectDefinition,
  operation: Operation,
  field: FieldDefinition,
): boolean {
  if (operation === 'insert' && AUDIT_FIELDS.includes(field.name) && access.has('CreateAuditFields'))
    return true;
  if (!(operation === 'insert' ? field.createable : field.updateable)) return false;
  return access.canEdit(object, field);
}

const notWritable = (fields: string[]): RecordError => ({
  statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
  message: `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
  fields,
});

/** A parent by its external id counts as a value of the lookup; answers whether the name means a parent at all. */
function readForeignKey(
  access: Access,
  object: ObjectDefinition,
  operation: Operation,
  name: string,
  value: unknown,
  input: Input,
  locked: string[],
): boolean {
  const key = foreignKeyIn(object, name, value);
  if (key === null || !access.canRead(object, key.lookup)) return false;
  if (!isWritable(access, object, operation, key.lookup)) locked.push(key.lookup.name);
  else if (key.value !== '' && key.value !== null) input.foreignKeys.push(key);
  return true;
}

/** `{"Account": {"Code__c": "x"}}`, or a CSV column `Account.Code__c`. */
function foreignKeyIn(object: ObjectDefinition, name: string, value: unknown): ForeignKey | null {
  const [relationship = '', column] = name.split('.');
  const lookup = [...object.fields.values()].find(
    (field) => field.relationshipName?.toLowerCase() === relationship.toLowerCase(),
  );
  if (!lookup) return null;
  if (column !== undefined) return { lookup, field: column, value };
  if (typeof value !== 'object' || value === null) return null;
  const [pair] = Object.entries(value).filter(([key]) => key !== 'attributes');
  return pair ? { lookup, field: pair[0], value: pair[1] } : null;
}
