import type { Dimension } from "../../journey/index.ts";

/** Points of a dimension that is known and fits. All differ, so that a reader can tell from a sum what it is made of. */
export const dimensionPoints: Readonly<Record<Dimension, number>> = {
  buyerRole: 16,
  stage: 15,
  challenge: 14,
  competitor: 13,
  product: 12,
  useCase: 11,
  industry: 10,
  dealType: 9,
  phase: 8,
  accountSize: 7,
  geography: 6,
};

/** Taken off for each dimension that an item is tagged with and that is unknown on the record. */
export const unknownPoints = 1;

/** In awareness, confirmed or not, a product pitch is flagged and goes down, and what standing still costs goes up. */
export const naturePoints = {
  general: 0,
  productPitch: -40,
  costOfInaction: 20,
} as const;

/** Taken off, while places are filled, for each item of the same kind or author that already has a place. */
export const varietyPoints = { kind: 4, author: 2 } as const;

/** Variety chooses among this many best items. */
export const poolSize = 50;

/** Dimensions in the order in which reasons name them: heaviest, that is most specific, first. */
export const dimensionsByPoints: readonly Dimension[] = [
  "buyerRole",
  "stage",
  "challenge",
  "competitor",
  "product",
  "useCase",
  "industry",
  "dealType",
  "phase",
  "accountSize",
  "geography",
];
