import { fileURLToPath } from 'node:url';
import {
  type ContentItem,
  contentItemSchema,
  type PlacedSet,
  publishConfiguration,
  type PublishResult,
  readConfigurationSet,
} from '../../server/content/index.ts';
import { loadLibrary } from '../../server/suggestions/index.ts';
import { freshStore } from '../support/postgres.ts';

export type ShippedSet = 'starter' | 'demo';

export const readShipped = (set: ShippedSet): Promise<PlacedSet> =>
  readConfigurationSet(fileURLToPath(new URL(`../../config/${set}`, import.meta.url)));

/** The items of a shipped set, checked by the schema of the library. */
export async function shippedItems(set: ShippedSet): Promise<ContentItem[]> {
  const { entries } = await readShipped(set);
  return entries.filter(({ kind }) => kind === 'item').map(({ value }) => contentItemSchema.parse(value));
}

type Library = Awaited<ReturnType<typeof loadLibrary>>;

/** The library of a new org that has published these sets, one after the other. */
export async function libraryOf(
  sets: readonly ShippedSet[],
): Promise<{ library: Library; results: PublishResult[] }> {
  const test = await freshStore();
  try {
    const orgId = await test.addOrganization();
    const results: PublishResult[] = [];
    for (const set of sets)
      results.push(await publishConfiguration(test.store, orgId, 'test', await readShipped(set), set));
    return { library: await loadLibrary(test.store, orgId, undefined), results };
  } finally {
    await test.close();
  }
}
