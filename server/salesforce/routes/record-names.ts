import { sql } from 'kysely';
import type { Tenant } from '../../store/index.ts';
import { mirrorTable } from '../mirror/columns.ts';
import type { ObjectName } from '../mirror/objects.ts';

/** A record as a page links to it. */
export interface NamedRecord {
  recordId: string;
  sobject: ObjectName;
  name: string;
}

/** The first three characters of an id say what it is of. */
const named = [
  { prefix: '001', sobject: 'Account' },
  { prefix: '005', sobject: 'User' },
  { prefix: '006', sobject: 'Opportunity' },
] as const satisfies readonly { prefix: string; sobject: ObjectName }[];

/** Names of accounts, opportunities and users, as far as they are in the mirror; other ids are left out. */
export const nameRecords = async (
  tenant: Tenant,
  orgId: string,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, NamedRecord>> => {
  const found = new Map<string, NamedRecord>();
  for (const { prefix, sobject } of named) {
    const own = ids.filter((id) => id?.startsWith(prefix));
    if (own.length === 0) continue;
    const { rows } = await sql<{ id: string; name: string }>`
      select "Id" as id, "Name" as name from ${mirrorTable(sobject)}
      where org_id = ${orgId} and "Id" = any(${own}) and "Name" is not null
    `.execute(tenant);
    for (const { id, name } of rows) found.set(id, { recordId: id, sobject, name });
  }
  return found;
};
