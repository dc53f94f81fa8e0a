import type { Store, Tenant } from '../../store/index.ts';
import { type Draft, readDrafts, setOf } from './drafts.ts';
import type { ConfigurationState } from './publication.ts';
import { type DryRun, previewSet } from './publish.ts';
import type { EntryName } from './set.ts';

interface Publication {
  number: number;
  publishedBy: string;
  publishedAt: Date;
  note: string;
  /** The publication whose state was brought back. */
  rolledBackTo: number | null;
}

/** What an admin sees before they change anything. */
export interface Administration extends ConfigurationState {
  drafts: Draft[];
  /** What publishing the drafts now would change, and what is wrong with them. */
  dryRun: DryRun;
  /** The latest first, at most 50. */
  publications: Publication[];
}

export function readAdministration(store: Store, orgId: string): Promise<Administration> {
  return store.inTenant(orgId, async (tenant) => {
    const state = await tenant
      .selectFrom('configuration_state')
      .select(['publication', 'revision'])
      .where('org_id', '=', orgId)
      .executeTakeFirst();
    const drafts = await readDrafts(tenant, orgId);
    const dryRun = await previewSet(tenant, orgId, setOf(drafts));
    return {
      ...(state ?? { publication: 0, revision: 0 }),
      drafts,
      dryRun,
      publications: await latest(tenant, orgId),
    };
  });
}

async function latest(tenant: Tenant, orgId: string): Promise<Publication[]> {
  const rows = await tenant
    .selectFrom('configuration_publication')
    .select(['number', 'published_by', 'published_at', 'note', 'rolled_back_to'])
    .where('org_id', '=', orgId)
    .orderBy('number', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
    note: row.note,
    rolledBackTo: row.rolled_back_to,
  }));
}

/** One change of a publication. */
interface RecordedChange extends EntryName {
  /** The version that became live, or that was retired. */
  version: number;
  retired: boolean;
}

/** Exactly what a publication changed, by kind and key. */
export function readChanges(store: Store, orgId: string, publication: number): Promise<RecordedChange[]> {
  return store.inTenant(orgId, (tenant) =>
    tenant
      .selectFrom('configuration_change')
      .select(['kind', 'key', 'version', 'retired'])
      .where('org_id', '=', orgId)
      .where('publication', '=', publication)
      .orderBy('kind')
      .orderBy('key')
      .execute(),
  );
}
