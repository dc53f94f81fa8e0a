import { phaseBit, pitchLane, tagPoints } from './points.ts';
import { allDimensions, maskBits, type TagIndex } from './tag-index.ts';

/**
 * Called with a group, the known dimensions that its items have to fit, those that they must not fit, and the points of
 * those that do. Answers false to stop.
 */
type Visit = (group: number, wanted: number, unwanted: number, points: number) => boolean;

const lowest = -128;
const buckets = 512;
/** Visits are chained by their points: the newest visit of each number of points, and before each visit the one before. */
const newest = new Int32Array(buckets);
let before = new Int32Array(1024);

const chain = (visit: number, points: number): void => {
  before[visit] = newest[points - lowest] ?? 0;
  newest[points - lowest] = visit + 1;
};

const chainAll = ({ keys }: TagIndex, known: number, byLane: Int32Array): void => {
  if (before.length < 2 * keys.length) before = new Int32Array(4 * keys.length);
  for (let group = 0; group < keys.length; group += 1) {
    const mask = (keys[group] ?? 0) & allDimensions;
    const lane = (keys[group] ?? 0) >> maskBits;
    const fitting = mask & known;
    const guard = byLane[lane] ?? 0;
    chain(2 * group, tagPoints(fitting, mask & ~known) + guard);
    if (lane === pitchLane && (fitting & phaseBit) !== 0) {
      chain(2 * group + 1, tagPoints(fitting & ~phaseBit, mask & ~known) + guard);
    }
  }
};

/**
 * Visits groups from most points to fewest. A group of product pitches that are tagged with phases is visited twice,
 * for those that fit the phase and for those that do not: the phase never excludes a pitch.
 */
export const visitByPoints = (index: TagIndex, known: number, byLane: Int32Array, visit: Visit): void => {
  chainAll(index, known, byLane);
  let going = true;
  for (let bucket = buckets - 1; bucket >= 0; bucket -= 1) {
    for (let next = newest[bucket] ?? 0; next > 0 && going; next = before[next - 1] ?? 0) {
      const group = (next - 1) >> 1;
      const unfit = ((next - 1) & 1) === 1 ? phaseBit : 0;
      going = visit(group, (index.keys[group] ?? 0) & known & ~unfit, unfit, bucket + lowest);
    }
    newest[bucket] = 0;
  }
};
