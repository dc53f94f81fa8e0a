import {
  dimensionPoints,
  dimensionsByPoints,
  naturePoints,
  natures,
  type PhaseGuard,
  unknownPoints,
} from './scoring.ts';

const masks = 1 << dimensionsByPoints.length;

/** By mask of dimensions: the sum of their points, and how many they are. */
const pointsOf = new Int32Array(masks);
const countOf = new Int32Array(masks);
for (let mask = 1; mask < masks; mask += 1) {
  const highest = 31 - Math.clz32(mask);
  const rest = mask & ~(1 << highest);
  pointsOf[mask] = (pointsOf[rest] ?? 0) + (dimensionPoints[highest]?.[1] ?? 0);
  countOf[mask] = (countOf[rest] ?? 0) + 1;
}

export const phaseBit = 1 << dimensionsByPoints.indexOf('phase');
export const pitchLane = natures.indexOf('productPitch');

export const countDimensions = (mask: number): number => countOf[mask] ?? 0;

/** Points of what fits, less what is unknown: masks of dimensions that an item is tagged with. */
export const tagPoints = (fitting: number, unknown: number): number =>
  (pointsOf[fitting] ?? 0) - (countOf[unknown] ?? 0) * unknownPoints;

/** Points by lane, which is the number of an item's nature. */
export const lanePoints = (guard: PhaseGuard): Int32Array =>
  Int32Array.from(natures, (nature) => naturePoints[guard][nature]);
