import type { ContentMapping, PublishedItem } from '../../content/index.ts';
import { type MatchIndex, numberOfId, place, targetKeysOf } from './match-index.ts';
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

/** Finds the number of an id, and gives those that are new the next ones. */
const numbering = (ids: readonly string[]) => {
  const laterIds = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = numberOfId({ ids, laterIds }, id);
    if (known !== -1) return known;
    const number = ids.length + laterIds.size;
    laterIds.set(id, number);
    return number;
  };
  return { laterIds, numberOf };
};

/** Items in the order of their ids, and the other way round. */
const inOrder = (ids: readonly string[]): { readonly byId: Int32Array; readonly numbers: Int32Array } => {
  const idAt = (item: number): string => ids[item] ?? '';
  const byId = Int32Array.from([...ids.keys()].sort((a, b) => (idAt(a) < idAt(b) ? -1 : 1)));
  const numbers = new Int32Array(ids.length);
  byId.forEach((item, number) => (numbers[item] = number));
  return { byId, numbers };
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
    const { byId, numbers } = inOrder(itemIds);
    const ids = Array.from(byId, (item) => itemIds[item] ?? '');
    const { laterIds, numberOf } = numbering(ids);
    const translations = groupTranslations(groups, numbers);
    const rules = compileRules(mappings, numberOf, translations);
    const size = ids.length + laterIds.size;
    const places = { positionOf: new Int32Array(size).fill(-1), keys: new Uint16Array(size) };
    const base = shelf.finish(numbers, byId);
    place(places, base, 0);
    return {
      ...{ ids, laterIds, base, rules },
      changed: shelfBuilder().finish(new Int32Array(0), new Int32Array(0)),
      changedItems: new Map(),
      ...places,
      targetKeys: targetKeysOf(rules.reach, places.keys),
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
