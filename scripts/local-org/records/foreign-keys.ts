import { SalesforceError } from '../errors.ts';
import { fieldOf } from '../schema/catalogue.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Saving } from './change.ts';
import type { ForeignKey, Input } from './input.ts';
import { ownersOf, uniqueKey } from './unique.ts';
import { readValue } from './value.ts';

/** Turns parents that were named by an external id into ids, or into an error of their record. */
export async function resolveForeignKeys(saving: Saving, inputs: readonly Input[]): Promise<void> {
  const asked = inputs.flatMap((input) => input.foreignKeys.map((key) => ({ input, key })));
  const groups = Map.groupBy(asked, ({ key }) => `${key.lookup.name}.${key.field.toLowerCase()}`);
  for (const group of groups.values()) {
    const [first] = group;
    if (first) await resolveGroup(saving, first.key, group);
  }
}

async function resolveGroup(
  saving: Saving,
  key: ForeignKey,
  group: readonly { input: Input; key: ForeignKey }[],
): Promise<void> {
  const { object, field } = externalId(saving, key);
  const read = group.map(({ input, key: { value } }) => ({ input, reading: readValue(field, value, 'csv') }));
  const wanted = read.flatMap(({ reading }) =>
    'value' in reading ? [{ after: { [field.name]: reading.value } }] : [],
  );
  const owners = await ownersOf(saving, object, field, wanted);
  for (const { input, reading } of read) {
    const value = 'value' in reading ? reading.value : null;
    const id = owners.get(uniqueKey(field, value));
    if (id) input.values[key.lookup.name] = id;
    else input.errors.push(notFound(object, field, value));
  }
}

function externalId(
  { catalogue, access }: Saving,
  { lookup, field: name }: ForeignKey,
): { object: ObjectDefinition; field: FieldDefinition } {
  const object = catalogue.object(lookup.referenceTo[0] ?? '');
  const known = object ? fieldOf(object, name) : undefined;
  const field = object && known && access.canRead(object, known) ? known : undefined;
  if (object && field && (field.externalId || field.type === 'id' || field.name === 'Username'))
    return { object, field };
  throw new SalesforceError(
    'INVALID_FIELD',
    `Foreign key external ID: ${name} is not an external id field of ${lookup.referenceTo.join(', ')}`,
    [name],
  );
}

const notFound = (
  object: ObjectDefinition,
  field: FieldDefinition,
  value: unknown,
): Input['errors'][number] => ({
  statusCode: 'INVALID_FIELD',
  message: `Foreign key external ID: ${String(value)} not found for field ${field.name} in entity ${object.name}`,
  fields: [],
});
