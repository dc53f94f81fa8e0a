import { describe, expect, test } from '@jest/globals';
import { aDeal, anItem, ask, idsOf, scoresOf } from '../../../support/matching.ts';

const deal = aDeal({
  industry: ['Banking'],
  stage: ['*:Proposal'],
  buyerRole: ['champion', 'economicBuyer'],
});

describe('tags', () => {
  test('an item without tags fits every deal', () => {
    expect(scoresOf(ask({ items: [anItem('any')] }))).toEqual({ any: 0 });
    expect(scoresOf(ask({ items: [anItem('any', { tags: { industry: [] } })] }, deal))).toEqual({ any: 0 });
  });

  test.each([
    [['Banking'], 10],
    [['Retail', ' bANKING '], 10],
    [['Retail'], undefined],
  ])('several values mean any of these: industries %j in banking give %p points', (industry, points) => {
    expect(scoresOf(ask({ items: [anItem('one', { tags: { industry } })] }, deal)).one).toBe(points);
  });

  test('one of several known values is enough', () => {
    const items = [anItem('cfo', { tags: { buyerRole: ['economicBuyer'] } })];
    expect(scoresOf(ask({ items }, deal))).toEqual({ cfo: 16 });
  });

  test('every tagged dimension that is known has to fit', () => {
    const tags = { industry: ['Banking'], stage: ['*:Closing'] };
    expect(idsOf(ask({ items: [anItem('one', { tags })] }, deal))).toEqual([]);
  });

  test('an unknown fact leaves the item in, one point down, and is asked for', () => {
    const items = [
      anItem('one', { tags: { industry: ['Banking'], product: ['Lift'] } }),
      anItem('two', { tags: { competitor: ['Acme'], product: ['Lift'] } }),
    ];
    const answer = ask({ items }, deal);
    expect(scoresOf(answer)).toEqual({ one: 9, two: -2 });
    expect(answer.asks).toEqual(['competitor', 'product']);
  });

  test('the more specific item comes first', () => {
    const items = [
      anItem('any'),
      anItem('industry', { tags: { industry: ['Banking'] } }),
      anItem('both', { tags: { industry: ['Banking'], buyerRole: ['champion'] } }),
    ];
    expect(idsOf(ask({ items }, deal))).toEqual(['both', 'industry', 'any']);
  });

  test('an empty library gives an empty list', () => {
    expect(ask({ items: [] }, deal)).toEqual({ items: [], asks: [] });
  });
});

describe('ties break the same way every time', () => {
  test('by how many dimensions fit', () => {
    const known = aDeal({ challenge: ['cost'], phase: ['buying'], geography: ['dach'] });
    const items = [
      anItem('one', { tags: { challenge: ['cost'] } }),
      anItem('two', { tags: { phase: ['buying'], geography: ['dach'] } }),
    ];
    expect(scoresOf(ask({ items }, known))).toEqual({ one: 14, two: 14 });
    expect(idsOf(ask({ items }, known, { limit: 1 }))).toEqual(['two']);
  });

  test('then by the later review, then by id', () => {
    const kinds = ['story', 'document', 'template', 'person'] as const;
    const items = ['2026-01-01', '2026-01-01', '2026-03-01', '2025-01-01'].map((reviewedOn, at) =>
      anItem(['c', 'b', 'd', 'a'][at] ?? '', { reviewedOn, kind: kinds[at] ?? 'tool' }),
    );
    expect(idsOf(ask({ items }, deal))).toEqual(['d', 'b', 'c', 'a']);
    expect(idsOf(ask({ items: items.toReversed() }, deal))).toEqual(['d', 'b', 'c', 'a']);
  });
});
