import { expect, test } from '@jest/globals';
import { aDeal, anItem, ask, aRule, idsOf } from '../../../support/matching.ts';

const deal = aDeal({ industry: ['Banking'], geography: ['dach'], accountSize: ['large'] });
const industry = { industry: ['Banking'] };

test('each place costs four points for every listed item of the same kind', () => {
  const items = [
    anItem('a', { tags: industry, kind: 'document' }),
    anItem('b', { tags: industry, kind: 'document' }),
    anItem('c', { tags: industry, kind: 'document' }),
    anItem('d', { tags: { accountSize: ['large'] }, kind: 'story' }),
  ];
  // a 10, then b 10 − 4 against d 7, then b 6 against c 6, then c 10 − 8
  expect(idsOf(ask({ items }, deal))).toEqual(['a', 'd', 'b', 'c']);
});

test('and two points for every listed item by the same author', () => {
  const by = (name: string) => ({ name });
  const items = [
    anItem('a', { tags: industry, kind: 'document', author: by('Ann') }),
    anItem('b', { tags: industry, kind: 'story', author: by('Ann') }),
    anItem('c', { tags: industry, kind: 'template', author: by('Ben') }),
  ];
  expect(idsOf(ask({ items }, deal))).toEqual(['a', 'c', 'b']);
});

test('what fits much better stays ahead whatever its kind', () => {
  const both = { ...industry, accountSize: ['large'] };
  const items = [
    anItem('a', { tags: both }),
    anItem('b', { tags: both }),
    anItem('c', { tags: { geography: ['dach'] }, kind: 'story' }),
  ];
  expect(idsOf(ask({ items }, deal))).toEqual(['a', 'b', 'c']);
});

test('pinned items keep their order and count for what follows', () => {
  const items = [
    anItem('a', { kind: 'story' }),
    anItem('b', { kind: 'story' }),
    anItem('c', { tags: industry, kind: 'story' }),
    anItem('d', { tags: { accountSize: ['large'] }, kind: 'document' }),
  ];
  expect(idsOf(ask({ items, rules: [aRule('p', ['a', 'b'])] }, deal))).toEqual(['a', 'b', 'd', 'c']);
});
