import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DealFacts, type Dimension, dimensions } from '../../../../server/journey/index.ts';
import { compileIndex, match } from '../../../../server/suggestions/match/index.ts';
import { idsOf } from '../../../support/matching.ts';
import * as arbitrary from '../../../support/matching-arbitraries.ts';

const forgetting = (deal: DealFacts, dimension: Dimension): DealFacts => ({
  ...deal,
  dimensions: { ...deal.dimensions, [dimension]: { state: 'unknown', values: [], fills: [] } },
});

const { configuration, deal, viewer } = arbitrary;

describe('for every library, deal and viewer', () => {
  test('knowing less about the deal never takes an item out', () => {
    const forgotten = fc.constantFrom(...dimensions);
    fc.assert(
      fc.property(arbitrary.items, deal, viewer, forgotten, (items, facts, who, dimension) => {
        const alone = items.map((item) => ({ ...item, translationGroup: undefined }));
        const index = compileIndex({ items: alone, rules: [] });
        const all = { ...who, limit: 50 };
        const before = idsOf(match(index, facts, all));
        const after = new Set(idsOf(match(index, forgetting(facts, dimension), all)));
        expect(before.filter((id) => !after.has(id))).toEqual([]);
      }),
    );
  });

  test('the order in which items and rules were written does not matter', () => {
    const shuffled = configuration.chain(({ items, rules }) =>
      fc.tuple(
        fc.constant({ items, rules }),
        fc.record({
          items: fc.shuffledSubarray([...items], { minLength: items.length }),
          rules: fc.shuffledSubarray([...rules], { minLength: rules.length }),
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, deal, viewer, ([one, other], facts, who) => {
        expect(match(compileIndex(other), facts, who)).toEqual(match(compileIndex(one), facts, who));
      }),
    );
  });

  test('a shorter list is the beginning of a longer one', () => {
    fc.assert(
      fc.property(
        configuration,
        deal,
        viewer,
        fc.integer({ min: 1, max: 50 }),
        (library, facts, who, limit) => {
          const index = compileIndex(library);
          const longest = idsOf(match(index, facts, { ...who, limit: 50 }));
          expect(idsOf(match(index, facts, { ...who, limit }))).toEqual(longest.slice(0, limit));
        },
      ),
    );
  });

  test('a match leaves nothing behind for the next one, of this organisation or another', () => {
    const cases = fc.tuple(configuration, configuration, deal, deal, viewer, viewer);
    fc.assert(
      fc.property(cases, ([one, other, facts, otherFacts, who, otherWho]) => {
        const [index, otherIndex] = [compileIndex(one), compileIndex(other)];
        const before = match(index, facts, who);
        match(otherIndex, otherFacts, otherWho);
        match(index, otherFacts, otherWho);
        expect(match(index, facts, who)).toEqual(before);
      }),
    );
  });

  test('every listed item has a reason', () => {
    fc.assert(
      fc.property(configuration, deal, viewer, (library, facts, who) => {
        for (const { reasons } of match(compileIndex(library), facts, who).items) {
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
