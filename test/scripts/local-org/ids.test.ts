import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { longId, normalId, recordId } from '../../../scripts/local-org/ids.ts';

test('the checksum of a published id', () => {
  expect(longId('001A0000006Vm9u')).toBe('001A0000006Vm9uIAC');
});

const id15 = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')),
  minLength: 15,
  maxLength: 15,
});

test('the long form survives a loss of case, the short form is completed', () => {
  fc.assert(
    fc.property(id15, (id) => {
      const long = longId(id);
      expect(normalId(id)).toBe(long);
      expect(normalId(long)).toBe(long);
    }),
  );
});

test('two ids that differ only in case have different long forms, also without case', () => {
  fc.assert(
    fc.property(id15, (id) => {
      const swapped = id.replace(/[a-zA-Z]/, (letter) =>
        letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
      );
      fc.pre(swapped !== id);
      expect(longId(swapped).toLowerCase()).not.toBe(longId(id).toLowerCase());
    }),
  );
});

test('a wrong checksum, a wrong length and other characters are no ids', () => {
  expect(normalId('001A0000006Vm9uIAD')).toBeNull();
  expect(normalId('001A0000006Vm9')).toBeNull();
  expect(normalId("001A0000006Vm9'")).toBeNull();
});

test('record ids ascend with their number', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 62n ** 9n - 2n }), (number) => {
      expect(recordId('006', number) < recordId('006', number + 1n)).toBe(true);
    }),
  );
});
