import { SalesforceError } from '../errors.ts';
import { fieldOf } from '../schema/catalogue.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import type { Saving } from './change.ts';
import type { Given } from './input.ts';
import { rulesOf } from './rules/index.ts';
import { idOf, save, type SaveResult } from './save.ts';
import { holdersOf, uniqueKey } from './unique.ts';
import { readValue, type Wire } from './value.ts';

/** The field that tells whether a row is there: an external id, or Id itself. */
export function keyField(access: Access, object: ObjectDefinition, name: string): FieldDefinition {
  const field = fieldOf(object, name);
  const isOpen = field !== undefined && access.canRead(object, field);
  if (isOpen && (field.externalId || field.type === 'id' || (field.unique && field.custom))) return field;
  throw new SalesforceError(
    'INVALID_FIELD',
    `Field name provided, ${name} is not an External ID or indexed field for ${object.name}`,
  );
}

type Placed = { index: number; record: Given; created: boolean } | { index: number; refused: SaveResult };

/** Updates the rows that have the key, inserts the others; results in the order of the request. */
export async function upsert(
  saving: Saving,
  object: ObjectDefinition,
  key: FieldDefinition,
  records: readonly Given[],
  wire: Wire,
): Promise<SaveResult[]> {
  const placed =
    key.type === 'id' ? records.map(placedById) : await placedByKey(saving, object, key, records);
  const results = new Map<number, SaveResult>();
  for (const each of placed) if ('refused' in each) results.set(each.index, each.refused);
  for (const created of [true, false]) {
    const group = placed.flatMap((each) => ('record' in each && each.created === created ? [each] : []));
    const operation = created ? 'insert' : 'update';
    const request = {
      object,
      operation,
      records: group.map(({ record }) => record),
      wire,
      rules: rulesOf(object.name),
    } as const;
    const saved = group.length > 0 ? await save(saving, request) : [];
    for (const [place, result] of saved.entries())
      results.set(group[place]?.index ?? -1, { ...result, created });
  }
  return records.map(
    (_record, index) => results.get(index) ?? refusal('UNKNOWN_EXCEPTION', 'The record was not reached'),
  );
}

function placedById(record: Given, index: number): Placed {
  return { index, record, created: idOf(record) === null };
}

const refusal = (statusCode: string, message: string): SaveResult => ({
  id: null,
  success: false,
  errors: [{ statusCode, message, fields: [] }],
});

async function placedByKey(
  saving: Saving,
  object: ObjectDefinition,
  key: FieldDefinition,
  records: readonly Given[],
): Promise<Placed[]> {
  const values = records.map((record) => keyValue(key, record));
  const holders = await holdersOf(saving, object, key, values);
  const seen = new Set<string>();
  return records.map((record, index): Placed => {
    const value = values[index] ?? null;
    if (value === null) return { index, refused: refusal('MISSING_ARGUMENT', `${key.name} not specified`) };
    const name = uniqueKey(key, value);
    const ids = holders.get(name) ?? [];
    if (seen.has(name))
      return {
        index,
        refused: refusal('DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`),
      };
    seen.add(name);
    if (ids.length > 1)
      return {
        index,
        refused: refusal(
          'DUPLICATE_EXTERNAL_ID',
          `${key.name}: more than one record found for external id field: [${ids.map((id) => id.slice(0, 15)).join(', ')}]`,
        ),
      };
    const [id] = ids;
    return id === undefined
      ? { index, record, created: true }
      : { index, record: { ...record, Id: id }, created: false };
  });
}

function keyValue(key: FieldDefinition, record: Given): string | number | null {
  const given = Object.entries(record).find(([name]) => name.toLowerCase() === key.name.toLowerCase())?.[1];
  const reading = readValue(key, given, 'csv');
  const value = 'value' in reading ? reading.value : null;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
