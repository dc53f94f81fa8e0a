import { type Places, placesOf } from './bitsets.ts';
import { dimensionsByPoints } from './scoring.ts';
import type { CollectedTags } from './tags.ts';

/** What carries one value: the positions of things, and the groups that these are in. */
export type Posting = { readonly positions: Places; readonly groups: Places };

/** From a value's `factKey` to what carries it, for one dimension. */
export type ValueTable = ReadonlyMap<string, Posting>;

/** The positions of each value, by number. `order` gives the thing at each position. */
const positionsOf = ({ starts, values, names }: CollectedTags, order: Int32Array): readonly Int32Array[] => {
  const counts = new Int32Array(names.length);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  const lists = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let position = 0; position < order.length; position += 1) {
    const thing = order[position] ?? 0;
    for (let at = starts[thing] ?? 0; at < (starts[thing + 1] ?? 0); at += 1) {
      const value = values[at] ?? 0;
      const list = lists[value];
      const next = counts[value] ?? 0;
      if (list) list[next] = position;
      counts[value] = next + 1;
    }
  }
  return lists;
};

/** The groups of ascending positions, each once. `starts` are their first positions. */
const groupsOf = (positions: Int32Array, starts: readonly number[]): Int32Array => {
  const groups: number[] = [];
  let group = -1;
  let end = 0;
  for (const position of positions) {
    if (position < end) continue;
    while (position >= end) {
      group += 1;
      end = starts[group + 1] ?? Infinity;
    }
    groups.push(group);
  }
  return new Int32Array(groups);
};

/** The value table of each dimension. `starts` are the first positions of the groups. */
export const postingsOf = (
  collected: CollectedTags,
  order: Int32Array,
  starts: readonly number[],
): readonly ValueTable[] => {
  const tables = dimensionsByPoints.map(() => new Map<string, Posting>());
  positionsOf(collected, order).forEach((positions, value) => {
    const [dimension, key] = collected.names[value] ?? [0, ''];
    tables[dimension]?.set(key, {
      positions: placesOf(positions, order.length),
      groups: placesOf(groupsOf(positions, starts), starts.length),
    });
  });
  return tables;
};
