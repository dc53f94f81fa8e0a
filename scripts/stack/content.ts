import { join } from 'node:path';
import { publishConfiguration, readConfigurationSet } from '../../server/content/index.ts';
import type { Store } from '../../server/store/index.ts';

/**
 * Publishes what ships, for an org that has published nothing: what admins did since is never overwritten. Both libraries
 * are one publication, so that a start which is cut off leaves all of it or nothing.
 */
export async function publishShippedContent(store: Store, orgId: string, root: string): Promise<void> {
  const published = await store.currentPublications([orgId]);
  if ((published.get(orgId) ?? 0) > 0) return;
  const sets = await Promise.all(
    ['starter', 'demo'].map((name) => readConfigurationSet(join(root, 'config', name))),
  );
  const shipped = {
    entries: sets.flatMap(({ entries }) => entries),
    retire: sets.flatMap(({ retire }) => retire),
  };
  await publishConfiguration(store, orgId, 'operator', shipped, 'The starter and the demo library');
}
