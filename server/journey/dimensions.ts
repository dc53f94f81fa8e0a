/**
 * What content is matched on (mission M03). `stage` holds keys of `stageKey`, `phase` journey phases,
 * every other dimension the values that the organisation's fact table defines.
 */
export const dimensions = [
  'challenge',
  'industry',
  'buyerRole',
  'stage',
  'phase',
  'geography',
  'accountSize',
  'useCase',
  'product',
  'competitor',
  'dealType',
] as const;

export type Dimension = (typeof dimensions)[number];

/** The customer's journey, separate from `StageName` (mission M11). */
export const journeyPhases = ['awareness', 'buying', 'implementationAdoption'] as const;

export type JourneyPhase = (typeof journeyPhases)[number];
