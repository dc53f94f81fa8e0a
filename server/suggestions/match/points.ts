import { lowestDimension } from './keys.ts';
import { dimensionPoints, naturePoints, natures, type PhaseGuard, unknownPoints } from './scoring.ts';

const lowBits = 6;
const lowMask = (1 << lowBits) - 1;

/** Points by key for one deal, in two halves of the key's bits whose points add up. */
export type Scale = { readonly low: Int32Array; readonly high: Int32Array };

/** Writes by mask what its bits are worth, and a base. */
const writeSums = (into: Int32Array, base: number, worth: readonly number[]): void => {
  into[0] = base;
  for (let mask = 1; mask < 1 << worth.length; mask += 1) {
    into[mask] = (into[mask & (mask - 1)] ?? 0) + (worth[lowestDimension(mask)] ?? 0);
  }
};

/** What dimensions are worth when these are known and fit, and the natures of items under this guard. */
export const scaleOf = (known: number, guard: PhaseGuard): Scale => {
  const worth = dimensionPoints.map(([, points], dimension) =>
    ((known >> dimension) & 1) === 1 ? points : -unknownPoints,
  );
  const rest = worth.slice(lowBits);
  const low = new Int32Array(1 << lowBits);
  const high = new Int32Array(natures.length << rest.length);
  writeSums(low, 0, worth.slice(0, lowBits));
  natures.forEach((nature, lane) => {
    writeSums(high.subarray(lane << rest.length), naturePoints[guard][nature], rest);
  });
  return { low, high };
};

/** What an item of this key has if all its dimensions that are known fit. */
export const pointsAtBest = ({ low, high }: Scale, key: number): number =>
  (low[key & lowMask] ?? 0) + (high[key >> lowBits] ?? 0);
