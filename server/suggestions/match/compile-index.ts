import type { ContentMapping, PublishedItem } from '../../content/index.ts';
import { type MatchIndex, numberOfId, place } from './match-index.ts';
import { compileRules } from './rules.ts';
import { shelfBuilder } from './shelf-builder.ts';
import type { MatchConfiguration } from './types.ts';

type Translations = Pick<MatchIndex, 'translationOf' | 'translations' | 'laterTranslations' | 'members'>;

/** Groups numbers by the names of their translation groups. */
const groupTranslations = (names: readonly (string | undefined)[], numbers: Int32Array): Translations => {
  const translations = new Map<string, number>();
  const members: number[][] = [];
  const translationOf = new Int32Array(numbers.length).fill(-1);
  names.forEach((name, item) => {
    if (name === undefined) return;
    const group = translations.get(name) ?? members.push([]) - 1;
    translations.set(name, group);
    members[group]?.push(numbers[item] ?? 0);
    translationOf[numbers[item] ?? 0] = group;
  });
  return { translations, laterTranslations: new Map(), translationOf, members };
};

const none: ReadonlyMap<string, number> = new Map();

/** Numbers of the ids that rules name: an item's place among the ids, the next ones for what is no item. */
const numberNamed = (
  ids: readonly string[],
  rules: readonly ContentMapping[],
): { readonly numbers: ReadonlyMap<string, number>; readonly laterIds: ReadonlyMap<string, number> } => {
  const numbers = new Map<string, number>();
  const laterIds = new Map<string, number>();
  for (const id of new Set(rules.flatMap(({ itemIds }) => itemIds))) {
    const number = numberOfId({ ids, laterIds: none }, id);
    if (number === -1) laterIds.set(id, ids.length + laterIds.size);
    numbers.set(id, number === -1 ? ids.length + laterIds.size - 1 : number);
  }
  return { numbers, laterIds };
};

/** Ids in order, the items in that order, and the number of each item, which is its id's place. */
const numberItems = (itemIds: readonly string[]) => {
  const idAt = (item: number): string => itemIds[item] ?? '';
  const byId = Int32Array.from(itemIds.keys());
  if (itemIds.every((id, item) => item === 0 || idAt(item - 1) < id)) {
    return { ids: itemIds, byId, numbers: byId };
  }
  byId.sort((a, b) => (idAt(a) < idAt(b) ? -1 : 1));
  const numbers = new Int32Array(byId.length);
  byId.forEach((item, number) => (numbers[item] = number));
  return { ids: Array.from(byId, idAt), byId, numbers };
};

/**
 * Takes the items that are live one by one, in any order, and then the rules. An item is not kept, only what the index and
 * the list need of it.
 */
export const indexBuilder = () => {
  const shelf = shelfBuilder();
  const itemIds: string[] = [];
  const groups: (string | undefined)[] = [];

  const add = (item: PublishedItem): void => {
    shelf.add(item);
    itemIds.push(item.id);
    groups.push(item.translationGroup);
  };

  const finish = (mappings: readonly ContentMapping[]): MatchIndex => {
    const { ids, byId, numbers } = numberItems(itemIds);
    const { numbers: named, laterIds } = numberNamed(ids, mappings);
    const translations = groupTranslations(groups, numbers);
    const rules = compileRules(mappings, (id) => named.get(id) ?? -1, translations);
    const size = ids.length + laterIds.size;
    const places = { positionOf: new Int32Array(size).fill(-1), keys: new Uint16Array(size) };
    const base = shelf.finish(numbers, byId);
    place(places, base, 0);
    return {
      ...{ ids, laterIds, base, rules },
      changed: shelfBuilder().finish(new Int32Array(0), new Int32Array(0)),
      changedItems: new Map(),
      ...places,
      ...translations,
    };
  };
  return { add, finish };
};

/** Compiles a published configuration, in which ids are unique. The order of items and rules does not matter. */
export const compileIndex = ({ items, rules }: MatchConfiguration): MatchIndex => {
  const builder = indexBuilder();
  for (const item of items) builder.add(item);
  return builder.finish(rules);
};
