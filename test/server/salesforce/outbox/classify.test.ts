import { expect, test } from '@jest/globals';
import { assert, constantFrom, integer, property, string } from 'fast-check';
import { type Verdict, verdictOf } from '../../../../server/salesforce/outbox/classify.ts';

const operation = constantFrom('create', 'update');
const code = constantFrom(
  'UNABLE_TO_LOCK_ROW',
  'DUPLICATE_VALUE',
  'ENTITY_IS_DELETED',
  'STRING_TOO_LONG',
  undefined,
);

test('the words of an error decide nothing', () => {
  assert(
    property(operation, code, string(), string(), (kind, errorCode, one, other) => {
      expect(verdictOf({ errorCode, message: one }, kind)).toBe(
        verdictOf({ errorCode, message: other }, kind),
      );
    }),
  );
});

test('what a server says of itself passes, whatever else it says', () => {
  assert(
    property(operation, integer({ min: 500, max: 599 }), code, (kind, status, errorCode) => {
      expect(verdictOf({ errorCode, status, message: '' }, kind)).toBe('again');
      expect(verdictOf({ errorCode: `ERROR_HTTP_${status}`, message: '' }, kind)).toBe('again');
    }),
  );
});

test('a code that nobody foresaw waits for a person, so that it is seen', () => {
  assert(
    property(operation, string({ minLength: 1 }), (kind, word) => {
      expect(verdictOf({ errorCode: `NEW_${word}`, message: '' }, kind)).toBe('refused');
    }),
  );
});

const known: readonly [Parameters<typeof verdictOf>[1], string | undefined, number | undefined, Verdict][] = [
  ['create', 'DUPLICATE_VALUE', undefined, 'look'],
  ['update', 'DUPLICATE_VALUE', undefined, 'refused'],
  ['create', 'ENTITY_IS_DELETED', undefined, 'refused'],
  ['update', 'ENTITY_IS_DELETED', 404, 'look'],
  ['update', 'NOT_FOUND', 404, 'look'],
  ['update', undefined, 412, 'changed'],
  ['create', undefined, undefined, 'again'],
  ['create', 'REQUEST_LIMIT_EXCEEDED', undefined, 'again'],
  ['create', 'ERROR_HTTP_429', undefined, 'again'],
  ['create', 'ERROR_HTTP_400', undefined, 'refused'],
  ['update', 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 400, 'refused'],
  ['create', 'INACTIVE_OWNER_OR_USER', undefined, 'refused'],
];

test.each(known)('%s: %s, status %s: %s', (kind, errorCode, status, verdict) => {
  expect(verdictOf({ errorCode, message: '', ...(status && { status }) }, kind)).toBe(verdict);
});
