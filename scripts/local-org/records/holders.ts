import type { Executor } from '../database.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from '../sharing/access.ts';
import { accessTo } from '../sharing/accessible.ts';
import { holdersOf } from './unique.ts';
import { keyField } from './upsert.ts';
import { readValue } from './value.ts';

/** Ids of the rows with this value of an external id, as far as the user may read them. */
export async function holdersFor(
  executor: Executor,
  object: ObjectDefinition,
  access: Access,
  name: string,
  text: string,
  catalogue: Catalogue,
): Promise<string[]> {
  const key = keyField(access, object, name);
  const reading = readValue(key, text, 'csv');
  if (!('value' in reading)) return [];
  const holders = await holdersOf({ trx: executor }, object, key, [reading.value]);
  const ids = [...holders.values()].flat();
  const open = await accessTo({ trx: executor, catalogue, access }, object, ids);
  return ids.filter((id) => open.get(id)?.read);
}
