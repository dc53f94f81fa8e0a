import { excluded } from './effect-flags.ts';
import type { MatchIndex } from './match-index.ts';
import { pointsAtBest, type Scale } from './points.ts';
import { highestPoints, lowestPoints } from './visits.ts';

/** What fired rules reach, by the most points it could get, as chains in shared memory that the next call overwrites. */
export type Touched = {
  /** By points: the first link of the chain, 0 for none; the index is the points less `lowestPoints`. */
  readonly first: Int32Array;
  /** By link: the next one, 0 for none; and the number of an item. */
  readonly next: Int32Array;
  readonly numbers: Int32Array;
};

const first = new Int32Array(highestPoints - lowestPoints + 1);
let shared: Touched = { first, next: new Int32Array(0), numbers: new Int32Array(0) };

const touchedFor = (links: number): Touched => {
  if (shared.next.length <= links) {
    shared = { first, next: new Int32Array(2 * links + 1), numbers: new Int32Array(2 * links + 1) };
  }
  first.fill(0);
  return shared;
};

/**
 * Sorts what fired rules pin or boost by the points that it gets if all its tags fit and all rules raise it. An item may come
 * several times. What only exclusions reach is left out: it is not listed.
 */
export const chainTouched = (
  { rules, targetKeys }: MatchIndex,
  fired: readonly number[],
  scale: Scale,
): Touched => {
  const { starts, targets, most } = rules.reach;
  const touched = touchedFor(targets.length);
  const { next, numbers } = touched;
  let link = 0;
  for (const rule of fired) {
    if (rules.flags[rule] === excluded) continue;
    const end = starts[rule + 1] ?? 0;
    for (let at = starts[rule] ?? 0; at < end; at += 1) {
      const points = pointsAtBest(scale, targetKeys[at] ?? 0) + (most[at] ?? 0);
      const place = Math.min(points, highestPoints) - lowestPoints;
      link += 1;
      numbers[link] = targets[at] ?? 0;
      next[link] = first[place] ?? 0;
      first[place] = link;
    }
  }
  return touched;
};
