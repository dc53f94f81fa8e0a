import { describe, expect, test } from '@jest/globals';
import {
  compileIndex,
  findShown,
  isEmpty,
  type Reaction,
  updateIndex,
} from '../../../../server/suggestions/match/index.ts';
import { aDeal, anItem, ask, aRule, idsOf, today } from '../../../support/matching.ts';

describe('an item appears', () => {
  test.each([
    [true, {}],
    [true, { validFrom: today, expiresOn: today }],
    [false, { validFrom: '2026-11-23' }],
    [false, { expiresOn: '2026-11-21' }],
    [false, { visibleTo: ['Inspire_Admin' as const] }],
    [true, { visibleTo: ['Inspire_Admin' as const, 'Inspire_Manager' as const] }],
  ])('%p with %j for a manager, pinned or not, listed or looked up', (expected, more) => {
    const items = [anItem('one', more)];
    const viewer = { perms: ['Inspire_Use', 'Inspire_Manager'] };
    const ids = expected ? ['one'] : [];
    expect(idsOf(ask({ items }, aDeal(), viewer))).toEqual(ids);
    expect(idsOf(ask({ items, rules: [aRule('p', ['one'])] }, aDeal(), viewer))).toEqual(ids);
    const found = findShown(compileIndex({ items, rules: [] }), 'one', { ...viewer, today });
    expect(found?.id).toBe(expected ? 'one' : undefined);
  });

  test('never more than the limit, and the best of them', () => {
    const items = Array.from({ length: 80 }, (_, at) =>
      anItem(`item-${at}`, { tags: { product: [`p${at}`] } }),
    );
    const deal = aDeal({ product: ['p70'] });
    expect(idsOf(ask({ items: [...items, anItem('any')] }, deal, { limit: 1 }))).toEqual(['item-70']);
    expect(idsOf(ask({ items }, aDeal(), { limit: 50 }))).toHaveLength(50);
  });
});

describe('what the viewer reacted to on this record steps aside', () => {
  const items = [anItem('one'), anItem('two')];
  test.each<[Reaction['kind'], string | undefined, boolean]>([
    ['used', undefined, true],
    ['shared', undefined, true],
    ['dismissed', undefined, true],
    ['dismissed', '2026-11-23', true],
    ['dismissed', '2026-11-22', false],
    ['dismissed', '2026-01-01', false],
  ])('%s, to come back on %s: away is %p', (kind, showAgainOn, away) => {
    const reactions = [
      { itemId: 'one', kind, showAgainOn },
      { itemId: 'gone', kind },
    ];
    expect(idsOf(ask({ items }, aDeal(), { reactions })).includes('one')).toBe(!away);
    const pinning = { items, rules: [aRule('p', ['one'])] };
    expect(idsOf(ask(pinning, aDeal(), { reactions })).includes('one')).toBe(!away);
  });
});

describe('of items that say the same in several languages one appears', () => {
  const translationGroup = 'same';
  const one = (id: string, language: string) => anItem(id, { language, translationGroup });
  const all = [one('a', 'fr'), one('b', 'en'), one('c', 'de'), one('d', 'de-AT'), one('e', 'pt')];

  test.each([
    ['de_AT', 'd'],
    ['de-at', 'd'],
    ['de_DE', 'c'],
    ['en_GB', 'b'],
    ['ja', 'b'],
  ])('for a viewer with %s it is %s', (language, id) => {
    expect(idsOf(ask({ items: all }, aDeal(), { language }))).toEqual([id]);
  });

  test('without English, the first by id', () => {
    const items = all.filter(({ language }) => language !== 'en');
    expect(idsOf(ask({ items }, aDeal(), { language: 'ja' }))).toEqual(['a']);
  });

  test('among those that may appear on this deal', () => {
    const items = all.map((item) => (item.id === 'd' ? { ...item, tags: { industry: ['Retail'] } } : item));
    const deal = aDeal({ industry: ['Banking'] });
    expect(idsOf(ask({ items }, deal, { language: 'de_AT' }))).toEqual(['c']);
  });

  test('what a rule or a viewer does to one is done to all', () => {
    const viewer = { language: 'de_DE' };
    const rules = [aRule('p', ['b', 'a'], { effect: 'boost', points: 7 })];
    expect(ask({ items: all, rules }, aDeal(), viewer).items).toMatchObject([
      { item: { id: 'c' }, score: 7 },
    ]);
    const reactions = [{ itemId: 'e', kind: 'used' as const }];
    expect(idsOf(ask({ items: all }, aDeal(), { ...viewer, reactions }))).toEqual([]);
  });
});

describe('a published change', () => {
  const before = compileIndex({ items: [anItem('one'), anItem('two')], rules: [] });

  test('is seen in the index that comes of it, not in the one before', () => {
    const changed = anItem('one', { title: 'New title', version: 2 });
    const after = updateIndex(before, { items: [changed], removedIds: ['two'] });
    const viewer = { perms: [], today };
    expect(findShown(after, 'one', viewer)).toMatchObject({ title: 'New title', version: 2 });
    expect(findShown(after, 'two', viewer)).toBeUndefined();
    expect(findShown(before, 'one', viewer)).toMatchObject({ version: 1 });
    expect(findShown(before, 'two', viewer)).toBeDefined();
  });

  test('may take out the last item', () => {
    expect(isEmpty(before)).toBe(false);
    expect(isEmpty(updateIndex(before, { items: [], removedIds: ['one', 'two', 'never-there'] }))).toBe(true);
  });
});
