import {
  dimensionPoints,
  dimensionsByPoints,
  naturePoints,
  natures,
  type PhaseGuard,
  unknownPoints,
} from './scoring.ts';
import { maskBits } from './tag-index.ts';

export const phaseBit = 1 << dimensionsByPoints.indexOf('phase');
export const pitchLane = natures.indexOf('productPitch');
export const inactionLane = natures.indexOf('costOfInaction');

/** How many bits a mask has. */
export const countDimensions = (mask: number): number => {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
};

const lowBits = 6;
const lowMask = (1 << lowBits) - 1;

/** Points by key for one deal, in two halves of the key's bits whose points add up. */
export type Scale = { readonly low: Int32Array; readonly high: Int32Array };

/** Sums over all masks of so many bits, of what each bit is worth. */
const sums = (bits: number, worth: (bit: number) => number): Int32Array => {
  const of = new Int32Array(1 << bits);
  for (let mask = 1; mask < of.length; mask += 1) {
    of[mask] = (of[mask & (mask - 1)] ?? 0) + worth(31 - Math.clz32(mask & -mask));
  }
  return of;
};

/** What dimensions are worth when these are known and fit, and the natures of items under this guard. */
export const scaleOf = (known: number, guard: PhaseGuard): Scale => {
  const worth = (dimension: number): number =>
    ((known >> dimension) & 1) === 1 ? (dimensionPoints[dimension]?.[1] ?? 0) : -unknownPoints;
  const rest = sums(maskBits - lowBits, (bit) => worth(lowBits + bit));
  const high = natures.flatMap((nature) =>
    Array.from(rest, (points) => points + naturePoints[guard][nature]),
  );
  return { low: sums(lowBits, worth), high: Int32Array.from(high) };
};

/** What an item of this key has if all its dimensions that are known fit. */
export const pointsAtBest = ({ low, high }: Scale, key: number): number =>
  (low[key & lowMask] ?? 0) + (high[key >> lowBits] ?? 0);
