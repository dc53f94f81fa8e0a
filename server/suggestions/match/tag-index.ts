import type { Tags } from '../../content/index.ts';
import { type ValueTable, valueTable } from './postings.ts';
import { dimensionsByPoints } from './scoring.ts';

/** Something with tags: an item, or a rule with its conditions. */
export type Tagged = {
  readonly number: number;
  readonly tags: Tags;
  /** Things of different lanes never share a group. */
  readonly lane: number;
  /** Ascending place among things of one group. */
  readonly rank: number;
};

/** Things that are tagged on exactly the same dimensions, so that on one deal all that fit have the same points. */
export type Group = {
  readonly mask: number;
  readonly lane: number;
  /** Positions from `start` up to `end`, which is outside. */
  readonly start: number;
  readonly end: number;
};

/** Things laid out group by group, with for each value of each dimension the positions that carry it. */
export type TagIndex = {
  /** From position to the number of the thing. */
  readonly numbers: Int32Array;
  readonly groups: readonly Group[];
  readonly groupAt: Uint16Array;
  readonly values: readonly ValueTable[];
};

const laneShift = dimensionsByPoints.length;

/** One bit for each dimension that has tags. */
export const maskOf = (tags: Tags): number =>
  dimensionsByPoints.reduce(
    (mask, dimension, bit) => ((tags[dimension]?.length ?? 0) > 0 ? mask | (1 << bit) : mask),
    0,
  );

const layOut = (keys: Int32Array, things: Int32Array): readonly Group[] => {
  const groups: Group[] = [];
  for (let start = 0; start < things.length;) {
    const key = keys[things[start] ?? 0] ?? 0;
    let end = start + 1;
    while (end < things.length && keys[things[end] ?? 0] === key) end += 1;
    groups.push({
      mask: key & ((1 << laneShift) - 1),
      lane: key >> laneShift,
      start,
      end,
    });
    start = end;
  }
  return groups;
};

/** Positions sorted by group, then rank, then input order. */
const sorted = (things: readonly Tagged[], keys: Int32Array): Int32Array => {
  const at = (number: number) => things[number]?.rank ?? 0;
  return Int32Array.from(things.keys()).sort(
    (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || at(a) - at(b) || a - b,
  );
};

export const indexTags = (things: readonly Tagged[]): TagIndex => {
  const keys = Int32Array.from(things, ({ tags, lane }) => (lane << laneShift) | maskOf(tags));
  const order = sorted(things, keys);
  const groups = layOut(keys, order);
  const groupAt = new Uint16Array(order.length);
  groups.forEach(({ start, end }, group) => groupAt.fill(group, start, end));
  const values = dimensionsByPoints.map((dimension) =>
    valueTable(order.length, (position) => things[order[position] ?? 0]?.tags[dimension]),
  );
  const numbers = order.map((thing) => things[thing]?.number ?? 0);
  return { numbers, groups, groupAt, values };
};
