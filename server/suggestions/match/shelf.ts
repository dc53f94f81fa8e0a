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

export type NumberedItem = {
  readonly number: number;
  readonly item: PublishedItem;
};

/** Items must come in the order of their ids: it breaks the last ties. */
export const compileShelf = (items: readonly NumberedItem[], day: DateReader): Shelf => {
  const tags = indexTags(
    items.map(({ number, item }) => ({
      number,
      tags: item.tags,
      lane: natures.indexOf(item.nature),
      rank: -day(item.reviewedOn),
    })),
  );
  const byNumber = new Map(items.map(({ number, item }) => [number, item]));
  const placed = Array.from(tags.numbers, (number) => byNumber.get(number)).filter(
    (item) => item !== undefined,
  );
  const languages = [...new Set(placed.map(({ language }) => language))];
  const languageNumbers = new Map(languages.map((language, number) => [language, number]));
  return {
    tags,
    shown: placed.map(shownItem),
    validFrom: Int32Array.from(placed, ({ validFrom }) =>
      validFrom === undefined ? firstDay : day(validFrom),
    ),
    expiresOn: Int32Array.from(placed, ({ expiresOn }) =>
      expiresOn === undefined ? lastDay : day(expiresOn),
    ),
    visibleTo: Uint8Array.from(placed, ({ visibleTo }) => permissionBits(visibleTo)),
    language: Uint16Array.from(placed, ({ language }) => languageNumbers.get(language) ?? 0),
    languages,
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
