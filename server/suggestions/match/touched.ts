import { boostOf, excluded, pinned } from './effect-flags.ts';
import { pointsAtBest } from './points.ts';
import type { Request } from './request.ts';
import { highestPoints, lowestPoints } from './visits.ts';

/** The items that rules touch, by the points they get, as chains in shared memory that the next call overwrites. */
export type Touched = {
  /** By points: the first link of the chain, 0 for none; the index is the points less `lowestPoints`. */
  readonly first: Int32Array;
  /** By link, which is an item's place among the touched ones and one more: the next link, 0 for none. */
  readonly next: Int32Array;
};

const first = new Int32Array(highestPoints - lowestPoints + 1);
let next = new Int32Array(0);

/** Boosts of many rules may lead out of the chains; the ends keep what lies outside. */
const within = (points: number): number => Math.min(Math.max(points, lowestPoints), highestPoints);

/**
 * Sorts what rules pin or boost by the points that it gets if all its known tags fit. What is excluded is left out: it is
 * not listed.
 */
export const chainTouched = ({ index, work, scale }: Request): Touched => {
  const { effects, touched } = work;
  if (next.length <= touched.length) next = new Int32Array(2 * touched.length + 1);
  first.fill(0);
  for (let at = 0; at < touched.length; at += 1) {
    const number = touched[at] ?? 0;
    const effect = effects[number] ?? 0;
    if ((effect & excluded) !== 0) continue;
    const points = pointsAtBest(scale, index.keys[number] ?? 0) + boostOf(effect);
    const place = (effect & pinned) === 0 ? within(points) : highestPoints;
    next[at + 1] = first[place - lowestPoints] ?? 0;
    first[place - lowestPoints] = at + 1;
  }
  return { first, next };
};
