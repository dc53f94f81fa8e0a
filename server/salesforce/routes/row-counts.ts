import { sql } from 'kysely';
import type { Store } from '../../store/index.ts';
import { mirrorTable } from '../mirror/columns.ts';
import type { ObjectName } from '../mirror/objects.ts';
import { readQuickly } from '../quick-read.ts';

/** How many records of these objects there are in the mirror, deleted ones not counted; undefined if counting takes too long. */
export const countRows = (
  store: Store,
  orgId: string,
  sobjects: readonly ObjectName[],
): Promise<ReadonlyMap<string, number> | undefined> =>
  readQuickly(store, orgId, async (tenant) => {
    if (sobjects.length === 0) return new Map();
    const counts = sobjects.map(
      (sobject) =>
        sql`select ${sobject} as sobject, count(*) as rows from ${mirrorTable(sobject)} where not "IsDeleted"`,
    );
    const { rows } = await sql<{ sobject: string; rows: number }>`
      ${sql.join(counts, sql` union all `)}
    `.execute(tenant);
    return new Map(rows.map((row) => [row.sobject, row.rows]));
  });
