import { eachPublished, type PublishedEntries } from '../../content/index.ts';
import type { Store } from '../../store/index.ts';
import { compileIndex } from '../match/index.ts';
import type { Library } from './library.ts';

/** Measured: an item in the index with what the list shows of it. */
const bytesPerItem = 1_200;

/** Reads what an org has published and compiles it. */
export const loadLibrary = async (store: Store, orgId: string): Promise<Library> => {
  const all: PublishedEntries = { items: [], rules: [], stages: [], factSources: [] };
  const publication = await eachPublished(store, orgId, (portion) => {
    all.items.push(...portion.items);
    all.rules.push(...portion.rules);
    all.stages.push(...portion.stages);
    all.factSources.push(...portion.factSources);
  });
  return {
    publication,
    index: compileIndex(all),
    items: new Map(all.items.map((item) => [item.id, item])),
    facts: { factSources: all.factSources, stageMap: all.stages },
    bytes: (all.items.length + all.rules.length) * bytesPerItem,
  };
};
