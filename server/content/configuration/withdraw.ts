import { sql } from 'kysely';
import { type Cadence, cadenceSchema } from '../../cadences/index.ts';
import type { ConfigurationKind, Store, Tenant } from '../../store/index.ts';
import type { ContentItem } from '../item.ts';
import { type ContentMapping, contentMappingSchema } from '../content-mapping.ts';
import { currentEntries, namesOneOf } from './live-entries.ts';
import { type Author, lockConfiguration } from './publication.ts';
import { publishSet, type PublishResult } from './publish.ts';
import { wholeItem } from './read-item.ts';
import type { ConfigurationSet } from './set.ts';

/**
 * Retires all items that came with a shipped set, and takes them out of what points to them: rules that name nothing
 * else are retired too, other rules, items and cadences go on without them. What was shown stays in the history.
 */
export function withdrawOrigin(
  store: Store,
  author: Author,
  origin: ContentItem['origin'],
): Promise<PublishResult> {
  return store.atLength(author.orgId, async (tenant) => {
    const state = await lockConfiguration(tenant, author.orgId);
    const gone = new Set(await idsOf(tenant, author.orgId, origin));
    const naming = await thoseThatName(tenant, author.orgId, [...gone]);
    const rules = naming
      .filter(({ kind }) => kind === 'rule')
      .map(({ content }) => contentMappingSchema.parse(content));
    const items = naming.filter(({ kind }) => kind === 'item').map(wholeItem);
    const cadences = naming
      .filter(({ kind }) => kind === 'cadence')
      .map(({ content }) => cadenceWithout(cadenceSchema.parse(content), gone));
    return publishSet(tenant, author, state, { ...withdrawal(gone, rules, items), cadences });
  });
}

/** The set that withdraws items and mends what names them. Pure. */
function withdrawal(
  gone: ReadonlySet<string>,
  rules: readonly ContentMapping[],
  items: readonly ContentItem[],
): ConfigurationSet {
  const mended = rules.map((rule) => ({ ...rule, itemIds: rule.itemIds.filter((id) => !gone.has(id)) }));
  const [empty, kept] = [
    mended.filter((rule) => rule.itemIds.length === 0),
    mended.filter((rule) => rule.itemIds.length > 0),
  ];
  return {
    rules: kept,
    items: items.filter((item) => !gone.has(item.id)).map((item) => without(item, gone)),
    retire: [
      ...[...gone].map((key) => ({ kind: 'item' as const, key })),
      ...empty.map(({ id }) => ({ kind: 'rule' as const, key: id })),
    ],
  };
}

function without({ refresherId, replacedBy, ...item }: ContentItem, gone: ReadonlySet<string>): ContentItem {
  return {
    ...item,
    ...(refresherId && !gone.has(refresherId) ? { refresherId } : {}),
    ...(replacedBy && !gone.has(replacedBy) ? { replacedBy } : {}),
  };
}

const cadenceWithout = (cadence: Cadence, gone: ReadonlySet<string>): Cadence => ({
  ...cadence,
  steps: cadence.steps.map((step) => ({
    ...step,
    contentIds: step.contentIds.filter((id) => !gone.has(id)),
  })),
});

async function idsOf(tenant: Tenant, orgId: string, origin: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from ${currentEntries}
    where org_id = ${orgId} and kind = 'item' and not current.retired and entry.content->>'origin' = ${origin}
    order by key
  `.execute(tenant);
  return rows.map((row) => row.key);
}

interface Stored {
  kind: ConfigurationKind;
  content: object;
  body: string | null;
}

async function thoseThatName(tenant: Tenant, orgId: string, itemIds: readonly string[]): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select kind, entry.content, entry.body from ${currentEntries}
    where org_id = ${orgId} and not current.retired and ${namesOneOf(itemIds)}
    order by kind, key
  `.execute(tenant);
  return rows;
}
