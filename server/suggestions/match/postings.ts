import { firstPlace } from './columns.ts';
import { dimensionsByPoints } from './scoring.ts';
import type { CollectedTags } from './tags.ts';

/**
 * The positions that carry one value: a bitset when many do, else the positions themselves, ascending. The border keeps
 * both the memory of rare values and the work of reading them small.
 */
export type Posting = { readonly dense: boolean; readonly data: Int32Array };

/** From a value's `factKey` to its positions, for one dimension. */
export type ValueTable = ReadonlyMap<string, Posting>;

const denseFrom = (size: number): number => size / 128;

/** Words of a bitset over so many positions. */
export const wordsFor = (size: number): number => (size + 31) >> 5;

/** Sets the bit of each position, in a bitset that begins at the word `start`. */
export const setBits = (bits: Int32Array, positions: Int32Array, start = 0): Int32Array => {
  for (const position of positions) {
    const word = start + (position >> 5);
    bits[word] = (bits[word] ?? 0) | (1 << (position & 31));
  }
  return bits;
};

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

/** The value table of each dimension. */
export const postingsOf = (collected: CollectedTags, order: Int32Array): readonly ValueTable[] => {
  const tables = dimensionsByPoints.map(() => new Map<string, Posting>());
  positionsOf(collected, order).forEach((positions, value) => {
    const [dimension, key] = collected.names[value] ?? [0, ''];
    const dense = positions.length > denseFrom(order.length);
    const data = dense ? setBits(new Int32Array(wordsFor(order.length)), positions) : positions;
    tables[dimension]?.set(key, { dense, data });
  });
  return tables;
};

/** Is the position among a value's? */
export const holds = ({ dense, data }: Posting, position: number): boolean => {
  if (dense) return (((data[position >> 5] ?? 0) >>> (position & 31)) & 1) === 1;
  return data[firstPlace(data.length, (place) => (data[place] ?? 0) < position)] === position;
};
