import type { Tenant } from '../../store/index.ts';
import type { OutboxObject } from './own-fields.ts';

/** Salesforce ids, by key, of rows that the service made there, as far as it knows them. */
export async function writtenIds(
  tenant: Tenant,
  orgId: string,
  sobject: OutboxObject,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await tenant
    .selectFrom('outbox_write')
    .select(['key', 'record_id'])
    .where('org_id', '=', orgId)
    .where('sobject', '=', sobject)
    .where('key', 'in', [...keys])
    .where('record_id', 'is not', null)
    .execute();
  return new Map(rows.map(({ key, record_id: id }) => [key, id ?? '']));
}
