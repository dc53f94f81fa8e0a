import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type Outbox, outbox } from './outbox.ts';

let box: Outbox;

beforeAll(async () => {
  box = await outbox();
});

afterAll(() => box.end());

const kept = async (key: string): Promise<unknown> => {
  const query = sql`select fields, written, problem from outbox_write where key = ${key}`;
  return (await box.storage.store.inTenant(box.org.orgId, (tenant) => query.execute(tenant))).rows[0];
};

test.each([
  ['whose id it carries', { WhoId: '003000000000001AAA' }, { id: '003000000000001AAA' }],
  [
    'whom it names',
    { Subject: 'Call Helena Brandt' },
    { id: '003000000000002AAA', names: ['Helena Brandt'] },
  ],
])('nothing is written any more about somebody erased %s, nor kept', async (_how, fields, person) => {
  const task = box.task(fields);
  await box.enqueue(task);
  expect(await box.storage.registry.erasePerson(box.org.orgId, person)).toBe(1);
  expect(await kept(task.key)).toEqual({ fields: {}, written: null, problem: null });
  await box.enqueue(task);
  expect(await box.deliver()).toBe(0);
  expect(await box.inOrg(task.key)).toEqual([]);
});
