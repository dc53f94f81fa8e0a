import { expect, test } from '@jest/globals';
import { assert, constantFrom, property, record, string, subarray } from 'fast-check';
import { compare, confirmed, sending } from '../../../../server/salesforce/outbox/compare.ts';
import { ownValues, type Values } from '../../../../server/salesforce/outbox/own-fields.ts';

const word = constantFrom('a', 'b', 'c');
const day = constantFrom('2026-01-01', '2026-01-02', null);
const values = record({ Subject: word, Status: word, ActivityDate: day, OwnerId: word });
const times = record({
  StartDateTime: constantFrom('2026-01-01T09:00:00Z', '2026-01-01T10:00:00.000+0000'),
  EndDateTime: constantFrom('2026-01-01T11:00:00Z', '2026-01-01T12:00:00Z'),
});

const changeOf = (wanted: Values, written: Values, there: Values): Values =>
  compare('Task', wanted, sending(null, written), there).change;

test('a value that we did not write is never changed', () => {
  assert(
    property(values, values, values, (wanted: Values, written: Values, there: Values) => {
      for (const field of Object.keys(changeOf(wanted, written, there)))
        expect(there[field]).toBe(written[field]);
    }),
  );
});

test('a row as we wrote it says afterwards what was decided', () => {
  assert(
    property(values, values, (wanted, written) => {
      const there = { ...written, ...changeOf(wanted, written, written) };
      expect(ownValues('Task', there)).toEqual(ownValues('Task', wanted));
    }),
  );
});

test('a change that was made is not made again', () => {
  assert(
    property(values, values, values, (wanted, written, there) => {
      const after = { ...there, ...changeOf(wanted, written, there) };
      expect(changeOf(wanted, written, after)).toEqual({});
    }),
  );
});

test('fields that are the owner’s after the first write are left alone', () => {
  assert(
    property(values, values, (wanted, written) => {
      expect(changeOf(wanted, written, written)).not.toHaveProperty('OwnerId');
    }),
  );
});

test('whether what was sent arrived or not, both are ours', () => {
  assert(
    property(values, values, values, subarray(['Subject', 'Status', 'ActivityDate'] as const), (...drawn) => {
      const [wanted, before, sent, arrived] = drawn;
      const there: Values = {
        ...before,
        ...Object.fromEntries(arrived.map((field) => [field, sent[field]])),
      };
      expect(compare('Task', wanted, sending(confirmed(null, before), sent), there).theirs).toEqual([]);
    }),
  );
});

test('once we know what is there, what we sent before is not ours any more', () => {
  const written = confirmed(sending({ Subject: ['a'] }, { Subject: 'b' }), { Subject: 'c' });
  expect(compare('Task', { Subject: 'd' }, written, { Subject: 'a' })).toEqual({
    ...{ change: {}, theirs: ['Subject'] },
  });
});

test('start and end of an event move together or not at all', () => {
  assert(
    property(times, times, times, (wanted, written, there) => {
      const { change } = compare('Event', wanted, sending(null, written), there);
      expect([0, 2]).toContain(Object.keys(change).length);
    }),
  );
});

test('what Salesforce writes in another way is the same', () => {
  const wanted = { Subject: 'Call ', ReminderDateTime: '2026-01-01T09:00:00Z', ActivityDate: null };
  const there = { Subject: 'Call', ReminderDateTime: '2026-01-01T09:00:00.000+0000' };
  expect(compare('Task', wanted, {}, there)).toEqual({ change: {}, theirs: [] });
});

test('an empty text is none', () => {
  assert(
    property(string({ unit: constantFrom(' ') }), (blank) => {
      expect(compare('Task', { Subject: blank }, {}, { Subject: null }).change).toEqual({});
    }),
  );
});
