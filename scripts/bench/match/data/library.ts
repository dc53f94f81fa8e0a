import type { ContentMapping, PublishedItem, Tags } from '../../../../server/content/index.ts';
import type { MatchConfiguration } from '../../../../server/suggestions/match/index.ts';
import { type Draw, drawing } from './random.ts';
import { drawValues, tagWeights } from './values.ts';

export const today = '2026-11-22';

const drawTags = (draw: Draw, count: number): Tags => {
  const tags: Tags = {};
  while (Object.keys(tags).length < count) {
    const dimension = draw.weighted(tagWeights);
    tags[dimension] ??= drawValues(
      draw,
      dimension,
      draw.weighted([
        [1, 60],
        [2, 25],
        [3, 10],
        [5, 5],
      ]),
    );
  }
  return tags;
};

const civilDate = (draw: Draw, year: number): string =>
  `${year}-${String(1 + draw.below(12)).padStart(2, '0')}-${String(1 + draw.below(28)).padStart(2, '0')}`;

const words =
  'shorter path from first talk to signed plan with figures your buyer can check before the next meeting';

/** Text about as long as people write it, different for each item. */
const sentence = (draw: Draw, length: number): string => {
  const all = words.split(' ');
  let text = '';
  while (text.length < length) text += `${all[draw.below(all.length)] ?? ''} `;
  return text.trim();
};

const validity = (draw: Draw): Pick<PublishedItem, 'validFrom' | 'expiresOn'> =>
  draw.weighted<() => Pick<PublishedItem, 'validFrom' | 'expiresOn'>>([
    [() => ({}), 70],
    [() => ({ expiresOn: civilDate(draw, 2027) }), 20],
    [() => ({ expiresOn: civilDate(draw, 2025) }), 8],
    [() => ({ validFrom: civilDate(draw, 2027) }), 2],
  ])();

const languages = ['en', 'de', 'fr', 'es'];

const drawItem = (draw: Draw, at: number): PublishedItem => {
  const translated = at % 20 < 3;
  return {
    id: `item-${String(at).padStart(7, '0')}`,
    kind: draw.weighted([
      ['document', 40],
      ['presentation', 20],
      ['story', 15],
      ['questions', 8],
      ['training', 8],
      ['template', 5],
      ['checklist', 4],
    ]),
    title: sentence(draw, 50),
    summary: sentence(draw, 180),
    audience: draw.weighted([
      ['internal', 50],
      ['customerFacing', 40],
      ['customerFacingNda', 10],
    ]),
    language: translated
      ? (languages[at % 20] ?? 'en')
      : draw.weighted([
          ['en', 85],
          ['de', 15],
        ]),
    ...(translated ? { translationGroup: `group-${Math.floor(at / 20)}` } : {}),
    author: { name: `Author ${draw.rankedBelow(300)}` },
    coAuthors: [],
    reviewedOn: civilDate(draw, 2025 + draw.below(2)),
    reviewBy: civilDate(draw, 2027),
    link: `https://content.example.com/items/${at}`,
    minutes: 1 + draw.below(20),
    nature: draw.weighted([
      ['general', 88],
      ['productPitch', 8],
      ['costOfInaction', 4],
    ]),
    visibleTo: draw.chance(0.05) ? ['Inspire_Manager'] : [],
    tags: drawTags(
      draw,
      draw.weighted([
        [0, 2],
        [1, 8],
        [2, 22],
        [3, 30],
        [4, 22],
        [5, 11],
        [6, 5],
      ]),
    ),
    origin: 'own',
    version: 1,
    openBlanks: false,
    ...validity(draw),
  };
};

/** How many conditions rules have: one that puts an item before all others is meant for few deals. */
const pinConditions = [
  [3, 40],
  [4, 60],
] as const;
const otherConditions = [
  [1, 5],
  [2, 35],
  [3, 40],
  [4, 20],
] as const;

const drawRule = (draw: Draw, at: number, items: number): ContentMapping => {
  const effect = draw.weighted<ContentMapping['effect']>([
    ['boost', 60],
    ['pin', 20],
    ['exclude', 20],
  ]);
  return {
    id: `rule-${String(at).padStart(6, '0')}`,
    name: `Rule ${at}`,
    when: drawTags(draw, draw.weighted(effect === 'pin' ? pinConditions : otherConditions)),
    ranges: draw.chance(0.2) ? { amount: { min: 10_000 * draw.below(30) } } : {},
    effect,
    points:
      effect === 'boost'
        ? draw.weighted([
            [5, 40],
            [10, 30],
            [-10, 20],
            [30, 10],
          ])
        : 0,
    itemIds: Array.from(
      { length: 1 + draw.below(5) },
      () => `item-${String(draw.below(items)).padStart(7, '0')}`,
    ),
    ...(draw.chance(0.1) ? { validTo: civilDate(draw, 2026) } : {}),
  };
};

/** A library as a large organisation would have it; the same for the same seed. */
export const drawLibrary = (items: number, rules: number, seed: number): MatchConfiguration => {
  const draw = drawing(seed);
  return {
    items: Array.from({ length: items }, (_, at) => drawItem(draw, at)),
    rules: Array.from({ length: rules }, (_, at) => drawRule(draw, at, items)),
  };
};
