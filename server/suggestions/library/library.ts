import { isVisible, type PublishedItem, type Seer } from '../../content/index.ts';
import type { FactConfiguration } from '../../journey/index.ts';
import type { MatchIndex } from '../match/index.ts';

/** What an org published, ready to be matched. Never changed; a publication makes another one. */
export interface Library {
  publication: number;
  index: MatchIndex;
  items: ReadonlyMap<string, PublishedItem>;
  facts: FactConfiguration;
  /** Estimated memory. */
  bytes: number;
}

/** An item by id; `undefined` alike for unknown, withdrawn, foreign and invisible ones. */
export const findVisible = (library: Library, itemId: string, seer: Seer): PublishedItem | undefined => {
  const item = library.items.get(itemId);
  return item && isVisible(item, seer) ? item : undefined;
};
