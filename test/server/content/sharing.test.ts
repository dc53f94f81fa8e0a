import { describe, expect, test } from '@jest/globals';
import { blanksOf, blanksOfItem, countOpenBlanks, notShareable } from '../../../server/content/sharing.ts';

const item = {
  audience: 'customerFacing',
  origin: 'own',
  kind: 'document',
  openBlanks: false,
} as const;

describe('an item can not be shared', () => {
  test.each([
    ['internal', { ...item, audience: 'internal' as const }],
    ['sample', { ...item, origin: 'demo' as const }],
    ['person', { ...item, kind: 'person' as const }],
    ['openBlanks', { ...item, openBlanks: true }],
  ])('because of %s', (why, one) => {
    expect(notShareable(one)).toBe(why);
  });

  test('and internal comes first when several things stand against it', () => {
    expect(notShareable({ ...item, audience: 'internal', origin: 'demo', openBlanks: true })).toBe(
      'internal',
    );
  });
});

describe('an item can be shared', () => {
  test.each([
    ['customerFacing', item],
    ['under NDA', { ...item, audience: 'customerFacingNda' as const }],
    ['shipped with the product', { ...item, origin: 'starter' as const }],
  ])('%s', (_what, one) => {
    expect(notShareable(one)).toBeUndefined();
  });
});

test('blanks are listed once, in the order in which they stand', () => {
  expect(blanksOf('[[b]] and [[ a ]] and [[b]], not [[]] nor [x][y]')).toEqual(['b', 'a']);
});

describe('a blank is open', () => {
  const written = { title: 'Title', summary: 'Summary', body: 'Text' };

  test.each([
    ['in the title', { ...written, title: 'Why [[your product]]' }],
    ['in the summary', { ...written, summary: 'Saves [[your figure]] a year.' }],
    ['in the text', { ...written, body: 'Saves [[your figure]] a year.' }],
    ['within a blank', { ...written, body: 'Saves [[your [net] figure]] a year.' }],
    ['that is never closed', { ...written, body: 'Saves [[your figure' }],
    ['that is closed only in the next field', { ...written, title: 'Why [[', summary: ']]' }],
  ])('%s', (_where, item) => {
    expect(countOpenBlanks(item)).toBeGreaterThan(0);
  });

  test('nowhere in an item without two opening brackets', () => {
    expect(countOpenBlanks({ ...written, body: '[a](https://a.example) and [b]' })).toBe(0);
  });

  test('and is named wherever it stands', () => {
    expect(blanksOfItem({ title: '[[a]]', summary: '[[b]]', body: '[[c]]' })).toEqual(['a', 'b', 'c']);
  });
});
