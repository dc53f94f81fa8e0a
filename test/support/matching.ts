import {
  type DealFacts,
  type Dimension,
  type DimensionFact,
  type FactValue,
} from '../../server/journey/index.ts';
import type { ContentMapping, PublishedItem } from '../../server/content/index.ts';
import { compileIndex, match, type MatchResult, type Viewer } from '../../server/suggestions/match/index.ts';

export const today = '2026-11-22';

/** A published item that fits every deal, unless told otherwise. */
export const anItem = (id: string, more: Partial<PublishedItem> = {}): PublishedItem => ({
  id,
  kind: 'document',
  title: `Title of ${id}`,
  summary: `What ${id} is for.`,
  audience: 'internal',
  language: 'en',
  author: { name: `Author of ${id}` },
  coAuthors: [],
  reviewedOn: '2026-06-01',
  reviewBy: '2027-06-01',
  nature: 'general',
  visibleTo: [],
  tags: {},
  origin: 'own',
  version: 1,
  openBlanks: false,
  ...more,
});

/** A rule that pins `itemIds` on every deal, unless told otherwise. */
export const aRule = (id: string, itemIds: string[], more: Partial<ContentMapping> = {}): ContentMapping => ({
  id,
  name: `Rule ${id}`,
  when: {},
  ranges: {},
  effect: 'pin',
  points: 0,
  itemIds,
  ...more,
});

const asFact = (values: readonly (string | FactValue)[]): DimensionFact => ({
  state: values.length > 0 ? 'known' : 'unknown',
  values: values.map((value) =>
    typeof value === 'string' ? { value, label: value, readFromText: false } : value,
  ),
  fills: [],
});

/** Facts of an opportunity of which only these dimensions and numbers are known. */
export const aDeal = (
  known: Partial<Record<Dimension, readonly (string | FactValue)[]>> = {},
  numbers: DealFacts['numbers'] = {},
): DealFacts => {
  const fact = (dimension: Dimension): DimensionFact => asFact(known[dimension] ?? []);
  return {
    sobject: 'Opportunity',
    recordId: '006000000000001AAA',
    dimensions: {
      challenge: fact('challenge'),
      industry: fact('industry'),
      buyerRole: fact('buyerRole'),
      stage: fact('stage'),
      phase: fact('phase'),
      geography: fact('geography'),
      accountSize: fact('accountSize'),
      useCase: fact('useCase'),
      product: fact('product'),
      competitor: fact('competitor'),
      dealType: fact('dealType'),
    },
    numbers,
  };
};

export const aViewer = (more: Partial<Viewer> = {}): Viewer => ({
  limit: 10,
  reactions: [],
  perms: ['Inspire_Use'],
  language: 'en_US',
  today,
  ...more,
});

/** Asks a freshly compiled index. */
export const ask = (
  { items, rules = [] }: { items: readonly PublishedItem[]; rules?: readonly ContentMapping[] },
  deal: DealFacts = aDeal(),
  viewer: Partial<Viewer> = {},
): MatchResult => match(compileIndex({ items, rules }), deal, aViewer(viewer));

export const idsOf = ({ items }: MatchResult): readonly string[] => items.map(({ item }) => item.id);

export const scoresOf = ({ items }: MatchResult): Readonly<Record<string, number>> =>
  Object.fromEntries(items.map(({ item, score }) => [item.id, score]));
