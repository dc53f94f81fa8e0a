import { describe, expect, test } from '@jest/globals';
import { blanksOf, notShareable } from '../../../server/content/sharing.ts';

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
