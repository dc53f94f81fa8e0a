import { describe, expect, test } from '@jest/globals';
import { aDeal, anItem, ask, aRule, idsOf, scoresOf } from '../../../support/matching.ts';

const deal = aDeal({ industry: ['Banking'], stage: ['*:Proposal'] }, { amount: 500, daysToClose: 10 });
const items = [
  anItem('specific', { tags: { industry: ['Banking'], stage: ['*:Proposal'] } }),
  anItem('general'),
  anItem('other', { tags: { industry: ['Retail'] } }),
];

describe('a rule', () => {
  test('that pins puts its items first, even where their tags say otherwise', () => {
    expect(idsOf(ask({ items, rules: [aRule('p', ['other', 'general'])] }, deal))).toEqual([
      'general',
      'other',
      'specific',
    ]);
  });

  test('that boosts moves by its points; several add up', () => {
    const boost = { effect: 'boost' as const };
    const rules = [
      aRule('up', ['general'], { ...boost, points: 30 }),
      aRule('up-more', ['general', 'general'], { ...boost, points: 5 }),
      aRule('down', ['specific'], { ...boost, points: -20 }),
      aRule('no-way-in', ['other'], { ...boost, points: 100 }),
    ];
    expect(scoresOf(ask({ items, rules }, deal))).toEqual({ general: 35, specific: 5 });
  });

  test('that excludes takes out, and beats a pin', () => {
    const rules = [aRule('p', ['specific']), aRule('x', ['specific'], { effect: 'exclude' })];
    expect(idsOf(ask({ items, rules }, deal))).toEqual(['general']);
  });

  test('about items that do not exist does nothing', () => {
    expect(idsOf(ask({ items, rules: [aRule('p', ['gone'])] }, deal))).toEqual(['specific', 'general']);
  });
});

describe('a rule holds', () => {
  const isFirst = (rule: Parameters<typeof aRule>[2], facts = deal): boolean =>
    idsOf(ask({ items, rules: [aRule('p', ['general'], rule)] }, facts))[0] === 'general';

  test.each([
    [true, { when: {} }],
    [true, { when: { industry: [' banking '], stage: ['*:Proposal', '*:Closing'] } }],
    [false, { when: { industry: ['Banking'], stage: ['*:Closing'] } }],
    [false, { when: { industry: ['Banking'], product: ['Lift'] } }],
    [true, { ranges: { amount: { min: 500, max: 500 } } }],
    [false, { ranges: { amount: { min: 501 } } }],
    [false, { ranges: { amount: { max: 499 } } }],
    [false, { ranges: { amount: { min: 1 }, employees: {} } }],
    [true, { ranges: { amount: {}, daysToClose: { min: -5, max: 10 } } }],
    [true, { validFrom: '2026-11-22', validTo: '2026-11-22' }],
    [false, { validFrom: '2026-11-23' }],
    [false, { validTo: '2026-11-21' }],
  ])(
    '%p with %j: only on known facts that all fit, both ends of ranges and dates included',
    (expected, rule) => {
      expect(isFirst(rule)).toBe(expected);
    },
  );
});

describe('reasons', () => {
  const reasonsOf = (more: Parameters<typeof aRule>[2]) =>
    ask({ items, rules: [aRule('one', ['general'], { name: 'Banks read this', ...more })] }, deal).items.find(
      ({ item }) => item.id === 'general',
    )?.reasons;

  test('name the rule that pinned, after the facts it holds on', () => {
    expect(reasonsOf({ when: { stage: ['*:Proposal'] } })).toEqual([
      { code: 'stage', values: ['*:Proposal'] },
      { code: 'pinnedBy', values: ['Banks read this'] },
    ]);
  });

  test('name the rule that raised, but not one that lowered', () => {
    const boost = { effect: 'boost' as const };
    expect(reasonsOf({ ...boost, points: 3 })).toEqual([{ code: 'raisedBy', values: ['Banks read this'] }]);
    expect(reasonsOf({ ...boost, points: -3 })).toEqual([{ code: 'fitsEveryDeal', values: [] }]);
  });
});
