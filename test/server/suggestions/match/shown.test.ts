import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileIndex, findShown } from '../../../../server/suggestions/match/index.ts';
import { anItem, today } from '../../../support/matching.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const own = fc.record({
  title: text,
  summary: text,
  link: maybe(text),
  userId: maybe(text),
  minutes: maybe(fc.nat()),
  reviewedOn: fc.constantFrom('2026-01-01', '2026-02-01'),
});

/** More items than lie in one block. */
const owns = fc.array(own, { minLength: 1, maxLength: 600, size: 'max' });

test('what is shown of an item is what was published, in any script, however many items there are', () => {
  fc.assert(
    fc.property(owns, (all) => {
      const items = all.map((more, at) => anItem(`item-${at}`, more));
      const index = compileIndex({ items, rules: [] });
      all.forEach((more, at) => {
        expect(findShown(index, `item-${at}`, { perms: [], today })).toMatchObject(more);
      });
    }),
    { numRuns: 15 },
  );
});
