import { join } from 'node:path';
import { publishConfiguration, readConfigurationSet } from '../../server/content/index.ts';
import type { Store } from '../../server/store/index.ts';

/** Publishes what ships, for an org that has published nothing: what admins did since is never overwritten. */
export async function publishShippedContent(store: Store, orgId: string, root: string): Promise<void> {
  const published = await store.currentPublications([orgId]);
  if ((published.get(orgId) ?? 0) > 0) return;
  for (const name of ['starter', 'demo']) {
    const set = await readConfigurationSet(join(root, 'config', name));
    await publishConfiguration(store, orgId, 'operator', set, `The ${name} library`);
  }
}
