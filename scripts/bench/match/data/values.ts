import { type Dimension, journeyPhases } from '../../../../server/journey/index.ts';
import type { Draw } from './random.ts';

const numbered = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${name} ${at + 1}`);

const stages = numbered('*:Stage', 10);

/** The values of a large organisation, the commonest first. */
const values: Readonly<Record<Dimension, readonly string[]>> = {
  challenge: numbered('Challenge', 24),
  industry: numbered('Industry', 20),
  buyerRole: numbered('Role', 12),
  stage: stages,
  phase: journeyPhases,
  geography: numbered('Country', 40),
  accountSize: numbered('Size', 4),
  useCase: numbered('Use case', 30),
  product: numbered('Product', 40),
  competitor: numbered('Competitor', 25),
  dealType: numbered('Deal type', 3),
};

export const drawValue = (draw: Draw, dimension: Dimension): string => {
  const all = values[dimension];
  return all[draw.rankedBelow(all.length)] ?? '';
};

/** So many different values, or as many as there are. */
export const drawValues = (draw: Draw, dimension: Dimension, count: number): string[] => {
  const chosen = new Set<string>();
  for (let left = Math.min(count, values[dimension].length); chosen.size < left;) {
    chosen.add(drawValue(draw, dimension));
  }
  return [...chosen];
};

/** How often things are tagged on each dimension, in relation. */
export const tagWeights: readonly (readonly [Dimension, number])[] = [
  ['stage', 50],
  ['buyerRole', 45],
  ['challenge', 45],
  ['industry', 40],
  ['product', 40],
  ['phase', 30],
  ['useCase', 25],
  ['dealType', 15],
  ['geography', 15],
  ['accountSize', 15],
  ['competitor', 10],
];
