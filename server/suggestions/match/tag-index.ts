import { setBits, wordsFor } from './bitsets.ts';
import { startsByOwner } from './columns.ts';
import { neededDimensions } from './keys.ts';
import { postingsOf, type ValueTable } from './postings.ts';
import { dimensionsByPoints } from './scoring.ts';
import type { CollectedTags } from './tags.ts';

/** Things with tags, by column: items, or rules with their conditions. */
type Tagged = {
  readonly tags: CollectedTags;
  /** By thing: the key of its group. */
  readonly keys: Int32Array;
  /** All things, as they are to stand within their groups. */
  readonly order: Int32Array;
};

/**
 * Things laid out group by group. A group is things of one lane that are tagged on exactly the same dimensions (its mask),
 * so that on one deal all of them that fit have the same points. For each value of each dimension there are the
 * positions that carry it.
 */
export type TagIndex = {
  /** How many things there are. */
  readonly size: number;
  /** By group. */
  readonly keys: Uint16Array;
  /** By group: its first position; one more than groups, so that the next entry is its end. */
  readonly starts: Int32Array;
  readonly values: readonly ValueTable[];
  /** By dimension: bits of the groups of which nothing fits a deal without fitting the dimension, if it is known. */
  readonly neededBy: readonly Int32Array[];
};

/** Sorts things by their keys, which are small; equal ones stay in order. */
const sortedBy = (order: Int32Array, keys: Int32Array): Int32Array => {
  const next = startsByOwner(
    keys,
    keys.reduce((most, key) => Math.max(most, key + 1), 0),
  );
  const sorted = new Int32Array(order.length);
  for (const thing of order) {
    const key = keys[thing] ?? 0;
    const at = next[key] ?? 0;
    sorted[at] = thing;
    next[key] = at + 1;
  }
  return sorted;
};

/** Sorts things by their days, of which few are different; those of one day stay in order. */
export const latestFirst = (order: Int32Array, days: Int32Array): Int32Array => {
  const places = new Map<number, number>();
  for (const day of days) places.set(day, 0);
  [...places.keys()].sort((a, b) => b - a).forEach((day, place) => places.set(day, place));
  return sortedBy(
    order,
    days.map((day) => places.get(day) ?? 0),
  );
};

const groupStarts = (order: Int32Array, keys: Int32Array): number[] => {
  const starts: number[] = [];
  let last = -1;
  order.forEach((thing, position) => {
    const key = keys[thing] ?? 0;
    if (key !== last) starts.push(position);
    last = key;
  });
  return starts;
};

const neededBy = (keys: Uint16Array): readonly Int32Array[] =>
  dimensionsByPoints.map((_, dimension) => {
    const groups = Int32Array.from(keys.keys());
    const needing = groups.filter((group) => ((neededDimensions(keys[group] ?? 0) >> dimension) & 1) === 1);
    return setBits(new Int32Array(wordsFor(keys.length)), needing);
  });

/** The index, and the thing that stands at each position. */
export const indexTags = ({
  tags,
  keys,
  order: within,
}: Tagged): { readonly index: TagIndex; readonly order: Int32Array } => {
  const order = sortedBy(within, keys);
  const starts = groupStarts(order, keys);
  const groupKeys = Uint16Array.from(starts, (start) => keys[order[start] ?? 0] ?? 0);
  const index = {
    size: order.length,
    keys: groupKeys,
    starts: Int32Array.from([...starts, order.length]),
    values: postingsOf(tags, order, starts),
    neededBy: neededBy(groupKeys),
  };
  return { index, order };
};
