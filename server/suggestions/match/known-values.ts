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
  /** By dimension: the posting of each known value, in the order of the facts; nothing carries the absent ones. */
  readonly postings: readonly (readonly (Posting | undefined)[])[];
  /** By dimension, if it is known: the bits of all positions that carry a known value. */
  readonly bits: readonly Int32Array[];
};

/** Memory for bitsets, by dimension, which requests use one after the other. */
export type Scratch = Int32Array[];

const scratchFor = (scratch: Scratch, dimension: number, words: number): Int32Array => {
  const existing = scratch[dimension];
  return existing && existing.length >= words ? existing : (scratch[dimension] = new Int32Array(words));
};

/** Adds what other postings carry to a bitset that begins as a copy of the first one. */
const union = (bits: Int32Array, words: number, [first, ...others]: readonly Posting[]): Int32Array => {
  if (first?.dense) bits.set(first.data);
  else setBits(bits.fill(0, 0, words), first?.data ?? none);
  for (const { dense, data } of others) {
    if (!dense) setBits(bits, data);
    else for (let word = 0; word < words; word += 1) bits[word] = (bits[word] ?? 0) | (data[word] ?? 0);
  }
  return bits;
};

const none = new Int32Array(0);

/** Looks the known values up. The answer holds until `scratch` is used again. */
export const prepare = (index: TagIndex, { keys }: Known, scratch: Scratch): Fitting => {
  const words = wordsFor(index.size);
  const postings = keys.map((own, dimension) => own.map((key) => index.values[dimension]?.get(key)));
  const bits = postings.map((own, dimension) => {
    const found = own.filter((posting) => posting !== undefined);
    const [first] = found;
    if (own.length === 0 || (first?.dense && found.length === 1)) return first?.data ?? none;
    return union(scratchFor(scratch, dimension, words), words, found);
  });
  return { postings, bits };
};

/** Does the thing at the position carry a known value of the dimension? */
export const carriesKnown = ({ bits }: Fitting, dimension: number, position: number): boolean =>
  (((bits[dimension]?.[position >> 5] ?? 0) >>> (position & 31)) & 1) === 1;
