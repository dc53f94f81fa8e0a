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

export const hasBit = (bits: Int32Array, place: number): boolean =>
  (((bits[place >> 5] ?? 0) >>> (place & 31)) & 1) === 1;

/** The lowest place of a word that is not empty. */
export const lowestPlace = (bits: number, word: number): number =>
  (word << 5) + 31 - Math.clz32(bits & -bits);

/** Compiles ascending places, of `size` that there are. */
export const placesOf = (ascending: Int32Array, size: number): Places => {
  const dense = ascending.length > denseFrom(size);
  return { dense, data: dense ? setBits(new Int32Array(wordsFor(size)), ascending) : ascending };
};

export const holds = ({ dense, data }: Places, place: number): boolean =>
  dense ? hasBit(data, place) : data[firstPlace(data.length, (at) => (data[at] ?? 0) < place)] === place;

const addBits = (bits: Int32Array, data: Int32Array, words: number): void => {
  for (let word = 0; word < words; word += 1) bits[word] = (bits[word] ?? 0) | (data[word] ?? 0);
};

const none = new Int32Array(0);

/** The places that any of these has, as a bitset of so many words: the only one's own, else written to what `memory` gives. */
export const union = (all: readonly Places[], words: number, memory: () => Int32Array): Int32Array => {
  const [first, ...others] = all;
  if (first?.dense && others.length === 0) return first.data;
  const bits = memory();
  if (first?.dense) bits.set(first.data);
  else setBits(bits.fill(0, 0, words), first?.data ?? none);
  for (const { dense, data } of others) {
    if (dense) addBits(bits, data, words);
    else setBits(bits, data);
  }
  return bits;
};
