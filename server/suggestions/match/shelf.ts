import { dayNumber } from './dates.ts';
import type { ShownItems } from './shown.ts';
import type { TagIndex } from './tag-index.ts';
import type { Viewer } from './types.ts';

const permissions = ['Inspire_Manager', 'Inspire_Admin'] as const;

/** Items compiled together, by position: what they are matched on, who may see them when, and what is shown of them. */
export type Shelf = {
  readonly tags: TagIndex;
  /** Numbers of the items' ids. */
  readonly numbers: Int32Array;
  readonly shown: ShownItems;
  /** The place of the item's language among the languages. */
  readonly language: Uint16Array;
  readonly languages: readonly string[];
  readonly validFrom: Int32Array;
  readonly expiresOn: Int32Array;
  readonly reviewedOn: Int32Array;
  /** One bit for each permission of which the viewer needs one; 0 means everybody. */
  readonly visibleTo: Uint8Array;
};

export const permissionBits = (names: readonly string[]): number => {
  let bits = 0;
  for (const name of names) {
    const bit = permissions.findIndex((permission) => permission === name);
    if (bit !== -1) bits |= 1 << bit;
  }
  return bits;
};

/** What of the viewer decides whether an item may appear at all. */
export type Sight = { readonly today: number; readonly permissions: number };

export const sightOf = (viewer: Pick<Viewer, 'perms' | 'today'>): Sight => ({
  today: dayNumber(viewer.today),
  permissions: permissionBits(viewer.perms),
});

/** Valid today, and visible to the viewer. */
export const mayAppear = (shelf: Shelf, position: number, sight: Sight): boolean => {
  const needed = shelf.visibleTo[position] ?? 0;
  return (
    (shelf.validFrom[position] ?? Infinity) <= sight.today &&
    (shelf.expiresOn[position] ?? -Infinity) >= sight.today &&
    (needed === 0 || (needed & sight.permissions) !== 0)
  );
};
