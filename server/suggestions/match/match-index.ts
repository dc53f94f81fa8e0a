import type { ContentMapping, PublishedItem } from '../../content/index.ts';
import { firstPlace } from './columns.ts';
import { dateReader } from './dates.ts';
import { compileRules, type RuleIndex } from './rules.ts';
import { compileShelf, type Shelf } from './shelf.ts';
import type { MatchConfiguration } from './types.ts';

/**
 * Everything one organisation's lists are made from; never changed once made, so that a request keeps what it started
 * with. Item ids have numbers; an id that only a rule names has one too. Positions count through both shelves.
 */
export type MatchIndex = {
  /** Ids in order, numbered by their place; and the numbers of ids that came later. */
  readonly ids: readonly string[];
  readonly laterIds: ReadonlyMap<string, number>;
  /** All items as of `compileIndex`, and those that changed since. */
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

const numbersByName = (names: readonly string[]): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>();
  names.forEach((name, number) => numbers.set(name, number));
  return numbers;
};

const idsNamed = (items: readonly PublishedItem[], rules: readonly ContentMapping[]): readonly string[] => {
  const ids = new Set<string>();
  for (const { id } of items) ids.add(id);
  for (const { itemIds } of rules) for (const id of itemIds) ids.add(id);
  return [...ids].sort();
};

/** Notes where each item of a shelf stands; `offset` is the position at which the shelf begins. */
export const place = (
  { positionOf, keys }: Pick<MatchIndex, 'positionOf' | 'keys'>,
  { tags, numbers }: Shelf,
  offset: number,
): void => {
  for (let position = 0; position < numbers.length; position += 1) {
    const number = numbers[position] ?? 0;
    positionOf[number] = offset + position;
    keys[number] = tags.keys[tags.groupAt[position] ?? 0] ?? 0;
  }
};

type Translations = Pick<MatchIndex, 'translationOf' | 'translations' | 'laterTranslations' | 'members'>;

const groupTranslations = (
  items: readonly PublishedItem[],
  numbers: Int32Array,
  size: number,
): Translations => {
  const translations = new Map<string, number>();
  const members: number[][] = [];
  const translationOf = new Int32Array(size).fill(-1);
  items.forEach(({ translationGroup }, at) => {
    if (translationGroup === undefined) return;
    const group = translations.get(translationGroup) ?? members.push([]) - 1;
    translations.set(translationGroup, group);
    members[group]?.push(numbers[at] ?? 0);
    translationOf[numbers[at] ?? 0] = group;
  });
  return { translations, laterTranslations: new Map(), translationOf, members };
};

/** Compiles a published configuration, in which ids are unique. The order of items and rules does not matter. */
export const compileIndex = ({ items, rules }: MatchConfiguration): MatchIndex => {
  const day = dateReader();
  const ids = idsNamed(items, rules);
  const byId = numbersByName(ids);
  const numberOf = (id: string): number => byId.get(id) ?? -1;
  const sorted = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = Int32Array.from(sorted, ({ id }) => numberOf(id));
  const base = compileShelf(sorted, numbers, day);
  const places = { positionOf: new Int32Array(ids.length).fill(-1), keys: new Uint16Array(ids.length) };
  place(places, base, 0);
  return {
    ids,
    laterIds: new Map(),
    base,
    changed: compileShelf([], new Int32Array(0), day),
    changedItems: new Map(),
    ...places,
    ...groupTranslations(sorted, numbers, ids.length),
    rules: compileRules(rules, numberOf, day),
  };
};
