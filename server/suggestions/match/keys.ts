import { dimensionsByPoints, natures } from './scoring.ts';

/**
 * A key says what is alike in a group of things: its mask has a bit for each dimension that they are tagged on, and above it
 * stands their lane, the number of their nature.
 */
export const maskBits = dimensionsByPoints.length;
export const allDimensions = (1 << maskBits) - 1;

export const phaseBit = 1 << dimensionsByPoints.indexOf('phase');
export const pitchLane = natures.indexOf('productPitch');
export const inactionLane = natures.indexOf('costOfInaction');

export const laneOf = (key: number): number => key >> maskBits;

/** The dimensions that keep a thing out if they are known and do not fit. The phase never keeps a product pitch out. */
export const neededDimensions = (key: number): number =>
  key & allDimensions & (laneOf(key) === pitchLane ? ~phaseBit : -1);

/** The number of the lowest dimension of a mask. */
export const lowestDimension = (mask: number): number => 31 - Math.clz32(mask & -mask);

/** How many dimensions a mask has. */
export const countDimensions = (mask: number): number => {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
};
