import type { ContentMapping, PublishedItem } from '../../content/index.ts';
import { dateReader } from './dates.ts';
import { type MatchIndex, numberOfId, place } from './match-index.ts';
import { compileRules } from './rules.ts';
import { compileShelf } from './shelf.ts';

export type Changes = {
  /** Items as they are now. */
  readonly items: readonly PublishedItem[];
  readonly removedIds?: readonly string[];
  /** All rules, when any of them changed. */
  readonly rules?: readonly ContentMapping[];
};

/** Gives names that are new the next free numbers. */
const numberNew = (
  numbers: ReadonlyMap<string, number>,
  names: readonly string[],
  isKnown: (name: string) => boolean,
  next: number,
): ReadonlyMap<string, number> => {
  const fresh = new Set(names.filter((name) => !isKnown(name)));
  if (fresh.size === 0) return numbers;
  return new Map([...numbers, ...[...fresh].map((name, at) => [name, next + at] as const)]);
};

const grown = (numbers: Int32Array, length: number): Int32Array => {
  const copy = new Int32Array(length).fill(-1, numbers.length);
  copy.set(numbers);
  return copy;
};

type Ids = Pick<MatchIndex, 'ids' | 'laterIds'>;

const withNewIds = (index: MatchIndex, changes: Changes): Ids => {
  const named = [
    ...changes.items.map(({ id }) => id),
    ...(changes.rules ?? []).flatMap(({ itemIds }) => itemIds),
  ];
  const isKnown = (id: string) => numberOfId(index, id) !== -1;
  return {
    ids: index.ids,
    laterIds: numberNew(index.laterIds, named, isKnown, index.positionOf.length),
  };
};

type Translations = Pick<MatchIndex, 'laterTranslations' | 'translationOf' | 'members'>;

/** Moves the changed items to the translation groups they are in now; -1 takes them out. */
const regroup = (
  index: MatchIndex,
  now: ReadonlyMap<number, PublishedItem | undefined>,
  size: number,
): Translations => {
  const names = [...now.values()].flatMap((item) => item?.translationGroup ?? []);
  const isKnown = (name: string) => index.translations.has(name) || index.laterTranslations.has(name);
  const laterTranslations = numberNew(index.laterTranslations, names, isKnown, index.members.length);
  const translationOf = grown(index.translationOf, size);
  const members = [...index.members];
  for (const [number, item] of now) {
    const before = translationOf[number] ?? -1;
    const name = item?.translationGroup;
    const after =
      name === undefined ? -1 : (index.translations.get(name) ?? laterTranslations.get(name) ?? -1);
    if (before === after) continue;
    if (before !== -1) members[before] = members[before]?.filter((member) => member !== number) ?? [];
    if (after !== -1) members[after] = [...(members[after] ?? []), number];
    translationOf[number] = after;
  }
  return { laterTranslations, translationOf, members };
};

/** What each touched number stands for now; `undefined` for those that go. */
const standingNow = (
  ids: Ids,
  { items, removedIds = [] }: Changes,
): ReadonlyMap<number, PublishedItem | undefined> =>
  new Map([
    ...removedIds.map((id) => [numberOfId(ids, id), undefined] as const).filter(([number]) => number !== -1),
    ...items.map((item) => [numberOfId(ids, item.id), item] as const),
  ]);

/**
 * The index after a few changes: what was published stays as it is, changed items go to a small shelf of their own and
 * their old versions are dead. Takes time in proportion to all changes since `compileIndex`, so a publication of many
 * compiles anew. The index given is left as it was.
 */
export const updateIndex = (index: MatchIndex, changes: Changes): MatchIndex => {
  const day = dateReader();
  const ids = withNewIds(index, changes);
  const now = standingNow(ids, changes);
  const size = ids.ids.length + ids.laterIds.size;
  const changedItems = new Map(index.changedItems);
  const keys = new Uint16Array(size);
  keys.set(index.keys);
  const places = { positionOf: grown(index.positionOf, size), keys };
  for (const [number, item] of now) {
    places.positionOf[number] = -1;
    if (item) changedItems.set(number, item);
    else changedItems.delete(number);
  }
  const onShelf = [...changedItems].sort(([, a], [, b]) => (a.id < b.id ? -1 : 1));
  const changed = compileShelf(
    onShelf.map(([, item]) => item),
    Int32Array.from(onShelf, ([number]) => number),
    day,
  );
  place(places, changed, index.base.shown.length);
  const rules = changes.rules ? compileRules(changes.rules, (id) => numberOfId(ids, id), day) : index.rules;
  return {
    ...index,
    ...ids,
    ...regroup(index, now, size),
    changed,
    changedItems,
    ...places,
    rules,
  };
};
