import { startsByOwner } from './columns.ts';

/** The numbers of the item ids that rules name: those of rule `r` from `starts[r]` up to `starts[r + 1]`. */
export type Named = { readonly starts: Int32Array; readonly numbers: Int32Array };

/** What rules reach: the items that they name, and the translations of these; once a rule and item. */
export type Reach = {
  /** What rule `r` reaches: numbers of items from `starts[r]` up to `starts[r + 1]`. */
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  /** The rules that reach the item of a number: from `byItemStarts[number]` up to the next entry. */
  readonly byItemStarts: Int32Array;
  readonly byItem: Int32Array;
};

/** By number: the translation group of an item, -1 for none; and the numbers of each group's items. */
export type Translations = {
  readonly translationOf: Int32Array;
  readonly members: readonly (readonly number[])[];
};

type Pairs = { readonly rules: readonly number[]; readonly targets: readonly number[] };

const pairsOf = ({ starts, numbers }: Named, { translationOf, members }: Translations): Pairs => {
  const pairs: { rules: number[]; targets: number[] } = { rules: [], targets: [] };
  const largest = numbers.reduce((most, number) => Math.max(most, number), translationOf.length);
  const last = new Int32Array(largest + 1).fill(-1);
  const reach = (rule: number, number: number): void => {
    if (last[number] === rule) return;
    last[number] = rule;
    pairs.rules.push(rule);
    pairs.targets.push(number);
  };
  for (let rule = 0; rule + 1 < starts.length; rule += 1) {
    for (let at = starts[rule] ?? 0; at < (starts[rule + 1] ?? 0); at += 1) {
      const number = numbers[at] ?? 0;
      const group = members[translationOf[number] ?? -1];
      if (group) for (const member of group) reach(rule, member);
      else reach(rule, number);
    }
  }
  return pairs;
};

export const reachOf = (named: Named, translations: Translations): Reach => {
  const { rules, targets } = pairsOf(named, translations);
  const size = targets.reduce((most, number) => Math.max(most, number + 1), 0);
  const byItemStarts = startsByOwner(targets, size);
  const next = byItemStarts.slice();
  const byItem = new Int32Array(targets.length);
  targets.forEach((number, at) => {
    const place = next[number] ?? 0;
    byItem[place] = rules[at] ?? 0;
    next[number] = place + 1;
  });
  return {
    starts: startsByOwner(rules, named.starts.length - 1),
    targets: new Int32Array(targets),
    ...{ byItemStarts, byItem },
  };
};
