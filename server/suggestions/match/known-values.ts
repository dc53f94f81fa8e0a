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
  /** By dimension: bitsets whose union is the positions that carry a known value. */
  readonly bitsets: readonly (readonly Int32Array[])[];
};

/** Empty bitsets, one for each dimension, in which rare values are laid out while one request is answered. */
export type Scratch = Int32Array[];

const emptyBits = (scratch: Scratch, dimension: number, words: number): Int32Array => {
  const existing = scratch[dimension];
  return existing && existing.length >= words ? existing : (scratch[dimension] = new Int32Array(words));
};

/** The bitsets of the postings: those of common values as they are, those of rare ones laid out together. */
const bitsetsOf = (found: readonly (Posting | undefined)[], empty: () => Int32Array): Int32Array[] => {
  const sets: Int32Array[] = [];
  let rare: Int32Array | undefined;
  for (const posting of found) {
    if (posting === undefined) continue;
    if (posting.dense) sets.push(posting.data);
    else rare = setBits(rare ?? empty(), posting.data);
  }
  if (rare) sets.push(rare);
  return sets;
};

const nothing: readonly never[] = [];

/** Looks the known values up. What it lays out in `scratch` is taken away again by `release`. */
export const prepare = (index: TagIndex, known: Known, scratch: Scratch): Fitting => {
  const words = wordsFor(index.order.length);
  const postings: (readonly (Posting | undefined)[])[] = [];
  const bitsets: (readonly Int32Array[])[] = [];
  for (let dimension = 0; dimension < known.keys.length; dimension += 1) {
    const keys = known.keys[dimension] ?? nothing;
    const table = index.values[dimension];
    const found = keys.length === 0 ? nothing : keys.map((key) => table?.get(key));
    postings.push(found);
    bitsets.push(found.length === 0 ? nothing : bitsetsOf(found, () => emptyBits(scratch, dimension, words)));
  }
  return { index, postings, bitsets };
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

/** Does the thing at the position carry a known value of the dimension? */
export const carriesKnown = ({ bitsets }: Fitting, dimension: number, position: number): boolean => {
  for (const bits of bitsets[dimension] ?? [])
    if (((bits[position >> 5] ?? 0) >>> (position & 31)) & 1) return true;
  return false;
};
