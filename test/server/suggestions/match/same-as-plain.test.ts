import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainMatch } from '../../../../scripts/bench/match/plain/loop.ts';
import { prepare } from '../../../../scripts/bench/match/plain/prepare.ts';
import { compileIndex, match, updateIndex } from '../../../../server/suggestions/match/index.ts';
import * as arbitrary from '../../../support/matching-arbitraries.ts';

const changes = fc.record({
  items: fc.uniqueArray(arbitrary.item(fc.constantFrom(...arbitrary.itemIds, 'brand-new', 'later')), {
    selector: ({ id }) => id,
    maxLength: 4,
  }),
  removedIds: fc.uniqueArray(fc.constantFrom(...arbitrary.itemIds), {
    maxLength: 3,
  }),
  rules: fc.option(arbitrary.rules, { nil: undefined }),
});

describe('the index', () => {
  test('answers exactly as a plain loop does: ids, order, points, reasons, warnings and questions', () => {
    fc.assert(
      fc.property(
        arbitrary.configuration,
        arbitrary.deal,
        arbitrary.viewer,
        (configuration, deal, viewer) => {
          const expected = plainMatch(prepare(configuration), deal, viewer);
          expect(match(compileIndex(configuration), deal, viewer)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('answers after changes as if it had been made from the changed configuration', () => {
    const cases = fc.tuple(arbitrary.configuration, fc.array(changes, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(cases, arbitrary.deal, arbitrary.viewer, ([before, steps], deal, viewer) => {
        let index = compileIndex(before);
        let rules = before.rules;
        const items = new Map(before.items.map((item) => [item.id, item]));
        for (const { rules: changedRules, ...step } of steps) {
          index = updateIndex(index, changedRules ? { ...step, rules: changedRules } : step);
          rules = changedRules ?? rules;
          for (const id of step.removedIds) items.delete(id);
          for (const item of step.items) items.set(item.id, item);
          const now = { items: [...items.values()], rules };
          expect(match(index, deal, viewer)).toEqual(plainMatch(prepare(now), deal, viewer));
        }
      }),
      { numRuns: 150 },
    );
  });
});
