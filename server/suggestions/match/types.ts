import type { Dimension } from '../../journey/index.ts';
import type { Clause } from '../../http/clause.ts';
import type { ContentMapping, PublishedItem } from '../../content/index.ts';

export type MatchConfiguration = {
  readonly items: readonly PublishedItem[];
  readonly rules: readonly ContentMapping[];
};

/** What the list shows of an item, and all that stays in memory of it beside the index. */
export type ShownItem = Pick<
  PublishedItem,
  | 'id'
  | 'version'
  | 'kind'
  | 'title'
  | 'summary'
  | 'audience'
  | 'reference'
  | 'language'
  | 'nature'
  | 'origin'
> &
  Pick<PublishedItem, 'reviewedOn' | 'reviewBy' | 'minutes' | 'link' | 'userId'> &
  Pick<PublishedItem, 'refresherId' | 'openBlanks'> & {
    readonly author: string;
  };

/** What the viewer did with an item on this record. */
export type Reaction = {
  readonly itemId: string;
  readonly kind: 'used' | 'shared' | 'dismissed';
  /** First civil day on which a dismissed item may come back; without it the item stays away. */
  readonly showAgainOn?: string | undefined;
};

/** Who looks, at what they have reacted to, and when. */
export type Viewer = {
  /** 1 to 50 items. */
  readonly limit: number;
  readonly reactions: readonly Reaction[];
  /** Custom permissions such as `Inspire_Manager`. */
  readonly perms: readonly string[];
  /** BCP 47 or a Salesforce locale such as `de_AT`. */
  readonly language: string;
  /** Civil date, YYYY-MM-DD, where the viewer is. */
  readonly today: string;
};

export type MatchedItem = {
  readonly item: ShownItem;
  readonly score: number;
  readonly pinned: boolean;
  /** Most specific first. Codes and values: docs/matching.md. */
  readonly reasons: readonly Clause[];
  readonly warnings: readonly Clause[];
};

export type MatchResult = {
  readonly items: readonly MatchedItem[];
  /** Unknown dimensions that the listed items are tagged with: what to ask the customer next, heaviest first. */
  readonly asks: readonly Dimension[];
};
