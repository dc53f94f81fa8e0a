import { expect, test } from '@jest/globals';
import { assert, asyncProperty, integer, uniqueArray } from 'fast-check';
import { AnswerFault } from '../../../../server/salesforce/outbox/fault-of.ts';
import { sendApart } from '../../../../server/salesforce/outbox/send-apart.ts';

const refusal = new AnswerFault(400, 'INVALID_FIELD', 'No such column');

/** An org that refuses a call as a whole if one of these rows is in it. */
const orgWithout = (bad: readonly number[]) => {
  const calls: number[][] = [];
  const send = (some: readonly number[]) => {
    calls.push([...some]);
    if (some.some((row) => bad.includes(row))) return Promise.reject(refusal);
    return Promise.resolve(some.map((row) => ({ recordId: String(row) })));
  };
  return { calls, way: { operation: 'create', size: 200, send } as const };
};

const rows = Array.from({ length: 200 }, (_, index) => index);

test('one row that spoils a call is found, and all others are sent', async () => {
  await assert(
    asyncProperty(integer({ min: 0, max: 199 }), async (bad) => {
      const { calls, way } = orgWithout([bad]);
      const replies = await sendApart(rows, way);
      expect(replies.map((reply) => ('recordId' in reply ? 'done' : reply.errorCode))).toEqual(
        rows.map((row) => (row === bad ? 'INVALID_FIELD' : 'done')),
      );
      expect(calls.length).toBeLessThan(20);
    }),
  );
});

test('however many rows spoil calls, each row has its reply, none goes twice, and calls are few', async () => {
  await assert(
    asyncProperty(uniqueArray(integer({ min: 0, max: 199 })), async (bad) => {
      const { calls, way } = orgWithout(bad);
      const replies = await sendApart(rows, way);
      const done = replies.flatMap((reply) => ('recordId' in reply ? Number(reply.recordId) : []));
      expect(replies).toHaveLength(200);
      expect(new Set(done).size).toBe(done.length);
      expect(done.some((row) => bad.includes(row))).toBe(false);
      expect(calls.length).toBeLessThan(40);
    }),
  );
});

test('after a call without an answer no other is made', async () => {
  let calls = 0;
  const replies = await sendApart(rows, {
    operation: 'update',
    size: 25,
    send: () => {
      calls += 1;
      return Promise.reject(new Error('terminated'));
    },
  });
  expect(calls).toBe(1);
  expect(new Set(replies.map((reply) => 'errorCode' in reply && reply.errorCode))).toEqual(
    new Set([undefined]),
  );
});
