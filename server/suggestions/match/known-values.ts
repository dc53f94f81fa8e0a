import { type DealFacts, factKey } from '../../journey/index.ts';
import { type Bitsets, hasBit, union, wordOf, wordsFor } from './bitsets.ts';
import type { Posting } from './postings.ts';
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
  readonly bits: readonly Bitsets[];
  /** Bits of the groups that have a known value in each known dimension that they need. In the others nothing fits. */
  readonly groups: Int32Array;
};

/** Memory for bitsets, which requests use one after the other: one for each dimension, and two for groups. */
export type Scratch = Int32Array[];

const groupScratch = dimensionsByPoints.length;
const unionScratch = groupScratch + 1;

const scratchFor = (scratch: Scratch, at: number, words: number): Int32Array => {
  const existing = scratch[at];
  return existing && existing.length >= words ? existing : (scratch[at] = new Int32Array(words));
};

/** Leaves the bits of groups that one of the values carries or that do not need the dimension. */
const restrict = (groups: Int32Array, carrying: Bitsets, needed: Int32Array): void => {
  for (let word = 0; word < needed.length; word += 1) {
    const left = groups[word] ?? 0;
    const mustCarry = left & (needed[word] ?? 0);
    if (mustCarry !== 0) groups[word] = left & (wordOf(carrying, word) | ~mustCarry);
  }
};

const livingGroups = (
  { keys, neededBy }: TagIndex,
  found: readonly (readonly Posting[] | undefined)[],
  scratch: Scratch,
): Int32Array => {
  const words = wordsFor(keys.length);
  const groups = scratchFor(scratch, groupScratch, words).fill(-1, 0, words);
  if (words > 0) groups[words - 1] = -1 >>> (32 * words - keys.length);
  found.forEach((own, dimension) => {
    const needed = neededBy[dimension];
    if (!own || !needed) return;
    const places = own.map((posting) => posting.groups);
    restrict(
      groups,
      union(places, words, () => scratchFor(scratch, unionScratch, words)),
      needed,
    );
  });
  return groups;
};

/** Looks the known values up. The answer holds until `scratch` is used again. */
export const prepare = (index: TagIndex, { keys }: Known, scratch: Scratch): Fitting => {
  const words = wordsFor(index.size);
  const postings = keys.map((own, dimension) => own.map((key) => index.values[dimension]?.get(key)));
  const found = postings.map((own) =>
    own.length === 0 ? undefined : own.filter((posting) => posting !== undefined),
  );
  const bits = found.map((own, dimension) => {
    const places = own?.map(({ positions }) => positions) ?? [];
    return union(places, own ? words : 0, () => scratchFor(scratch, dimension, own ? words : 0));
  });
  return { postings, bits, groups: livingGroups(index, found, scratch) };
};

/** Does the thing at the position carry a known value of the dimension? */
export const carriesKnown = ({ bits }: Fitting, dimension: number, position: number): boolean => {
  const own = bits[dimension];
  return own !== undefined && hasBit(own, position);
};
