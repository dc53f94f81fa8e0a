import type { PublishedItem } from '../../content/index.ts';
import { type DateReader, firstDay, lastDay } from './dates.ts';
import { natures } from './scoring.ts';
import { shownItem } from './shown.ts';
import { indexTags, type TagIndex } from './tag-index.ts';
import type { ShownItem, Viewer } from './types.ts';

const permissions = ['Inspire_Manager', 'Inspire_Admin'] as const;

/** Items compiled together, by position: what they are matched on, who may see them when, and what is shown of them. */
export type Shelf = {
  readonly tags: TagIndex;
  /** Numbers of the items' ids. */
  readonly numbers: Int32Array;
  readonly shown: readonly ShownItem[];
  readonly validFrom: Int32Array;
  readonly expiresOn: Int32Array;
  /** One bit for each permission of which the viewer needs one; 0 means everybody. */
  readonly visibleTo: Uint8Array;
  readonly language: Uint16Array;
  readonly languages: readonly string[];
};

const permissionBits = (names: readonly string[]): number =>
  permissions.reduce((bits, name, bit) => (names.includes(name) ? bits | (1 << bit) : bits), 0);

const visibility = (items: readonly PublishedItem[], day: DateReader) => ({
  validFrom: Int32Array.from(items, ({ validFrom }) => (validFrom === undefined ? firstDay : day(validFrom))),
  expiresOn: Int32Array.from(items, ({ expiresOn }) => (expiresOn === undefined ? lastDay : day(expiresOn))),
  visibleTo: Uint8Array.from(items, ({ visibleTo }) =>
    visibleTo.length === 0 ? 0 : permissionBits(visibleTo),
  ),
});

const languagesOf = (items: readonly PublishedItem[]): Pick<Shelf, 'language' | 'languages'> => {
  const languages = [...new Set(items.map(({ language }) => language))];
  const places = new Map(languages.map((language, place) => [language, place]));
  return { languages, language: Uint16Array.from(items, ({ language }) => places.get(language) ?? 0) };
};

/** Items must come in the order of their ids, which breaks the last ties; `numbers` are the ids' numbers. */
export const compileShelf = (
  items: readonly PublishedItem[],
  numbers: Int32Array,
  day: DateReader,
): Shelf => {
  const tags = indexTags({
    tags: items.map((item) => item.tags),
    lanes: Uint8Array.from(items, ({ nature }) => natures.indexOf(nature)),
    ranks: Int32Array.from(items, ({ reviewedOn }) => -day(reviewedOn)),
  });
  const placed = Array.from(tags.order, (thing) => items[thing]).filter((item) => item !== undefined);
  return {
    tags,
    numbers: tags.order.map((thing) => numbers[thing] ?? -1),
    shown: placed.map(shownItem),
    ...visibility(placed, day),
    ...languagesOf(placed),
  };
};

/** What of the viewer decides whether an item may appear at all. */
export type Sight = { readonly today: number; readonly permissions: number };

export const sightOf = (viewer: Pick<Viewer, 'perms' | 'today'>, day: DateReader): Sight => ({
  today: day(viewer.today),
  permissions: permissionBits(viewer.perms),
});

/** Valid today, and visible to the viewer. */
export const mayAppear = (shelf: Shelf, position: number, sight: Sight): boolean => {
  const needed = shelf.visibleTo[position] ?? 0;
  return (
    (shelf.validFrom[position] ?? lastDay) <= sight.today &&
    (shelf.expiresOn[position] ?? firstDay) >= sight.today &&
    (needed === 0 || (needed & sight.permissions) !== 0)
  );
};
