import type { PublishedItem } from '../../content/index.ts';
import { firstPlace } from './columns.ts';
import type { RuleIndex } from './rules.ts';
import type { Shelf } from './shelf.ts';

/**
 * Everything one organisation's lists are made from; never changed once made, so that a request keeps what it started
 * with. Item ids have numbers; an id that only a rule names has one too. Positions count through both shelves.
 */
export type MatchIndex = {
  /** Ids in order, numbered by their place; and the numbers of ids that came later. */
  readonly ids: readonly string[];
  readonly laterIds: ReadonlyMap<string, number>;
  /** All items as they were compiled, and those that changed since. */
  readonly base: Shelf;
  readonly changed: Shelf;
  readonly changedItems: ReadonlyMap<number, PublishedItem>;
  /** By number: where the live version stands, -1 for none. A position that is not its item's own is dead. */
  readonly positionOf: Int32Array;
  /** By number: the key of its group. */
  readonly keys: Uint16Array;
  /** By number: its translation group, -1 for none; and the numbers of each group's items. */
  readonly translationOf: Int32Array;
  readonly translations: ReadonlyMap<string, number>;
  readonly laterTranslations: ReadonlyMap<string, number>;
  readonly members: readonly (readonly number[])[];
  readonly rules: RuleIndex;
};

/** The number of an id, or -1. */
export const numberOfId = ({ ids, laterIds }: Pick<MatchIndex, 'ids' | 'laterIds'>, id: string): number => {
  const place = firstPlace(ids.length, (at) => (ids[at] ?? '') < id);
  return ids[place] === id ? place : (laterIds.get(id) ?? -1);
};

const idOf = ({ ids, changedItems }: MatchIndex, number: number): string =>
  ids[number] ?? changedItems.get(number)?.id ?? '';

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The order of two items by their ids, which first numbers keep. */
export const compareIds = (index: MatchIndex, a: number, b: number): number => {
  if (a < index.ids.length && b < index.ids.length) return a - b;
  return compareText(idOf(index, a), idOf(index, b));
};

/** The shelf on which a position lies, and the position there. */
export const shelfAt = (
  { base, changed }: Pick<MatchIndex, 'base' | 'changed'>,
  at: number,
): { readonly shelf: Shelf; readonly position: number } => {
  const offset = base.numbers.length;
  return at < offset ? { shelf: base, position: at } : { shelf: changed, position: at - offset };
};

/** Notes where each item of a shelf stands; `offset` is the position at which the shelf begins. */
export const place = (
  { positionOf, keys }: Pick<MatchIndex, 'positionOf' | 'keys'>,
  { tags, numbers }: Shelf,
  offset: number,
): void => {
  tags.keys.forEach((key, group) => {
    const end = tags.starts[group + 1] ?? 0;
    for (let position = tags.starts[group] ?? 0; position < end; position += 1) {
      const number = numbers[position] ?? 0;
      positionOf[number] = offset + position;
      keys[number] = key;
    }
  });
};
