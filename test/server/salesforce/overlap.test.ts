import { expect, test } from '@jest/globals';
import { readFrom } from '../../../server/salesforce/sync/overlap.ts';

const cursor = '2026-01-31T09:00:00Z';

test('rows that were stamped up to three minutes before the last one seen may still turn up', () => {
  expect(readFrom(cursor, 0)).toBe('2026-01-31T08:57:00Z');
  expect(readFrom(cursor, 180_000)).toBe('2026-01-31T08:57:00Z');
});

test('after three minutes without anything later nothing is read again', () => {
  expect(readFrom(cursor, 180_001)).toBe(cursor);
});
