import type { ContentMapping, PublishedItem } from '../../content/index.ts';
import { type MatchIndex, numberOfId, place } from './match-index.ts';
import { compileRules, type RuleIndex, withTranslations } from './rules.ts';
import { shelfBuilder } from './shelf-builder.ts';
import type { Shelf } from './shelf.ts';

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

type Now = ReadonlyMap<number, PublishedItem | undefined>;

/** Moves the changed items to the translation groups they are in now; -1 takes them out. The same object if none moves. */
const regroup = (
  index: Translations & Pick<MatchIndex, 'translations'>,
  now: Now,
  size: number,
): Translations => {
  const { translations, translationOf: before, members: former } = index;
  const names = [...now.values()].flatMap((item) => item?.translationGroup ?? []);
  const isKnown = (name: string) => translations.has(name) || index.laterTranslations.has(name);
  const laterTranslations = numberNew(index.laterTranslations, names, isKnown, former.length);
  const groupOf = (name: string | undefined): number =>
    name === undefined ? -1 : (translations.get(name) ?? laterTranslations.get(name) ?? -1);
  const moves = [...now]
    .map(([number, item]) => ({ number, from: before[number] ?? -1, to: groupOf(item?.translationGroup) }))
    .filter(({ from, to }) => from !== to);
  if (moves.length === 0) return index;
  const translationOf = grown(before, size);
  const members = [...former];
  for (const { number, from, to } of moves) {
    if (from !== -1) members[from] = members[from]?.filter((member) => member !== number) ?? [];
    if (to !== -1) members[to] = [...(members[to] ?? []), number];
    translationOf[number] = to;
  }
  return { laterTranslations, translationOf, members };
};

/** The rules as they are now, reaching the translations as they are now. */
const rulesNow = (index: MatchIndex, changes: Changes, ids: Ids, translations: Translations): RuleIndex => {
  if (changes.rules) return compileRules(changes.rules, (id) => numberOfId(ids, id), translations);
  return translations === index ? index.rules : withTranslations(index.rules, translations);
};

/** What each touched number stands for now; `undefined` for those that go. */
const standingNow = (ids: Ids, { items, removedIds = [] }: Changes): Now =>
  new Map([
    ...removedIds.map((id) => [numberOfId(ids, id), undefined] as const).filter(([number]) => number !== -1),
    ...items.map((item) => [numberOfId(ids, item.id), item] as const),
  ]);

const shelfOf = (items: ReadonlyMap<number, PublishedItem>): Shelf => {
  const byId = [...items].sort(([, a], [, b]) => (a.id < b.id ? -1 : 1));
  const shelf = shelfBuilder();
  for (const [, item] of byId) shelf.add(item);
  return shelf.finish(
    Int32Array.from(byId, ([number]) => number),
    Int32Array.from(byId.keys()),
  );
};

/**
 * The index after a few changes: what was published stays as it is, changed items go to a small shelf of their own and
 * their old versions are dead. Takes time in proportion to all changes since it was compiled, so a publication of many
 * compiles anew. The index given is left as it was.
 */
export const updateIndex = (index: MatchIndex, changes: Changes): MatchIndex => {
  const ids = withNewIds(index, changes);
  const now = standingNow(ids, changes);
  const size = ids.ids.length + ids.laterIds.size;
  const translations = regroup(index, now, size);
  const changedItems = new Map(index.changedItems);
  const keys = new Uint16Array(size);
  keys.set(index.keys);
  const places = { positionOf: grown(index.positionOf, size), keys };
  for (const [number, item] of now) {
    places.positionOf[number] = -1;
    if (item) changedItems.set(number, item);
    else changedItems.delete(number);
  }
  const changed = shelfOf(changedItems);
  place(places, changed, index.base.numbers.length);
  const { laterTranslations, translationOf, members } = translations;
  return {
    ...index,
    ...ids,
    ...{ laterTranslations, translationOf, members },
    ...{ changed, changedItems },
    ...places,
    rules: rulesNow(index, changes, ids, translations),
  };
};
