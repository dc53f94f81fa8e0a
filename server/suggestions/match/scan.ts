import type { Fitting } from './known-values.ts';
import { dimensionsByPoints } from './scoring.ts';

/** Positions in one word of which the bits are set, lowest first; `visit` answers false to stop. */
const visitBits = (bits: number, word: number, visit: (position: number) => boolean): boolean => {
  for (let left = bits; left !== 0; left &= left - 1) {
    if (!visit((word << 5) + 31 - Math.clz32(left & -left))) return false;
  }
  return true;
};

/** Bits of one word whose things carry a known value of the dimension. */
const union = (bitsets: readonly Int32Array[], word: number): number => {
  let bits = 0;
  for (let set = 0; set < bitsets.length; set += 1) bits |= bitsets[set]?.[word] ?? 0;
  return bits;
};

/** The dimensions to read of the group at hand; a scan never nests. */
const dimensions = new Int32Array(dimensionsByPoints.length);

const chooseDimensions = (order: Int32Array, mask: number): number => {
  let count = 0;
  for (let at = 0; at < order.length; at += 1) {
    const dimension = order[at] ?? 0;
    if (((mask >> dimension) & 1) === 0) continue;
    dimensions[count] = dimension;
    count += 1;
  }
  return count;
};

/**
 * Visits, in order of position, the things of a group that carry a known value in each dimension of `wanted`, and none in
 * the other known dimensions of the group: the bitsets are ANDed word by word, rarest first, and a word is left as soon
 * as nothing remains of it. Stops when `visit` answers false.
 */
export const scanGroup = (
  { index, order, bitsets }: Fitting,
  group: number,
  wanted: number,
  visit: (position: number) => boolean,
): void => {
  const count = chooseDimensions(order, index.masks[group] ?? 0);
  const start = index.starts[group] ?? 0;
  const end = (index.starts[group + 1] ?? 0) - 1;
  for (let word = start >> 5; word <= end >> 5; word += 1) {
    let bits = word === start >> 5 ? -1 << (start & 31) : -1;
    if (word === end >> 5) bits &= -1 >>> (31 - (end & 31));
    for (let at = 0; at < count && bits !== 0; at += 1) {
      const dimension = dimensions[at] ?? 0;
      const carried = union(bitsets[dimension] ?? [], word);
      bits &= ((wanted >> dimension) & 1) === 1 ? carried : ~carried;
    }
    if (bits !== 0 && !visitBits(bits, word, visit)) return;
  }
};
