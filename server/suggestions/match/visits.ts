import { phaseBit, pitchLane, tagPoints } from './points.ts';
import { allDimensions, maskBits, type TagIndex } from './tag-index.ts';

/** All visits to groups by the points of the items found there, as chains in shared memory that the next call overwrites. */
export type Visits = {
  /** By points: the first visit of the chain, 0 for none; the index is the points less `lowestPoints`. */
  readonly first: Int32Array;
  /** By visit: the next one of the chain, 0 for none. */
  next: Int32Array;
};

/** No sum of points without rules lies outside. */
export const lowestPoints = -128;
export const highestPoints = 383;

const visits: Visits = {
  first: new Int32Array(highestPoints - lowestPoints + 1),
  next: new Int32Array(1024),
};

/** What a visit is about: the group, and the dimensions in which its items must not fit. */
export const groupOf = (visit: number): number => (visit >> 1) - 1;
export const unwantedOf = (visit: number): number => ((visit & 1) === 1 ? phaseBit : 0);

const chain = (visit: number, points: number): void => {
  visits.next[visit] = visits.first[points - lowestPoints] ?? 0;
  visits.first[points - lowestPoints] = visit;
};

/**
 * Sorts the visits to a shelf's groups by points. A group of product pitches that are tagged with phases is visited twice,
 * for those that fit the phase and for those that do not: the phase never excludes a pitch.
 */
export const chainVisits = ({ keys }: TagIndex, known: number, byLane: Int32Array): Visits => {
  visits.first.fill(0);
  if (visits.next.length < 2 * keys.length + 2) visits.next = new Int32Array(4 * keys.length);
  for (let group = 1; group <= keys.length; group += 1) {
    const key = keys[group - 1] ?? 0;
    const mask = key & allDimensions;
    const lane = key >> maskBits;
    const guard = byLane[lane] ?? 0;
    chain(2 * group, tagPoints(mask & known, mask & ~known) + guard);
    if (lane === pitchLane && (mask & known & phaseBit) !== 0) {
      chain(2 * group + 1, tagPoints(mask & known & ~phaseBit, mask & ~known) + guard);
    }
  }
  return visits;
};
