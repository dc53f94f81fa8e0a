import { lowestDimension, maskBits } from './keys.ts';
import { dimensionPoints, naturePoints, natures, type PhaseGuard, unknownPoints } from './scoring.ts';

const lowBits = 6;
const lowMask = (1 << lowBits) - 1;

/** Points by key for one deal, in two halves of the key's bits whose points add up. */
export type Scale = { readonly low: Int32Array; readonly high: Int32Array };

/** By mask of the bits that these are worth so much: the sum. */
const sums = (worth: Int32Array): Int32Array => {
  const of = new Int32Array(1 << worth.length);
  for (let mask = 1; mask < of.length; mask += 1) {
    of[mask] = (of[mask & (mask - 1)] ?? 0) + (worth[lowestDimension(mask)] ?? 0);
  }
  return of;
};

/** What dimensions are worth when these are known and fit, and the natures of items under this guard. */
export const scaleOf = (known: number, guard: PhaseGuard): Scale => {
  const worth = new Int32Array(maskBits).fill(-unknownPoints);
  dimensionPoints.forEach(([, points], dimension) => {
    if (((known >> dimension) & 1) === 1) worth[dimension] = points;
  });
  const rest = sums(worth.subarray(lowBits));
  const high = new Int32Array(natures.length * rest.length);
  natures.forEach((nature, lane) => {
    const own = naturePoints[guard][nature];
    high.set(
      rest.map((points) => points + own),
      lane * rest.length,
    );
  });
  return { low: sums(worth.subarray(0, lowBits)), high };
};

/** What an item of this key has if all its dimensions that are known fit. */
export const pointsAtBest = ({ low, high }: Scale, key: number): number =>
  (low[key & lowMask] ?? 0) + (high[key >> lowBits] ?? 0);
