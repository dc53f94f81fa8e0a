import {
  dimensionPoints,
  dimensionsByPoints,
  naturePoints,
  natures,
  type PhaseGuard,
  unknownPoints,
} from './scoring.ts';

const masks = 1 << dimensionsByPoints.length;

/** By mask of dimensions: the sum of its dimensions' points, and how many dimensions it has. */
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

/** Points without rules: what fits, less what is unknown, and the guard of the phase. */
export const pointsFor = (fitting: number, unknown: number, lane: number, guard: PhaseGuard): number =>
  (pointsOf[fitting] ?? 0) -
  (countOf[unknown] ?? 0) * unknownPoints +
  naturePoints[guard][natures[lane] ?? 'general'];
