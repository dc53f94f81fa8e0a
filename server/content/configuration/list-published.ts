import { sql } from 'kysely';
import type { ConfigurationKind, Store } from '../../store/index.ts';
import { currentEntries } from './live-entries.ts';
import type { EntryName } from './set.ts';

/** What is live under a key, as it was published; the text of an item is read apart. */
export interface PublishedEntry extends EntryName {
  version: number;
  value: object;
}

export interface Page {
  kind: ConfigurationKind;
  /** Keys after this one. */
  after: string;
  limit: number;
}

/** One page of what is live, in the order of the keys. */
export function listPublished(store: Store, orgId: string, page: Page): Promise<PublishedEntry[]> {
  return store.inTenant(orgId, async (tenant) => {
    const { rows } = await sql<PublishedEntry>`
      select kind, key, version, entry.content as value from ${currentEntries}
      where org_id = ${orgId} and kind = ${page.kind} and key > ${page.after} and not current.retired
      order by key limit ${page.limit}
    `.execute(tenant);
    return rows;
  });
}
