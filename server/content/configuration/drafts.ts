import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { audit, configurationKinds, type Store, type Tenant } from '../../store/index.ts';
import { parseSet } from './checked-set.ts';
import { type Author, type ConfigurationState, lockConfiguration, saveState } from './publication.ts';
import { publishSet, type PublishResult, refuse } from './publish.ts';
import { type EntryName, entryNameSchema, type PlacedSet, sections } from './set.ts';

/** What an admin saves: entries to publish later, entries to retire later, drafts to drop. */
export const draftsSchema = z.strictObject({
  save: z
    .array(z.strictObject({ kind: z.enum(configurationKinds), value: z.unknown() }))
    .max(200)
    .default([]),
  retire: z.array(entryNameSchema).max(200).default([]),
  discard: z.array(entryNameSchema).max(200).default([]),
});

export type Drafts = z.input<typeof draftsSchema>;

/**
 * Saves drafts; nothing of it is live. Each entry must be right in itself; how entries fit together is judged by the dry
 * run and again when they are published.
 * @param seen the revision that the admin has seen
 * @throws AppError `configurationInvalid` naming every fault by place, `configurationChanged`
 */
export async function saveDrafts(
  store: Store,
  orgId: string,
  userId: string,
  drafts: Drafts,
  seen: number,
): Promise<ConfigurationState> {
  const { save, retire, discard } = draftsSchema.parse(drafts);
  const entries = save.map(({ kind, value }, index) => ({ kind, value, place: `save[${index}]` }));
  const { set, faults } = parseSet({ entries, retire: [] });
  refuse(faults);
  return store.inTenant(orgId, async (tenant) => {
    const state = await lockConfiguration(tenant, orgId, seen);
    for (const { kind, key } of discard) await discardDraft(tenant, orgId, { kind, key });
    for (const { kind, key, value } of set.entries)
      await saveDraft(tenant, orgId, userId, { kind, key }, value);
    for (const { kind, key } of retire) await saveDraft(tenant, orgId, userId, { kind, key }, null);
    const next = { publication: state.publication, revision: state.revision + 1 };
    await saveState(tenant, orgId, next);
    const detail = { saved: set.entries.length, toRetire: retire.length, discarded: discard.length };
    await audit(tenant, { orgId, userId, action: 'configuration.saveDrafts', detail });
    return next;
  });
}

async function saveDraft(
  tenant: Tenant,
  orgId: string,
  userId: string,
  { kind, key }: EntryName,
  value: object | null,
): Promise<void> {
  const draft = { content: value && JSON.stringify(value), saved_by: userId, saved_at: new Date() };
  await tenant
    .insertInto('configuration_draft')
    .values({ org_id: orgId, kind, key, ...draft })
    .onConflict((conflict) => conflict.columns(['org_id', 'kind', 'key']).doUpdateSet(draft))
    .execute();
}

async function discardDraft(tenant: Tenant, orgId: string, { kind, key }: EntryName): Promise<void> {
  await tenant
    .deleteFrom('configuration_draft')
    .where('org_id', '=', orgId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .execute();
}

export interface Draft extends EntryName {
  /** Null asks for the entry to be retired. */
  value: object | null;
  savedBy: string;
  savedAt: Date;
}

/** The org's drafts by kind and key. */
export async function readDrafts(tenant: Tenant, orgId: string): Promise<Draft[]> {
  const rows = await tenant
    .selectFrom('configuration_draft')
    .select(['kind', 'key', 'content', 'saved_by', 'saved_at'])
    .where('org_id', '=', orgId)
    .orderBy('kind')
    .orderBy('key')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    key: row.key,
    value: row.content,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
  }));
}

/** Drafts as a set; the place of each is its kind and key: `items["security-answers"]`. */
export function setOf(drafts: readonly Draft[]): PlacedSet {
  const named = drafts.map((draft) => ({ ...draft, place: `${sections[draft.kind]}["${draft.key}"]` }));
  return {
    entries: named.filter((draft) => draft.value !== null),
    retire: named
      .filter((draft) => draft.value === null)
      .map(({ kind, key, place }) => ({ kind, key, place })),
  };
}

/**
 * Publishes all drafts and clears them: all of them, or with any fault none.
 * @param seen the revision that the admin has seen
 * @throws AppError `configurationInvalid`, `configurationChanged`, `nothingToPublish`
 */
export function publishDrafts(store: Store, author: Author, seen: number): Promise<PublishResult> {
  return store.inTenant(author.orgId, async (tenant) => {
    const state = await lockConfiguration(tenant, author.orgId, seen);
    const drafts = await readDrafts(tenant, author.orgId);
    const result = await publishSet(tenant, author, state, setOf(drafts));
    if (result.changes.length === 0)
      throw new AppError(
        'nothingToPublish',
        `None of the ${drafts.length} drafts differs from what is live.`,
      );
    await tenant.deleteFrom('configuration_draft').where('org_id', '=', author.orgId).execute();
    return result;
  });
}
