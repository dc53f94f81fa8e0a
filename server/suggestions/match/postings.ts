import type { Tags } from '../../content/index.ts';
import { factKey } from '../../journey/index.ts';
import { firstPlace } from './columns.ts';
import { dimensionsByPoints } from './scoring.ts';

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

/** Tags with their values numbered: all values of thing `t` stand in `values` from `starts[t]` up to `starts[t + 1]`. */
export type CollectedTags = {
  readonly masks: Int32Array;
  readonly starts: Int32Array;
  readonly values: Int32Array;
  /** By number: dimension and `factKey`. */
  readonly names: readonly (readonly [dimension: number, key: string])[];
};

/** Numbers values as they turn up; raw spellings are looked up before they are normalised. */
const valueNumbers = () => {
  const names: (readonly [number, string])[] = [];
  const byRaw = dimensionsByPoints.map(() => new Map<string, number>());
  const byKey = dimensionsByPoints.map(() => new Map<string, number>());
  const numberOf = (dimension: number, raw: string): number => {
    const known = byRaw[dimension]?.get(raw);
    if (known !== undefined) return known;
    const key = factKey(raw);
    const number = byKey[dimension]?.get(key) ?? names.push([dimension, key]) - 1;
    byKey[dimension]?.set(key, number);
    byRaw[dimension]?.set(raw, number);
    return number;
  };
  return { names, numberOf };
};

export const collectTags = (tags: readonly Tags[]): CollectedTags => {
  const { names, numberOf } = valueNumbers();
  const masks = new Int32Array(tags.length);
  const starts = new Int32Array(tags.length + 1);
  const values: number[] = [];
  tags.forEach((own, thing) => {
    let mask = 0;
    for (let dimension = 0; dimension < dimensionsByPoints.length; dimension += 1) {
      const raw = own[dimensionsByPoints[dimension] ?? 'stage'];
      if (raw === undefined || raw.length === 0) continue;
      mask |= 1 << dimension;
      for (const value of raw) values.push(numberOf(dimension, value));
    }
    masks[thing] = mask;
    starts[thing + 1] = values.length;
  });
  return { masks, starts, values: Int32Array.from(values), names };
};

/** Sets the bit of each position. */
export const setBits = (bits: Int32Array, positions: Int32Array): Int32Array => {
  for (const position of positions) bits[position >> 5] = (bits[position >> 5] ?? 0) | (1 << (position & 31));
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
