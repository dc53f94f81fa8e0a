import { lowestDimension, maskBits } from './keys.ts';
import { dimensionPoints, naturePoints, natures, type PhaseGuard, unknownPoints } from './scoring.ts';

const lowBits = 6;
const lowMask = (1 << lowBits) - 1;

/** Points by key for one deal, in two halves of the key's bits whose points add up. */
export type Scale = { readonly low: Int32Array; readonly high: Int32Array };

/** Writes, from a place on, a base and what the bits of each mask are worth; so many bits from `bit` on. */
const writeSums = (
  into: Int32Array,
  at: number,
  base: number,
  worth: readonly number[],
  bit: number,
  bits: number,
) => {
  into[at] = base;
  for (let mask = 1; mask < 1 << bits; mask += 1) {
    into[at + mask] = (into[at + (mask & (mask - 1))] ?? 0) + (worth[bit + lowestDimension(mask)] ?? 0);
  }
};

/** What dimensions are worth when these are known and fit, and the natures of items under this guard. */
export const scaleOf = (known: number, guard: PhaseGuard): Scale => {
  const worth = dimensionPoints.map(([, points], dimension) =>
    ((known >> dimension) & 1) === 1 ? points : -unknownPoints,
  );
  const low = new Int32Array(1 << lowBits);
  const highBits = maskBits - lowBits;
  const high = new Int32Array(natures.length << highBits);
  writeSums(low, 0, 0, worth, 0, lowBits);
  for (let lane = 0; lane < natures.length; lane += 1) {
    const own = naturePoints[guard][natures[lane] ?? 'general'];
    writeSums(high, lane << highBits, own, worth, lowBits, highBits);
  }
  return { low, high };
};

/** What an item of this key has if all its dimensions that are known fit. */
export const pointsAtBest = ({ low, high }: Scale, key: number): number =>
  (low[key & lowMask] ?? 0) + (high[key >> lowBits] ?? 0);
