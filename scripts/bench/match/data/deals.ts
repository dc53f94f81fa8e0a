import { type DealFacts, type Dimension, type DimensionFact } from '../../../../server/journey/index.ts';
import type { Reaction, Viewer } from '../../../../server/suggestions/match/index.ts';
import { today } from './library.ts';
import { type Draw, drawing } from './random.ts';
import { drawValues } from './values.ts';

/** How often each fact is known, and how many values it then has at most. */
const knowledge: Readonly<Record<Exclude<Dimension, 'phase'>, readonly [number, number]>> = {
  stage: [1, 1],
  industry: [0.85, 1],
  buyerRole: [0.7, 4],
  challenge: [0.4, 2],
  geography: [0.9, 1],
  accountSize: [0.8, 1],
  useCase: [0.35, 1],
  product: [0.7, 3],
  competitor: [0.3, 2],
  dealType: [0.85, 1],
};

const people = ['Helena', 'Tom', 'Ute', 'Amara', 'Jonas', 'Ines'];

const fact = (draw: Draw, dimension: Dimension, values: readonly string[]): DimensionFact => ({
  state: values.length > 0 ? 'known' : 'unknown',
  values: values.map((value) => ({
    value,
    label: value,
    readFromText: false,
    ...(dimension === 'buyerRole' ? { about: people[draw.below(people.length)] ?? 'Ann', title: value } : {}),
  })),
  fills: [],
});

const drawPhases = (draw: Draw): readonly string[] =>
  draw.weighted([
    [['awareness'], 25],
    [['buying', 'awareness'], 35],
    [['buying'], 20],
    [['implementationAdoption'], 15],
    [[], 5],
  ]);

const drawFacts = (draw: Draw, at: number): DealFacts => {
  const read = (dimension: Exclude<Dimension, 'phase'>): DimensionFact => {
    const [probability, most] = knowledge[dimension];
    const count = draw.chance(probability) ? 1 + draw.below(most) : 0;
    return fact(draw, dimension, drawValues(draw, dimension, count));
  };
  return {
    sobject: 'Opportunity',
    recordId: `006${String(at).padStart(15, '0')}`,
    dimensions: {
      challenge: read('challenge'),
      industry: read('industry'),
      buyerRole: read('buyerRole'),
      stage: read('stage'),
      phase: fact(draw, 'phase', drawPhases(draw)),
      geography: read('geography'),
      accountSize: read('accountSize'),
      useCase: read('useCase'),
      product: read('product'),
      competitor: read('competitor'),
      dealType: read('dealType'),
    },
    numbers: draw.chance(0.9) ? { amount: 1000 * draw.below(400), daysToClose: draw.below(200) - 20 } : {},
  };
};

const drawReaction = (draw: Draw, items: number): Reaction => ({
  itemId: `item-${String(draw.below(items)).padStart(7, '0')}`,
  kind: draw.weighted([
    ['used', 40],
    ['shared', 30],
    ['dismissed', 30],
  ]),
  ...(draw.chance(0.5) ? { showAgainOn: draw.chance(0.5) ? '2026-10-01' : '2027-01-15' } : {}),
});

export type Opening = { readonly facts: DealFacts; readonly viewer: Viewer };

/** Different opportunities, each with who opens it; the same for the same seed. */
export const drawOpenings = (count: number, items: number, seed: number): readonly Opening[] => {
  const draw = drawing(seed);
  return Array.from({ length: count }, (_, at) => ({
    facts: drawFacts(draw, at),
    viewer: {
      limit: 10,
      reactions: Array.from({ length: draw.below(6) }, () => drawReaction(draw, items)),
      perms: draw.chance(0.15) ? ['Inspire_Use', 'Inspire_Manager'] : ['Inspire_Use'],
      language: draw.weighted([
        ['en_US', 70],
        ['de_DE', 20],
        ['fr', 10],
      ]),
      today,
    },
  }));
};
