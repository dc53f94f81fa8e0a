import { factKey } from '../../journey/index.ts';

/**
 * The positions that carry one value: a bitset when many do, else the sorted positions themselves. The border keeps
 * both the memory of rare values and the work of reading them small.
 */
export type Posting = {
  readonly dense: boolean;
  readonly data: Int32Array;
  readonly count: number;
};

/** From a value's `factKey` to its positions, for one dimension. */
export type ValueTable = ReadonlyMap<string, Posting>;

const denseFrom = (size: number): number => size / 128;

/** Numbers the values of one dimension in the order they turn up; raw spellings are looked up before `factKey`. */
const valueNumbers = () => {
  const byKey = new Map<string, number>();
  const byRaw = new Map<string, number>();
  const numberOf = (raw: string): number => {
    const known = byRaw.get(raw);
    if (known !== undefined) return known;
    const key = factKey(raw);
    const number = byKey.get(key) ?? byKey.size;
    byKey.set(key, number);
    byRaw.set(raw, number);
    return number;
  };
  return { numberOf, keys: () => [...byKey.keys()] };
};

/** Sets the bit of each position. */
export const setBits = (bits: Int32Array, positions: Int32Array): Int32Array => {
  for (const position of positions) bits[position >> 5] = (bits[position >> 5] ?? 0) | (1 << (position & 31));
  return bits;
};

/** Words of a bitset over so many positions. */
export const wordsFor = (size: number): number => (size + 31) >> 5;

/**
 * The value table of one dimension. `tagsAt` gives the raw values at a position; positions are visited in order, so that
 * lists come out sorted.
 */
export const valueTable = (
  size: number,
  tagsAt: (position: number) => readonly string[] | undefined,
): ValueTable => {
  const numbers = valueNumbers();
  const pairs: number[] = [];
  for (let position = 0; position < size; position += 1) {
    for (const raw of tagsAt(position) ?? []) pairs.push(numbers.numberOf(raw), position);
  }
  const keys = numbers.keys();
  const counts = new Int32Array(keys.length);
  for (let at = 0; at < pairs.length; at += 2) counts[pairs[at] ?? 0] = (counts[pairs[at] ?? 0] ?? 0) + 1;
  const lists = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let at = 0; at < pairs.length; at += 2) {
    const value = pairs[at] ?? 0;
    const next = counts[value] ?? 0;
    const list = lists[value];
    if (list) list[next] = pairs[at + 1] ?? 0;
    counts[value] = next + 1;
  }
  return new Map(
    keys.map((key, value) => {
      const list = lists[value] ?? new Int32Array(0);
      const dense = list.length > denseFrom(size);
      const data = dense ? setBits(new Int32Array(wordsFor(size)), list) : list;
      return [key, { dense, data, count: list.length }];
    }),
  );
};

/** Is the position among a value's? */
export const holds = ({ dense, data }: Posting, position: number): boolean => {
  if (dense) return (((data[position >> 5] ?? 0) >>> (position & 31)) & 1) === 1;
  let low = 0;
  let high = data.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((data[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return data[low] === position;
};
