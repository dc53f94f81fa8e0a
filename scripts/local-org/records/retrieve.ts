import type { FieldType as SelectItem } from '@jetstreamapp/soql-parser-js';
import { noSuchColumnOn, SalesforceError } from '../errors.ts';
import { normalId } from '../ids.ts';
import { fieldOf } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { byIds, contextOf, type Querying } from '../soql/query.ts';
import type { QueriedRecord } from '../soql/record.ts';

/** Records by id in the order of the ids, null for each that is not there for the user. */
export async function retrieve(
  querying: Querying,
  access: Access,
  object: ObjectDefinition,
  given: readonly string[],
  names: readonly string[] | null,
  recordsUrl?: string,
): Promise<(QueriedRecord | null)[]> {
  const context = contextOf(querying, access, '', recordsUrl === undefined ? {} : { recordsUrl });
  const fields = names?.map((name) => itemOf(access, object, name)) ?? readableFields(access, object);
  const ids = given.map(normalId);
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  const records = await byIds(
    querying.executor,
    context,
    object,
    { fields: withoutRepeats([{ type: 'Field', field: 'Id' }, ...fields]) },
    known,
  );
  const found = new Map(records.map((record) => [String(record['Id']), record]));
  return ids.map((id) => (id ? (found.get(id) ?? null) : null));
}

const readableFields = (access: Access, object: ObjectDefinition): SelectItem[] =>
  [...object.fields.values()]
    .filter((field) => access.canRead(object, field))
    .map(({ name }) => ({ type: 'Field', field: name }));

/** A field, or one of a parent: `Account.Name`. */
function itemOf(access: Access, object: ObjectDefinition, name: string): SelectItem {
  const steps = name.trim().split('.');
  const field = steps.at(-1) ?? '';
  if (steps.length > 1) return { type: 'FieldRelationship', field, relationships: steps.slice(0, -1) };
  const known = fieldOf(object, field);
  if (known && access.canRead(object, known)) return { type: 'Field', field: known.name };
  throw new SalesforceError('INVALID_FIELD', noSuchColumnOn(field, object.name), [field]);
}

function withoutRepeats(items: readonly SelectItem[]): SelectItem[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = JSON.stringify(item).toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
