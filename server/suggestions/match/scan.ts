import { type Bitsets, wordOf } from './bitsets.ts';
import { lowestDimension } from './keys.ts';
import type { Fitting } from './known-values.ts';
import type { TagIndex } from './tag-index.ts';

const none: Bitsets = [];

/** Words of a bitset in which a group has things: the first and the last. */
export const firstWord = ({ starts }: TagIndex, group: number): number => (starts[group] ?? 0) >> 5;
export const lastWord = ({ starts }: TagIndex, group: number): number => ((starts[group + 1] ?? 0) - 1) >> 5;

/** Bits of one word that belong to the group. */
const groupBits = ({ starts }: TagIndex, group: number, word: number): number => {
  const start = starts[group] ?? 0;
  const last = (starts[group + 1] ?? 0) - 1;
  const head = word === start >> 5 ? -1 << (start & 31) : -1;
  return word === last >> 5 ? head & (-1 >>> (31 - (last & 31))) : head;
};

/**
 * In one word, the things of a group that carry a known value in each dimension of `wanted`, and none in each of `unwanted`:
 * the dimensions' bitsets ANDed until nothing remains.
 */
export const fittingBits = (
  index: TagIndex,
  { bits }: Fitting,
  group: number,
  wanted: number,
  unwanted: number,
  word: number,
): number => {
  let left = groupBits(index, group, word);
  for (let dimensions = wanted; dimensions !== 0 && left !== 0; dimensions &= dimensions - 1) {
    left &= wordOf(bits[lowestDimension(dimensions)] ?? none, word);
  }
  for (let dimensions = unwanted; dimensions !== 0; dimensions &= dimensions - 1) {
    left &= ~wordOf(bits[lowestDimension(dimensions)] ?? none, word);
  }
  return left;
};
