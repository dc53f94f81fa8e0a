import type { Tags } from '../../content/index.ts';
import { startsByOwner } from './columns.ts';
import { collectTags, postingsOf, type ValueTable } from './postings.ts';
import { dimensionsByPoints } from './scoring.ts';

/** Things with tags, by column: items, or rules with their conditions. */
export type Tagged = {
  readonly tags: readonly Tags[];
  /** Things of different lanes never share a group; lanes are few. */
  readonly lanes: Uint8Array;
  /** Place among things of one group, ascending; equal ones stay in the order given. */
  readonly ranks: Int32Array;
};

/**
 * Things laid out group by group. A group is things of one lane that are tagged on exactly the same dimensions (its mask),
 * so that on one deal all of them that fit have the same points. For each value of each dimension there are the
 * positions that carry it.
 */
export type TagIndex = {
  /** From position to the thing's place in the input. */
  readonly order: Int32Array;
  readonly groupAt: Uint16Array;
  /** By group. */
  readonly keys: Uint16Array;
  /** By group: its first position; one more than groups, so that the next entry is its end. */
  readonly starts: Int32Array;
  readonly values: readonly ValueTable[];
};

/** A group's key holds its mask, and above it its lane. */
export const maskBits = dimensionsByPoints.length;
export const allDimensions = (1 << maskBits) - 1;

/** Sorts by a small key, equal ones staying in order. */
const sortedBy = (order: Int32Array, keys: Int32Array, keyCount: number): Int32Array => {
  const next = startsByOwner(keys, keyCount);
  const sorted = new Int32Array(order.length);
  for (const thing of order) {
    const key = keys[thing] ?? 0;
    const at = next[key] ?? 0;
    sorted[at] = thing;
    next[key] = at + 1;
  }
  return sorted;
};

/** Ranks without gaps, from 0. */
const dense = (ranks: Int32Array): { readonly keys: Int32Array; readonly count: number } => {
  const places = new Map<number, number>();
  for (const rank of new Set(ranks)) places.set(rank, 0);
  [...places.keys()].sort((a, b) => a - b).forEach((rank, place) => places.set(rank, place));
  return { keys: ranks.map((rank) => places.get(rank) ?? 0), count: places.size };
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

export const indexTags = ({ tags, lanes, ranks }: Tagged): TagIndex => {
  const collected = collectTags(tags);
  const keys = collected.masks.map((mask, thing) => ((lanes[thing] ?? 0) << maskBits) | mask);
  const byRank = dense(ranks);
  const given = Int32Array.from(tags.keys());
  const laneCount = lanes.reduce((most, lane) => Math.max(most, lane + 1), 1);
  const order = sortedBy(sortedBy(given, byRank.keys, byRank.count), keys, laneCount << maskBits);
  const starts = groupStarts(order, keys);
  const groupAt = new Uint16Array(order.length);
  starts.forEach((start, group) => groupAt.fill(group, start, starts[group + 1] ?? order.length));
  const keyOf = (start: number): number => keys[order[start] ?? 0] ?? 0;
  return {
    order,
    groupAt,
    keys: Uint16Array.from(starts, keyOf),
    starts: Int32Array.from([...starts, order.length]),
    values: postingsOf(collected, order),
  };
};
