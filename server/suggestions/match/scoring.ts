import type { DealFacts, Dimension } from '../../journey/index.ts';

/**
 * Points of a dimension that is known and fits, heaviest first: the order in which reasons name them. A dimension's
 * number, used for bits, is its place here.
 */
export const dimensionPoints = [
  ['buyerRole', 16],
  ['stage', 15],
  ['challenge', 14],
  ['competitor', 13],
  ['product', 12],
  ['useCase', 11],
  ['industry', 10],
  ['dealType', 9],
  ['phase', 8],
  ['accountSize', 7],
  ['geography', 6],
] as const satisfies readonly (readonly [Dimension, number])[];

export const dimensionsByPoints: readonly Dimension[] = dimensionPoints.map(([dimension]) => dimension);

/** Taken off for each dimension that an item is tagged with and that is unknown on the record. */
export const unknownPoints = 1;

/** Natures in the order of their numbers. */
export const natures = ['general', 'productPitch', 'costOfInaction'] as const;

/**
 * How far the customer is from having decided to change. `unconfirmed`: the stage expects buying, but no change decision
 * is recorded, so that awareness is among the phases.
 */
export type PhaseGuard = 'awareness' | 'unconfirmed' | 'none';

/** While nothing is decided product pitches go down and what standing still costs goes up; half as far if unconfirmed. */
export const naturePoints: Readonly<Record<PhaseGuard, Readonly<Record<(typeof natures)[number], number>>>> =
  {
    awareness: { general: 0, productPitch: -40, costOfInaction: 20 },
    unconfirmed: { general: 0, productPitch: -20, costOfInaction: 10 },
    none: { general: 0, productPitch: 0, costOfInaction: 0 },
  };

/** Taken off, while places are filled, for each item of the same kind or author that already has a place. */
export const varietyPoints = { kind: 4, author: 2 } as const;

/** Variety chooses among this many best items. */
export const poolSize = 50;

export const phaseGuard = (facts: DealFacts): PhaseGuard => {
  const phases = facts.dimensions.phase.values.map(({ value }) => value);
  if (!phases.includes('awareness')) return 'none';
  return phases.length === 1 ? 'awareness' : 'unconfirmed';
};
