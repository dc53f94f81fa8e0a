import { type DealFacts, factKey } from '../../journey/index.ts';
import { type Posting, setBits, wordsFor } from './postings.ts';
import { dimensionsByPoints } from './scoring.ts';
import type { TagIndex } from './tag-index.ts';

/** The facts of one deal by dimension number: comparable values, and one bit for each dimension that is known. */
export type Known = {
  readonly mask: number;
  readonly keys: readonly (readonly string[])[];
};

export const knownOf = (facts: DealFacts): Known => {
  const keys = dimensionsByPoints.map((dimension) =>
    facts.dimensions[dimension].values.map(({ value }) => factKey(value)),
  );
  return {
    mask: keys.reduce((mask, values, bit) => (values.length > 0 ? mask | (1 << bit) : mask), 0),
    keys,
  };
};

/** The postings of a deal's values in one index, ready to be read word by word. */
export type Fitting = {
  readonly index: TagIndex;
  /** By dimension: the posting of each known value, in the order of the facts; nothing carries the absent ones. */
  readonly postings: readonly (readonly (Posting | undefined)[])[];
  /**
   * Bitsets, one dimension after the other: those of dimension `d` stand from `starts[d]` up to `starts[d + 1]`, and their
   * union is the positions that carry a known value of it.
   */
  readonly bitsets: readonly Int32Array[];
  readonly starts: readonly number[];
};

/** Empty bitsets, one for each dimension, in which rare values are laid out while one request is answered. */
export type Scratch = Int32Array[];

const emptyBits = (scratch: Scratch, dimension: number, words: number): Int32Array => {
  const existing = scratch[dimension];
  return existing && existing.length >= words ? existing : (scratch[dimension] = new Int32Array(words));
};

/** Adds the bitsets of the postings: those of common values as they are, those of rare ones laid out together. */
const addBitsets = (
  bitsets: Int32Array[],
  found: readonly (Posting | undefined)[],
  empty: () => Int32Array,
): void => {
  let rare: Int32Array | undefined;
  for (const posting of found) {
    if (posting?.dense) bitsets.push(posting.data);
    else if (posting) rare = setBits(rare ?? empty(), posting.data);
  }
  if (rare) bitsets.push(rare);
};

/** Looks the known values up. What it lays out in `scratch` is taken away again by `release`. */
export const prepare = (index: TagIndex, { keys }: Known, scratch: Scratch): Fitting => {
  const words = wordsFor(index.order.length);
  const bitsets: Int32Array[] = [];
  const starts = [0];
  const postings = keys.map((own, dimension) => {
    const table = index.values[dimension];
    const found = own.map((key) => table?.get(key));
    addBitsets(bitsets, found, () => emptyBits(scratch, dimension, words));
    starts.push(bitsets.length);
    return found;
  });
  return { index, postings, bitsets, starts };
};

export const release = ({ postings }: Fitting, scratch: Scratch): void => {
  postings.forEach((found, dimension) => {
    const bits = scratch[dimension];
    for (const posting of found) {
      if (!bits || !posting || posting.dense) continue;
      for (const position of posting.data) bits[position >> 5] = 0;
    }
  });
};

/** Bits of one word whose things carry a known value of the dimension. */
export const carrying = ({ bitsets, starts }: Fitting, dimension: number, word: number): number => {
  const end = starts[dimension + 1] ?? 0;
  let bits = 0;
  for (let at = starts[dimension] ?? 0; at < end; at += 1) bits |= bitsets[at]?.[word] ?? 0;
  return bits;
};

/** Does the thing at the position carry a known value of the dimension? */
export const carriesKnown = (fitting: Fitting, dimension: number, position: number): boolean =>
  ((carrying(fitting, dimension, position >> 5) >>> (position & 31)) & 1) === 1;
