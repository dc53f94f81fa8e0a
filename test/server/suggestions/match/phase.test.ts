import { describe, expect, test } from '@jest/globals';
import type { DealFacts } from '../../../../server/journey/index.ts';
import { aDeal, anItem, ask, idsOf, scoresOf } from '../../../support/matching.ts';

const awareness = aDeal({ phase: ['awareness'] });
const unconfirmed = aDeal({ phase: ['buying', 'awareness'] });
const buying = aDeal({ phase: ['buying'] });

const pitch = anItem('pitch', { nature: 'productPitch', tags: { phase: ['buying'] } });
const cost = anItem('cost', { nature: 'costOfInaction', tags: { phase: ['awareness'] } });
const early = { code: 'earlyForPhase', values: [] };

describe('a product pitch', () => {
  test.each([
    ['awareness', awareness, -40, [early]],
    ['buying without a change decision', unconfirmed, 8 - 20, [early]],
    ['buying', buying, 8, []],
    ['adoption', aDeal({ phase: ['implementationAdoption'] }), 0, []],
    ['an unknown phase', aDeal(), -1, []],
  ])(
    'in %s is in the list, lowered and flagged until they have decided to change',
    (_, deal, score, warnings) => {
      expect(ask({ items: [pitch] }, deal).items).toMatchObject([{ score, warnings }]);
    },
  );

  test('goes below what fits less', () => {
    expect(idsOf(ask({ items: [pitch, anItem('general')] }, unconfirmed))).toEqual(['general', 'pitch']);
  });

  test('is still left out by other dimensions', () => {
    const retail = { ...pitch, tags: { ...pitch.tags, industry: ['Retail'] } };
    expect(idsOf(ask({ items: [retail] }, aDeal({ phase: ['awareness'], industry: ['Banking'] })))).toEqual(
      [],
    );
  });
});

describe('the cost of doing nothing', () => {
  test.each<[string, DealFacts, number | undefined]>([
    ['awareness', awareness, 8 + 20],
    ['buying without a change decision', unconfirmed, 8 + 10],
    ['buying', buying, undefined],
    ['an unknown phase', aDeal(), -1],
  ])('in %s', (_, deal, score) => {
    expect(scoresOf(ask({ items: [cost] }, deal)).cost).toBe(score);
  });

  test('says that it rose', () => {
    expect(ask({ items: [cost] }, awareness).items[0]?.reasons).toEqual([
      { code: 'phase', values: ['awareness'] },
      { code: 'costOfInaction', values: [] },
    ]);
    const always = { ...cost, tags: {} };
    expect(ask({ items: [always] }, buying).items[0]?.reasons).toEqual([
      { code: 'fitsEveryDeal', values: [] },
    ]);
  });
});
