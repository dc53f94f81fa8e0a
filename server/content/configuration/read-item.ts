import { sql } from 'kysely';
import type { Store } from '../../store/index.ts';
import { type ContentItem, contentItemSchema } from '../item.ts';
import { currentEntries } from './live-entries.ts';

/** An item with its text, for reading it. */
export interface ReadItem {
  item: ContentItem;
  version: number;
}

/** The live version of an item; undefined when there is none, or none any more. */
export function readItem(store: Store, orgId: string, itemId: string): Promise<ReadItem | undefined> {
  return store.inTenant(orgId, async (tenant) => {
    const { rows } = await sql<{ version: number; content: object; body: string | null }>`
      select version, entry.content, entry.body from ${currentEntries}
      where org_id = ${orgId} and kind = 'item' and key = ${itemId} and not current.retired
    `.execute(tenant);
    const [row] = rows;
    return row && { item: wholeItem(row), version: row.version };
  });
}

/** An item as it was published, from how it is stored. */
export function wholeItem({ content, body }: { content: object; body: string | null }): ContentItem {
  return contentItemSchema.parse(body === null ? content : { ...content, body });
}
