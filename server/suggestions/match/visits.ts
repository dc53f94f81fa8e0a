import { lowestPlace, wordsFor } from './bitsets.ts';
import { laneOf, phaseBit, pitchLane } from './keys.ts';
import type { Fitting } from './known-values.ts';
import { pointsAtBest, type Scale } from './points.ts';
import type { TagIndex } from './tag-index.ts';

/** Visits to groups by the points of the items found there, as chains in shared memory that the next call overwrites. */
export type Visits = {
  /** By points: the first visit of the chain, 0 for none; the index is the points less `lowestPoints`. */
  readonly first: Int32Array;
  /** By visit: the next one of the chain, 0 for none. */
  readonly next: Int32Array;
};

/** No sum of points without rules lies outside. */
export const lowestPoints = -128;
export const highestPoints = 383;

const first = new Int32Array(highestPoints - lowestPoints + 1);
let shared: Visits = { first, next: new Int32Array(1024) };

/** What a visit is about: the group, and the dimensions in which its items must not fit. */
export const groupOf = (visit: number): number => (visit >> 1) - 1;
export const unwantedOf = (visit: number): number => ((visit & 1) === 1 ? phaseBit : 0);

const visitsFor = (groups: number): Visits => {
  if (shared.next.length < 2 * groups + 2) shared = { first, next: new Int32Array(4 * groups) };
  first.fill(0);
  return shared;
};

/**
 * Sorts the visits to a shelf's groups by points, leaving out groups in which nothing fits. A group of product pitches that are
 * tagged with phases is visited twice, for those that fit the phase and for those that do not: the phase never excludes a pitch.
 */
export const chainVisits = ({ keys }: TagIndex, { groups }: Fitting, known: number, scale: Scale): Visits => {
  const visits = visitsFor(keys.length);
  const { next } = visits;
  const chain = (visit: number, points: number): void => {
    next[visit] = first[points - lowestPoints] ?? 0;
    first[points - lowestPoints] = visit;
  };
  for (let word = 0; word < wordsFor(keys.length); word += 1) {
    for (let bits = groups[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const group = lowestPlace(bits, word);
      const key = keys[group] ?? 0;
      chain(2 * group + 2, pointsAtBest(scale, key));
      if (laneOf(key) === pitchLane && (key & known & phaseBit) !== 0) {
        chain(2 * group + 3, pointsAtBest(scale, key & ~phaseBit));
      }
    }
  }
  return visits;
};
