import { sql } from 'kysely';
import type { Store } from '../../store/index.ts';
import type { Draft } from './drafts.ts';
import type { Page } from './list-published.ts';

/** One page of the drafts, in the order of the keys; the text of an item is left out. */
export function listDrafts(store: Store, orgId: string, page: Page): Promise<Draft[]> {
  return store.inTenant(orgId, async (tenant) => {
    const { rows } = await sql<Draft>`
      select kind, key, case kind when 'item' then content - 'body' else content end as value,
        saved_by as "savedBy", saved_at as "savedAt"
      from configuration_draft
      where org_id = ${orgId} and kind = ${page.kind} and key > ${page.after}
      order by key limit ${page.limit}
    `.execute(tenant);
    return rows;
  });
}
