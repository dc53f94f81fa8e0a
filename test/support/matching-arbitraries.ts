import fc from 'fast-check';
import { dimensions, journeyPhases, type Dimension, type DealFacts } from '../../server/journey/index.ts';
import type { ContentMapping, PublishedItem } from '../../server/content/index.ts';
import type { MatchConfiguration, Viewer } from '../../server/suggestions/match/index.ts';
import { aDeal, anItem, aRule, aViewer } from './matching.ts';

/** Few values, so that things meet; in several spellings. */
const valueOf = (dimension: Dimension): fc.Arbitrary<string> =>
  dimension === 'phase'
    ? fc.constantFrom(...journeyPhases)
    : fc.constantFrom('one', 'Two', ' two ', 'three', 'FOUR');

const tags: fc.Arbitrary<PublishedItem['tags']> = fc
  .array(
    fc
      .constantFrom(...dimensions)
      .chain((dimension) => fc.tuple(fc.constant(dimension), fc.array(valueOf(dimension), { maxLength: 3 }))),
    { maxLength: 4 },
  )
  .map((entries) => Object.fromEntries(entries));

const day = fc.constantFrom('2025-01-31', '2026-11-21', '2026-11-22', '2026-11-23', '2027-03-01');
const often = <T>(value: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });

export const itemIds = Array.from({ length: 40 }, (_, at) => `item-${at}`);

export const item = (id: fc.Arbitrary<string>): fc.Arbitrary<PublishedItem> =>
  fc
    .record({
      id,
      tags,
      kind: fc.constantFrom('document', 'story', 'training'),
      author: fc.constantFrom('Ann', 'Ben').map((name) => ({ name })),
      nature: often('general', fc.constantFrom('productPitch', 'costOfInaction')),
      reviewedOn: day,
      validFrom: often(undefined, day),
      expiresOn: often(undefined, day),
      language: fc.constantFrom('en', 'de', 'de-AT', 'fr'),
      translationGroup: often(undefined, fc.constantFrom('first', 'second')),
      visibleTo: often<PublishedItem['visibleTo']>(
        [],
        fc.constantFrom<PublishedItem['visibleTo'][]>(['Inspire_Manager'], ['Inspire_Admin']),
      ),
    })
    .map(({ id: own, ...more }) => anItem(own, { ...more }));

const range = fc
  .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 5 }))
  .chain(([min, width]) => fc.constantFrom({ min }, { max: min + width }, { min, max: min + width }));

export const rule = (id: string): fc.Arbitrary<ContentMapping> =>
  fc
    .record({
      when: tags,
      ranges: often(
        {},
        fc.dictionary(fc.constantFrom('amount', 'daysToClose'), range, {
          maxKeys: 2,
        }),
      ),
      validFrom: often(undefined, day),
      validTo: often(undefined, day),
      effect: fc.constantFrom('pin', 'boost', 'boost', 'exclude'),
      points: fc.integer({ min: -30, max: 30 }).filter((points) => points !== 0),
      itemIds: fc.array(fc.constantFrom(...itemIds, 'nothing-has-this-id'), {
        minLength: 1,
        maxLength: 4,
      }),
    })
    .map(({ itemIds: targets, ...more }) => aRule(id, targets, more));

export const rules: fc.Arbitrary<ContentMapping[]> = fc
  .integer({ min: 0, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => rule(`rule-${at}`))));

export const items: fc.Arbitrary<PublishedItem[]> = fc.uniqueArray(item(fc.constantFrom(...itemIds)), {
  selector: ({ id }) => id,
  maxLength: 40,
});

export const configuration: fc.Arbitrary<MatchConfiguration> = fc.record({
  items,
  rules,
});

const known = fc
  .array(
    fc
      .constantFrom(...dimensions)
      .chain((dimension) =>
        fc.tuple(fc.constant(dimension), fc.uniqueArray(valueOf(dimension), { minLength: 1, maxLength: 3 })),
      ),
    { maxLength: 9 },
  )
  .map((entries): Partial<Record<Dimension, string[]>> => Object.fromEntries(entries));

export const deal: fc.Arbitrary<DealFacts> = fc
  .record({
    known,
    numbers: fc.record(
      {
        amount: fc.integer({ min: -5, max: 9 }),
        daysToClose: fc.integer({ min: -5, max: 9 }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ known: values, numbers }) => aDeal(values, numbers));

export const viewer: fc.Arbitrary<Viewer> = fc
  .record({
    limit: fc.constantFrom(1, 3, 10, 50),
    perms: fc.subarray(['Inspire_Use', 'Inspire_Manager', 'Inspire_Admin']),
    language: fc.constantFrom('en_US', 'de_AT', 'de', 'fr', 'pt_BR'),
    reactions: fc.array(
      fc.record({
        itemId: fc.constantFrom(...itemIds, 'nothing-has-this-id'),
        kind: fc.constantFrom('used' as const, 'shared' as const, 'dismissed' as const),
        showAgainOn: fc.option(day, { nil: undefined }),
      }),
      { maxLength: 4 },
    ),
  })
  .map((more) => aViewer(more));
