import type { ContentMapping, Seer } from '../../content/index.ts';
import type { FactConfiguration } from '../../journey/index.ts';
import { findShown, type MatchIndex, type ShownItem } from '../match/index.ts';

/** What an org published, ready to be matched. Never changed; a publication makes another one. */
export interface Library {
  publication: number;
  index: MatchIndex;
  /** By id, for the next publication; the index holds them too. */
  rules: ReadonlyMap<string, ContentMapping>;
  facts: FactConfiguration;
  /** Memory that it takes, about. */
  bytes: number;
}

/** An item by id; `undefined` alike for unknown, withdrawn, foreign and invisible ones. */
export const findVisible = (
  { index }: Library,
  itemId: string,
  { permissions, today }: Seer,
): ShownItem | undefined => findShown(index, itemId, { perms: permissions, today });
