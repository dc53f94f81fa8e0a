import type { ContentMapping, PublishedItem, Tags } from '../../../../server/content/index.ts';
import { type Dimension, factKey } from '../../../../server/journey/index.ts';
import type { MatchConfiguration } from '../../../../server/suggestions/match/index.ts';
import { dimensionsByPoints } from '../../../../server/suggestions/match/scoring.ts';

/** Tags as sets of comparable values, made once, so that the loop only looks up. */
export type Condition = {
  readonly dimension: Dimension;
  readonly values: ReadonlySet<string>;
};

export type PlainItem = {
  readonly item: PublishedItem;
  readonly tags: readonly Condition[];
  /** The item and its translations, if it has any. */
  readonly translations: readonly PlainItem[];
};

export type PlainRule = {
  readonly rule: ContentMapping;
  readonly when: readonly Condition[];
  readonly ranges: readonly (readonly [string, { min?: number | undefined; max?: number | undefined }])[];
  /** Ids with their translations. */
  readonly targets: ReadonlySet<string>;
};

export type PlainLibrary = {
  readonly items: readonly PlainItem[];
  readonly byId: ReadonlyMap<string, PlainItem>;
  readonly rules: readonly PlainRule[];
};

const conditions = (tags: Tags): readonly Condition[] =>
  dimensionsByPoints.flatMap((dimension) => {
    const values = tags[dimension] ?? [];
    return values.length > 0 ? [{ dimension, values: new Set(values.map(factKey)) }] : [];
  });

/** What anybody would do before looping over a library many times. */
export const prepare = ({ items, rules }: MatchConfiguration): PlainLibrary => {
  const groups = new Map<string, PlainItem[]>();
  const plain = items.map((item) => {
    const translations = item.translationGroup === undefined ? [] : (groups.get(item.translationGroup) ?? []);
    const own: PlainItem = {
      item,
      tags: conditions(item.tags),
      translations,
    };
    translations.push(own);
    if (item.translationGroup !== undefined) groups.set(item.translationGroup, translations);
    return own;
  });
  const byId = new Map(plain.map((own) => [own.item.id, own]));
  const aimedAt = (id: string) => byId.get(id)?.translations.map(({ item }) => item.id) ?? [];
  return {
    items: plain,
    byId,
    rules: rules
      .map((rule) => ({
        rule,
        when: conditions(rule.when),
        ranges: Object.entries(rule.ranges),
        targets: new Set(rule.itemIds.flatMap(aimedAt)),
      }))
      .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)),
  };
};
