import { firstPlace } from './columns.ts';

/**
 * Some of so many places: a bitset when they are many, else the places themselves, ascending. The border keeps both the
 * memory of rare values and the work of reading them small.
 */
export type Places = { readonly dense: boolean; readonly data: Int32Array };

const denseFrom = (size: number): number => size / 128;

/** Words of a bitset over so many places. */
export const wordsFor = (size: number): number => (size + 31) >> 5;

/** Sets the bit of each place. */
export const setBits = (bits: Int32Array, places: Int32Array): Int32Array => {
  for (const place of places) bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31));
  return bits;
};

/** The lowest place of a word that is not empty. */
export const lowestPlace = (bits: number, word: number): number =>
  (word << 5) + 31 - Math.clz32(bits & -bits);

/** Compiles ascending places, of `size` that there are. */
export const placesOf = (ascending: Int32Array, size: number): Places => {
  const dense = ascending.length > denseFrom(size);
  return { dense, data: dense ? setBits(new Int32Array(wordsFor(size)), ascending) : ascending };
};

/** Bitsets that are read as one: a place is in it if it is in any of them. They are many words and few of these are read. */
export type Bitsets = readonly Int32Array[];

/** One word of all of them together. */
export const wordOf = (bitsets: Bitsets, word: number): number => {
  let bits = 0;
  for (let at = 0; at < bitsets.length; at += 1) bits |= bitsets[at]?.[word] ?? 0;
  return bits;
};

export const hasBit = (bitsets: Bitsets, place: number): boolean =>
  ((wordOf(bitsets, place >> 5) >>> (place & 31)) & 1) === 1;

export const holds = ({ dense, data }: Places, place: number): boolean =>
  dense ? hasBit([data], place) : data[firstPlace(data.length, (at) => (data[at] ?? 0) < place)] === place;

/**
 * The places that any of these has, in so many words: dense ones as they are, the places of all others written to what
 * `memory` gives.
 */
export const union = (all: readonly Places[], words: number, memory: () => Int32Array): Bitsets => {
  const bitsets: Int32Array[] = [];
  let gathered: Int32Array | undefined;
  for (const { dense, data } of all) {
    if (dense) bitsets.push(data);
    else setBits((gathered ??= memory().fill(0, 0, words)), data);
  }
  if (gathered) bitsets.push(gathered);
  return bitsets;
};
