import { sql } from 'kysely';
import {
  type FactSource,
  factSourceSchema,
  type StageMapping,
  stageMappingSchema,
} from '../../journey/index.ts';
import type { ConfigurationKind, Store, Tenant } from '../../store/index.ts';
import { type ContentMapping, contentMappingSchema } from '../content-mapping.ts';
import { type ListedItem, listedItemSchema } from '../item.ts';
import { currentEntries } from './live-entries.ts';
import type { EntryName } from './set.ts';

/** A live item without its text. */
export type PublishedItem = ListedItem & {
  version: number;
  /** The text has blanks that nobody has filled in. */
  openBlanks: boolean;
};

/** Live entries, of one org. */
export interface PublishedEntries {
  items: PublishedItem[];
  rules: ContentMapping[];
  stages: StageMapping[];
  factSources: FactSource[];
}

/** What changed between two publications: entries as they are now, and the names of those that are no longer live. */
export interface PublishedChanges extends PublishedEntries {
  publication: number;
  retired: EntryName[];
}

/** The number of an org's latest publication; 0 before the first. */
async function publicationOf(tenant: Tenant, orgId: string): Promise<number> {
  const state = await tenant
    .selectFrom('configuration_state')
    .select('publication')
    .where('org_id', '=', orgId)
    .executeTakeFirst();
  return state?.publication ?? 0;
}

/**
 * Hands over all that is live, in portions, so that a library of 100,000 items is never in memory twice and other
 * requests get their turn. Ordered by kind and key.
 * @returns the publication that was read. A publication that comes while reading may be in the later portions already;
 * `changesSince` then brings the same entries again.
 */
export function eachPublished(
  store: Store,
  orgId: string,
  receive: (portion: PublishedEntries) => void,
): Promise<number> {
  return store.atLength(orgId, async (tenant) => {
    const publication = await publicationOf(tenant, orgId);
    await sql`
      declare published no scroll cursor for
      select ${entryColumns} from ${currentEntries}
      where org_id = ${orgId} and ${ofLibrary} and not current.retired order by kind, key
    `.execute(tenant);
    for (;;) {
      const { rows } = await sql<Row>`fetch 500 from published`.execute(tenant);
      if (rows.length === 0) return publication;
      receive(entriesOf(rows));
    }
  });
}

/** All that is live at once, for a library that is known to be small. */
export async function readPublished(
  store: Store,
  orgId: string,
): Promise<PublishedEntries & { publication: number }> {
  const all = noEntries();
  const publication = await eachPublished(store, orgId, (portion) => {
    all.items.push(...portion.items);
    all.rules.push(...portion.rules);
    all.stages.push(...portion.stages);
    all.factSources.push(...portion.factSources);
  });
  return { publication, ...all };
}

/** What was published after `publication`. */
export function changesSince(store: Store, orgId: string, publication: number): Promise<PublishedChanges> {
  return store.atLength(orgId, async (tenant) => {
    const latest = await publicationOf(tenant, orgId);
    const { rows } = await sql<Row>`
      select ${entryColumns} from ${currentEntries}
      where org_id = ${orgId} and ${ofLibrary} and current.publication > ${publication}::int order by kind, key
    `.execute(tenant);
    const retired = rows.filter((row) => row.retired).map(({ kind, key }) => ({ kind, key }));
    return { publication: latest, retired, ...entriesOf(rows.filter((row) => !row.retired)) };
  });
}

/** What matching needs; cadences are read where they run. */
const ofLibrary = sql`kind in ('item', 'rule', 'stage', 'factSource')`;

const entryColumns = sql`kind, key, version, current.retired, entry.content, entry.open_blanks > 0 as "openBlanks"`;

interface Row {
  kind: ConfigurationKind;
  key: string;
  version: number;
  retired: boolean;
  content: unknown;
  openBlanks: boolean;
}

const noEntries = (): PublishedEntries => ({ items: [], rules: [], stages: [], factSources: [] });

function entriesOf(rows: readonly Row[]): PublishedEntries {
  const entries = noEntries();
  for (const { kind, version, content, openBlanks } of rows) {
    if (kind === 'item') entries.items.push({ ...listedItemSchema.parse(content), version, openBlanks });
    else if (kind === 'rule') entries.rules.push(contentMappingSchema.parse(content));
    else if (kind === 'stage') entries.stages.push(stageMappingSchema.parse(content));
    else if (kind === 'factSource') entries.factSources.push(factSourceSchema.parse(content));
  }
  return entries;
}
