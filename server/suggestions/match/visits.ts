import { phaseBit, pitchLane, pointsFor } from './points.ts';
import type { PhaseGuard } from './scoring.ts';
import type { Group } from './tag-index.ts';

/**
 * Called with a group and the known dimensions that its items have to fit; what the group's mask knows beyond them must
 * not fit. All items that do have `points`. Answers false to stop.
 */
type Visit = (group: Group, fitting: number, points: number) => boolean;

const lowest = -128;
const buckets = 512;
/** Visits are chained by their points: the newest visit of each number of points, and before each visit the one before. */
const newest = new Int32Array(buckets);
let before = new Int32Array(1024);

const chain = (visit: number, points: number): void => {
  before[visit] = newest[points - lowest] ?? 0;
  newest[points - lowest] = visit + 1;
};

const chainAll = (groups: readonly Group[], known: number, guard: PhaseGuard): void => {
  if (before.length < 2 * groups.length) before = new Int32Array(4 * groups.length);
  for (let at = 0; at < groups.length; at += 1) {
    const { mask, lane } = groups[at] ?? { mask: 0, lane: 0 };
    const fitting = mask & known;
    chain(2 * at, pointsFor(fitting, mask & ~known, lane, guard));
    if (lane === pitchLane && fitting & phaseBit) {
      chain(2 * at + 1, pointsFor(fitting & ~phaseBit, mask & ~known, lane, guard));
    }
  }
};

/**
 * Visits groups from most points to fewest. A group of product pitches that are tagged with phases is visited twice,
 * for those that fit the phase and for those that do not: the phase never excludes a pitch.
 */
export const visitByPoints = (
  groups: readonly Group[],
  known: number,
  guard: PhaseGuard,
  visit: Visit,
): void => {
  chainAll(groups, known, guard);
  let going = true;
  for (let bucket = buckets - 1; bucket >= 0; bucket -= 1) {
    for (let next = newest[bucket] ?? 0; next > 0 && going; next = before[next - 1] ?? 0) {
      const group = groups[(next - 1) >> 1];
      if (!group) continue;
      const unfit = (next - 1) & 1 ? phaseBit : 0;
      going = visit(group, group.mask & known & ~unfit, bucket + lowest);
    }
    newest[bucket] = 0;
  }
};
