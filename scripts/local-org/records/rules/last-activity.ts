import { sql } from 'kysely';
import { table } from '../../database.ts';
import type { Change, Saving } from '../change.ts';
import { idsIn } from './own-rows.ts';

/** Objects that carry LastActivityDate, and the column by which a task or event names them. */
const CARRIERS = [
  ['Account', 'AccountId'],
  ['Opportunity', 'WhatId'],
  ['Contract', 'WhatId'],
  ['Campaign', 'WhatId'],
  ['Contact', 'WhoId'],
  ['Lead', 'WhoId'],
] as const;

/**
 * `LastActivityDate`: the latest due date of a closed task or of an event. It follows the activities and is no change
 * of the record: its stamps stay as they are.
 */
export async function refreshLastActivity(saving: Saving, changes: readonly Change[]): Promise<void> {
  const rows = changes.flatMap(({ before, after }) => [before, after]);
  for (const [object, link] of CARRIERS) {
    const prefix = saving.catalogue.object(object)?.prefix ?? '';
    const ids = idsIn(rows, link).filter((id) => id.startsWith(prefix));
    if (ids.length > 0) await refresh(saving, object, link, ids);
  }
}

async function refresh({ trx }: Saving, object: string, link: string, ids: readonly string[]): Promise<void> {
  const due = (activity: 'Task' | 'Event', condition: ReturnType<typeof sql>): ReturnType<typeof sql> =>
    sql`select max(a."ActivityDate") from ${table(activity)} a where a.${sql.id(link)} = r."Id" and not a."IsDeleted" and ${condition}`;
  const open = sql`exists (select 1 from ${table('Task')} a where a."WhatId" = r."Id" and not a."IsDeleted" and not a."IsClosed")`;
  const flags = object === 'Opportunity' ? sql`, "HasOpenActivity" = ${open}` : sql``;
  await sql`update ${table(object)} r set "LastActivityDate" = greatest((${due('Task', sql`a."IsClosed"`)}), (${due('Event', sql`true`)})) ${flags}
    where r."Id" = any(${ids})`.execute(trx);
}
